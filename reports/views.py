"""Knowledge reports: what is known about living conditions in each area."""

from typing import Any

from django.db.models import QuerySet

from publishing.views import MOST, PublishedList, PublishedPage
from reports.models import Report


class ReportList(PublishedList):
    queryset = Report.objects.all()
    template_name = "reports/list.html"

    def get_queryset(self) -> QuerySet[Report]:
        return super().get_queryset().select_related("area")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"areas": [report.area for report in context["items"]]}


class ReportDetail(PublishedPage):
    queryset = Report.objects.all()
    template_name = "reports/detail.html"

    def get_queryset(self) -> QuerySet[Report]:
        return super().get_queryset().select_related("area")

    def related(self, page: Any) -> dict[str, Any]:
        area = page.area
        figures = list(page.figures())
        return {
            "chapters": page.chapters.select_related("chapter")[:MOST],
            "residents_figures": [
                it
                for it in figures
                if it.indicator.by_residents and it.territory.area_id == area.pk
            ],
            "figures": [it for it in figures if not it.indicator.by_residents],
            "arenas": area.arenas.published()[:MOST],
            "initiative_states": area.initiative_states.published().select_related("initiative")[
                :MOST
            ],
            "agreements": area.agreements.published()[:MOST],
            "news": page.news.with_latest()[:3],
        }
