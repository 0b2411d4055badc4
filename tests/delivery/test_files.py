"""A stored file is handed over whole, in part, or not at all, as HTTP has it (RFC 9110)."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import FileSystemStorage
from django.http import HttpResponse
from django.test import RequestFactory

from delivery.files import send

pytestmark = pytest.mark.django_db

CONTENT = bytes(range(100))
ETAG = '"abc"'
MADE = datetime(2026, 11, 30, 5, tzinfo=UTC)


@pytest.fixture
def storage(tmp_path: Path) -> FileSystemStorage:
    (tmp_path / "a.csv").write_bytes(CONTENT)
    return FileSystemStorage(location=tmp_path)


def ask(storage: FileSystemStorage, method: str = "get", **headers: str) -> HttpResponse:
    request = getattr(RequestFactory(), method)("/a.csv", headers=headers)
    said = {"Content-Type": "text/csv"}
    return send(request, storage, "a.csv", size=100, etag=ETAG, made_at=MADE, headers=said)


def body(response: Any) -> bytes:
    content = response.getvalue()
    if response.streaming:
        response.file_to_stream.close()
    return content


@pytest.mark.parametrize(
    ("asked", "told", "part"),
    [
        ("bytes=0-9", "bytes 0-9/100", CONTENT[:10]),
        ("bytes=90-", "bytes 90-99/100", CONTENT[90:]),
        ("bytes=-5", "bytes 95-99/100", CONTENT[95:]),
        ("bytes=0-0", "bytes 0-0/100", CONTENT[:1]),
        ("bytes=99-99", "bytes 99-99/100", CONTENT[99:]),
        ("bytes=50-5000", "bytes 50-99/100", CONTENT[50:]),
        ("bytes=-5000", "bytes 0-99/100", CONTENT),
    ],
)
def test_a_part_is_the_part_that_was_asked_for(
    storage: FileSystemStorage, asked: str, told: str, part: bytes
) -> None:
    response = ask(storage, range=asked)
    assert response.status_code == 206
    assert response.headers["Content-Range"] == told
    assert response.headers["Content-Length"] == str(len(part))
    assert body(response) == part


@pytest.mark.parametrize("asked", ["bytes=100-", "bytes=5000-6000", "bytes=-0"])
def test_a_part_beyond_the_end_is_refused(storage: FileSystemStorage, asked: str) -> None:
    response = ask(storage, range=asked)
    assert response.status_code == 416
    assert response.headers["Content-Range"] == "bytes */100"
    assert body(response) == b""


@pytest.mark.parametrize(
    "asked",
    [
        "bytes=a-b",
        "bytes",
        "rows=0-9",
        "bytes=",
        "bytes=-",
        "bytes=0-1,5-9",
        "bytes=--5",
        "bytes=9-2",
        "bytes=" + "9" * 400,
        "🐟",
    ],
)
def test_what_makes_no_sense_or_asks_for_several_parts_gets_the_whole(
    storage: FileSystemStorage, asked: str
) -> None:
    response = ask(storage, range=asked)
    assert response.status_code == 200
    assert body(response) == CONTENT


def test_a_broken_download_goes_on_where_it_stopped(storage: FileSystemStorage) -> None:
    first = body(ask(storage, range="bytes=0-41"))
    rest = body(ask(storage, **{"range": "bytes=42-", "if-range": ETAG}))
    assert first + rest == CONTENT


@pytest.mark.parametrize("validator", ['"other"', 'W/"abc"', "Wed, 21 Oct 2015 07:28:00 GMT"])
def test_who_began_on_another_file_gets_the_whole(
    storage: FileSystemStorage, validator: str
) -> None:
    response = ask(storage, **{"range": "bytes=42-", "if-range": validator})
    assert response.status_code == 200
    assert body(response) == CONTENT


@pytest.mark.parametrize("known", [ETAG, 'W/"abc"', '"x", "abc"', "*"])
def test_who_has_the_file_is_told_that_it_is_the_same(
    storage: FileSystemStorage, known: str
) -> None:
    response = ask(storage, **{"if-none-match": known})
    assert response.status_code == 304
    assert response.headers["ETag"] == ETAG
    assert body(response) == b""


def test_who_has_another_file_gets_this_one(storage: FileSystemStorage) -> None:
    assert body(ask(storage, **{"if-none-match": '"other"'})) == CONTENT


def test_a_date_is_enough_to_know_that_it_is_the_same(storage: FileSystemStorage) -> None:
    since = {"if-modified-since": "Mon, 30 Nov 2026 05:00:00 GMT"}
    assert ask(storage, **since).status_code == 304
    since = {"if-modified-since": "Mon, 30 Nov 2026 04:59:59 GMT"}
    assert body(ask(storage, **since)) == CONTENT


def test_a_head_tells_the_size_and_gives_nothing(storage: FileSystemStorage) -> None:
    response = ask(storage, "head")
    assert response.status_code == 200
    assert response.headers["Content-Length"] == "100"
    assert response.headers["Accept-Ranges"] == "bytes"
    assert body(response) == b""


def test_a_file_of_another_size_than_it_had_is_not_handed_over(
    storage: FileSystemStorage, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_bytes(CONTENT[:99])
    with pytest.raises(OSError, match="100 bytes"):
        ask(storage)
