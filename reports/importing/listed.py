"""The rows of a file in words, for the page on which staff look them through."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from reports.importing.cells import FIGURES, Cell
from reports.importing.codes import Codes
from reports.importing.columns import HEADERS
from reports.importing.comparing import Change, Comparison
from reports.importing.numbers import written
from reports.importing.periods import in_words
from reports.importing.reading import Read
from reports.importing.words import labels
from reports.models import Observation

_MOST_LISTED = 100


class Difference(NamedTuple):
    """A field, as it was and as it would be."""

    header: str
    old: str
    new: str


class Listed(NamedTuple):
    """A row of a file: what it is of, and what it says."""

    number: int
    cell: str
    differences: list[Difference]


class Part(NamedTuple):
    """The rows that come to the same: how many, and the first of them."""

    name: str
    title: str
    size: int
    rows: list[Listed]

    @property
    def more(self) -> int:
        return self.size - len(self.rows)


def parts(comparison: Comparison) -> list[Part]:
    """All rows that can be taken in, by what they come to."""
    return [
        _part("new", "Nya", comparison.new, comparison.read),
        _part("changed", "Ändrade", comparison.changed, comparison.read),
        _part("unchanged", "Oförändrade", comparison.unchanged, comparison.read),
    ]


def _part(name: str, title: str, changes: list[Change], read: Read) -> Part:
    sound = [change for change in changes if change.number not in read.faults.rows]
    rows = [
        Listed(change.number, _cell(change.cell, read.codes), [*_differences(change)])
        for change in sound[:_MOST_LISTED]
    ]
    return Part(name, title, len(sound), rows)


def _cell(cell: Cell, codes: Codes) -> str:
    """What a value is of, in words."""
    indicator = codes.indicators[cell.indicator_id].code
    territory = codes.territories[cell.territory_id].code
    period = in_words(cell.period_from, cell.period_to)
    who = Observation(sex=cell.sex, age_from=cell.age_from, age_to=cell.age_to).group
    return ", ".join(filter(None, (indicator, territory, period, who)))


def _differences(change: Change) -> Iterator[Difference]:
    """The fields that change; of an unchanged row, those that are filled."""
    is_changed = change.new != change.old
    for name in FIGURES:
        old, new = getattr(change.old, name), getattr(change.new, name)
        if old != new or (not is_changed and new not in (None, "")):
            yield Difference(HEADERS[name], _told(name, old), _told(name, new))


def _told(name: str, content: Decimal | int | str | None) -> str:
    if content is None or content == "":
        return "tomt"
    if isinstance(content, str):
        return labels(Observation.Status)[content] if name == "status" else content
    return written(content)


def remarks(comparison: Comparison) -> Iterable[str]:
    """What is good to know before the file is taken in."""
    yield from comparison.read.remarks
    if comparison.hidden:
        yield (
            f"Värden som är för små för att visas: {written(comparison.hidden)}. De får statusen "
            f"”{labels(Observation.Status)[str(Observation.Status.SUPPRESSED)]}”."
        )
