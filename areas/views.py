"""The areas of the city, and all that goes on in one of them."""

from typing import Any

from areas.models import Area
from publishing.views import MOST, PublishedList, PublishedPage

MOST_FIGURES = 200  # looked through for those of the residents and those of registers


class AreaList(PublishedList):
    queryset = Area.objects.all()
    template_name = "areas/list.html"


class AreaDetail(PublishedPage):
    """An area. What belongs to higher layers comes through the area's own managers."""

    queryset = Area.objects.all()
    template_name = "areas/detail.html"

    def related(self, page: Any) -> dict[str, Any]:
        figures = list(page.territories.figures()[:MOST_FIGURES])
        return {
            "arenas": page.arenas.published()[:MOST],
            "initiative_states": page.initiative_states.published().select_related("initiative")[
                :MOST
            ],
            "report": page.reports.published().first(),
            "residents_figures": [it for it in figures if it.indicator.by_residents][:MOST],
            "figures": [it for it in figures if not it.indicator.by_residents][:MOST],
            "agreements": page.agreements.published()[:MOST],
            "news": page.news.with_latest()[:3],
        }
