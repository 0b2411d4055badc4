"""Small makers of stored figures, for tests that give out a report and read its pages."""

from datetime import date
from itertools import count
from typing import Any

from areas.models import Area
from reports.models import Indicator, Observation, Release, Report, Territory
from reports.releasing import release
from tests.conftest import make_area, make_report

_keys = count(1)
NOTE = {"note_sv": "Siffror för provet."}


def make_indicator(**values: Any) -> Indicator:
    key = next(_keys)
    kind = {"value_type": "proportion", "multiplier": 100, "polarity": "high", "unit": "procent"}
    named = {"code": f"prov-{key}", "title": f"Provmått {key}"}
    return Indicator.objects.create(**{**kind, **named, **values})


def make_territory(area: Area | None, **values: Any) -> Territory:
    division = "district" if area else "municipality"
    title = area.title if area else "Borås"
    named = {"code": f"provplats-{next(_keys)}", "title": title, "division": division}
    return Territory.objects.create(area=area, **{**named, **values})


def observe(indicator: Indicator, territory: Territory, year: int = 2023, **values: Any) -> Any:
    """A stored figure for one year."""
    period = {"period_from": date(year, 1, 1), "period_to": date(year, 12, 31)}
    return Observation.objects.create(
        indicator=indicator, territory=territory, **{**period, **values}
    )


class Place:
    """An area with a report of its own, and the city around it."""

    def __init__(self, **values: Any) -> None:
        self.area = make_area(**values)
        self.report: Report = make_report(area=self.area, title="Provunderlag")
        self.here = make_territory(self.area)
        self.whole = make_territory(None)

    def counted(
        self, here: tuple[int, int], whole: tuple[int, int], year: int = 2023, **kind: Any
    ) -> Indicator:
        """An indicator with its counts here and in the whole city."""
        indicator = kind.pop("of", None) or make_indicator(**kind)
        for territory, (number, of) in ((self.here, here), (self.whole, whole)):
            observe(indicator, territory, year, count=number, denominator=of)
        return indicator

    def give_out(self, **notes: str) -> Release:
        return release(self.report, notes or NOTE)
