"""The API itself: what it is made of, and how it tells that something is wrong."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer

from open_data.api import places
from open_data.api.asking import not_understood, refusing_what_is_unknown
from open_data.api.problems import Problem


class Renderer(JSONRenderer):
    """JSON with its letters as they are."""

    json_dumps_params = {"ensure_ascii": False}


api = NinjaAPI(
    title=_("Borås Hälsa som data"),
    version="1",
    description=_(
        "Allt som är publicerat på Borås Hälsa, för program att läsa. Språket står i adressen:"
        " det som inte går att läsa på det språket kommer helt på svenska, och language säger"
        " vilket språk det är. Ingen behöver anmäla sig."
    ),
    openapi_url=None,
    renderer=Renderer(),
    openapi_extra={"info": {"license": {"name": "x"}}},
)
api.add_decorator(refusing_what_is_unknown)
for router in (places.router,):
    api.add_router("", router)


@api.exception_handler(Problem)
def _problem(request: HttpRequest, problem: Problem) -> HttpResponse:
    return problem.answer()


@api.exception_handler(ValidationError)
def _not_understood(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return not_understood(error).answer()
