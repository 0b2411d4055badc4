"""What is done for health, and the way to what suits you."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from areas.forms import MOST_AREAS
from areas.models import Area
from initiatives.forms import FitForm
from initiatives.models import Initiative, InitiativeArea
from publishing.views import MOST, PublishedList, PublishedPage


def with_area_states(initiatives: QuerySet[Initiative]) -> QuerySet[Initiative]:
    """Adds to each initiative its published areas, as `places`."""
    states = InitiativeArea.objects.published().select_related("area")
    return initiatives.prefetch_related(Prefetch("area_states", states, to_attr="places"))


class InitiativeList(PublishedList):
    queryset = Initiative.objects.all()
    template_name = "initiatives/list.html"

    def get_queryset(self) -> QuerySet[Initiative]:
        areas = Area.objects.published().in_order()[:MOST_AREAS]
        self.form = FitForm(self.request.GET or None, areas=areas)
        initiatives = super().get_queryset()
        if self.form.is_valid():
            initiatives = initiatives.fitting(**self.form.cleaned_data)
        return with_area_states(initiatives.in_order())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(form=self.form, **kwargs)


class InitiativeDetail(PublishedPage):
    queryset = Initiative.objects.all()
    template_name = "initiatives/detail.html"

    def related(self, page: Any) -> dict[str, Any]:
        places = list(page.area_states.published().select_related("area")[:MOST])
        home_areas = list(page.lives_in.published().in_order()[:MOST])
        return {
            "places": places,
            "home_areas": home_areas,
            "shown_areas": [*home_areas, *(place.area for place in places)],
            "partnerships": page.partnerships.published()
            .select_related("organisation")
            .in_order("organisation")[:MOST],
            "occasions": list(page.occasions.upcoming()[:MOST]),
            "materials": page.materials.select_related("document")[:MOST],
            "news": page.news.with_latest()[:3],
        }
