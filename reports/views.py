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


class ReportDetail(PublishedPage):
    queryset = Report.objects.all()
    template_name = "reports/detail.html"

    def get_queryset(self) -> QuerySet[Report]:
        return super().get_queryset().select_related("area")

    def related(self, page: Any) -> dict[str, Any]:
        area = page.area
        return {
            "chapters": page.chapters.select_related("chapter")[:MOST],
            "figures": page.figures(),
            "arenas": area.arenas.published()[:MOST],
            "initiative_states": area.initiative_states.published().select_related("initiative")[
                :MOST
            ],
            "agreements": area.agreements.published()[:MOST],
            "news": page.news.published()[:3],
        }
