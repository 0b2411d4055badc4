"""The values that are stored already, as far as a file touches them."""

from collections.abc import Iterable

from reports.importing.cells import FIGURES, Cell, Figures, Row
from reports.models import Observation

_FIGURES = [name if name != "note" else "note_sv" for name in FIGURES]
_CELL = len(Cell._fields)
_AT_A_TIME = 2000

Stored = dict[Cell, tuple[int, Figures]]


def stored_near(rows: Iterable[Row], *, lock: bool) -> Stored:
    """The values in the series of a file, and those of other places at the same time.

    `lock` holds them until the transaction ends.
    """
    own = {row.cell: row.cell for row in rows}  # so that each is in memory once
    series = {row.cell.series for row in rows}
    elsewhere = {row.cell.elsewhere for row in rows}
    found = Observation.objects.filter(indicator__in={each[0] for each in series}).order_by()
    found = found.select_for_update() if lock else found
    near: Stored = {}
    values = found.values_list("pk", *Cell._fields, *_FIGURES)
    for pk, *told in values.iterator(_AT_A_TIME):
        told[-1] = told[-1] or ""  # a note that was never written is NULL
        cell = Cell(*told[:_CELL])
        if cell.series in series or cell.elsewhere in elsewhere:
            near[own.get(cell, cell)] = pk, Figures(*told[_CELL:])
    return near
