"""What somebody took a year ago: whether it is the newest, and what has changed since."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from lxml import html

from languages.routing import address
from reports.downloads.checking import answers
from reports.models import Kind, Release
from tests.conftest import recently
from tests.reports.downloads.conftest import give_out_again, withdraw
from tests.reports.stored import Place

pytestmark = pytest.mark.django_db


def check(client: Client, text: str, language: str = "sv") -> html.HtmlElement:
    with override(language):
        response = client.get(address("reports:check"), {"text": text})
    assert response.status_code == 200
    return html.document_fromstring(response.content.decode())


def words(page: html.HtmlElement) -> str:
    (answer,) = page.xpath("//section[@aria-labelledby='svar']")
    return " ".join(answer.text_content().split())


def links(page: html.HtmlElement) -> list[str]:
    return page.xpath("//section[@aria-labelledby='svar']//a/@href")


def typed(page: html.HtmlElement) -> str:
    return page.get_element_by_id("id_text").get("value") or ""


# --- Found -----------------------------------------------------------------------------------


def test_a_file_is_known_by_its_fingerprint(client: Client, place: Place) -> None:
    release = place.give_out()
    file = release.files.get(kind=Kind.XLSX)
    page = check(client, file.sha256)
    assert words(page).startswith(f"Ja, den är den nyaste {file.name} ")
    assert "Provunderlag" in words(page)
    assert file.get_absolute_url() in links(page)


def test_the_content_of_a_release_is_known_by_its_fingerprint(client: Client, place: Place) -> None:
    release = place.give_out()
    page = check(client, release.sha256)
    assert words(page).startswith(f"Ja, den är den nyaste {release.name} ")


def test_an_older_file_tells_what_has_changed_and_leads_to_its_like(
    client: Client, place: Place
) -> None:
    older = place.give_out()
    newest = give_out_again(place)
    page = check(client, older.files.get(kind=Kind.CSV).sha256)
    assert words(page).startswith("Det finns en nyare")
    assert f"1 siffra är ändrad i utgåva {newest.number}." in words(page)
    assert "Mått · Provby · 2023: var 50, är 70." in words(page)
    (button,) = page.xpath("//a[@class='btn']/@href")
    assert button == newest.files.get(kind=Kind.CSV).get_absolute_url()
    assert newest.get_absolute_url() in links(page)


def test_the_changes_of_several_releases_are_told_together(client: Client, place: Place) -> None:
    first = place.give_out()
    for count in (600, 800, 500):
        newest = give_out_again(place, count)
    assert f"0 siffror är ändrade i utgåva {newest.number}." in words(check(client, first.name))
    last = give_out_again(place, 900)
    text = words(check(client, first.name))
    assert f"1 siffra är ändrad i utgåva {last.number}." in text
    assert "var 50, är 90." in text


def test_a_number_alone_is_found_in_every_report_that_has_it(client: Client) -> None:
    number = Release.objects.get(report__slug="norrby").number
    page = check(client, number)
    assert "Flera utgåvor har det numret" in words(page)
    assert len(links(page)) == 2 * 3
    assert words(check(client, f"norrby-{number}")).startswith("Ja, den är den nyaste")


def test_a_withdrawn_release_says_why_and_shows_none_of_its_figures(
    client: Client, place: Place
) -> None:
    gone = place.give_out()
    newest = give_out_again(place)
    withdraw(gone, "Två tal var fel.")
    for text in (gone.name, gone.sha256, gone.files.first().sha256):
        page = check(client, text)
        assert words(page).startswith("Utgåvan är tillbakadragen")
        assert "Två tal var fel." in words(page)
        assert "var 50" not in words(page)
        assert newest.get_absolute_url() in links(page)
    withdraw(newest)
    assert "Än finns det ingen annan utgåva" in words(check(client, gone.name))


def test_the_newest_that_is_withdrawn_leads_back_to_the_one_before(
    client: Client, place: Place
) -> None:
    first = place.give_out()
    withdraw(give_out_again(place))
    assert words(check(client, first.name)).startswith("Ja, den är den nyaste")


def test_invented_figures_say_so(client: Client, place: Place) -> None:
    release = place.give_out()
    Release.objects.filter(pk=release.pk).update(is_example=True)
    assert "Exempeldata, påhittade värden" in words(check(client, release.name))


# --- Typed -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        "{sha}",
        " {SHA}\t",
        "sha256:{sha}",
        "SHA-256: {SHA}",
        "sha256 {sha}",
        "{sha}  {name}",
        "{sha} *{name}",
        "SHA256 ({name}) = {sha}",
        "{spaced}",
        "\N{ZERO WIDTH NO-BREAK SPACE}{sha}\r\n",
    ],
)
def test_a_fingerprint_is_read_however_it_was_copied(place: Place, written: str) -> None:
    file = place.give_out().files.get(kind=Kind.CSV)
    sha = file.sha256
    spaced = " ".join(sha[place : place + 8] for place in range(0, 64, 8))
    text = written.format(sha=sha, SHA=sha.upper(), name=file.name, spaced=spaced)
    assert [answer.file for answer in answers(text)] == [file]


@pytest.mark.parametrize(
    "written",
    [
        "{name}",
        "  {NAME} ",
        "{name}.sv.pdf",
        "{name}.sv.csv-metadata.json",
        "http://testserver/kunskapsunderlag/norrby/{number}/",
        "http://testserver/kunskapsunderlag/norrby/{number}/{name}.sv.pdf",
        "norrby/{number}",
        "{name}.sv (1).pdf",
        "http://testserver/kunskapsunderlag/norrby/{number}/#utgava",
        "\N{LEFT-TO-RIGHT ISOLATE}{name}\N{POP DIRECTIONAL ISOLATE}",
        "norrby\N{EN DASH}{number}",
    ],
)
def test_a_number_is_read_however_it_was_copied(written: str) -> None:
    release = Release.objects.get(report__slug="norrby")
    names = {"name": release.name, "NAME": release.name.upper(), "number": release.number}
    assert [answer.release for answer in answers(written.format(**names))] == [release]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 64,
        "a" * 63,
        "a" * 65,
        "g" * 64,
        "finns-inte-2026-1",
        "norrby-1999-1",
        "12026-1",
        "norrby",
        "../../etc/passwd",
        "<script>alert(1)</script>",
        "' OR 1=1 --",
        "\u0662\u0660\u0662\u0666-\u0661",
        "🧵",
        f"2026-{'9' * 400}",
    ],
)
def test_what_is_not_known_gets_a_kind_answer_and_stays_typed(client: Client, text: str) -> None:
    page = check(client, text)
    assert words(page).startswith("Vi känner inte igen den")
    assert typed(page) == text


def test_what_is_far_too_long_is_refused_and_stays_typed(client: Client) -> None:
    text = "x" * 10_000
    page = check(client, text)
    field = page.get_element_by_id("id_text")
    assert field.get("aria-invalid") == "true"
    assert "Det är för långt." in page.get_element_by_id("id_text_error").text_content()
    assert typed(page) == text


def test_a_character_that_no_text_has_is_refused(client: Client) -> None:
    assert client.get("/kunskapsunderlag/kontrollera/?text=%00").status_code == 400


@pytest.mark.parametrize("query", ["", "?text=", "?text=+", "?annat=1"])
def test_who_asks_nothing_is_told_how(client: Client, query: str) -> None:
    response = client.get(f"/kunskapsunderlag/kontrollera/{query}")
    assert "certutil -hashfile" in response.content.decode()


def test_nothing_can_be_uploaded(client: Client) -> None:
    assert client.post("/kunskapsunderlag/kontrollera/").status_code == 405


# --- Not found -------------------------------------------------------------------------------


@pytest.mark.parametrize("values", [{"published_at": None}, {"withdrawn_at": recently()}])
def test_a_report_that_is_not_published_is_not_known(
    client: Client, place: Place, values: dict
) -> None:
    release = place.give_out()
    type(place.report).objects.filter(pk=place.report.pk).update(**values)
    for text in (release.name, release.sha256, release.files.first().sha256):
        assert words(check(client, text)).startswith("Vi känner inte igen den")


def test_the_answer_costs_the_same_however_many_releases_there_are(
    client: Client, place: Place
) -> None:
    def asked(text: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            check(client, text)
        return len(queries)

    first = place.give_out()
    give_out_again(place)
    before = asked(first.name)
    for count in range(600, 606):
        give_out_again(place, count)
    assert asked(first.name) == before <= 12
