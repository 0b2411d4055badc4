"""A page that begins at once, says how far the work has come, and ends with the result."""

import logging
from collections.abc import Generator, Iterator

from django.db import IntegrityError, OperationalError
from django.http import HttpRequest, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import override

from languages.translated import SOURCE
from reports.importing.mistakes import RefusedError, UnreadableError

_log = logging.getLogger(__name__)
_PLACE = "<!-- what comes as the work goes on -->"
_MEANWHILE = "Någon annan ändrade värdena samtidigt. Inget infördes. Försök igen."
_BROKE = "Något gick fel hos oss. Inget infördes. Försök igen, eller hör av dig till förvaltaren."

Work = Generator[str, None, str]


def streamed(request: HttpRequest, page: str, work: Work) -> StreamingHttpResponse:
    """A page with `{{ place }}` in it, where the work tells of itself and puts its result."""
    get_token(request)  # its cookie can't be set once the page has begun
    response = StreamingHttpResponse(_pieces(page, work))
    response.headers["X-Accel-Buffering"] = "no"  # nginx would keep the lines until the end
    return response


def page(request: HttpRequest, template: str, context: dict) -> str:
    """A page around the place for the work."""
    return render_to_string(template, context | {"place": _PLACE}, request)


def _pieces(page: str, work: Work) -> Iterator[str]:
    head, _, tail = page.partition(_PLACE)
    with override(SOURCE):
        yield f'{head}<div class="working" role="status">'
        result = yield from _lines(work)
        yield f"</div>{result}{tail}"


def _lines(work: Work) -> Generator[str, None, str]:
    """What the work says on the way; its result, or in words why there is none."""
    try:
        while True:
            yield format_html("<p>{}</p>\n", next(work))
    except StopIteration as done:
        return str(done.value)
    except (RefusedError, UnreadableError) as error:
        return _stopped(*error.args)
    except (IntegrityError, OperationalError):
        _log.exception("The values changed while a file was taken in")
        return _stopped(_MEANWHILE)
    except Exception:
        _log.exception("A file with values could not be handled")
        return _stopped(_BROKE)


def _stopped(*problems: str) -> str:
    return render_to_string("admin/reports/figures/stopped.html", {"problems": problems})
