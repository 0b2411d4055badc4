"""The permanent address of every file: what it answers, and what it says when there is none."""

import subprocess
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from reports.models import Kind, Release, ReleaseFile
from tests.conftest import recently, yesterday
from tests.outside import program
from tests.reports.downloads.conftest import give_out_again, withdraw
from tests.reports.stored import Place

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(place: Place) -> ReleaseFile:
    """A file of some hundred bytes."""
    return place.give_out().files.get(kind=Kind.CSV)


def words(response: HttpResponse) -> str:
    page = html.document_fromstring(response.content.decode())
    return " ".join(page.text_content().split())


def links(response: HttpResponse) -> list[str]:
    return html.document_fromstring(response.content.decode()).xpath("//main//a/@href")


def body(response: Any) -> bytes:
    """All of a file, after which the test client has closed it."""
    return response.getvalue()


def saved_as(response: HttpResponse) -> str:
    """The name that a browser gives the file."""
    message = Message()
    message["Content-Disposition"] = response.headers["Content-Disposition"]
    return message.get_filename() or ""


# --- Handed over -----------------------------------------------------------------------------


def test_a_file_comes_with_all_that_a_program_needs_to_know(
    client: Client, file: ReleaseFile
) -> None:
    response = client.get(file.get_absolute_url())
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert response.headers["Content-Language"] == "sv"
    assert response.headers["Content-Length"] == str(file.size)
    assert response.headers["ETag"] == f'"{file.sha256}"'
    assert response.headers["Accept-Ranges"] == "bytes"
    assert "public" in response.headers["Cache-Control"]
    assert not response.cookies
    assert len(body(response)) == file.size


@pytest.mark.parametrize("kind", Kind.values)
@pytest.mark.parametrize("language", ["sv", "ar"])
def test_every_kind_is_there_at_its_address(client: Client, kind: str, language: str) -> None:
    release = Release.objects.get(report__slug="norrby")
    address = f"/kunskapsunderlag/norrby/{release.number}/{release.name}.{language}."
    response = client.head(f"{address}{Kind(kind).ending}")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == Kind(kind).media_type


def test_a_file_leads_on_to_its_page_and_its_other_formats(
    client: Client, file: ReleaseFile
) -> None:
    said = client.head(file.get_absolute_url()).headers["Link"]
    page = file.release.get_absolute_url()
    assert f'<{page}>; rel="collection"' in said
    assert '.sv.pdf>; rel="alternate"; type="application/pdf"' in said
    assert '.sv.csv-metadata.json>; rel="describedby"; type="application/csvm+json"' in said
    for address in (part.partition(">")[0].strip(" <") for part in said.split(",")):
        assert client.head(address).status_code == 200, address


def test_a_file_costs_one_question_to_the_database(client: Client, file: ReleaseFile) -> None:
    address = file.get_absolute_url()
    with CaptureQueriesContext(connection) as queries:
        body(client.get(address, headers={"range": "bytes=0-9"}))
    assert len(queries) == 1


def test_a_broken_download_can_be_resumed(client: Client, file: ReleaseFile) -> None:
    address = file.get_absolute_url()
    whole = body(client.get(address))
    etag = client.head(address).headers["ETag"]
    first = body(client.get(address, headers={"range": "bytes=0-99"}))
    rest = client.get(address, headers={"range": "bytes=100-", "if-range": etag})
    assert rest.status_code == 206
    assert first + body(rest) == whole


def test_who_has_it_is_told_that_it_is_the_same(client: Client, file: ReleaseFile) -> None:
    known = {"if-none-match": f'"{file.sha256}"'}
    assert client.get(file.get_absolute_url(), headers=known).status_code == 304


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nobody_can_send_anything_there(client: Client, file: ReleaseFile, method: str) -> None:
    response = getattr(client, method)(file.get_absolute_url())
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


