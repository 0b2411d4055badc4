"""The page of open data: what it leads to is there, and its examples run as they stand."""

import csv
import io
import re
import sys
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIServer

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from lxml import html

from languages.routing import address
from reports.models import Kind, Release, ReleaseFile, Report
from tests.conftest import LANGUAGES, make_area, make_report
from tests.open_data import served
from tests.outside import program
from tests.reports.stored import Place

pytestmark = pytest.mark.django_db
PAGE = "/oppna-data/"


def look(client: Client, path: str = PAGE) -> html.HtmlElement:
    response = client.get(path)
    assert response.status_code == 200
    return html.document_fromstring(response.content.decode())


def code(page: html.HtmlElement, tool: str) -> str:
    (found,) = page.xpath(f"//pre[@aria-labelledby='kod-{tool}']/code")
    return found.text_content()


def path_in(language: str) -> str:
    with override(language):
        return address("open_data:page")


@pytest.fixture
def site(settings: Any) -> Any:
    """The site at an address on this machine, which it takes for its own."""
    with served.server() as made:
        settings.SITE_URL = f"http://127.0.0.1:{made.server_port}"
        settings.ALLOWED_HOSTS = ["127.0.0.1", "testserver"]
        yield made


def newest() -> Release:
    """The one that the examples fetch from: the first report, and not an example."""
    return Release.objects.published().order_by("report__area__order", "-released_at").first()


def stored(file: ReleaseFile) -> bytes:
    with file.file.open() as content:
        return content.read()


def test_the_curl_example_fetches_a_file_and_checks_it(
    client: Client, site: WSGIServer, tmp_path: Path
) -> None:
    program("curl")
    said = served.run(site, ["bash", "-e"], tmp_path, code(look(client), "curl"))
    file = newest().files.get(kind=Kind.CSV, language="sv")
    assert said == f"{file.name}: OK\n"
    assert (tmp_path / file.name).read_bytes() == stored(file)


def test_the_curl_example_fails_if_the_file_is_not_what_it_was(
    client: Client, site: WSGIServer, tmp_path: Path
) -> None:
    """Without this the test above could pass by checking nothing."""
    program("curl")
    ReleaseFile.objects.filter(kind=Kind.CSV).update(sha256="0" * 64)
    with pytest.raises(AssertionError, match="did NOT match"):
        served.run(site, ["bash", "-e"], tmp_path, code(look(client), "curl"))


@pytest.mark.usefixtures("real_files")
def test_the_python_example_prints_every_figure_of_the_newest_release(
    client: Client, site: WSGIServer, tmp_path: Path
) -> None:
    place = Place(order=0)
    place.counted((300, 1_000), (4_000, 10_000))
    place.counted((2, 1_000), (4_000, 10_000))
    file = place.give_out().files.get(kind=Kind.CSV)
    program = code(look(client), "python")
    said = served.run(site, [sys.executable, "-I", "-X", "utf8", "-"], tmp_path, program)
    rows = list(csv.DictReader(io.StringIO(stored(file).decode())))
    lines = said.splitlines()
    assert len(lines) == len(rows) > 3
    for line, row in zip(lines, rows, strict=True):
        assert line.startswith(f"{row['indicator_name']} | {row['territory_name']} | ")
        assert (row["value"] or row["status_name"]) in line
    assert {bool(row["value"]) for row in rows} == {True, False}


def test_every_example_names_a_file_that_is_there(client: Client) -> None:
    page = look(client)
    for tool in ("curl", "python", "r", "excel"):
        paths = re.findall(r'http://testserver(/[^"\s]+)', code(page, tool))
        assert paths, tool
        for path in paths:
            response = client.get(path, follow=True)
            assert response.status_code == 200, (tool, path)
            assert response.getvalue(), (tool, path)


def test_the_table_of_the_examples_is_in_the_language_of_the_reader(client: Client) -> None:
    assert ".en.csv" in code(look(client, path_in("en")), "python")
    ReleaseFile.objects.filter(language="en").delete()
    assert ".sv.csv" in code(look(client, path_in("en")), "python")


@pytest.mark.parametrize("language", LANGUAGES)
def test_code_runs_from_left_to_right_and_can_be_scrolled_by_keyboard(
    client: Client, language: str
) -> None:
    blocks = look(client, path_in(language)).xpath("//pre")
    assert len(blocks) == 4
    for block in blocks:
        assert (block.get("dir"), block.get("lang"), block.get("tabindex")) == ("ltr", "en", "0")
        assert block.xpath(f"//h3[@id='{block.get('aria-labelledby')}']")


def test_the_page_leads_to_all_there_is(client: Client) -> None:
    links = look(client).xpath("//main//a/@href")
    there = {
        "/kunskapsunderlag/ladda-ner/",
        "/oppna-data/api/",
        "/datasets/dcat",
        "/insatser/kalender.ics",
        "/nyheter/flode/",
        "/sitemap.xml",
        "/kunskapsunderlag/norrby/flode/",
    }
    assert there <= {*links}
    assert all(client.get(path).status_code == 200 for path in there)


def test_every_page_leads_to_it(client: Client) -> None:
    for path in ("/", "/omraden/norrby/"):
        assert look(client, path).xpath(f"//footer//a[@href='{PAGE}']"), path


def test_the_terms_of_each_release_are_told_and_invented_figures_are_marked(
    client: Client,
) -> None:
    told = text_of(client)
    assert "inte bestämda än" in told
    assert "Just nu finns det sådana underlag här" not in told
    Release.objects.update(licence="cc-by", is_example=True)
    told = text_of(client)
    assert "om du anger källan" in told
    assert "inte bestämda än" not in told
    assert "Just nu finns det sådana underlag här" in told


def text_of(client: Client) -> str:
    return " ".join(look(client).find(".//main").text_content().split())


def test_a_site_without_figures_says_so(client: Client) -> None:
    ReleaseFile.objects.all().delete()
    Release.objects.all().delete()
    page = look(client)
    assert not page.xpath("//pre")
    assert "Inga siffror är utgivna än." in text_of(client)
    assert "Exemplen visas när det finns siffror att hämta." in text_of(client)


def test_a_report_that_is_hidden_is_not_told_of(client: Client) -> None:
    Report.objects.filter(slug="norrby").update(published_at=None)
    assert "/norrby/" not in client.get(PAGE).content.decode()


def test_the_page_asks_as_much_of_many_reports_as_of_few(client: Client) -> None:
    client.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    for number in range(5):
        report = make_report(area=make_area(), title=f"Underlag {number}")
        told = {"content": "{}", "sha256": Release.fingerprint("{}"), "note": "Ny."}
        Release.objects.create(report=report, number="2026-1", **told)
    with CaptureQueriesContext(connection) as many:
        client.get(PAGE)
    assert len(few) == len(many) == 2
