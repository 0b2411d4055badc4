"""The loom on the home page: areas are its warp, and what goes on is its weft.

Where a weft lies over a warp it is there, and says so in a word; where it dives under, it is not.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Prefetch, Subquery
from django.utils.translation import gettext as _

from areas.models import Area
from initiatives.models import Initiative
from initiatives.views import with_area_states
from partners.models import Agreement
from reports.models import Report

WARPS = 5  # More threads than this can't be told apart on a phone.
WEFTS = 6


@dataclass(frozen=True)
class Knot:
    """Where a weft lies over a warp."""

    column: int
    area: Area
    state: str
    word: str
    address: str = ""


@dataclass(frozen=True)
class Weft:
    """One thing that goes on, across the areas."""

    told: Any  # what the weft is about, or None for a row that the site writes itself
    knots: list[Knot]


def wefts(areas: list[Area]) -> list[Weft]:
    """The rows of the loom for these areas: initiatives, then agreements that name areas."""
    columns = {area.pk: column for column, area in enumerate(areas, 1)}
    rows = [_initiative(initiative, columns) for initiative in _initiatives()]
    rows += [_agreement(agreement, columns) for agreement in _agreements()]
    return rows


def report_knots(areas: list[Area]) -> list[Knot]:
    """Where there is a knowledge report to read."""
    columns = {area.pk: column for column, area in enumerate(areas, 1)}
    real = Report.objects.published().filter(is_example=False)
    first = real.filter(area=OuterRef("area")).values("pk")[:1]
    reports = Report.objects.published().filter(area__in=areas, pk=Subquery(first))
    return [
        Knot(columns[report.area_id], report.area, "read", _("Läs"), report.get_absolute_url())
        for report in reports.select_related("area")
    ]


def _initiatives() -> Any:
    return with_area_states(Initiative.objects.published().in_order()[:WEFTS])


def _agreements() -> Any:
    named = Prefetch("areas", Area.objects.published(), to_attr="named_areas")
    return Agreement.objects.published().in_order().prefetch_related(named)[:WEFTS]


def _initiative(initiative: Any, columns: dict[int, int]) -> Weft:
    knots = [
        Knot(columns[place.area_id], place.area, place.state, place.get_state_display())
        for place in initiative.places
        if place.area_id in columns
    ]
    return Weft(initiative, knots)


def _agreement(agreement: Agreement, columns: dict[int, int]) -> Weft:
    knots = [
        Knot(columns[area.pk], area, "ongoing", _("Gäller"))
        for area in agreement.named_areas
        if area.pk in columns
    ]
    return Weft(agreement, knots)
