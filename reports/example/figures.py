"""Invents the figures of the example: the same ones each time, to the last digit.

Everything is summed from its parts: the sexes make up all, and the areas with the rest of Borås
make up the city. No area comes out better than another on the whole. Only sums, products and
square roots are used, which are the same on every machine.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from math import fsum, sqrt
from random import Random
from typing import NamedTuple

from reports.example.plan import AREAS, REST, Measure, measures, people, willing

SEED = 2024
LAST_YEAR = 2023
PERIODS = 10
CITY = "boras"
SEXES = {"women": 0.497, "men": 0.503}  # and their shares of the population
GROWTH = 0.008  # of the population, each period
Z = 1.96
# In the first edition these had the figures of the year before in the last year.
MISTAKEN = ("exempel-gymnasiebehorighet", "exempel-daglig-rokning")


class Cell(NamedTuple):
    """What a figure is of."""

    indicator: str
    place: str
    first: date
    last: date
    sex: str


@dataclass(frozen=True)
class Numbers:
    """A figure, by the names of an observation's fields."""

    count: int | None = None
    denominator: int | None = None
    value: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    answers: int | None = None
    response_rate: Decimal | None = None


@dataclass(frozen=True)
class Part:
    """Persons who don't overlap with those of other parts, so that parts can be added."""

    of: int
    asked: int
    cases: float

    def __add__(self, other: "Part") -> "Part":
        return Part(self.of + other.of, self.asked + other.asked, self.cases + other.cases)


def invented() -> dict[Cell, Numbers]:
    """Every figure of the example."""
    return {cell: numbers for measure in measures() for cell, numbers in _figures(measure)}


def as_first_published(figures: dict[Cell, Numbers]) -> dict[Cell, Numbers]:
    """The figures that the first edition had wrong: those that the second one corrects."""
    return {
        cell: figures[cell._replace(first=_back(cell.first), last=_back(cell.last))]
        for cell in figures
        if cell.indicator in MISTAKEN and cell.last.year == LAST_YEAR
    }


def _back(day: date) -> date:
    return day.replace(year=day.year - 1)


def _figures(measure: Measure) -> Iterator[tuple[Cell, Numbers]]:
    random = Random(f"{SEED} {measure.name}")  # noqa: S311
    for period in range(PERIODS):
        last = LAST_YEAR - measure.years * (PERIODS - 1 - period)
        days = date(last - measure.years + 1, 1, 1), date(last, 12, 31)
        for (place, sex), part in _summed(_parts(measure, period, random)).items():
            yield Cell(measure.code, place, *days, sex), _numbers(measure, part)


def _parts(measure: Measure, period: int, random: Random) -> dict[tuple[str, str], Part]:
    return {
        (place, sex): _part(measure, place, sex, period, random)
        for place in (*AREAS, REST)
        for sex in SEXES
    }


def _summed(parts: dict[tuple[str, str], Part]) -> dict[tuple[str, str], Part]:
    """Every place that has figures, for each sex and for all."""
    nobody = Part(0, 0, 0)
    found = {}
    for place in (*AREAS, CITY):
        within = (place,) if place in AREAS else (*AREAS, REST)
        for sex in ("all", *SEXES):
            counted = tuple(SEXES) if sex == "all" else (sex,)
            found[place, sex] = sum((parts[p, s] for p in within for s in counted), nobody)
    return found


def _part(measure: Measure, place: str, sex: str, period: int, random: Random) -> Part:
    asked = _asked(measure, place, sex, period)
    share = willing(measure.of)
    of = _drawn(asked * share, asked * share * (1 - share), asked, random) if share else asked
    level = _level(measure, place, sex, period)
    if measure.is_mean:
        return Part(of, asked, of * (level + measure.spread * _chance(random) / sqrt(of)))
    spread = of * level * (1 - level if measure.kind == "proportion" else 1)
    return Part(of, asked, _drawn(of * level, spread, of, random))


def _asked(measure: Measure, place: str, sex: str, period: int) -> int:
    """How many of one sex there are in a place; a survey asks as many each time."""
    grows = 0 if willing(measure.of) else GROWTH * (period - PERIODS + 1)
    return round(people(measure.of, place) * SEXES[sex] * (1 + grows))


def _level(measure: Measure, place: str, sex: str, period: int) -> float:
    """What is expected before chance has its say."""
    level = measure.level + measure.change * (period / (PERIODS - 1) - 1)
    level += measure.gap / 2 * (1 if sex == "women" else -1)
    if place in AREAS:
        level += measure.effects[AREAS.index(place)] * _standard_error(measure, place)
    return level if measure.is_mean else min(max(level, 0.0005), 0.995)


def _standard_error(measure: Measure, place: str) -> float:
    """How far chance alone moves the value of a place."""
    of = people(measure.of, place) * (willing(measure.of) or 1)
    if measure.is_mean:
        return measure.spread / sqrt(of)
    share = measure.level
    return sqrt(share * (1 - share if measure.kind == "proportion" else 1) / of)


def _drawn(expected: float, variance: float, most: int, random: Random) -> int:
    return min(max(round(expected + sqrt(variance) * _chance(random)), 0), most)


def _chance(random: Random) -> float:
    """About normal: a sum, since a logarithm may differ between machines."""
    return fsum(random.random() for _ in range(12)) - 6


def _numbers(measure: Measure, part: Part) -> Numbers:
    if measure.kind == "count":
        return Numbers(count=int(part.cases), value=_decimal(part.cases))
    value = measure.multiplier * part.cases / part.of
    if measure.bare:
        return Numbers(value=_decimal(value, 1))
    told = Numbers(denominator=part.of, value=_decimal(value))
    if willing(measure.of):
        rate = _decimal(100 * part.of / part.asked, 1)
        told = replace(told, answers=part.of, response_rate=rate)
    if not measure.is_mean:
        return replace(told, count=int(part.cases))
    reach = Z * measure.spread / sqrt(part.of)
    return replace(told, lower=_decimal(value - reach), upper=_decimal(value + reach))


def _decimal(number: float, digits: int = 4) -> Decimal:
    return Decimal(f"{number:.{digits}f}")
