"""What the city and others have agreed."""

from datetime import date
from typing import Annotated, Any

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router
from pydantic import Field

from areas.models import Area
from open_data.api.finding import found, must_be_one_of, narrowed
from open_data.api.pagination import Page, Paging, page_of
from open_data.api.schemas import (
    WITH_PAGE,
    Html,
    LinkData,
    Named,
    NameData,
    OneOf,
    PageData,
    Slug,
    Text,
    Told,
)
from partners.models import Agreement, Organisation, Signatory
from publishing.models import PublishedQuerySet

router = Router()
AgreementKind = Annotated[str, OneOf(Agreement.Kind)]


class SignatoryData(Told):
    name: str = Field(description=_("Namn."))
    title: Text = Field(description=_("Titel vid undertecknandet."))
    organisation: LinkData = Field(description=_("För vilken part."))


class FocusData(NameData):
    text: Text = Field(description=_("Text."))


class PlanData(Told):
    year: int = Field(description=_("År."))
    text: Text = Field(description=_("Text."))
    target_groups: Text = Field(description=_("Målgrupper, en på varje rad."))


class DocumentData(NameData):
    document_language: str = Field(alias="written_in", description=_("Språket i dokumentet."))
    address: str = Field(description=_("Dokumentets adress."))

    @staticmethod
    def resolve_written_in(document: Any) -> str:
        return str(document.language)

    @staticmethod
    def resolve_address(document: Any) -> str:
        return f"{settings.SITE_URL}{document.file.url}"


class AgreementData(PageData):
    kind: AgreementKind = Field(description=_("Slag av avtal, som kod."))
    kind_name: str = Field(alias="get_kind_display", description=_("Slag av avtal."))
    parties: list[LinkData] = Field(alias="told_parties", description=_("Parter."))
    areas: list[LinkData] = Field(alias="told_areas", description=_("Områden som avtalet gäller."))
    signed_on: date | None = Field(description=_("När det undertecknades, om det är känt."))
    valid_from: date | None = Field(description=_("Gäller från, om det är känt."))
    valid_to: date | None = Field(description=_("Gäller till, om det är känt."))
    signatories: list[SignatoryData] = Field(
        alias="told_signatories", description=_("Vilka som undertecknade.")
    )
    focus_areas: list[FocusData] = Field(
        alias="told_focus", description=_("Vad parterna vill utveckla.")
    )
    action_plans: list[PlanData] = Field(alias="told_plans", description=_("Handlingsplaner."))
    documents: list[DocumentData] = Field(alias="told_documents", description=_("Dokument."))
    outcome: Html = Field(description=_("Vad det ledde till, som enkel HTML."))


class Agreements(Page[AgreementData]):
    pass


class AgreementFilter(Paging):
    kind: AgreementKind | None = Field(None, description=_("Bara ett slag av avtal."))
    area: Named | None = Field(
        None, description=_("Bara de som gäller ett område."), examples=["sjobo"]
    )
    party: Named | None = Field(
        None, description=_("Bara de med en viss part."), examples=["boras-stad"]
    )


def with_parts(agreements: PublishedQuerySet) -> QuerySet[Agreement]:
    """With all that is published of what they hold and are tied to."""
    signatories = Signatory.objects.published().select_related("organisation")
    return agreements.select_related(*WITH_PAGE).prefetch_related(
        Prefetch("parties", Organisation.objects.published().in_order(), "told_parties"),
        Prefetch("areas", Area.objects.published().in_order(), "told_areas"),
        Prefetch("signatories", signatories, "told_signatories"),
        Prefetch("focus_areas", to_attr="told_focus"),
        Prefetch("action_plans", to_attr="told_plans"),
        Prefetch("documents", to_attr="told_documents"),
    )


@router.get("/agreements", response=Agreements, summary=_("Avtal"))
def agreements(request: HttpRequest, response: HttpResponse, asked: Query[AgreementFilter]) -> Any:
    must_be_one_of(Area.objects.published(), "area", asked.area)
    must_be_one_of(Organisation.objects.published(), "party", asked.party)
    shown = with_parts(Agreement.objects.published().in_order())
    to = {"kind": asked.kind, "areas__slug": asked.area, "parties__slug": asked.party}
    return page_of(request, response, narrowed(shown, **to), asked)


@router.get("/agreements/{slug:slug}", response=AgreementData, summary=_("Ett avtal"))
def agreement(request: HttpRequest, slug: Slug) -> Any:
    return found(with_parts(Agreement.objects.all()), slug=slug)
