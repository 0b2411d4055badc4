"""What the figures of one row must agree with: the indicator, and each other."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reports.importing.cells import FIGURES, Figures
from reports.importing.numbers import written
from reports.models import Indicator, Observation, counted

Problem = tuple[str, str]
_Type = Indicator.ValueType
_SHARES = (_Type.PROPORTION, _Type.RATE)
_FREE = (_Type.MEAN, _Type.INDEX)  # may be below zero
_ABSENT = (Observation.Status.NOT_COLLECTED, Observation.Status.NOT_APPLICABLE)
_IN_UNIT = ("value", "lower", "upper")
_NUMBERS = FIGURES[:7]
_HALF = Decimal("0.5")


def problems(indicator: Indicator, figures: Figures) -> Iterator[Problem]:
    """What is wrong with the figures of one cell, by the field that it shows in."""
    yield from _parts(figures)
    yield from _range(indicator, figures)
    yield from _interval(figures)
    yield from _sum(indicator, figures)
    yield from _presence(indicator, figures)


def completed(indicator: Indicator, figures: Figures) -> Figures:
    """With what follows from the rest: of a count its value, of few that they aren't shown."""
    if indicator.value_type == _Type.COUNT and figures.value is None and figures.count is not None:
        figures = replace(figures, value=Decimal(figures.count))
    if counted.is_too_small(indicator, figures):
        return replace(figures, status=str(Observation.Status.SUPPRESSED))
    return figures


def _parts(figures: Figures) -> Iterator[Problem]:
    count, denominator = figures.count, figures.denominator
    if count is not None and denominator is not None and count > denominator:
        told = f"Antalet {written(count)} är större än nämnaren {written(denominator)}."
        yield "count", f"{told} Kontrollera båda."


def _range(indicator: Indicator, figures: Figures) -> Iterator[Problem]:
    for name in _IN_UNIT:
        number = getattr(figures, name)
        if number is None:
            continue
        if number < 0 and indicator.value_type not in _FREE:
            yield name, f"{written(number)} är mindre än noll. Skriv noll eller mer."
        if indicator.value_type == _Type.PROPORTION and number > indicator.multiplier:
            most = written(indicator.multiplier)
            yield name, f"{written(number)} är för stort. Andelen kan vara högst {most}."


def _interval(figures: Figures) -> Iterator[Problem]:
    ordered = [(name, getattr(figures, name)) for name in ("lower", "value", "upper")]
    known = [(name, number) for name, number in ordered if number is not None]
    if [number for _, number in known] != sorted(number for _, number in known):
        yield known[0][0], "Undre gräns, värde och övre gräns ska komma i den ordningen."


def _sum(indicator: Indicator, figures: Figures) -> Iterator[Problem]:
    """A typed value must be what its counts give, as far as it is written out."""
    expected = _expected(indicator, figures)
    if figures.value is None or expected is None:
        return
    if indicator.value_type == _Type.COUNT and figures.value != expected:
        yield "value", f"Värdet {written(figures.value)} är inte antalet {written(expected)}."
    elif abs(figures.value - expected) > _rounding(figures.value):
        told = written(expected.quantize(Decimal("0.01")))
        yield (
            "value",
            f"Värdet {written(figures.value)} stämmer inte: antal och nämnare ger {told}.",
        )


def _expected(indicator: Indicator, figures: Figures) -> Decimal | None:
    if figures.count is None:
        return None
    if indicator.value_type == _Type.COUNT:
        return Decimal(figures.count)
    if indicator.value_type in _SHARES and figures.denominator:
        return Decimal(figures.count) * indicator.multiplier / figures.denominator
    return None


def _rounding(value: Decimal) -> Decimal:
    """Half of the last digit that is written."""
    return _HALF.scaleb(min(int(value.normalize().as_tuple().exponent), 0)) + Decimal("1e-9")


def _presence(indicator: Indicator, figures: Figures) -> Iterator[Problem]:
    """Whether there are numbers just when the status says so."""
    if figures.status in _ABSENT:
        if any(getattr(figures, name) is not None for name in _NUMBERS):
            yield "status", "Statusen säger att värdet inte finns, men raden har tal. Ändra ett."
    elif figures.status != Observation.Status.SUPPRESSED and figures.value is None:
        if figures.count is None or indicator.value_type in _FREE:
            yield "value", "Värdet saknas. Fyll i det, eller ange en status som säger varför."
        elif indicator.value_type in _SHARES and not figures.denominator:
            yield "denominator", "Nämnaren saknas. Fyll i den, eller ange värdet."
