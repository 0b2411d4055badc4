"""The addresses of the API, each wrapped in what all answers share."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, re_path

from open_data.api.answers import answered, unknown
from open_data.api.openapi import written
from open_data.api.service import api


def openapi(request: HttpRequest) -> HttpResponse:
    """The description of the API, for programs."""
    return HttpResponse(written(request.LANGUAGE_CODE), content_type="application/json")


def _answering(pattern: URLPattern) -> URLPattern:
    return URLPattern(
        pattern.pattern, answered(pattern.callback), pattern.default_args, pattern.name
    )


_own, *_ = api.urls
urlpatterns = [
    path("openapi.json", answered(openapi), name="openapi"),
    *(_answering(pattern) for pattern in _own),
    re_path("", answered(unknown)),
]
