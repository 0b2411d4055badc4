"""The list of everything to take along, and the way there from the home page."""

from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client
from django.utils.translation import override
from lxml import html

from languages.routing import address
from reports.models import Kind, Licence, Release, ReleaseFile
from tests.reports.downloads.conftest import give_out_again, withdraw
from tests.reports.stored import Place

pytestmark = pytest.mark.django_db
LIST = "/kunskapsunderlag/ladda-ner/"


def visit(client: Client, path: str = LIST) -> html.HtmlElement:
    response = client.get(path)
    assert response.status_code == 200, path
    return html.document_fromstring(response.content.decode())


def words(page: html.HtmlElement, xpath: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in page.xpath(xpath)]


def rows(page: html.HtmlElement) -> list[str]:
    """Each release in the list, as text."""
    return words(page, "//section[@aria-labelledby='lista']//ul[@class='rows']/li")


def row_of(page: html.HtmlElement, release: Release) -> html.HtmlElement:
    links = page.xpath(f"//li[.//a[@href='{release.get_absolute_url()}']]")
    assert len(links) == 1
    return links[0]


# --- The way there ---------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["sv", "sv-x-latt", "en", "ar"])
def test_a_file_is_two_clicks_from_the_home_page(client: Client, language: str) -> None:
    """Follows the links as a reader would: home, download, file."""
    with override(language):
        home, downloads = address("home"), address("reports:downloads")
    (link,) = visit(client, home).xpath(f"//main//a[@href='{downloads}']")
    page = visit(client, urljoin(home, link.get("href")))
    files = page.xpath("//ul[@class='files']//a")
    assert {Kind.PDF.media_type, Kind.XLSX.media_type} <= {link.get("type") for link in files}
    for file in files:
        assert file.get("hreflang") == {"sv-x-latt": "sv"}.get(language, language)
        response = client.head(urlsplit(file.get("href")).path)
        assert response.status_code == 200
        assert response.headers["Content-Type"] == file.get("type")


def test_every_page_leads_there(client: Client) -> None:
    for path in ("/omraden/norrby/", "/kontakt/", "/kunskapsunderlag/norrby/"):
        assert visit(client, path).xpath(f"//footer//a[@href='{LIST}']"), path


# --- What is told ----------------------------------------------------------------------------


def test_each_release_is_told_with_all_that_is_asked_for(client: Client, place: Place) -> None:
    place.give_out()
    release = give_out_again(place, note_sv="Ett tal är rättat.")
    row = row_of(visit(client), release)
    text = " ".join(row.text_content().split())
    assert f"Provunderlag Utgåva {release.number}, " in text
    assert "Ett tal är rättat." in text
    assert "1 siffra är ändrad sedan utgåvan före." in text
    assert Licence("").words in text
    cited = f"Borås Stad ({release.released_at.year}). Provunderlag. Kunskapsunderlag, utgåva"
    assert cited in text
    assert f"http://testserver{release.get_absolute_url()}" in text
    for file in release.files.all():
        assert file.sha256 in text
        assert row.xpath(f".//a[@href='{file.get_absolute_url()}'][@type][@hreflang]"), file
    assert row.xpath(f".//a[contains(@href, '{release.name}.sha256')]")
    changed = row.xpath(".//a[contains(., 'siffra är ändrad')]/@href")
    assert changed == [f"{place.report.get_absolute_url()}utgavor/#utgava-{release.number}"]


def test_the_first_release_has_changed_nothing(client: Client, place: Place) -> None:
    release = place.give_out()
    row = row_of(visit(client), release)
    assert "sedan utgåvan före" not in row.text_content()


def test_a_release_of_new_words_says_that_no_figure_is_another(
    client: Client, place: Place
) -> None:
    place.give_out()
    place.report.lead = "Nya ord."
    place.report.save()
    release = place.give_out()
    row = row_of(visit(client), release)
    assert "Inga siffror är ändrade sedan utgåvan före." in row.text_content()


@pytest.mark.parametrize("licence", [Licence.CC0, Licence.CC_BY])
def test_the_terms_are_told_in_words_with_a_way_to_them(
    client: Client, place: Place, licence: Licence
) -> None:
    place.report.licence = licence
    place.report.save()
    release = place.give_out()
    row = row_of(visit(client), release)
    assert licence.words in " ".join(row.text_content().split())
    assert row.xpath(".//a[@rel='license']/@href") == [licence.address]


def test_invented_releases_say_so(client: Client, place: Place) -> None:
    real = place.give_out()
    Release.objects.filter(pk=real.pk).update(is_example=True)
    page = visit(client)
    marked = [row for row in rows(page) if "Exempeldata, påhittade värden" in row]
    assert len(marked) == 1
    assert "Provunderlag" in marked[0]
    assert marked[0].count("Exempeldata, påhittade värden") == 2  # also where it is cited


def test_the_readers_own_language_comes_first(client: Client) -> None:
    page = visit(client, "/ar/" + _below("ar", "reports:downloads"))
    shown = page.xpath("//ul[@class='files']//a/@hreflang")
    folded = page.xpath("//details//a/@hreflang")
    assert {*shown} == {"ar"}
    assert {*folded} == {"sv", "en", "fi", "so"}


def _below(language: str, view: str) -> str:
    with override(language):
        return address(view).removeprefix(f"/{language}/")


