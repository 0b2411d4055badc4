"""The one data set of a report: what every page, chart and file of a release is made from.

It holds the observations as they may be shown, small numbers hidden, with what was computed from
them and the words that explain them. The same observations always give the same data, whatever
order they are stored in.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from reports import comparisons, disclosure, statistics
from reports.models import Indicator, Observation, Report, Territory
from reports.statistics import Direction, Estimate, Point
from reports.wording import chapters_of, described, placed, told, words_of

VERSION = 2
_DIGITS = 6
_SHARES = (Indicator.ValueType.PROPORTION, Indicator.ValueType.RATE)
_NUMBERS = ("count", "denominator", "value", "lower", "upper", "answers", "response_rate")


class Dataset(NamedTuple):
    """The data, and what had to be hidden in it: for staff only."""

    data: dict[str, Any]
    hidden: list[tuple[Observation, disclosure.Reason]]


def dataset(report: Report) -> Dataset:
    """The figures of a report as they would be released now."""
    observations, hidden = _shown(report)
    for each, _reason in hidden:
        _blank(each)
    indicators = _used(observations, "indicator")
    chapters = chapters_of(report, indicators)
    data = {
        "version": VERSION,
        "report": report.slug,
        "area": report.area.slug,
        **words_of(report, chapters),
        "indicators": {each.code: described(each, chapters) for each in indicators},
        "territories": {
            each.code: placed(each, report.area_id) for each in _used(observations, "territory")
        },
        "observations": _rows(observations, report.area_id),
        "trends": list(_trends(observations)),
    }
    return Dataset(data, hidden)


def _shown(report: Report) -> tuple[list[Observation], list[tuple[Observation, Any]]]:
    """The figures of a report, here and in wholes; and which of them must be hidden, and why.

    All areas are looked at together: one report must not give away what another hides. They are
    read once, so that nobody changes a figure between the look and the release.
    """
    everywhere = sorted(report.observations_everywhere(), key=_order)
    reasons = disclosure.hidden(everywhere)
    here_or_whole = (None, report.area_id)
    shown = [(n, it) for n, it in enumerate(everywhere) if it.territory.area_id in here_or_whole]
    hidden = [(each, reasons[place]) for place, each in shown if place in reasons]
    return [each for _place, each in shown], hidden


def _order(each: Observation) -> tuple[Any, ...]:
    period = str(each.period_from or ""), str(each.period_to or "")
    ages = [-1 if age is None else age for age in (each.age_from, each.age_to)]
    indicator = each.indicator.order, each.indicator.code
    return *indicator, each.territory.code, *period, each.sex, *ages


def _blank(observation: Observation) -> None:
    """Takes every number away; the observation itself stays as it is stored."""
    observation.status = Observation.Status.SUPPRESSED
    for name in (*_NUMBERS, *observation.columns_of("note")):
        setattr(observation, name, None)


def _used(observations: Iterable[Observation], relation: str) -> list[Any]:
    return list({getattr(each, relation): None for each in observations})


def _rows(observations: Sequence[Observation], area_id: int) -> list[dict[str, Any]]:
    wholes = {_cell(each): each for each in observations if _is_whole(each)}
    rows = []
    for each in observations:
        row = _row(each)
        if each.territory.area_id == area_id:
            row["comparison"] = _compared(comparisons.compare(each, wholes.get(_cell(each))))
        rows.append(row)
    return rows


def _is_whole(each: Observation) -> bool:
    return each.territory.division == Territory.Division.MUNICIPALITY


def _cell(each: Observation) -> tuple[Any, ...]:
    """What an observation is of, but for the territory."""
    period = each.period_from, each.period_to
    return each.indicator_id, *period, each.sex, each.age_from, each.age_to


def _row(each: Observation) -> dict[str, Any]:
    row = {name: _number(getattr(each, name)) for name in _NUMBERS}
    if each.status != Observation.Status.SUPPRESSED and _is_computed(each):
        row |= _estimated(comparisons.estimate(each))
    elif each.indicator.value_type in _SHARES:
        row |= {"lower": None, "upper": None}  # A typed interval has nothing to stand on.
    return row | {
        "indicator": each.indicator.code,
        "territory": each.territory.code,
        "from": each.period_from and each.period_from.isoformat(),
        "to": each.period_to and each.period_to.isoformat(),
        "sex": each.sex,
        "age_from": each.age_from,
        "age_to": each.age_to,
        "status": each.status,
        "note": told(each, "note"),
    }


def _is_computed(each: Observation) -> bool:
    """Whether the value follows from its counts, so that a typed one must not stand."""
    return each.indicator.value_type in _SHARES and comparisons.has_base(each)


def _number(value: Any) -> Any:
    return value if value is None or isinstance(value, int) else round(float(value), _DIGITS)


def _estimated(of: Estimate) -> dict[str, float]:
    return {
        "value": _number(of.value),
        "lower": _number(of.interval.lower),
        "upper": _number(of.interval.upper),
    }


def _compared(found: comparisons.Comparison) -> dict[str, Any]:
    told: dict[str, Any] = {"outcome": found.outcome.value, "level": found.level}
    if found.rest and found.difference:
        told |= {"rest": _estimated(found.rest), "difference": _estimated(found.difference)}
    if found.reason:
        told |= {"reason": found.reason.value, "base_needed": found.base_needed}
    return told


def _trends(observations: Iterable[Observation]) -> Iterable[dict[str, Any]]:
    """The change over time of every series that can be told of."""
    series: dict[tuple[str, str, str, Any, Any], list[Observation]] = defaultdict(list)
    for each in observations:
        if each.indicator.value_type in _SHARES and each.period_from:
            key = each.indicator.code, each.territory.code, each.sex, each.age_from, each.age_to
            series[key].append(each)
    for (indicator, territory, sex, age_from, age_to), found in series.items():
        if trend := _trend(found):
            names = {"indicator": indicator, "territory": territory, "sex": sex}
            yield names | {"age_from": age_from, "age_to": age_to} | trend


def _trend(observations: Sequence[Observation]) -> dict[str, Any] | None:
    """Which way a series goes; None if it is too short, has holes, or if its periods overlap.

    What is hidden is hidden for its value, so the rest would tell of another change.
    """
    spans = [(each.period_from, each.period_to or each.period_from) for each in observations]
    overlap = any(one[1] >= next_[0] for one, next_ in pairwise(spans))
    if overlap or not all(map(_is_computed, observations)):
        return None
    times = [each.period_from.toordinal() / 365.25 for each in observations]
    points = [
        Point(time, each.count, each.denominator)
        for time, each in zip(times, observations, strict=True)
    ]
    z = statistics.trend(points, is_rate=_is_rate(observations[0]))
    if z is None:
        return None
    found = statistics.trend_finding(z)
    direction = {Direction.UP: "up", Direction.DOWN: "down"}.get(found.direction, "cannot-tell")
    return {"direction": direction, "level": found.level, "points": len(points)}


def _is_rate(each: Observation) -> bool:
    return each.indicator.value_type == Indicator.ValueType.RATE
