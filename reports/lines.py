"""The lines of a report: an indicator with its newest figures, compared, and its history."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reports.comparisons import Outcome, Reason
from reports.models import Indicator, Observation, Release, Territory
from reports.statistics import CLEAR, Estimate, Interval

Row = dict[str, Any]


class Moment(NamedTuple):
    """One period of a history, in the unit of the indicator. None where nothing may be shown."""

    begins: str
    ends: str
    here: float | None
    lower: float | None
    upper: float | None
    whole: float | None


@dataclass
class Line:
    """An indicator in one part of the area."""

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
    rows = [row for row in release.data["observations"] if _counts_everybody(row)]
    if indicators is None:
        indicators = release.indicators().with_efforts()
    else:
        wanted = {indicator.code for indicator in indicators}
        rows = [row for row in rows if row["indicator"] in wanted]
    series = _series(rows)
    newest = {id(found[-1]): found for found in series.values()}
    told = [row for row in rows if id(row) in newest]
    observations = release.observations(told, indicators)
    by_row = {id(row): it for row, it in zip(told, observations, strict=True)}
    return [
        _line(release, key, found, series, by_row)
        for key, found in series.items()
        if release.data["territories"][key[1]]["here"]
    ]


def _counts_everybody(row: Row) -> bool:
    return row["sex"] == "all" and row["age_from"] is None and row["age_to"] is None


def _series(rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    """The rows of each indicator and territory, oldest first."""
    series: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        series[row["indicator"], row["territory"]].append(row)
    return series


def _line(
    release: Release,
    key: tuple[str, str],
    rows: list[Row],
    series: dict[tuple[str, str], list[Row]],
    by_row: dict[int, Observation],
) -> Line:
    """The line of one series, with the same indicator elsewhere."""
    code, territory = key
    territories = release.data["territories"]
    elsewhere = {t: found for (c, t), found in series.items() if c == code and t != territory}
    wholes = [t for t in elsewhere if territories[t]["division"] == "municipality"]
    beside = [t for t in elsewhere if t not in wholes and not territories[t]["here"]]
    whole_rows = elsewhere[wholes[0]] if wholes else []
    return Line(
        here=by_row[id(rows[-1])],
        whole=by_row[id(whole_rows[-1])] if whole_rows else None,
        beside=[by_row[id(elsewhere[t][-1])] for t in beside],
        history=_history(rows, whole_rows),
        trend=_trend(release, code, territory),
    )


def _history(rows: list[Row], whole_rows: list[Row]) -> list[Moment]:
    wholes = {(row["from"], row["to"]): row["value"] for row in whole_rows}
    return [
        Moment(
            row["from"],
            row["to"],
            row["value"],
            row["lower"],
            row["upper"],
            wholes.get((row["from"], row["to"])),
        )
        for row in rows
        if row["from"]
    ]


def _trend(release: Release, code: str, territory: str) -> Row | None:
    for trend in release.data["trends"]:
        if (trend["indicator"], trend["territory"]) == (code, territory) and _counts_everybody(
            trend
        ):
            return trend
    return None


def _estimate(told: Row | None) -> Estimate | None:
    return Estimate(told["value"], Interval(told["lower"], told["upper"])) if told else None
