"""What machines are told on the page of a release: the data set, its files, its feeds."""

import json
from typing import Any

import pytest
from django.test import Client
from lxml import html

from reports.models import Kind, Licence, Release
from tests.reports.downloads.conftest import give_out_again
from tests.reports.stored import Place

pytestmark = pytest.mark.django_db


def described(client: Client, path: str) -> dict[str, Any]:
    """The block of data that search engines read."""
    page = html.document_fromstring(client.get(path).content.decode())
    (block,) = page.xpath("//script[@type='application/ld+json']")
    return json.loads(block.text)


def links(client: Client, path: str) -> dict[str, list[str]]:
    """The addresses of the Link header by relation."""
    found: dict[str, list[str]] = {}
    for part in client.get(path).headers["Link"].split(", "):
        target, _, rest = part.partition(">")
        relation = rest.partition('rel="')[2].partition('"')[0]
        found.setdefault(relation, []).append(target.lstrip("<"))
    return found


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/kunskapsunderlag/norrby/", "sv"),
        ("/latt/kunskapsunderlag/norrby/", "sv"),
        ("/en/knowledge-reports/norrby/", "en"),
        ("/ar/knowledge-reports/norrby/", "ar"),
    ],
)
def test_a_report_is_described_as_a_data_set_in_the_language_of_the_page(
    client: Client, path: str, language: str
) -> None:
    told = described(client, path)
    release = Release.objects.get(report__slug="norrby")
    assert (told["@context"], told["@type"]) == ("https://schema.org", "Dataset")
    assert told["identifier"] == release.name
    assert told["inLanguage"] == language
    assert told["name"]
    assert 50 <= len(told["description"]) <= 5000  # what search engines for data ask for
    files = {file["name"]: file for file in told["distribution"]}
    there = release.files.filter(language=language).exclude(kind=Kind.CSVW)
    assert {*files} == {file.name for file in there}
    for file in there:
        said = files[file.name]
        assert said["contentUrl"] == f"http://testserver{file.get_absolute_url()}"
        assert said["sha256"] == file.sha256
        assert said["contentSize"] == f"{file.size} B"
        assert said["encodingFormat"] == Kind(file.kind).media_type.partition(";")[0]


def test_an_older_release_is_described_as_itself(client: Client, place: Place) -> None:
    older = place.give_out()
    newest = give_out_again(place)
    assert described(client, older.get_absolute_url())["version"] == older.number
    assert described(client, place.report.get_absolute_url())["version"] == newest.number


def test_no_text_can_end_the_block_of_data(client: Client, place: Place) -> None:
    evil = "</script><script>alert(1)</script><!-- & "
    place.report.title_sv = place.report.lead_sv = evil
    place.report.save()
    place.give_out()
    path = place.report.get_absolute_url()
    assert described(client, path)["name"] == evil
    assert "<script>alert(1)" not in client.get(path).content.decode()


def test_the_page_names_its_files_its_feed_and_its_terms(client: Client, place: Place) -> None:
    place.report.licence = Licence.CC_BY
    place.report.save()
    release = place.give_out()
    for path in (place.report.get_absolute_url(), release.get_absolute_url()):
        found = links(client, path)
        assert found["license"] == [Licence.CC_BY.address]
        *files, feed = found["alternate"]
        assert feed == f"{place.report.get_absolute_url()}flode/"
        shown = release.files.exclude(kind=Kind.CSVW)
        assert {*files} == {file.get_absolute_url() for file in shown}


def test_a_report_without_figures_describes_none(client: Client, place: Place) -> None:
    response = client.get(place.report.get_absolute_url())
    assert "Link" not in response.headers
    assert "ld+json" not in response.content.decode()


def test_staff_see_no_files_of_a_draft(place: Place, staff: Client) -> None:
    page = staff.get(f"/admin/underlag/{place.report.slug}/utkast/")
    assert page.status_code == 200
    assert "ld+json" not in page.content.decode()
    assert 'class="files"' not in page.content.decode()
