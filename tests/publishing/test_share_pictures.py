"""The picture that others show beside a link: right, always the same, of public pages only."""

import io
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from lxml import html
from modeltranslation.utils import build_localized_fieldname
from PIL import Image as Pillow

from areas.models import Area
from boras_halsa.sitemaps import PAGES
from languages.routing import path_of
from publishing import share_pictures
from publishing.share_pictures import Picture
from tests.conftest import (
    LANGUAGES,
    MAKERS,
    make_area,
    make_page,
    make_report,
    recently,
    tomorrow,
)
from uploads.models import Image

pytestmark = pytest.mark.django_db

PLAIN = ("10", "01")
KINDS = sorted(set(MAKERS) - {"arena"})
BLUE = (0x26, 0x38, 0x8F)
HARD_TITLES = {
    "one word of 80 letters": "Å" * 80,
    "300 letters": ("Samverkan för hälsa " * 15).strip(),
    "300 of the widest letters": ("W" * 9 + " ") * 30,
    "a word of 300 letters": "ö" * 300,
    "Arabic of 300 letters": ("العمل المشترك من أجل الصحة " * 11).strip(),
    "an Arabic word of 80 letters": "س" * 80,
    "both directions": "مدرسة السباحة Simskola للنساء 2022 (Norrby)",
    "markup": '#panic("no") *b* $x$ <l> [c] \\ // """ @ref \x07',
    "signs that no font has": "Hälsa 🏊🏽‍♀️ \U00013000",
}


def prefix_of(language: str) -> str:
    return f"/{path_of(language)}".rstrip("/")


def address_of(page: Any, language: str = "sv") -> str:
    return f"{prefix_of(language)}/og/{page._meta.model_name}/{page.slug}.png"


def drawn(title: str = "Norrby", language: str = "sv", kind: str = "Område") -> Pillow.Image:
    data = Picture(language, kind, title, "blue", PLAIN).png()
    return Pillow.open(io.BytesIO(data)).convert("RGB")


