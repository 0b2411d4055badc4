"""An area against the rest of Borås: computed from counts, never typed.

The area is a part of the whole, so it is compared with the whole less itself. A percentage
without its counts is compared with nothing: how many persons it would take is told instead.
"""

from enum import StrEnum
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from reports import statistics
from reports.models import Indicator, Observation
from reports.statistics import CLEAR, LIKELY, Direction, Estimate, Interval

LEVELS = (LIKELY, CLEAR)


class Outcome(StrEnum):
    """How an area stands against the rest of Borås."""

    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    CANNOT_TELL = "cannot-tell"
    NOT_CALCULATED = "not-calculated"

    @property
    def words(self) -> str:
        """The outcome in the active language."""
        return str(_OUTCOMES[self])


class Reason(StrEnum):
    """Why a comparison is not calculated."""

    NOT_A_SHARE = "not-a-share"
    NO_COUNTS = "no-counts"
    NO_WHOLE = "no-whole"
    AT_ODDS = "at-odds"
    HIDDEN = "hidden"

    @property
    def words(self) -> str:
        """The reason in the active language, as a sentence."""
        return str(_REASONS[self])


_OUTCOMES = {
    Outcome.BETTER: _("Bättre"),
    Outcome.WORSE: _("Sämre"),
    Outcome.HIGHER: _("Högre"),
    Outcome.LOWER: _("Lägre"),
    Outcome.CANNOT_TELL: _("Går inte att avgöra"),
    Outcome.NOT_CALCULATED: _("Inte beräknat"),
}
_REASONS = {
    Reason.NOT_A_SHARE: _("Ett antal jämförs inte: områdena är olika stora."),
    Reason.NO_COUNTS: _("Vi vet inte hur många personer siffran bygger på."),
    Reason.NO_WHOLE: _("Det finns ingen siffra för hela Borås att jämföra med."),
    Reason.AT_ODDS: _("Områdets och hela Borås intervall går inte ihop."),
    Reason.HIDDEN: _("Siffran visas inte, för att skydda enskilda personer."),
}


class Comparison(NamedTuple):
    """What the figures tell of an area against the rest of Borås, in the unit of the indicator."""

    outcome: Outcome
    level: float = 0  # the strictest level that the outcome holds at; 0 if it can't be told
    rest: Estimate | None = None
    difference: Estimate | None = None
    reason: Reason | None = None
    base_needed: int | None = None


def compare(area: Observation, whole: Observation | None) -> Comparison:
    """An area's observation against the same observation of the city."""
    reason = _why_not(area, whole)
    if reason or not whole:
        needed = _base_needed(area, whole) if reason == Reason.NO_COUNTS else None
        return Comparison(Outcome.NOT_CALCULATED, reason=reason, base_needed=needed)
    parts = {level: (estimate(area, level), rest_of(whole, area, level)) for level in LEVELS}
    gaps = {level: statistics.difference(*pair) for level, pair in parts.items()}
    found = statistics.finding(gaps)
    outcome = _outcome(found.direction, area.indicator.polarity)
    return Comparison(outcome, found.level, parts[LIKELY][1], gaps[LIKELY])


def estimate(observation: Observation, level: float = LIKELY) -> Estimate:
    """A value with its interval, in the unit of the indicator (percent, per thousand …).

    Raises ValueError if the observation has no base: see `has_base`.
    """
    if _is_mean(observation.indicator):
        value, lower, upper = observation.value, observation.lower, observation.upper
        return statistics.given(float(value), float(lower), float(upper), level)
    return _counted(observation.indicator, observation.count, observation.denominator, level)


def _counted(indicator: Indicator, count: int, of: int, level: float) -> Estimate:
    is_rate = indicator.value_type == Indicator.ValueType.RATE
    share = statistics.rate if is_rate else statistics.proportion
    return _times(share(count, of, level), indicator.multiplier)


def _is_mean(indicator: Indicator) -> bool:
    return indicator.value_type in (Indicator.ValueType.MEAN, Indicator.ValueType.INDEX)


def rest_of(whole: Observation, area: Observation, level: float = LIKELY) -> Estimate:
    """The whole less the area, as if it were observed by itself."""
    if _is_mean(whole.indicator):
        return _rest_of_mean(whole, area, level)
    count, of = whole.count - area.count, whole.denominator - area.denominator
    return _counted(whole.indicator, count, of, level)


def _rest_of_mean(whole: Observation, area: Observation, level: float) -> Estimate:
    """The mean of those outside of the area, from two means and their numbers of persons.

    The variance of the whole is that of its two parts, weighted by their shares squared.
    """
    all_of_them, here = estimate(whole, level), estimate(area, level)
    part = area.denominator / whole.denominator
    mean = (all_of_them.value - part * here.value) / (1 - part)
    reach = _square_left(whole, area, level) ** 0.5 / (1 - part)
    return Estimate(mean, Interval(mean - reach, mean + reach))


def _square_left(whole: Observation, area: Observation, level: float = LIKELY) -> float:
    """The squared reach that the rest has in the mean of all; not above zero if that can't be."""
    part = area.denominator / whole.denominator
    return _reach(estimate(whole, level)) ** 2 - (part * _reach(estimate(area, level))) ** 2


def _reach(of: Estimate) -> float:
    return (of.interval.upper - of.interval.lower) / 2


def _times(of: Estimate, scale: int) -> Estimate:
    lower, upper = of.interval
    return Estimate(of.value * scale, Interval(lower * scale, upper * scale))


def has_base(observation: Observation) -> bool:
    """Whether it is known what the value builds on, so that chance can be reckoned with."""
    if not observation.denominator:
        return False
    if _is_mean(observation.indicator):
        return None not in (observation.value, observation.lower, observation.upper)
    return observation.count is not None


def _why_not(area: Observation, whole: Observation | None) -> Reason | None:
    """The reason why the two can't be compared, if there is one."""
    if area.indicator.value_type == Indicator.ValueType.COUNT:
        return Reason.NOT_A_SHARE
    if Observation.Status.SUPPRESSED in (area.status, whole and whole.status):
        return Reason.HIDDEN
    if not whole:
        return Reason.NO_COUNTS if not has_base(area) else Reason.NO_WHOLE
    if not has_base(area) or not has_base(whole) or area.denominator >= whole.denominator:
        return Reason.NO_COUNTS
    if _is_mean(area.indicator) and _square_left(whole, area) <= 0:
        return Reason.AT_ODDS
    return None


def _base_needed(area: Observation, whole: Observation | None) -> int | None:
    """How many persons it would take to tell the area's share from the whole's."""
    if area.indicator.value_type != Indicator.ValueType.PROPORTION or not whole:
        return None
    if area.value is None or whole.value is None:
        return None
    scale = area.indicator.multiplier
    return statistics.base_needed(float(area.value) / scale, float(whole.value) / scale)


def _outcome(direction: Direction, polarity: str) -> Outcome:
    if direction is Direction.CANNOT_TELL:
        return Outcome.CANNOT_TELL
    up = direction is Direction.UP
    if polarity == Indicator.Polarity.NONE:
        return Outcome.HIGHER if up else Outcome.LOWER
    good = up == (polarity == Indicator.Polarity.HIGH)
    return Outcome.BETTER if good else Outcome.WORSE
