"""How many a figure counts, and whether they are too few to be shown."""

from decimal import Decimal
from typing import Protocol

from reports.models.figures import Indicator

_SHARES = (Indicator.ValueType.PROPORTION, Indicator.ValueType.RATE)


class Counted(Protocol):
    """The numbers of a figure, as far as they are known."""

    @property
    def count(self) -> int | None: ...
    @property
    def denominator(self) -> int | None: ...
    @property
    def value(self) -> Decimal | None: ...
    @property
    def answers(self) -> int | None: ...


def cases(indicator: Indicator, figure: Counted) -> int | None:
    """How many are counted: as given, or as the value tells. None if it tells nothing of it."""
    if figure.count is not None or figure.value is None:
        return figure.count
    if indicator.value_type == Indicator.ValueType.COUNT:
        return round(figure.value)
    if figure.denominator and indicator.value_type in _SHARES:
        return round(Decimal(figure.denominator) * Decimal(figure.value) / indicator.multiplier)
    return None


def is_too_small(indicator: Indicator, figure: Counted) -> bool:
    """Whether the indicator's rule for small numbers forbids the figure to be shown."""
    of = figure.denominator
    counted = cases(indicator, figure)
    answers = of if figure.answers is None else figure.answers
    return _is_few(of if counted is None else counted, indicator.fewest_cases) or (
        indicator.is_survey and _is_few(answers, indicator.fewest_answers)
    )


def _is_few(number: int | None, fewest: int) -> bool:
    return number is not None and 0 < number < fewest
