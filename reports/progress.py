"""Shows staff how the files of a release are made, one by one, and then how it went.

The page is sent in pieces, so that it needs no script and nothing that runs beside the site. Who
leaves it half-way has given out nothing.
"""

import logging
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, StreamingHttpResponse
from django.template.loader import render_to_string

from reports.files.making import WritingError
from reports.releasing import Releasing

logger = logging.getLogger(__name__)

_HERE = "<!-- pieces -->"
_TEMPLATES = "admin/reports/giving_out"


def give_out_in_pieces(
    request: HttpRequest, releasing: Releasing, form: Form, context: dict[str, Any]
) -> StreamingHttpResponse:
    """A page that makes the files while it is sent, and then gives the release out."""
    told = context | {"release": releasing.release, "form": form, "here": _HERE}
    page = render_to_string(f"{_TEMPLATES}/page.html", told, request).split(_HERE)
    response = StreamingHttpResponse(_pieces(releasing, told, request, page))
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"  # nginx would keep the pieces until the end
    return response


def _pieces(
    releasing: Releasing, told: dict[str, Any], request: HttpRequest, page: list[str]
) -> Iterator[str]:
    """The page, with a line for each file and the outcome in their places."""
    before, between, after = page
    yield before
    errors: list[str] = []
    try:
        yield from _lines(releasing)
        releasing.give_out()
    except ValidationError as error:
        errors = error.messages
    except WritingError as error:
        logger.exception("A release was not given out")
        errors = [str(error)]
    yield between
    yield render_to_string(f"{_TEMPLATES}/outcome.html", told | {"errors": errors}, request)
    yield after


def _lines(releasing: Releasing) -> Iterator[str]:
    with closing(releasing.files()) as files:
        for number, file in enumerate(files, 1):
            told = {"number": number, "total": releasing.total, "file": file}
            yield render_to_string(f"{_TEMPLATES}/file.html", told)
