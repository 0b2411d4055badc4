"""News and press releases, the latest first."""

from datetime import datetime
from typing import Annotated, Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router
from pydantic import Field

from areas.models import Area
from initiatives.models import Initiative
from news.models import NewsItem
from open_data.api.finding import found, must_be_one_of, narrowed
from open_data.api.pagination import Page, Paging, page_of
from open_data.api.schemas import WITH_PAGE, LinkData, Named, OneOf, PageData, Slug
from partners.models import Agreement, Organisation
from publishing.models import PublishedQuerySet
from reports.models import Report

router = Router()
NewsKind = Annotated[str, OneOf(NewsItem.Kind)]


class NewsData(PageData):
    kind: NewsKind = Field(description=_("Slag av nyhet, som kod."))
    kind_name: str = Field(alias="get_kind_display", description=_("Slag av nyhet."))
    dated_at: datetime = Field(description=_("Nyhetens datum och tid."))
    areas: list[LinkData] = Field(alias="told_areas", description=_("Områden den handlar om."))
    initiatives: list[LinkData] = Field(
        alias="told_initiatives", description=_("Insatser den handlar om.")
    )
    agreements: list[LinkData] = Field(
        alias="told_agreements", description=_("Avtal den handlar om.")
    )
    organisations: list[LinkData] = Field(
        alias="told_organisations", description=_("Organisationer den handlar om.")
    )
    reports: list[LinkData] = Field(
        alias="told_reports", description=_("Kunskapsunderlag den handlar om.")
    )


class News(Page[NewsData]):
    pass


class NewsFilter(Paging):
    kind: NewsKind | None = Field(None, description=_("Bara ett slag av nyhet."))
    area: Named | None = Field(
        None, description=_("Bara de som handlar om ett område."), examples=["norrby"]
    )
    year: int | None = Field(
        None, ge=1900, le=2200, description=_("Bara från ett år."), examples=[2013]
    )


def with_parts(news: PublishedQuerySet) -> QuerySet[NewsItem]:
    """With the published pages that they are about."""
    return news.select_related(*WITH_PAGE).prefetch_related(
        Prefetch("areas", Area.objects.published().in_order(), "told_areas"),
        Prefetch("initiatives", Initiative.objects.published().in_order(), "told_initiatives"),
        Prefetch("agreements", Agreement.objects.published().in_order(), "told_agreements"),
        Prefetch(
            "organisations", Organisation.objects.published().in_order(), "told_organisations"
        ),
        Prefetch("reports", Report.objects.published(), "told_reports"),
    )


@router.get("/news", response=News, summary=_("Nyheter"))
def news(request: HttpRequest, response: HttpResponse, asked: Query[NewsFilter]) -> Any:
    must_be_one_of(Area.objects.published(), "area", asked.area)
    to = {"kind": asked.kind, "areas__slug": asked.area, "dated_at__year": asked.year}
    shown = narrowed(with_parts(NewsItem.objects.published()), **to)
    return page_of(request, response, shown, asked)


@router.get("/news/{slug:slug}", response=NewsData, summary=_("En nyhet"))
def news_item(request: HttpRequest, slug: Slug) -> Any:
    return found(with_parts(NewsItem.objects.all()), slug=slug)
