"""Where things lie in the charts of a report. The templates draw them.

Everything is in percent of the chart's width and height, so that a chart fits any screen. Values
grow to the right in every language.
"""

import math
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from reports.lines import Line
from reports.models import Indicator

_STEPS = (1, 2, 5, 10)


class Scale(NamedTuple):
    """The values at the two ends of an axis, and the step between its marks."""

    low: float
    high: float
    step: float

    def place(self, value: float) -> str:
        """Where a value lies, in percent, ready for an attribute."""
        share = (value - self.low) / (self.high - self.low)
        return f"{100 * min(max(share, 0), 1):.4g}"

    @property
    def marks(self) -> list[tuple[str, float]]:
        """The places and the values of the marks on the axis."""
        number = round((self.high - self.low) / self.step)
        values = [self.low + each * self.step for each in range(number + 1)]
        return [(self.place(value), value) for value in values]


class Dot(NamedTuple):
    """An area's value with its interval, and the line of what it is compared with."""

    here: str
    lower: str
    upper: str
    rest: str


def scale(values: Sequence[float], ceiling: float | None = None, finest: float = 0) -> Scale:
    """An axis with round ends that holds all values; it never passes zero or the ceiling.

    Its step is not finer than `finest`, so that its ends can be written out.
    """
    low, high = min(values), max(values)
    step = _round_step(max((high - low) / 4 or abs(high) / 4 or 1, finest))
    first, last = math.floor(low / step) * step, math.ceil(high / step) * step
    if last == first:
        last = first + step
    if ceiling is not None and high <= ceiling:
        last = min(last, ceiling)
    return Scale(first, last, step)


def _round_step(least: float) -> float:
    """The smallest of 1, 2, 5, 10 times a power of ten that is not less."""
    power = 1.0
    while power > least:
        power /= 10
    while power * 10 <= least:
        power *= 10
    return next(each * power for each in _STEPS if each * power >= least)


def dot_scale(lines: Sequence[Line]) -> Scale | None:
    """The common axis of lines of one unit; None if none of them has an interval."""
    values: list[float] = []
    for line in lines:
        if line.rest and line.here.lower is not None:
            values += [line.here.lower, line.here.upper, line.rest.value]
    if not values:
        return None
    finest = 10.0 ** -min(line.indicator.decimals for line in lines)
    return scale(values, _ceiling(lines[0]), finest)


def dot(line: Line, axis: Scale) -> Dot | None:
    """The dot, the interval and the comparison of a line; None if it was not compared."""
    if not line.rest or line.here.lower is None:
        return None
    values = (line.here.value, line.here.lower, line.here.upper, line.rest.value)
    return Dot(*(axis.place(value) for value in values))


def _ceiling(line: Line) -> float | None:
    indicator = line.indicator
    is_share = indicator.value_type == Indicator.ValueType.PROPORTION
    return float(indicator.multiplier) if is_share else None


class Trend(NamedTuple):
    """Two lines over the periods, as points of an SVG polyline in a box of 100 by 100.

    A gap in the figures is a gap in the line.
    """

    here: list[str]
    whole: list[str]
    axis: Scale


def trend(line: Line) -> Trend | None:
    """The history of a line, drawn; None with fewer than two periods that may be shown."""
    history = line.history
    if sum(each.here is not None for each in history) < 2:
        return None
    values = [v for each in history for v in (each.here, each.whole) if v is not None]
    axis = scale(values, _ceiling(line), 10.0**-line.indicator.decimals)
    places = _places([each.begins for each in history])
    here = _polylines(places, [each.here for each in history], axis)
    whole = _polylines(places, [each.whole for each in history], axis)
    return Trend(here, whole, axis)


def _places(days: Sequence[date]) -> list[float]:
    """Where each period lies from the first to the last, in percent."""
    first, length = days[0], (days[-1] - days[0]).days or 1
    return [100 * (day - first).days / length for day in days]


def _polylines(places: Sequence[float], values: Sequence[float | None], axis: Scale) -> list[str]:
    """One polyline for each unbroken run of values; a value alone is a line of no length."""
    runs: list[list[str]] = [[]]
    for place, value in zip(places, values, strict=True):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(f"{place:.4g},{100 - float(axis.place(value)):.4g}")
    return [" ".join(run if len(run) > 1 else run * 2) for run in runs if run]
