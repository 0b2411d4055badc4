"""The API itself: what it is made of, and how it tells that something is wrong."""

from typing import NoReturn

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.operation import Operation
from ninja.renderers import JSONRenderer

from open_data.api import (
    agreements,
    doings,
    index,
    indicators,
    news,
    observations,
    places,
    releases,
)
from open_data.api.asking import not_understood, refusing_what_is_unknown


class Renderer(JSONRenderer):
    """JSON with its letters as they are."""

    json_dumps_params = {"ensure_ascii": False}


class ReadOnly(NinjaAPI):
    """An API whose operations are called what their views are called."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__


api = ReadOnly(
    title=_("Borås Hälsa som data"),
    version="1",
    description=_(
        "Allt som är publicerat på Borås Hälsa, för program att läsa. Språket står i adressen:"
        " det som inte går att läsa på det språket kommer helt på svenska, och language säger"
        " vilket språk det är. Ingen behöver anmäla sig."
    ),
    openapi_url=None,
    renderer=Renderer(),
)
api.add_decorator(refusing_what_is_unknown)
for module in (index, places, doings, agreements, indicators, observations, releases, news):
    api.add_router("", module.router)


@api.exception_handler(Exception)
def _told_above(request: HttpRequest, error: Exception) -> NoReturn:
    """A ProblemError is answered where all answers are made; anything else is ours to mend."""
    raise error


@api.exception_handler(ValidationError)
def _not_understood(request: HttpRequest, error: ValidationError) -> NoReturn:
    raise not_understood(error) from error
