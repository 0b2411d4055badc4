"""The first address of the API: what there is."""

from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from ninja import Router, Schema
from pydantic import Field

from languages.names import direction_of
from languages.routing import address

router = Router()
COLLECTIONS = (
    "areas",
    "arenas",
    "initiatives",
    "agreements",
    "indicators",
    "observations",
    "releases",
    "news",
)


class Index(Schema):
    documentation: str = Field(description=_("Dokumentationen, för människor."))
    openapi: str = Field(description=_("Beskrivningen enligt OpenAPI, för program."))
    collections: dict[str, str] = Field(description=_("Adresserna till allt som finns."))


def whole(name: str) -> str:
    return f"{settings.SITE_URL}{address(f'open_data:{name}')}"


class Base(NamedTuple):
    """The API in one language."""

    code: str
    name: str
    address: str

    @property
    def direction(self) -> str:
        return direction_of(self.code)


def bases() -> list[Base]:
    """The API in every language, that of the reader first."""
    found = []
    for code, name in settings.LANGUAGES:
        with override(code):
            found.append(Base(code, name, whole("api:index").removesuffix("/")))
    return sorted(found, key=lambda base: base.code != get_language())


@router.get("/", response=Index, summary=_("Vad som finns"))
def index(request: HttpRequest) -> Any:
    return {
        "documentation": whole("documentation"),
        "openapi": whole("api:openapi"),
        "collections": {name: whole(f"api:{name}") for name in COLLECTIONS},
    }
