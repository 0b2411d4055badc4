"""The areas of the city, and all that goes on in one of them."""

from typing import Any

from django.db.models import QuerySet

from areas.models import Area
from publishing.views import MOST, PublishedList, PublishedPage


class AreaList(PublishedList):
    queryset = Area.objects.all()
    template_name = "areas/list.html"

    def get_queryset(self) -> QuerySet[Area]:
        return super().get_queryset().in_order()


class AreaDetail(PublishedPage):
    """An area. What belongs to higher layers comes through the area's own managers."""

    queryset = Area.objects.all()
    template_name = "areas/detail.html"

    def related(self, page: Any) -> dict[str, Any]:
        report = page.reports.published().filter(is_example=False).first()
        figures = [it for it in report.figures() if it.territory.is_here] if report else []
        return {
            "arenas": page.arenas.published().in_order()[:MOST],
            "initiative_states": page.initiative_states.published().select_related("initiative")[
                :MOST
            ],
            "report": report,
            "residents_figures": [it for it in figures if it.indicator.by_residents][:MOST],
            "figures": [it for it in figures if not it.indicator.by_residents][:MOST],
            "agreements": page.agreements.published().in_order()[:MOST],
            "news": page.news.with_latest()[:3],
        }
