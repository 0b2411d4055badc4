"""The first address of the API: what there is."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Router, Schema
from pydantic import Field

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


@router.get("/", response=Index, summary=_("Vad som finns"))
def index(request: HttpRequest) -> Any:
    return {
        "documentation": whole("documentation"),
        "openapi": whole("api:openapi"),
        "collections": {name: whole(f"api:{name}") for name in COLLECTIONS},
    }
