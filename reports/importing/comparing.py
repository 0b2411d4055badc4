"""Compares what stands in a file with what is stored: what would come of taking it in."""

import hashlib
from collections.abc import Generator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, NamedTuple

from reports.importing import checks, together
from reports.importing.cells import Cell, Figures
from reports.importing.numbers import written
from reports.importing.reading import Read
from reports.importing.stored import Stored, stored_near


class Change(NamedTuple):
    """A cell of a file: what was stored of it, if anything, and what the file makes of it."""

    number: int
    cell: Cell
    pk: int | None
    old: Figures
    new: Figures


@dataclass
class Comparison:
    """What would come of a file. With any fault, nothing of it is taken in."""

    read: Read
    new: list[Change] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    unchanged: list[Change] = field(default_factory=list)
    hidden: int = 0

    @property
    def changes_anything(self) -> bool:
        return bool(self.new or self.changed)

    @property
    def seen(self) -> str:
        """Changes as soon as anything that would be stored does, or what it is stored over."""
        told = hashlib.sha256()
        for change in chain(self.new, self.changed):
            told.update(repr(change).encode())
        return told.hexdigest()


def compare(read: Read, *, lock: bool = False) -> Generator[str, None, Comparison]:
    """What would come of the rows of a file; `lock` holds what is stored of them."""
    yield f"{written(len(read.rows))} rader jämförs med de värden som finns."
    comparison = Comparison(read)
    stored = stored_near(read.rows, lock=lock)
    for row in read.rows:
        _sort(comparison, row.number, row.cell, row.told, stored)
    _check_together(comparison, stored)
    return comparison


def _sort(
    comparison: Comparison, number: int, cell: Cell, told: tuple[Any, ...], stored: Stored
) -> None:
    """Notes what is wrong with the figures of a row, or else what they change."""
    read = comparison.read
    indicator = read.codes.indicators[cell.indicator_id]
    pk, old = stored.get(cell, (None, Figures()))
    given = replace(old, **dict(zip(read.told, told, strict=True)))
    new = checks.completed(indicator, given)
    if found := [*checks.problems(indicator, new)]:
        for name, problem in found:
            read.faults.add(number, read.column(name), problem)
        return
    comparison.hidden += new.status != given.status
    if pk and new == old:
        comparison.unchanged.append(Change(number, cell, pk, old, old))
    else:
        kind = comparison.changed if pk else comparison.new
        kind.append(Change(number, cell, pk, old, new))


def _check_together(comparison: Comparison, stored: Stored) -> None:
    read = comparison.read
    sound = chain(comparison.new, comparison.changed, comparison.unchanged)
    figures = {cell: known for cell, (_, known) in stored.items()}
    figures |= {change.cell: change.new for change in sound}
    numbers = {row.cell: row.number for row in read.rows}
    for number, name, problem in chain(
        together.repeated(read.rows),
        together.mixed(read.rows, read.codes),
        together.overlapping(read.rows, stored),
        together.too_large(figures, numbers, read.codes),
    ):
        read.faults.add(number, read.column(name), problem)
