"""Every text on every page is in the language that the markup gives it; nothing is a mixture.

All texts are marked with their language, those of the content and those of the interface, and
where a mark comes out is compared with the nearest `lang`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.test import Client
from lxml import html

from languages.templatetags import languages as tags
from open_data.api import openapi
from publishing.views import PublishedList
from reports.models import Release, ReleaseFile, Report
from reports.releasing import release
from tests.conftest import LANGUAGES, make_page, recently
from tests.languages.furnish import furnish
from tests.languages.marks import mark, mark_content, marked_interface
from tests.languages.walk import Finding, findings, texts
from tests.test_whole_site import LISTS, PAGES, in_language, sitemap_addresses

QUESTIONS = {
    "initiatives:list": ["area=norrby&age=40", "age=400", "age=x&area=x", "age=119&area=sjobo"],
    "news:list": ["kind=news&area=norrby", "kind=x&area=x&year=x", "kind=press-release&area=hulta"],
    "partners:agreements": ["kind=intent&area=norrby", "kind=x", "kind=local-care&area=sjobo"],
    "reports:downloads": ["area=norrby&language=ar", "area=hulta", "year=x"],
    "reports:check": ["text=norrby-2026-1", "text=2026-1", "text=abc", f"text={'a' * 501}"],
    "partners:organisations": ["kind=association", "kind=x", "page=2"],
}
WITHDRAWN = "borttagen"
TEXTS_OF_A_PAGE = 40  # No page has fewer: its menus and its foot have as many.


class Way(NamedTuple):
    """How much is translated of each row of content, by its number; and in what to read it."""

    languages_of_row: Callable[[int], list[str]]
    read_in: list[str]
    filled: bool = True


# The source, the other Swedish, and one from right to left. To read in the rest is like the last:
# the same templates, and whether each catalogue is whole is tested by itself.
READ_IN = ["sv", "sv-x-latt", "ar"]
WAYS = {
    "all is translated": Way(lambda number: LANGUAGES, READ_IN, filled=False),
    "the even are in Swedish only": Way(lambda n: LANGUAGES if n % 2 else ["sv"], ["ar"]),
    "the odd are in Swedish only": Way(lambda n: ["sv"] if n % 2 else LANGUAGES, ["ar"]),
}


def addresses(client: Client, languages: list[str]) -> list[str]:
    """Every page in these languages, what can be asked of lists, and what isn't there."""
    pages = sitemap_addresses(client).values()
    found = {alternates[code] for alternates in pages for code in languages}
    for code in languages:
        for view, questions in QUESTIONS.items():
            found |= {f"{in_language(code, view)}?{question}" for question in questions}
        found.add(f"{in_language(code, 'home')}finns-inte/")
        found.add(in_language(code, "pages:detail", slug=WITHDRAWN))
    return sorted(found)


def pages(client: Client, places: list[str]) -> Iterator[tuple[str, html.HtmlElement]]:
    """The pages at these addresses, and all that they lead to in their language."""
    queue = [urlsplit(place)._replace(scheme="", netloc="").geturl() for place in places]
    known = {*queue}
    for place in queue:
        response = client.get(place)
        if response.headers["Content-Type"].startswith("text/html"):
            page = html.document_fromstring(response.content.decode())
            yield place, page
            links = page.xpath("//main//a[not(@hreflang)]/@href[starts-with(., '/')]")
            new = {link.partition("#")[0].partition("?")[0] for link in links} - known
            queue += sorted(new)
            known |= new


def release_anew() -> None:
    """Readers see the words of figures as they were when they were released."""
    ReleaseFile.objects.all().delete()
    Release.objects.all().delete()
    for report in Report.objects.all():
        release(report, {"note_sv": mark("Siffror", "sv")})


@contextmanager
def marked_site(way: Way) -> Iterator[tuple[Client, list[str]]]:
    """The site with all its texts marked, and its addresses. Nothing of it is kept."""
    client = Client()
    with transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        furnish()
        make_page(slug=WITHDRAWN, withdrawn_at=recently())
        mark_content(lambda number: LANGUAGES)
        places = addresses(client, way.read_in)
        mark_content(way.languages_of_row, filled=way.filled)
        release_anew()
        patch.setattr(PublishedList, "paginate_by", 5)
        openapi.written.cache_clear()
        with marked_interface():
            yield client, places
        openapi.written.cache_clear()
        transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_every_text_is_in_the_language_that_it_is_said_to_be(way: Way) -> None:
    found: list[Finding] = []
    with marked_site(way) as (client, places):
        assert len(places) > (LISTS + PAGES) * len(way.read_in)
        for address, page in pages(client, places):
            assert len(texts(page)) > TEXTS_OF_A_PAGE, address
            found += findings(address, page)
    assert not found, "\n".join(map(str, found))


@pytest.mark.django_db
def test_pages_that_do_not_mark_their_languages_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tags, "attributes", lambda language: "")
    with marked_site(WAYS["the even are in Swedish only"]) as (client, places):
        mixed = [place for place, page in pages(client, places) if findings(place, page)]
    assert len(mixed) > len(places) / 2


ARABIC = mark("مرحبا بكم", "ar")
SWEDISH = mark("Hej", "sv")


def in_arabic(body: str) -> list[Finding]:
    page = html.document_fromstring(f"<html lang='ar' dir='rtl'><body>{body}</body></html>")
    return findings("/ar/", page)


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{ARABIC} hej</p>",
        f"<p>{ARABIC} {SWEDISH}</p>",
        f"<p>{ARABIC} <b>{ARABIC}</b> {SWEDISH}</p>",
        f"<p lang='sv' dir='ltr'>{SWEDISH} {ARABIC}</p>",
        f"<p><bdi lang='sv' dir='ltr'>{SWEDISH}</bdi> {SWEDISH}</p>",
        f"<p><img alt='{SWEDISH}'>{ARABIC}</p>",
        f"<p lang='sv'>{SWEDISH}</p>",
    ],
)
def test_a_mixture_is_found(body: str) -> None:
    assert len(in_arabic(body)) == 1


def test_what_is_marked_is_no_mixture() -> None:
    swedish = f"<bdi lang='sv' dir='ltr'><img alt='{SWEDISH}'>{SWEDISH}</bdi>"
    assert not in_arabic(f"<p>{ARABIC} 2026 {swedish} {ARABIC}</p>")
