"""What is measured: the indicators of the newest releases, with the words of today."""

from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Path, Query, Router, Schema
from pydantic import Field

from languages.routing import address
from open_data.api.finding import narrowed
from open_data.api.pagination import Page, Paging, page_of
from open_data.api.problems import none_named
from open_data.api.releases import must_have_releases
from open_data.api.schemas import (
    NAME,
    Named,
    NameData,
    OneOf,
    Text,
    example_in_words,
)
from reports.models import Indicator, Release

router = Router()
Code = Annotated[str, Path(pattern=NAME, max_length=60, description=_("Måttets kod."))]


class Source(Schema):
    """A release that has figures of an indicator."""

    report: str = Field(description=_("Kunskapsunderlaget, som det heter i adressen."))
    release: str = Field(description=_("Utgåvan, som områdets namn, år och nummer."))
    address: str = Field(description=_("Adressen till sidan med siffrorna."))


class IndicatorData(NameData):
    code: str = Field(description=_("Måttets kod."))
    plain_title: Text = Field(description=_("Namn i klarspråk."))
    chapter: NameData | None = Field(description=_("Kapitel."))
    definition: Text = Field(description=_("Definition."))
    rationale: Text = Field(description=_("Varför det mäts."))
    numerator: Text = Field(description=_("Täljare."))
    numerator_source: Text = Field(description=_("Täljarens källa."))
    denominator: Text = Field(description=_("Nämnare."))
    denominator_source: Text = Field(description=_("Nämnarens källa."))
    value_type: Annotated[str, OneOf(Indicator.ValueType)] = Field(
        description=_("Slag av mått, som kod.")
    )
    value_type_name: str = Field(alias="get_value_type_display", description=_("Slag av mått."))
    unit: Text = Field(description=_("Enhet."))
    multiplier: int = Field(
        description=_("Talet som en andel multipliceras med, till exempel 100 för procent.")
    )
    decimals: int = Field(description=_("Antal decimaler som visas."))
    polarity: Annotated[str, OneOf(Indicator.Polarity)] = Field(
        description=_("Om ett högt värde är bra, som kod.")
    )
    polarity_name: str = Field(
        alias="get_polarity_display", description=_("Om ett högt värde är bra.")
    )
    period_type: Annotated[str, OneOf(Indicator.PeriodType, or_nothing=True)] = Field(
        description=_("Slag av period, som kod.")
    )
    collection: Annotated[str, OneOf(Indicator.Collection, or_nothing=True)] = Field(
        description=_("Hur uppgifterna samlas in, som kod.")
    )
    frequency: Text = Field(description=_("Hur ofta."))
    population: Text = Field(description=_("Befolkning."))
    caveats: Text = Field(description=_("Att tänka på."))
    breaks: Text = Field(description=_("Brott i tidsserien."))
    licence: Text = Field(description=_("Licens."))
    owner: Text = Field(description=_("Ansvarig för måttet."))
    next_update: date | None = Field(description=_("Nästa uppdatering."))
    is_example: bool = Field(description=_("Om värdena är påhittade."))
    example: str | None = Field(description=_("Säger med ord att värdena är påhittade."))
    sources: list[Source] = Field(description=_("Utgåvor som har siffror för måttet."))

    @staticmethod
    def resolve_example(indicator: Any) -> str | None:
        return example_in_words(indicator.is_example)


class Indicators(Page[IndicatorData]):
    pass


class IndicatorFilter(Paging):
    report: Named | None = Field(
        None, description=_("Bara mått i ett kunskapsunderlag."), examples=["norrby"]
    )
    is_example: bool | None = Field(
        None, description=_("Bara påhittade värden (true) eller bara riktiga (false).")
    )


def newest_releases(report: str | None = None) -> list[Release]:
    """The newest releases of all reports, or of one, without their figures."""
    releases = narrowed(Release.objects.newest(), report__slug=report).select_related("report")
    without_figures = releases.only("number", "sha256", "report__slug")
    return list(without_figures.order_by("report__area__order", "report__slug"))


@lru_cache(maxsize=1000)
def codes(sha256: str) -> frozenset[str]:
    """The indicators of a release, which never changes: it is large, and read only once."""
    return frozenset(Release.objects.filter(sha256=sha256)[0].data["indicators"])


def with_figures_in(releases: list[Release]) -> QuerySet[Indicator]:
    known: set[str] = set().union(*(codes(release.sha256) for release in releases))
    return Indicator.objects.filter(code__in=known).select_related("chapter")


def sources(code: str, releases: list[Release]) -> list[dict[str, str]]:
    """Where there are figures of an indicator."""
    return [_source(code, release) for release in releases if code in codes(release.sha256)]


def _source(code: str, release: Release) -> dict[str, str]:
    slug = release.report.slug
    page = address("reports:indicator", slug=slug, code=code)
    return {"report": slug, "release": release.name, "address": f"{settings.SITE_URL}{page}"}


@router.get("/indicators", response=Indicators, summary=_("Mått"))
def indicators(request: HttpRequest, response: HttpResponse, asked: Query[IndicatorFilter]) -> Any:
    if asked.report:
        must_have_releases(asked.report)
    releases = newest_releases(asked.report)
    shown = narrowed(with_figures_in(releases), is_example=asked.is_example)
    page = page_of(request, response, shown, asked)
    for each in page["items"]:
        each.sources = sources(each.code, releases)
    return page


@router.get("/indicators/{slug:code}", response=IndicatorData, summary=_("Ett mått"))
def indicator(request: HttpRequest, code: Code) -> Any:
    releases = newest_releases()
    shown = with_figures_in(releases)
    found = shown.filter(code=code).first()
    if not found:
        raise none_named("code", code, shown.values_list("code", flat=True))
    found.sources = sources(code, releases)
    return found
