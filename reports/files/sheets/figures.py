"""The figures of a release, a sheet for each chapter: the same rows and names as in its CSV."""

from collections import defaultdict
from datetime import date
from functools import cache

from django.utils.translation import gettext

from reports.files.edition import Edition
from reports.files.sheets.book import DAY, EMPTY, Cell, Looks, Table, Value
from reports.files.sheets.words import starts
from reports.files.table import COLUMNS, NAMES, Column, Row, rows

_AS_IT_IS = ("age_from", "age_to", "outcome_level")
_DAYS = {column.name for column in COLUMNS if column.kind == "date"}


def chapters(edition: Edition) -> list[Table]:
    """The chapters that have figures, in order; last the figures that belong to none."""
    found: dict[int | None, list[list[Cell]]] = defaultdict(list)
    start = starts(edition)
    for row in rows(edition):
        indicator = edition.data["indicators"][row["indicator"]]
        found[indicator.get("chapter")].append(_cells(row, _looks(indicator["decimals"], start)))
    places = sorted(found, key=lambda place: (place is None, place))
    return [_chapter(edition, place, found[place]) for place in places]


def _chapter(edition: Edition, place: int | None, cells: list[list[Cell]]) -> Table:
    if place is None:
        title, name = gettext("Om området"), "other_figures"
    else:
        title = edition.text(edition.data["chapters"][place]["title"])
        name = f"chapter_{place + 1}"
    return Table(name, title, title, NAMES, cells, is_figures=True)


def _cells(row: Row, looks: list[Looks]) -> list[Cell]:
    return [_cell(*each) for each in zip(row.keys(), row.values(), looks, strict=True)]


def _cell(name: str, value: Value, looks: Looks) -> Cell:
    if value is None or value == "":
        return EMPTY
    if name in _DAYS:
        return Cell(date.fromisoformat(str(value)), looks)
    return Cell(value, looks)


@cache
def _looks(decimals: int, start: Looks) -> list[Looks]:
    """How each column looks. Numbers are shown with few decimals and stored with all."""
    return [start if column.kind == "text" else _look(column, decimals) for column in COLUMNS]


def _look(column: Column, decimals: int) -> Looks:
    if column.kind == "date":
        return DAY
    if column.name in _AS_IT_IS:
        return ()
    if column.kind == "integer":
        return _rounded(0)
    if column.name == "response_rate":
        return _rounded(1)
    more = column.name.startswith("difference")  # so that an end near zero isn't rounded to it
    return _rounded(decimals + more)


def _rounded(decimals: int) -> Looks:
    return (("num_format", f"#,##0.{'0' * decimals}" if decimals else "#,##0"),)