def is_bare(picture: Pillow.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether nothing but the dye itself is seen in a part of the picture."""
    return picture.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), BLUE)]


def og(client: Client, address: str) -> dict[str, str]:
    response = client.get(address)
    assert response.status_code == 200, address
    metas = html.document_fromstring(response.content.decode()).xpath("//meta[@property]")
    assert len([meta for meta in metas if meta.get("property") == "og:image"]) == 1
    return {meta.get("property"): meta.get("content") for meta in metas}


def test_it_is_a_png_of_the_size_that_is_promised(client: Client) -> None:
    response = client.get("/og/area/norrby.png")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cache-Control"] == "public, max-age=3600"
    assert not response.cookies
    assert not response.headers.get("Vary")
    picture = Pillow.open(io.BytesIO(response.content))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_the_same_page_gives_the_same_bytes() -> None:
    picture = Picture("ar", "مقال", "نوربي", "red", PLAIN)
    first = picture.png()
    share_pictures._drawn.cache_clear()
    assert picture.png() == first
    assert picture._replace(title="هولتا").png() != first
    assert picture._replace(dye="blue").png() != first
    assert picture._replace(weave=("1100", "0110", "0011", "1001")).png() != first


def test_who_has_it_already_is_told_so_until_the_page_changes(client: Client) -> None:
    page = make_page(title="Först")
    etag = client.get(address_of(page)).headers["ETag"]
    again = client.get(address_of(page), headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")
    page.title = "Sedan"
    page.save()
    assert client.get(address_of(page), headers={"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({}, 200),
        ({"published_at": None}, 404),
        ({"published_at": tomorrow()}, 404),
        ({"withdrawn_at": recently()}, 410),
    ],
    ids=["published", "draft", "scheduled", "withdrawn"],
)
def test_only_what_is_published_has_a_picture(
    client: Client, kind: str, values: dict, status: int
) -> None:
    page = MAKERS[kind](**values)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address_of(page)).status_code == status
    assert len(queries) <= (1 if status == 200 else 2)


def test_a_draft_that_a_page_stands_on_hides_its_picture_too(client: Client) -> None:
    report = make_report(area=make_area(published_at=None))
    assert client.get(address_of(report)).status_code == 404


@pytest.mark.parametrize("kind", ["arena", "user", "finns-inte", "publicpage", "AREA"])
def test_what_is_no_page_has_no_picture(client: Client, kind: str) -> None:
    assert client.get(f"/og/{kind}/norrby.png").status_code == 404


def test_a_picture_is_only_read(client: Client) -> None:
    assert client.post("/og/area/norrby.png").status_code == 405
    assert client.head("/og/area/norrby.png").status_code == 200


@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize("title", HARD_TITLES.values(), ids=HARD_TITLES)
def test_every_title_has_room(language: str, title: str) -> None:
    picture = drawn(title, language, kind="Kunskapsunderlag, våren 2022")
    start = 0 if language == "sv" else 1200
    edge, column_end = abs(start - 48), abs(start - 750)
    margin, column = sorted((start, edge)), sorted((start, column_end))
    assert is_bare(picture, (margin[0], 0, margin[1], 630)), "the margin"
    assert is_bare(picture, (column[0], 115, column[1], 145)), "below the word mark"
    assert is_bare(picture, (column[0], 615, column[1], 630)), "the foot"
    assert not is_bare(picture, (column[0], 450, column[1], 592)), "the title itself"


@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize("letter", ["Å", "س"])
def test_a_word_too_long_for_a_line_goes_on_below(language: str, letter: str) -> None:
    start, end = (64, 740) if language == "sv" else (460, 1136)
    assert not is_bare(drawn(letter * 80, language), (start, 300, end, 400))


def test_a_variant_of_a_language_is_drawn_as_that_language() -> None:
    assert drawn(language="sv-x-latt").tobytes() == drawn(language="sv").tobytes()


def test_the_cloth_lies_at_the_end_of_the_line() -> None:
    left, right = (0, 0, 48, 630), (1152, 0, 1200, 630)
    assert [is_bare(drawn(language="sv"), side) for side in (left, right)] == [True, False]
    assert [is_bare(drawn(language="ar"), side) for side in (left, right)] == [False, True]


def test_arabic_letters_are_joined_and_are_no_empty_boxes() -> None:
    word = "محمد"
    assert drawn(word, "ar").tobytes() != drawn("\u200c".join(word), "ar").tobytes()
    assert drawn("\u0631", "ar").tobytes() != drawn("\u0648", "ar").tobytes()


def test_an_area_and_its_report_wear_the_same_cloth() -> None:
    area = Area.objects.get(slug="norrby")
    report = share_pictures.of_page(make_report(area=area))
    worn = share_pictures.of_page(area)
    assert (worn.dye, worn.weave) == ("blue", ("1100", "0110", "0011", "1001"))
    assert (report.dye, report.weave) == (worn.dye, worn.weave)
    assert share_pictures.of_page(make_page()).dye == "plum"


@pytest.mark.parametrize("dye", Area.Dye.values)
def test_every_dye_has_its_colours_from_the_style_sheet(dye: str) -> None:
    pictures = [Picture("sv", "", "x", name, PLAIN).png() for name in (dye, "okänd")]
    assert (pictures[0] == pictures[1]) == (dye == "plum")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_names_a_picture_in_its_language(client: Client, language: str) -> None:
    for model in PAGES:
        page = model.objects.published().first()
        with override(language):
            told = og(client, page.get_absolute_url())
            picture = share_pictures.of_page(page)
        assert told["og:image"] == f"{settings.SITE_URL}{address_of(page, language)}"
        assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
        assert told["og:image:alt"] == picture.words
        assert picture.title == getattr(page, build_localized_fieldname("title", language))
        response = client.get(urlsplit(told["og:image"]).path)
        assert response.content == picture.png(), model


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", ["", "finns-inte/"])
def test_what_is_no_single_page_names_the_picture_of_the_site(
    client: Client, language: str, place: str
) -> None:
    prefix = prefix_of(language)
    response = client.get(f"{prefix}/{place}")
    page = html.document_fromstring(response.content.decode())
    named = page.xpath("//meta[@property='og:image']/@content")
    assert named == [f"{settings.SITE_URL}{prefix}/og/site.png"]
    assert page.xpath("//meta[@name='twitter:card']/@content") == ["summary_large_image"]
    assert client.get(urlsplit(named[0]).path).headers["Content-Type"] == "image/png"


def test_lists_name_the_picture_of_the_site(client: Client) -> None:
    assert og(client, "/en/areas/")["og:image"] == f"{settings.SITE_URL}/en/og/site.png"


def test_a_page_that_is_not_translated_has_its_swedish_picture(client: Client) -> None:
    page = make_page(title="Bara på svenska", title_ar="")
    with override("ar"):
        assert share_pictures.of_page(page)[:3] == ("sv", "", "Bara på svenska")
        told = og(client, page.get_absolute_url())
    assert told["og:image:alt"] == "Borås Hälsa. Bara på svenska"
    assert told["og:image"] == f"{settings.SITE_URL}{address_of(page, 'ar')}"


def test_a_picture_that_staff_have_chosen_goes_first(client: Client) -> None:
    file = io.BytesIO()
    Pillow.new("RGB", (1300, 700)).save(file, "PNG")
    upload = SimpleUploadedFile("bild.png", file.getvalue(), "image/png")
    image = Image.objects.create(file=upload, alt="En bänk i solen")
    told = og(client, make_page(image=image).get_absolute_url())
    assert told["og:image"] == f"{settings.SITE_URL}{image.file.url}"
    assert (told["og:image:width"], told["og:image:height"]) == ("1300", "700")
    assert told["og:image:alt"] == "En bänk i solen"
