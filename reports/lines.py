"""The lines of a report: an indicator with its newest figures, compared, and its history."""

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from reports.comparisons import Outcome, Reason
from reports.models import Indicator, Observation, Release, Territory
from reports.statistics import CLEAR, Estimate, Interval

Row = dict[str, Any]
Key = tuple[str, str]  # an indicator and a territory, by their codes


class Moment(NamedTuple):
    """One period of a history, in the unit of the indicator. None where nothing may be shown."""

    begins: date
    ends: date
    here: float | None
    lower: float | None
    upper: float | None
    whole: float | None


@dataclass
class Line:
    """An indicator in one part of the area.

    `whole` is Borås in the same period, `beside` the newest figures of all other places.
    """

    here: Observation
    whole: Observation | None = None
    beside: list[Observation] = field(default_factory=list)
    history: list[Moment] = field(default_factory=list)
    trend: Row | None = None

    @property
    def indicator(self) -> Indicator:
        return self.here.indicator

    @property
    def territory(self) -> Territory:
        return self.here.territory

    @property
    def outcome(self) -> Outcome:
        """How the area stands against the rest of Borås."""
        return Outcome(self._comparison["outcome"])

    @property
    def is_clear(self) -> bool:
        """Whether the outcome holds at the stricter of the two levels."""
        return bool(self._comparison["level"] == CLEAR)

    @property
    def is_told(self) -> bool:
        """Whether there is a difference that the figures can tell."""
        return self.outcome not in (Outcome.CANNOT_TELL, Outcome.NOT_CALCULATED)

    @property
    def reason(self) -> Reason | None:
        """Why nothing was calculated; None if it was."""
        found = self._comparison.get("reason")
        return Reason(found) if found else None

    @property
    def base_needed(self) -> int | None:
        """How many persons it would take to tell, where their number isn't known."""
        return self._comparison.get("base_needed")

    @property
    def rest(self) -> Estimate | None:
        """The rest of Borås."""
        return _estimate(self._comparison.get("rest"))

    @property
    def difference(self) -> Estimate | None:
        """The area less the rest of Borås."""
        return _estimate(self._comparison.get("difference"))

    @property
    def _comparison(self) -> Row:
        return self.here.comparison


def lines(release: Release, indicators: Iterable[Indicator] | None = None) -> list[Line]:
    """The lines of a release for everybody, all sexes and ages: of all indicators, or of some."""
    if indicators is None:
        indicators = release.indicators().with_efforts()
        codes = {*release.data["indicators"]}
    else:
        codes = {indicator.code for indicator in indicators}
    picked = _picked(_series(release, codes), release.data["territories"])
    rows = [row for each in picked.values() for row in each.rows]
    observations = zip(rows, release.observations(rows, indicators), strict=True)
    by_row = {id(row): observation for row, observation in observations}
    trends = {_key(each): each for each in release.data["trends"] if _counts_everybody(each)}
    return [_line(each, by_row, trends.get(key)) for key, each in picked.items()]


def _counts_everybody(row: Row) -> bool:
    return row["sex"] == "all" and row["age_from"] is None and row["age_to"] is None


def _key(row: Row) -> Key:
    return row["indicator"], row["territory"]


def _period(row: Row) -> tuple[str | None, str | None]:
    return row["from"], row["to"]


def _series(release: Release, codes: Container[str]) -> dict[Key, list[Row]]:
    """The rows of each indicator and territory, oldest first."""
    series: dict[Key, list[Row]] = defaultdict(list)
    for row in release.data["observations"]:
        if row["indicator"] in codes and _counts_everybody(row):
            series[_key(row)].append(row)
    return series


class _Picked(NamedTuple):
    """The rows that make a line."""

    here: Row
    whole: Row | None
    beside: list[Row]
    history: list[Moment]

    @property
    def rows(self) -> list[Row]:
        return [row for row in (self.here, self.whole, *self.beside) if row]


def _picked(series: dict[Key, list[Row]], territories: dict[str, Row]) -> dict[Key, _Picked]:
    """What each line in the area is made from."""
    by_code: dict[str, dict[str, list[Row]]] = defaultdict(dict)
    for (code, territory), rows in series.items():
        by_code[code][territory] = rows
    return {
        (code, territory): _pick(rows, by_code[code], territories)
        for (code, territory), rows in series.items()
        if territories[territory]["here"]
    }


def _pick(
    rows: list[Row], everywhere: dict[str, list[Row]], territories: dict[str, Row]
) -> _Picked:
    here, wholes = rows[-1], _whole(everywhere, territories)
    whole = next((row for row in wholes if _period(row) == _period(here)), None)
    beside = [
        found[-1]
        for territory, found in everywhere.items()
        if not territories[territory]["here"] and not (found is wholes and whole)
    ]
    return _Picked(here, whole, beside, _history(rows, wholes))


def _line(picked: _Picked, by_row: dict[int, Observation], trend: Row | None) -> Line:
    return Line(
        here=by_row[id(picked.here)],
        whole=by_row[id(picked.whole)] if picked.whole else None,
        beside=[by_row[id(row)] for row in picked.beside],
        history=picked.history,
        trend=trend,
    )


def _whole(everywhere: dict[str, list[Row]], territories: dict[str, Row]) -> list[Row]:
    """The rows of Borås as a whole, oldest first."""
    for territory, rows in everywhere.items():
        if territories[territory]["division"] == "municipality":
            return rows
    return []


def _history(rows: list[Row], whole_rows: list[Row]) -> list[Moment]:
    wholes = {_period(row): row["value"] for row in whole_rows}
    return [
        Moment(
            date.fromisoformat(row["from"]),
            date.fromisoformat(row["to"] or row["from"]),
            row["value"],
            row["lower"],
            row["upper"],
            wholes.get(_period(row)),
        )
        for row in rows
        if row["from"]
    ]


def _estimate(told: Row | None) -> Estimate | None:
    return Estimate(told["value"], Interval(told["lower"], told["upper"])) if told else None