def test_who_reads_a_language_without_files_gets_the_swedish(client: Client, place: Place) -> None:
    release = place.give_out()
    with override("fi"):
        row = row_of(visit(client, address("reports:downloads")), release)
    assert {*row.xpath(".//ul[@class='files']//a/@hreflang")} == {"sv"}


def test_nothing_is_asked_of_who_takes_a_file(client: Client) -> None:
    response = client.get(LIST)
    page = html.document_fromstring(response.content.decode())
    assert [form.get("method") for form in page.iter("form")] == ["get"]
    assert not response.cookies
    assert {field.get("name") for field in page.iter("select", "input")} == {
        "area",
        "year",
        "language",
    }


# --- Narrowed --------------------------------------------------------------------------------


def test_the_newest_stands_first(client: Client, place: Place) -> None:
    releases = [place.give_out(), give_out_again(place)]
    found = [row for row in rows(visit(client)) if "Provunderlag" in row]
    assert [
        f"utgåva {it.number}," in row.lower() for it, row in zip(releases[::-1], found, strict=True)
    ]


def test_each_answer_narrows_the_list(client: Client, place: Place) -> None:
    release = place.give_out()
    Release.objects.filter(pk=release.pk).update(released_at=datetime(2019, 5, 5, tzinfo=UTC))
    only_mine = ["Provunderlag"]
    for query in (f"area={place.area.slug}", "year=2019", f"area={place.area.slug}&language=sv"):
        page = visit(client, f"{LIST}?{query}")
        assert [row[:12] for row in rows(page)] == only_mine, query
    assert not rows(visit(client, f"{LIST}?area={place.area.slug}&language=ar"))
    assert "Inget stämmer med allt" in visit(client, f"{LIST}?year=2019&language=ar").text_content()


def test_a_language_brings_forth_the_files_in_it_each_release_once(client: Client) -> None:
    page = visit(client, f"{LIST}?language=so")
    assert len(rows(page)) == 3
    assert words(page, "//h2[@id='lista']") == ["3 utgåvor"]
    assert {*page.xpath("//ul[@class='files']//a/@hreflang")} == {"so"}
    assert page.xpath("//ul[@aria-labelledby='valt']//bdi[@lang='so']/text()") == ["Soomaali"]


@pytest.mark.parametrize(
    "query", ["area=x", "year=-1", f"year={'9' * 400}", "language=%FF", "page=1"]
)
def test_odd_questions_show_the_whole_list(client: Client, query: str) -> None:
    assert len(rows(visit(client, f"{LIST}?{query}"))) == 3


def test_the_list_comes_in_pieces(client: Client, place: Place) -> None:
    place.give_out()
    for count in range(600, 608):
        give_out_again(place, count)
    pages = [visit(client), visit(client, f"{LIST}?page=2")]
    assert [len(rows(page)) for page in pages] == [8, 4]
    assert pages[0].xpath("//a[@rel='next']/@href") == ["?page=2"]


def test_without_releases_it_says_so(client: Client) -> None:
    ReleaseFile.objects.all().delete()
    Release.objects.all().delete()
    assert "Inga siffror är utgivna än." in visit(client).text_content()


# --- Not told --------------------------------------------------------------------------------


def test_withdrawn_releases_are_told_of_without_files(client: Client, place: Place) -> None:
    gone = place.give_out()
    newest = give_out_again(place)
    withdraw(gone, "Två tal var fel.")
    assert gone.get_absolute_url() not in html.tostring(visit(client)).decode()
    page = visit(client, f"{place.report.get_absolute_url()}utgavor/")
    (told,) = page.xpath("//section[@aria-labelledby='tillbakadragna']")
    assert "Två tal var fel." in told.text_content()
    assert "Den drogs tillbaka" in told.text_content()
    assert not told.xpath(".//a")
    assert gone.sha256 not in html.tostring(page).decode()
    shown = {urlsplit(href).path for href in page.xpath("//main//a/@href")}
    assert newest.files.first().get_absolute_url() in shown
    assert not shown & {file.get_absolute_url() for file in gone.files.all()}


# --- On the page of a report -----------------------------------------------------------------


def test_the_pages_of_a_report_have_the_files_of_the_release_they_tell_of(
    client: Client, place: Place
) -> None:
    older = place.give_out()
    newest = give_out_again(place)
    base = place.report.get_absolute_url()
    for path, releases in {
        base: [newest],
        older.get_absolute_url(): [older],
        f"{base}utgavor/": [newest, older],
    }.items():
        page = visit(client, path)
        shown = page.xpath("//ul[@class='files']//a/@href")
        assert {name.rpartition("/")[2].split(".")[0] for name in shown} == {
            release.name for release in releases
        }, path


def test_the_address_of_the_newest_is_told_where_the_newest_is(
    client: Client, place: Place
) -> None:
    older = place.give_out()
    give_out_again(place)
    slug = place.report.slug
    told = f"http://testserver/kunskapsunderlag/{slug}/senaste/{slug}.sv.pdf"
    base = place.report.get_absolute_url()
    for path, times in {base: 1, f"{base}utgavor/": 1, older.get_absolute_url(): 0}.items():
        assert len(visit(client, path).xpath(f"//a[@href='{told}']")) == times, path
    assert client.get(told).status_code == 302
