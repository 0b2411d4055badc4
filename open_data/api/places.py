"""The areas of the city and their meeting places."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Path, Query, Router
from pydantic import Field

from areas.models import Area, Arena
from open_data.api.finding import found, must_be_one_of, narrowed
from open_data.api.pagination import Page, Paging, page_of
from open_data.api.schemas import (
    WITH_PAGE,
    LinkData,
    Named,
    NameData,
    OneOf,
    PageData,
    Slug,
    Text,
)

router = Router()
AreaKind = Annotated[str, OneOf(Area.Kind)]
ArenaKind = Annotated[str, OneOf(Arena.Kind)]
ArenaId = Annotated[int, Path(ge=1, le=2**63 - 1, description=_("Mötesplatsens nummer."))]


class AreaData(PageData):
    kind: AreaKind = Field(description=_("Slag av område, som kod."))
    kind_name: str = Field(alias="get_kind_display", description=_("Slag av område."))


class ArenaData(NameData):
    id: int = Field(description=_("Mötesplatsens nummer."))
    area: LinkData = Field(description=_("Området, på vars sida mötesplatsen står."))
    kind: ArenaKind = Field(description=_("Slag av mötesplats, som kod."))
    kind_name: str = Field(alias="get_kind_display", description=_("Slag av mötesplats."))
    lead: Text = Field(description=_("Beskrivning."))
    street: str = Field(description=_("Gatuadress."))
    opening_hours: Text = Field(description=_("Öppettider."))
    accessibility: Text = Field(description=_("Tillgänglighet."))
    phone: str = Field(description=_("Telefon."))
    web: str = Field(description=_("Webbplats."))
    latitude: float | None = Field(description=_("Latitud i WGS 84."))
    longitude: float | None = Field(description=_("Longitud i WGS 84."))


class Areas(Page[AreaData]):
    pass


class Arenas(Page[ArenaData]):
    pass


class AreaFilter(Paging):
    kind: AreaKind | None = Field(None, description=_("Bara ett slag av område."))


class ArenaFilter(Paging):
    area: Named | None = Field(None, description=_("Bara i ett område."), examples=["hassleholmen"])
    kind: ArenaKind | None = Field(None, description=_("Bara ett slag av mötesplats."))


@router.get("/areas", response=Areas, summary=_("Områden"))
def areas(request: HttpRequest, response: HttpResponse, asked: Query[AreaFilter]) -> Any:
    shown = Area.objects.published().select_related(*WITH_PAGE).in_order()
    return page_of(request, response, narrowed(shown, kind=asked.kind), asked)


@router.get("/areas/{slug:slug}", response=AreaData, summary=_("Ett område"))
def area(request: HttpRequest, slug: Slug) -> Any:
    return found(Area.objects.select_related(*WITH_PAGE), slug=slug)


@router.get("/arenas", response=Arenas, summary=_("Mötesplatser"))
def arenas(request: HttpRequest, response: HttpResponse, asked: Query[ArenaFilter]) -> Any:
    must_be_one_of(Area.objects.published(), "area", asked.area)
    shown = Arena.objects.published().select_related("area").order_by("area__order", "order", "pk")
    return page_of(
        request, response, narrowed(shown, kind=asked.kind, area__slug=asked.area), asked
    )


@router.get("/arenas/{int:number}", response=ArenaData, summary=_("En mötesplats"))
def arena(request: HttpRequest, number: ArenaId) -> Any:
    return found(Arena.objects.select_related("area"), pk=number)
