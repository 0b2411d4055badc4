"""A file that is lost or cut short on disk is told as our fault, and never half handed over."""

import logging
from pathlib import Path

import pytest
from django.test import Client

from reports.models import Kind, ReleaseFile
from tests.reports.stored import Place

pytestmark = pytest.mark.django_db


@pytest.fixture
def file() -> ReleaseFile:
    place = Place()
    place.counted((30, 100), (400, 1000))
    return place.give_out().files.get(kind=Kind.CSV, language="sv")


def lose(file: ReleaseFile) -> None:
    Path(file.file.path).unlink()


def cut(file: ReleaseFile) -> None:
    path = Path(file.file.path)
    path.write_bytes(path.read_bytes()[:-1])


@pytest.mark.parametrize("harm", [lose, cut])
@pytest.mark.parametrize("method", ["get", "head"])
def test_a_file_that_can_not_be_read_whole_is_told_as_our_fault(
    file: ReleaseFile, client: Client, caplog: pytest.LogCaptureFixture, harm, method: str
) -> None:
    harm(file)
    response = getattr(client, method)(file.get_absolute_url())
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "600"
    assert response.headers["Cache-Control"] == "no-store"
    assert "release_files" in caplog.text
    assert [it.levelno for it in caplog.records if it.name.startswith("reports")] == [logging.ERROR]


def test_the_page_says_where_the_same_figures_are(file: ReleaseFile, client: Client) -> None:
    lose(file)
    page = client.get(file.get_absolute_url()).content.decode()
    assert "Filen går inte att hämta just nu" in page
    assert file.name in page
    assert f'href="{file.release.get_absolute_url()}"' in page


def test_who_has_the_file_already_is_not_troubled(file: ReleaseFile, client: Client) -> None:
    lose(file)
    known = {"if-none-match": f'"{file.sha256}"'}
    assert client.get(file.get_absolute_url(), headers=known).status_code == 304
