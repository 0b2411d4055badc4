"""Intervals, comparisons and trends for small areas.

Proportions are from 0 to 1 and rates are cases per person: multiplying for print is the caller's.
Sources:
- Wilson EB (1927), J Am Stat Assoc 22:209-212: interval for a proportion.
- Newcombe RG (1998), Stat Med 17:873-890, method 10: interval for a difference of proportions.
- Breslow NE, Day NE (1987), IARC Scientific Publications 82, p. 69: Byar's interval for a count.
- Zou GY, Donner A (2008), Stat Med 27:1693-1702: MOVER, the same idea for any two intervals.
- Armitage P (1955), Biometrics 11:375-386: trend in proportions, a score test; for rates the
  corresponding score test of a Poisson model.
"""

import math
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

LIKELY = 0.95
CLEAR = 0.998
_Z = {LIKELY: 1.959963984540054, CLEAR: 3.090232306167813}
FEWEST_FOR_A_TREND = 5


class Interval(NamedTuple):
    """From where to where a value lies, at some level of confidence."""

    lower: float
    upper: float


class Estimate(NamedTuple):
    """A value with its interval. With no interval, nothing can be compared with it."""

    value: float
    interval: Interval


class Direction(Enum):
    """Which way a difference or a trend goes, as far as the figures can tell."""

    UP = 1
    DOWN = -1
    CANNOT_TELL = 0


class Finding(NamedTuple):
    """A direction, and the strictest level that it holds at: 0 if it can't be told."""

    direction: Direction
    level: float


def wilson(count: int, of: int, level: float = LIKELY) -> Interval:
    """Wilson's score interval for the proportion `count` / `of`.

    >>> wilson(82, 100)
    Interval(lower=0.7333..., upper=0.8829...)
    """
    if not 0 <= count <= of or of == 0:
        raise ValueError(f"{count} of {of} is no proportion.")
    square = _Z[level] ** 2
    share = count / of
    middle = share + square / (2 * of)
    reach = _Z[level] * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    scale = 1 + square / of
    # At none and at all, rounding may pass the limit that holds exactly.
    lower = 0.0 if count == 0 else (middle - reach) / scale
    upper = 1.0 if count == of else (middle + reach) / scale
    return Interval(max(0.0, lower), min(1.0, upper))


def byar(count: int, level: float = LIKELY) -> Interval:
    """Byar's approximation to the exact interval for a count that follows Poisson.

    >>> byar(10)
    Interval(lower=4.786..., upper=18.390...)
    """
    if count < 0:
        raise ValueError(f"{count} is no count.")
    z, above = _Z[level], count + 1
    lower = count * (1 - 1 / (9 * count) - z / (3 * math.sqrt(count))) ** 3 if count else 0.0
    upper = above * (1 - 1 / (9 * above) + z / (3 * math.sqrt(above))) ** 3
    return Interval(max(0.0, lower), upper)


def proportion(count: int, of: int, level: float = LIKELY) -> Estimate:
    """The proportion `count` / `of` with Wilson's interval."""
    return Estimate(count / of if of else 0.0, wilson(count, of, level))


def rate(count: int, of: int, level: float = LIKELY) -> Estimate:
    """Cases per person, with Byar's interval."""
    if of <= 0:
        raise ValueError(f"A rate in {of} persons is not defined.")
    lower, upper = byar(count, level)
    return Estimate(count / of, Interval(lower / of, upper / of))


def given(value: float, lower: float, upper: float, level: float = LIKELY) -> Estimate:
    """A mean or an index with the 95 % interval that its source gives, at another level.

    Each side is stretched as for a normal distribution.
    """
    if not lower <= value <= upper:
        raise ValueError(f"{value} does not lie between {lower} and {upper}.")
    stretch = _Z[level] / _Z[LIKELY]
    return Estimate(
        value, Interval(value - (value - lower) * stretch, value + (upper - value) * stretch)
    )


def difference(one: Estimate, other: Estimate) -> Estimate:
    """`one` minus `other`, by MOVER; for two proportions that is Newcombe's method 10.

    The two must be independent and have intervals of the same level.

    >>> difference(proportion(56, 70), proportion(48, 80))
    Estimate(value=0.2..., interval=Interval(lower=0.0524..., upper=0.3339...))
    """
    gap = one.value - other.value
    down = math.hypot(one.value - one.interval.lower, other.interval.upper - other.value)
    up = math.hypot(one.interval.upper - one.value, other.value - other.interval.lower)
    return Estimate(gap, Interval(gap - down, gap + up))


def finding(differences: dict[float, Estimate]) -> Finding:
    """What differences at several levels, of the same two, tell: the strictest that does."""
    for level in sorted(differences, reverse=True):
        lower, upper = differences[level].interval
        if lower > 0:
            return Finding(Direction.UP, level)
        if upper < 0:
            return Finding(Direction.DOWN, level)
    return Finding(Direction.CANNOT_TELL, 0)


class Point(NamedTuple):
    """One time of a series: so many cases of so many persons."""

    time: float
    cases: int
    of: int


def trend(points: Sequence[Point], *, is_rate: bool = False) -> float | None:
    """The z of a steady change over time: positive if it goes up.

    Cochran and Armitage's score test for proportions, and the Poisson model's for rates. None
    if there are fewer than five points, or if nothing varies.
    """
    people = sum(point.of for point in points)
    if len(points) < FEWEST_FOR_A_TREND or people == 0:
        return None
    share = sum(point.cases for point in points) / people
    middle = sum(point.time * point.of for point in points) / people
    score = sum((point.time - middle) * point.cases for point in points)
    spread = sum(point.of * (point.time - middle) ** 2 for point in points)
    variance = spread * share * (1 if is_rate else 1 - share)
    return score / math.sqrt(variance) if variance > 0 else None


def trend_finding(z: float | None) -> Finding:
    """What a trend's z tells, at the strictest level that it holds at."""
    for level in (CLEAR, LIKELY):
        if z is not None and abs(z) > _Z[level]:
            return Finding(Direction.UP if z > 0 else Direction.DOWN, level)
    return Finding(Direction.CANNOT_TELL, 0)


def base_needed(share: float, other: float, level: float = LIKELY) -> int | None:
    """How many persons an area needs for a share to differ from `other`, which is taken as exact.

    The smallest base for which Wilson's score test tells them apart. None if they are equal, or
    if `other` is a share that no chance could move.
    """
    if share == other or not 0 < other < 1:
        return None
    return math.floor(_Z[level] ** 2 * other * (1 - other) / (share - other) ** 2) + 1


def false_findings(comparisons: int, level: float = LIKELY) -> float:
    """How many differences chance alone would show among so many comparisons."""
    return comparisons * (1 - level)
