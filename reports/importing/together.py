"""What the rows of a file must agree with: each other, and what is stored."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from reports.importing.cells import Cell, Figures, Row
from reports.importing.codes import Codes
from reports.importing.numbers import written
from reports.importing.periods import in_words
from reports.importing.stored import Stored
from reports.models import Indicator, Territory

Found = Iterator[tuple[int, str, str]]  # row, field and problem
_NOT_PARTS = (Territory.Division.MUNICIPALITY, Territory.Division.REGION)
_WORDS = {"count": "Antalet", "denominator": "Nämnaren", "value": "Värdet"}


class _Span(NamedTuple):
    """A period of a series, and where it stands: 0 if it is stored and not in the file."""

    first: date
    last: date
    number: int
    is_new: bool

    @property
    def place(self) -> str:
        return f"på rad {self.number}" if self.number else "som redan finns"


def repeated(rows: Iterable[Row]) -> Found:
    """Rows that tell of the same cell as one above."""
    first: dict[Cell, int] = {}
    for row in rows:
        above = first.setdefault(row.cell, row.number)
        if above != row.number:
            problem = f"Rad {above} har samma indikator, geografi, period, kön och ålder."
            yield row.number, "indicator", f"{problem} Ta bort den ena."


def mixed(rows: Iterable[Row], codes: Codes) -> Found:
    """The first row that is an example where the others aren't, or the other way round."""
    is_example = None
    for row in rows:
        territory = codes.territories[row.cell.territory_id]
        this = codes.indicators[row.cell.indicator_id].is_example or territory.is_example
        if is_example is None:
            is_example = this
        if this != is_example:
            problem = "Exempel med påhittade värden kan inte stå i samma fil som riktiga värden."
            yield row.number, "indicator", f"{problem} Dela upp filen i två."
            return


def overlapping(rows: Iterable[Row], stored: Stored) -> Found:
    """New periods that share days with another one in their series."""
    for spans in _series(rows, stored).values():
        spans.sort()
        longest = spans[0]
        for span in spans[1:]:
            if span.first <= longest.last:
                yield from _overlap(longest, span)
            longest = max(longest, span, key=lambda each: each.last)


def _series(rows: Iterable[Row], stored: Stored) -> dict[tuple[object, ...], list[_Span]]:
    """Every period, by series. Values without a period are in none."""
    numbers = {row.cell: row.number for row in rows}
    spans: dict[tuple[object, ...], list[_Span]] = defaultdict(list)
    for cell in {**numbers, **dict.fromkeys(stored)}:
        if cell.period_from and cell.period_to:
            number = numbers.get(cell, 0)
            span = _Span(cell.period_from, cell.period_to, number, cell not in stored)
            spans[cell.series].append(span)
    return spans


def _overlap(one: _Span, other: _Span) -> Found:
    new, old = (other, one) if other.is_new else (one, other)
    if new.is_new:
        told = f"Perioden {in_words(new.first, new.last)} överlappar"
        problem = f"{told} {in_words(old.first, old.last)} {old.place}. Behåll den ena."
        yield new.number, "period_from", problem


def too_large(figures: dict[Cell, Figures], numbers: dict[Cell, int], codes: Codes) -> Found:
    """Parts of the city that are larger than the city. `numbers` are the rows of a file."""
    division = {pk: territory.division for pk, territory in codes.territories.items()}
    wholes = {
        cell.elsewhere: cell
        for cell in figures
        if division.get(cell.territory_id) == Territory.Division.MUNICIPALITY
    }
    for part in figures:
        whole = wholes.get(part.elsewhere)
        told = numbers.get(part) or (whole and numbers.get(whole))
        if whole and told and division.get(part.territory_id) not in _NOT_PARTS:
            kind = codes.indicators[part.indicator_id].value_type
            for name, here, there in _excess(kind, figures[part], figures[whole]):
                code = codes.territories[part.territory_id].code
                less = f"{_WORDS[name]} för {code}, {written(here)}{_place(part, numbers)}"
                more = f"för hela kommunen, {written(there)}{_place(whole, numbers)}"
                yield told, name, f"{less}, är större än {more}. Kontrollera båda."


def _place(cell: Cell, numbers: dict[Cell, int]) -> str:
    return f" på rad {numbers[cell]}" if cell in numbers else " som redan finns"


def _excess(kind: str, part: Figures, whole: Figures) -> Iterator[tuple[str, Any, Any]]:
    """The fields in which a part is more than the whole, with what both say."""
    names = ["count", "denominator"] + ["value"] * (kind == Indicator.ValueType.COUNT)
    for name in names:
        here, there = getattr(part, name), getattr(whole, name)
        if here is not None and there is not None and here > there:
            yield name, here, there
