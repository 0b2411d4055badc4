"""A download costs one question to the database, and as little memory whatever its size."""

import tracemalloc
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from reports.models import Kind, ReleaseFile
from tests.reports.stored import Place

pytestmark = pytest.mark.django_db
SIZE = 50 * 2**20
MOST_MEMORY = 2**20


@pytest.fixture
def large() -> ReleaseFile:
    """A file with a hole in it, which takes no room on disk."""
    place = Place()
    place.counted((30, 100), (400, 1000))
    file = place.give_out().files.get(kind=Kind.CSV, language="sv")
    with Path(file.file.path).open("wb") as lying:
        lying.truncate(SIZE)
    file.size = SIZE
    file.save()
    return file


@pytest.mark.parametrize(("asked", "size"), [("", SIZE), ("bytes=1000-", SIZE - 1000)])
def test_a_large_file_is_streamed_in_little_memory_after_one_query(
    large: ReleaseFile, client: Client, asked: str, size: int
) -> None:
    address = large.get_absolute_url()
    client.get(address, headers={"range": "bytes=0-9"}).getvalue()  # loads what is loaded once
    tracemalloc.start()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address, headers={"range": asked})
        assert sum(map(len, response.streaming_content)) == size
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(queries) == 1
    assert peak < MOST_MEMORY


@pytest.mark.parametrize("asked", ["", "bytes=1000-"])
def test_the_system_can_send_the_file_by_itself(large: ReleaseFile, asked: str) -> None:
    """What gunicorn needs for sendfile: a descriptor, and to be able to set where it reads."""
    found = resolve(large.get_absolute_url())
    request = RequestFactory().get(found.route, headers={"range": asked})
    with found.func(request, **found.kwargs).file_to_stream as lying:
        assert lying.fileno() > 2
        assert lying.seek(5) == 5
