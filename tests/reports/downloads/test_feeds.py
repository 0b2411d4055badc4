"""The feeds of releases: of each report and of all, as Atom and as JSON Feed, in every language."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.dateparse import parse_datetime
from django.utils.translation import override
from lxml import etree

from languages.routing import address
from reports.downloads.feeds import MOST
from reports.models import Kind, Release
from tests.conftest import LANGUAGES, recently, tomorrow
from tests.reports.downloads.conftest import give_out_again
from tests.reports.stored import Place

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def atom(client: Client, slug: str = "", language: str = "sv") -> etree._Element:
    with override(language):
        path = address("reports:release-feed", **({"slug": slug} if slug else {}))
    response = client.get(path)
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    return etree.fromstring(response.content)


def json_feed(client: Client, slug: str = "", language: str = "sv") -> dict[str, Any]:
    with override(language):
        path = address("reports:release-json-feed", **({"slug": slug} if slug else {}))
    response = client.get(path)
    assert response.headers["Content-Type"].startswith("application/feed+json")
    return json.loads(response.content)


def titles(feed: etree._Element) -> list[str]:
    return [title.text for title in feed.findall("a:entry/a:title", ATOM)]


def test_the_feed_of_a_report_has_its_releases_and_no_others(client: Client, place: Place) -> None:
    first, second = place.give_out(note_sv="Första."), give_out_again(place)
    feed = atom(client, place.report.slug)
    assert titles(feed) == [f"Provunderlag, utgåva {it.number}" for it in (second, first)]
    assert feed.findtext("a:title", namespaces=ATOM) == "Utgåvor: Provunderlag"
    told = [it.text for it in feed.findall("a:entry/a:summary", ATOM)]
    assert "<p>1 siffra är ändrad sedan utgåvan före.</p>" in told[0]
    assert told[1] == "<p>Första.</p>"


def test_the_feed_of_all_has_those_of_every_report(client: Client, place: Place) -> None:
    release = place.give_out()
    assert len(titles(atom(client))) == 4
    assert titles(atom(client))[0] == f"Provunderlag, utgåva {release.number}"


def test_each_entry_has_the_files_in_its_language(client: Client) -> None:
    for language in ("sv", "ar"):
        (entry,) = atom(client, "norrby", language).findall("a:entry", ATOM)
        files = entry.findall("a:link[@rel='enclosure']", ATOM)
        assert len(files) == len(Kind) - 1  # a description of columns is nothing to read
        for file in files:
            assert f".{language}." in file.get("href")
            response = client.head(file.get("href"))
            assert response.headers["Content-Length"] == file.get("length")
            assert response.headers["Content-Type"].partition(";")[0] == file.get("type")
        page = entry.find("a:link[@rel='alternate']", ATOM).get("href")
        assert client.get(page).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_hears_of_every_release(client: Client, place: Place, language: str) -> None:
    """Whole in the language if it can be, else whole in Swedish and marked so."""
    place.give_out(note_sv="Bara svenska.")
    entries = atom(client, language=language).findall("a:entry", ATOM)
    assert [entry.get(LANG) for entry in entries] == ["sv", language, language, language]
    assert [entry["language"] for entry in json_feed(client, language=language)["items"]] == [
        "sv",
        language,
        language,
        language,
    ]
    assert "Bara svenska." in entries[0].findtext("a:summary", namespaces=ATOM)
    assert entries[0].findtext("a:title", namespaces=ATOM).startswith("Provunderlag, utgåva")


def test_a_release_has_the_same_name_in_every_language(client: Client) -> None:
    ids = {
        atom(client, "norrby", language).findtext("a:entry/a:id", namespaces=ATOM)
        for language in LANGUAGES
    }
    assert len(ids) == 1


def test_a_withdrawal_is_news_and_gives_no_files(client: Client, place: Place) -> None:
    first = place.give_out()
    give_out_again(place)
    before = atom(client, place.report.slug)
    reason = {"withdrawn_at": tomorrow(), "withdrawn_reason_sv": "Två tal var fel."}
    Release.objects.filter(pk=first.pk).update(**reason)
    feed = atom(client, place.report.slug)
    assert titles(feed)[0] == f"Tillbakadragen: Provunderlag, utgåva {first.number}"
    assert len(titles(feed)) == 2
    entry = feed.find("a:entry", ATOM)
    assert entry.findtext("a:summary", namespaces=ATOM) == "<p>Två tal var fel.</p>"
    assert not entry.findall("a:link[@rel='enclosure']", ATOM)
    updated = parse_datetime(entry.findtext("a:updated", namespaces=ATOM))
    assert updated == reason["withdrawn_at"]
    ids = {it.text for it in before.findall("a:entry/a:id", ATOM)}
    assert entry.findtext("a:id", namespaces=ATOM) in ids


def test_invented_figures_say_so(client: Client, place: Place) -> None:
    release = place.give_out()
    Release.objects.filter(pk=release.pk).update(is_example=True)
    (title,) = titles(atom(client, place.report.slug))
    assert title.endswith("(Exempeldata, påhittade värden)")


def test_the_json_feed_tells_the_same_as_the_atom_feed(client: Client, place: Place) -> None:
    place.give_out()
    give_out_again(place)
    feed, told = atom(client), json_feed(client)
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"].endswith("/kunskapsunderlag/flode.json")
    assert [item["title"] for item in told["items"]] == titles(feed)
    assert [item["id"] for item in told["items"]] == [
        it.text for it in feed.findall("a:entry/a:id", ATOM)
    ]
    assert [item["content_html"] for item in told["items"]] == [
        it.text for it in feed.findall("a:entry/a:summary", ATOM)
    ]
    links = feed.findall("a:entry/a:link[@rel='enclosure']", ATOM)
    attached = [it for item in told["items"] for it in item["attachments"]]
    assert [it["url"] for it in attached] == [link.get("href") for link in links]
    assert all(parse_datetime(item["date_published"]) for item in told["items"])


def test_what_staff_paste_neither_breaks_a_feed_nor_runs_in_it(
    client: Client, place: Place
) -> None:
    place.give_out(note_sv="Klistrat\x0b <script>x</script> & mer")
    (summary,) = atom(client, place.report.slug).findall("a:entry/a:summary", ATOM)
    assert summary.text == "<p>Klistrat &lt;script&gt;x&lt;/script&gt; &amp; mer</p>"
    assert json_feed(client, place.report.slug)["items"][0]["content_html"] == summary.text


def test_a_feed_ends_after_the_latest(client: Client, place: Place) -> None:
    release = place.give_out()
    Release.objects.bulk_create(
        Release(
            report=place.report,
            number=f"2001-{number}",
            content=release.content,
            sha256=release.sha256,
        )
        for number in range(MOST + 5)
    )
    with CaptureQueriesContext(connection) as queries:
        assert len(titles(atom(client))) == MOST
    assert len(queries) == 2


@pytest.mark.parametrize("values", [{"published_at": None}, {"withdrawn_at": recently()}])
def test_the_feed_of_a_report_that_is_not_published_is_not_found(
    client: Client, place: Place, values: dict[str, Any]
) -> None:
    place.give_out()
    type(place.report).objects.filter(pk=place.report.pk).update(**values)
    for ending in ("flode/", "flode.json"):
        response = client.get(f"/kunskapsunderlag/{place.report.slug}/{ending}")
        assert response.status_code == 404
    assert "Provunderlag" not in titles(atom(client))[0]


def test_the_pages_of_a_report_say_where_its_feeds_are(client: Client) -> None:
    for path in ("/kunskapsunderlag/norrby/", "/kunskapsunderlag/norrby/utgavor/"):
        page = etree.HTML(client.get(path).content)
        feeds = page.xpath(
            "//link[@rel='alternate'][contains(@type, 'feed') or contains(@type, 'atom')]/@href"
        )
        assert {"/kunskapsunderlag/norrby/flode/", "/kunskapsunderlag/norrby/flode.json"} <= {
            *feeds
        }