def test_the_checksums_pass_the_real_sha256sum(client: Client, tmp_path: Path) -> None:
    release = Release.objects.get(report__slug="norrby")
    for file in release.files.all():
        (tmp_path / file.name).write_bytes(body(client.get(file.get_absolute_url())))
    sums = client.get(f"/kunskapsunderlag/norrby/{release.number}/{release.name}.sha256")
    assert sums.headers["Content-Type"].startswith("text/plain")
    (tmp_path / "sums").write_bytes(sums.content)

    def checked() -> "subprocess.CompletedProcess[bytes]":
        command = [program("sha256sum"), "--check", "--strict", "sums"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)

    assert checked().returncode == 0
    assert checked().stdout.count(b": OK") == release.files.count() > 30
    (tmp_path / file.name).write_bytes(b"changed")
    assert checked().returncode == 1


# --- Named -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Kunskapsunderlag för Norrby", "Kunskapsunderlag för Norrby, utgåva {}, Svenska.csv"),
        ('Om "Norrby" / Hulta\\x: *?', "Om Norrby Hulta x, utgåva {}, Svenska.csv"),
        ("Hälsa 🧵 نوربي", "Hälsa 🧵 نوربي, utgåva {}, Svenska.csv"),
        ("a\r\nSet-Cookie: x=1", "a Set-Cookie x=1, utgåva {}, Svenska.csv"),
        ("../../etc/passwd", "etc passwd, utgåva {}, Svenska.csv"),
        ("\u202egpj.exe", "gpj.exe, utgåva {}, Svenska.csv"),
        ("...", "{slug}-{}, utgåva {}, Svenska.csv"),
    ],
)
def test_a_file_is_saved_under_a_name_that_can_be_read(
    client: Client, place: Place, title: str, name: str
) -> None:
    place.report.title_sv = title
    place.report.save()
    release = place.give_out()
    response = client.head(release.files.get(kind=Kind.CSV).get_absolute_url())
    said = response.headers["Content-Disposition"]
    assert said.startswith("attachment; filename")
    assert said.isascii()
    assert saved_as(response) == name.replace("{}", release.number).format(slug=place.report.slug)


@pytest.mark.parametrize("letter", ["Hälsa ", "ع", "🧵"])
def test_a_title_of_300_characters_still_makes_a_name_that_every_disk_takes(
    client: Client, place: Place, letter: str
) -> None:
    place.report.title_sv = (letter * 300)[:300]
    place.report.save()
    for file in place.give_out().files.all():
        name = saved_as(client.head(file.get_absolute_url()))
        assert len(name.encode()) < 200
        assert name.endswith(f".{Kind(file.kind).ending}")
        assert letter.strip() in name


# --- The newest ------------------------------------------------------------------------------


@pytest.mark.parametrize("accept", ["text/*", "text/csv", "*/*", "image/png, text/csv;q=0.5"])
def test_a_program_that_takes_the_kind_gets_the_file(
    client: Client, file: ReleaseFile, accept: str
) -> None:
    response = client.get(file.get_absolute_url(), headers={"Accept": accept})
    assert response.status_code == 200
    assert len(body(response)) == file.size


@pytest.mark.parametrize("accept", ["application/pdf", "nonsense", "text/html; q=1", "\xff/"])
def test_a_program_that_wants_another_kind_is_told_which_there_is(
    client: Client, file: ReleaseFile, accept: str
) -> None:
    response = client.get(file.get_absolute_url(), headers={"Accept": accept})
    assert response.status_code == 406
    assert "en fil av ett enda slag: CSV." in words(response)


def test_the_newest_address_follows_the_releases(client: Client, place: Place) -> None:
    slug = place.report.slug
    address = f"/kunskapsunderlag/{slug}/senaste/{slug}.sv.pdf"
    for give_out in (place.give_out, lambda: give_out_again(place)):
        release = give_out()
        response = client.get(address)
        assert response.status_code == 302
        assert response.headers["Location"].endswith(f"/{release.name}.sv.pdf")
        assert response.headers["Cache-Control"] == "no-cache"
    withdraw(release)
    assert "-1.sv.pdf" in client.get(address).headers["Location"]


@pytest.mark.parametrize("name", ["{}.sv.docx", "{}.xx.pdf", "{}", "annat.sv.pdf", "{}.sv"])
def test_the_newest_of_what_there_is_not_tells_what_there_is(
    client: Client, place: Place, name: str
) -> None:
    release = place.give_out()
    slug = place.report.slug
    response = client.get(f"/kunskapsunderlag/{slug}/senaste/{name.format(slug)}")
    assert response.status_code == 404
    assert {file.get_absolute_url() for file in release.files.all()} <= {*links(response)}


