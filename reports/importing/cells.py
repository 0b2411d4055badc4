"""What a value is of, what it is, and the rows of a file that tell both."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from reports.models import Observation


class Cell(NamedTuple):
    """What a value is of. There is one value, or none, for each cell."""

    indicator_id: int
    territory_id: int
    period_from: date | None
    period_to: date | None
    sex: str
    age_from: int | None
    age_to: int | None

    @property
    def series(self) -> tuple[Any, ...]:
        """The same but for the period."""
        return self.indicator_id, self.territory_id, self.sex, self.age_from, self.age_to

    @property
    def elsewhere(self) -> tuple[Any, ...]:
        """The same but for the territory."""
        period = self.period_from, self.period_to
        return self.indicator_id, *period, self.sex, self.age_from, self.age_to


@dataclass(frozen=True, slots=True)
class Figures:
    """What is known of a cell."""

    count: int | None = None
    denominator: int | None = None
    value: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    answers: int | None = None
    response_rate: Decimal | None = None
    status: str = str(Observation.Status.OK)
    note: str = ""


FIGURES = tuple(field.name for field in fields(Figures))


class Row(NamedTuple):
    """A row of a file. Figures whose columns the file leaves out aren't told of by it."""

    number: int
    cell: Cell
    told: tuple[Any, ...]
