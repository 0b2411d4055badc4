"""What is done for health: for whom, where, when and with whom."""

from datetime import datetime
from typing import Annotated, Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router
from pydantic import Field

from areas.models import Area
from initiatives.models import (
    Initiative,
    InitiativeArea,
    InitiativePartner,
    InitiativeQuerySet,
    Occasion,
)
from open_data.api.finding import found, must_be_one_of
from open_data.api.pagination import Page, Paging, page_of
from open_data.api.schemas import (
    WITH_PAGE,
    LinkData,
    Named,
    OneOf,
    PageData,
    Slug,
    Text,
    Told,
)

router = Router()


class PlaceData(Told):
    area: LinkData = Field(description=_("Området."))
    state: Annotated[str, OneOf(InitiativeArea.State)] = Field(
        description=_("Hur långt insatsen har kommit i området, som kod.")
    )
    state_name: str = Field(
        alias="get_state_display", description=_("Hur långt insatsen har kommit i området.")
    )
    note: Text = Field(description=_("Kommentar."))


class PartnerData(Told):
    organisation: LinkData = Field(description=_("Organisationen."))
    role: Text = Field(description=_("Vad organisationen gör."))


class OccasionData(Told):
    starts_at: datetime = Field(description=_("När det börjar."))
    ends_at: datetime | None = Field(description=_("När det slutar."))
    place: Text = Field(description=_("Plats."))
    signup_from: datetime | None = Field(description=_("När anmälan öppnar."))
    signup_to: datetime | None = Field(description=_("När anmälan stänger."))
    how_to_sign_up: Text = Field(description=_("Så anmäler man sig."))
    places: int | None = Field(description=_("Antal platser."))


class InitiativeData(PageData):
    audience: Text = Field(description=_("För vem, med egna ord."))
    age_from: int | None = Field(description=_("Lägsta ålder."))
    age_to: int | None = Field(description=_("Högsta ålder."))
    gender: Annotated[str, OneOf(Initiative.Gender)] = Field(description=_("För vilka, som kod."))
    gender_name: str = Field(alias="get_gender_display", description=_("För vilka."))
    lives_in: list[LinkData] = Field(
        alias="told_homes", description=_("Bara för dem som bor här; tomt om det inte krävs.")
    )
    frequency: Text = Field(description=_("Hur ofta."))
    areas: list[PlaceData] = Field(alias="told_places", description=_("Där den finns."))
    partners: list[PartnerData] = Field(alias="told_partners", description=_("Vilka som gör den."))
    occasions: list[OccasionData] = Field(
        alias="told_occasions", description=_("Tillfällen som inte är över.")
    )


class Initiatives(Page[InitiativeData]):
    pass


class InitiativeFilter(Paging):
    area: Named | None = Field(
        None, description=_("Bara för den som bor i ett område."), examples=["norrby"]
    )
    age: int | None = Field(
        None, ge=0, le=120, description=_("Bara för den som har en viss ålder."), examples=[40]
    )


def with_parts(initiatives: InitiativeQuerySet) -> QuerySet[Initiative]:
    """With all that is published of what they are tied to."""
    states = InitiativeArea.objects.published().select_related("area")
    partners = InitiativePartner.objects.published().select_related("organisation")
    return initiatives.select_related(*WITH_PAGE).prefetch_related(
        Prefetch("lives_in", Area.objects.published().in_order(), "told_homes"),
        Prefetch("area_states", states.order_by("area__order", "pk"), "told_places"),
        Prefetch("partnerships", partners.in_order("organisation"), "told_partners"),
        Prefetch("occasions", Occasion.objects.published().upcoming(), "told_occasions"),
    )


@router.get("/initiatives", response=Initiatives, summary=_("Insatser"))
def initiatives(
    request: HttpRequest, response: HttpResponse, asked: Query[InitiativeFilter]
) -> Any:
    must_be_one_of(Area.objects.published(), "area", asked.area)
    fitting = Initiative.objects.published().fitting(asked.area or "", asked.age)
    return page_of(request, response, with_parts(fitting.in_order()), asked)


@router.get("/initiatives/{slug:slug}", response=InitiativeData, summary=_("En insats"))
def initiative(request: HttpRequest, slug: Slug) -> Any:
    return found(with_parts(Initiative.objects.all()), slug=slug)
