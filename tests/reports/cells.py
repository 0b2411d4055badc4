"""Small makers of unsaved figures, for tests that need no page."""

from datetime import date
from itertools import count
from typing import Any

from reports.models import Indicator, Observation, Territory

_keys = count(1)


def an_indicator(**values: Any) -> Indicator:
    key = next(_keys)
    kind = {"value_type": "proportion", "multiplier": 100, "polarity": "high"}
    return Indicator(**{"pk": key, "code": f"matt-{key}", "title": "Mått", **kind, **values})


def a_territory(division: str = "district", **values: Any) -> Territory:
    key = next(_keys)
    return Territory(pk=key, code=f"plats-{key}", title="Plats", division=division, **values)


def observed(
    indicator: Indicator, territory: Territory, count: int | None, of: int | None, **values: Any
) -> Observation:
    year = values.pop("year", 2023)
    return Observation(
        indicator=indicator,
        territory=territory,
        period_from=date(year, 1, 1),
        period_to=date(year, 12, 31),
        count=count,
        denominator=of,
        **values,
    )
