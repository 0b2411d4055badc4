"""What all answers of the API share: who may ask and how, and how long an answer may be kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page

from open_data.api.problems import ProblemError

View = Callable[..., HttpResponse]
KEPT_FOR = 300  # seconds that an answer may be kept elsewhere
METHODS = "GET, HEAD, OPTIONS"
# Whatever parameters follow: JSON has none of its own, and programs like to send a charset.
_TAKES_JSON = (("application", "json"), ("application", "*"), ("*", "*"))


def answered(view: View) -> View:
    """A view of the API, with what is the same for all of them.

    It is exempt from the check of forms, which would refuse a POST with a page; all are refused.
    """
    kept = conditional_page(_kept(view))

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if request.method == "OPTIONS":
            return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"Allow": METHODS})
        try:
            _must_be_readable(request)
            with _as_get(request):
                return kept(request, **kwargs)
        except ProblemError as problem:
            response = problem.answer()
            if problem.status == HTTPStatus.METHOD_NOT_ALLOWED:
                response.headers["Allow"] = METHODS
            return response

    return answer


@contextmanager
def _as_get(request: HttpRequest) -> Iterator[None]:
    """Asks for a HEAD what is asked for a GET: the server leaves out the body of the answer."""
    method, request.method = request.method, "GET"
    try:
        yield
    finally:
        request.method = method


def _must_be_readable(request: HttpRequest) -> None:
    if request.method not in ("GET", "HEAD"):
        detail = _("API:et ändrar ingenting. Använd GET eller HEAD.")
        raise ProblemError(HTTPStatus.METHOD_NOT_ALLOWED, detail)
    if not any((it.main_type, it.sub_type) in _TAKES_JSON for it in request.accepted_types):
        detail = _("Ta emot application/json i Accept, eller utelämna Accept.")
        raise ProblemError(HTTPStatus.NOT_ACCEPTABLE, detail)


def _kept(view: View) -> View:
    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        response = view(request, **kwargs)
        if response.status_code == HTTPStatus.OK:
            patch_cache_control(response, public=True, max_age=KEPT_FOR)
        return response

    return answer


def unknown(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Below the API, but not there."""
    raise ProblemError(HTTPStatus.NOT_FOUND, _("Det finns inget på den här adressen."))