def test_the_newest_of_what_is_all_withdrawn_says_why(client: Client, place: Place) -> None:
    withdraw(place.give_out(), "Två tal var fel.")
    response = client.get(f"/kunskapsunderlag/{place.report.slug}/senaste/x.sv.pdf")
    assert response.status_code == 410
    assert "Två tal var fel." in words(response)


# --- Not there -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["{}.sv.docx", "{}.de.pdf", "{}.pdf", "x", "{}.sv.PDF", "<b>.sv"])
def test_an_unknown_file_of_a_release_is_answered_by_those_that_there_are(
    client: Client, place: Place, name: str
) -> None:
    release = place.give_out()
    asked = name.format(release.name)
    response = client.get(f"/kunskapsunderlag/{place.report.slug}/{release.number}/{asked}")
    assert response.status_code == 404
    assert f"Vi har ingen fil som heter {asked}" in words(response)
    there = {file.get_absolute_url() for file in release.files.all()}
    assert len(there) == len(Kind)
    assert there <= {*links(response)}


def test_an_unknown_release_is_answered_by_those_that_there_are(
    client: Client, place: Place
) -> None:
    releases = [place.give_out(), give_out_again(place)]
    slug = place.report.slug
    response = client.get(f"/kunskapsunderlag/{slug}/1999-1/{slug}-1999-1.sv.pdf")
    assert response.status_code == 404
    assert {it.get_absolute_url() for it in releases} <= {*links(response)}


def test_an_unknown_report_is_not_found(client: Client) -> None:
    assert client.get("/kunskapsunderlag/finns-inte/2026-1/x.sv.pdf").status_code == 404


@pytest.mark.parametrize(
    ("language", "told"), [("en", "en"), ("ar", "ar"), ("so", "so"), ("xx", "sv")]
)
def test_the_answer_is_in_the_language_that_the_file_names(
    client: Client, language: str, told: str
) -> None:
    response = client.get(f"/kunskapsunderlag/norrby/1999-1/norrby-1999-1.{language}.pdf")
    page = html.document_fromstring(response.content.decode())
    assert (page.get("lang"), response.headers["Content-Language"]) == (told, told)
    assert page.xpath("//main//a[contains(@href, '2026-1')]")


def test_a_very_long_name_is_not_said_again_in_full(client: Client) -> None:
    response = client.get(f"/kunskapsunderlag/norrby/1999-1/{'x' * 5000}")
    assert response.status_code == 404
    assert "x" * 300 not in response.content.decode()


# --- Withdrawn -------------------------------------------------------------------------------


def test_a_withdrawn_release_says_why_and_which_one_to_use(client: Client, place: Place) -> None:
    gone = place.give_out()
    newest = give_out_again(place)
    files = list(gone.files.all())
    withdraw(gone, "Två tal var fel.")
    for address in (gone.get_absolute_url(), *(file.get_absolute_url() for file in files)):
        response = client.get(address)
        assert response.status_code == 410, address
        assert "Två tal var fel." in words(response)
        assert newest.get_absolute_url() in links(response)


def test_a_withdrawn_release_has_no_checksums_either(client: Client, place: Place) -> None:
    gone = place.give_out()
    withdraw(gone)
    folder = f"/kunskapsunderlag/{place.report.slug}/{gone.number}"
    response = client.get(f"{folder}/{gone.name}.sha256")
    assert response.status_code == 410
    assert "Än finns det ingen annan utgåva" in words(response)


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"published_at": None}, 404),
        ({"published_at": yesterday(), "withdrawn_at": recently()}, 410),
    ],
)
def test_the_files_of_a_report_that_is_not_published_are_not_handed_over(
    client: Client, place: Place, values: dict[str, Any], status: int
) -> None:
    files = [file.get_absolute_url() for file in place.give_out().files.all()]
    type(place.report).objects.filter(pk=place.report.pk).update(**values)
    slug = place.report.slug
    for address in (*files, f"/kunskapsunderlag/{slug}/senaste/{slug}.sv.pdf"):
        response = client.get(address)
        assert response.status_code == status, address
        assert "Provunderlag" not in response.content.decode()
