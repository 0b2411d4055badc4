"""Hands over a stored file so that a broken download can go on where it stopped.

A file that lies on this machine is streamed in constant memory; one in a store elsewhere, such as
S3, is asked for there, at an address that is signed for a short time.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.files.storage import Storage
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from whitenoise.responders import Response, SlicedFile, StaticFile

# From and to, from and on, or so many at the end.
_RANGE = re.compile(r"bytes=(?P<first>[0-9]{0,18})-(?P<last>[0-9]{0,18})")
# What a store elsewhere can be told to say when it hands over a file.
_SAID_THERE = ("Content-Type", "Content-Disposition", "Content-Language", "Cache-Control")


class Piece(SlicedFile):
    """A part of a file that gunicorn lets the system send, as it does with a whole one."""

    def fileno(self) -> int:
        return self.fileobj.fileno()

    def seek(self, *where: int) -> int:
        return self.fileobj.seek(*where)


class Piecewise(StaticFile):
    """WhiteNoise's file, but strict: it takes one byte for none, and `--5` or `9-2` for a range."""

    def get_range_response(
        self, range_header: str, base_headers: Any, file_handle: Any
    ) -> Response:
        """Raises ValueError, and the whole file is sent, if there is no sense in what is asked."""
        headers = dict(base_headers)
        size = int(headers["Content-Length"])
        start, end = _asked_for(range_header, size)
        if start > end:
            return self.get_range_not_satisfiable_response(file_handle, size)
        headers["Content-Range"] = f"bytes {start}-{end}/{size}"
        headers["Content-Length"] = str(end - start + 1)
        piece = Piece(file_handle, start, end) if file_handle else None
        return Response(206, list(headers.items()), piece)


def _asked_for(range_header: str, size: int) -> tuple[int, int]:
    """The first and the last byte; the first lies after the last if there is nothing to give."""
    asked = _RANGE.fullmatch(range_header.strip())
    first, last = asked.groups() if asked else ("", "")
    if not (first or last):
        raise ValueError("Not one range of bytes")
    if not first:
        return max(size - int(last), 0), size - 1
    if last and int(last) < int(first):
        raise ValueError("A range that ends before it begins")
    return int(first), min(int(last or size), size - 1)


def send(
    request: HttpRequest,
    storage: Storage,
    name: str,
    *,
    size: int,
    etag: str,
    made_at: datetime,
    headers: Mapping[str, str],
) -> HttpResponse:
    """The stored file `name`, or the part of it that is asked for, or that nothing has changed.

    `etag` is the quoted fingerprint of its content. Raises OSError if it is lost from this machine,
    or has another size than it had. A store elsewhere is not asked: readers never wait for it.
    """
    dated = {"ETag": etag, "Last-Modified": http_date(made_at.timestamp())}
    told = {**dated, "Accept-Ranges": "bytes", **headers}
    if response := get_conditional_response(request, etag, int(made_at.timestamp())):
        return _saying(told, response)
    try:
        path = storage.path(name)
    except NotImplementedError:
        return _elsewhere(request, storage, name, headers)
    if Path(path).stat().st_size != size:
        raise OSError(f"{path} does not hold {size} bytes")
    return _streamed(request, path, told)


def _elsewhere(
    request: HttpRequest, storage: Any, name: str, headers: Mapping[str, str]
) -> HttpResponse:
    """Sends the reader there. The signature holds for one method, so a HEAD has its own."""
    said = {f"Response{it.replace('-', '')}": headers[it] for it in _SAID_THERE if it in headers}
    address = storage.url(name, parameters=said, http_method=request.method)
    return HttpResponseRedirect(address, headers={"Cache-Control": "no-store"})


def _streamed(request: HttpRequest, path: str, told: Mapping[str, str]) -> HttpResponse:
    asked = request.META | ({} if _may_be_cut(request, told["ETag"]) else {"HTTP_RANGE": ""})
    found = Piecewise(path, list(told.items())).get_response(request.method, asked)
    if not found.file:
        response = HttpResponse(status=found.status)
    else:
        response = FileResponse(found.file, status=found.status)
    return _saying(dict(found.headers), response)


def _saying(told: Mapping[str, str], response: HttpResponse) -> HttpResponse:
    for header, value in told.items():
        response.headers[header] = value
    return response


def _may_be_cut(request: HttpRequest, etag: str) -> bool:
    """A part is of use only to those who have the rest of the same file."""
    return request.headers.get("If-Range", etag) == etag
