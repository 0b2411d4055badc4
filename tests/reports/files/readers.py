"""Reads the files of a release back, each by other means than it was written with."""

import csv
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any, NamedTuple

from openpyxl import load_workbook

from reports.files.inert import inert
from reports.files.table import COLUMNS, NAMES
from reports.models import Kind

Row = dict[str, Any]
KINDS = {column.name: column.kind for column in COLUMNS}
# What a figure is of: no two rows of a release are alike in these.
KEY = ("indicator", "territory", "period_from", "period_to", "sex", "age_from", "age_to")


class Format(NamedTuple):
    """How the figures of a kind of file are read, and how it writes a text."""

    read: Callable[[bytes], list[Row]]
    text: Callable[[str], str] = str


def csv_rows(content: bytes) -> list[Row]:
    return _separated(content.decode("utf-8"), ",", ".")


def excel_csv_rows(content: bytes) -> list[Row]:
    assert content.startswith(b"\xef\xbb\xbf")
    return _separated(content.decode("utf-8-sig"), ";", ",")


def _separated(text: str, delimiter: str, decimal: str) -> list[Row]:
    rows = csv.DictReader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    return [{name: _typed(name, it, decimal) for name, it in row.items()} for row in rows]


def _typed(name: str, cell: str, decimal: str) -> Any:
    if KINDS[name] == "text":
        return cell
    if not cell:
        return None
    if KINDS[name] == "date":
        return cell
    assert "." not in cell or decimal == "."
    return int(cell) if KINDS[name] == "integer" else float(cell.replace(decimal, "."))


def json_rows(content: bytes) -> list[Row]:
    return json.loads(content)["observations"]


def xlsx_rows(content: bytes) -> list[Row]:
    """The rows of every sheet whose header is the columns of the CSV."""
    return [row for sheet in load_workbook(BytesIO(content)) for row in _sheet_rows(sheet)]


def _sheet_rows(sheet: Any) -> Iterator[Row]:
    header, *rows = sheet.iter_rows(values_only=True) or [()]
    if header == NAMES:
        for row in rows:
            yield {name: _from_excel(name, it) for name, it in zip(NAMES, row, strict=True)}


def _from_excel(name: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None and KINDS[name] == "text" else value


FORMATS = {
    Kind.CSV: Format(csv_rows, inert),
    Kind.EXCEL_CSV: Format(excel_csv_rows, inert),
    Kind.JSON: Format(json_rows),
    Kind.XLSX: Format(xlsx_rows),
}


def keyed(rows: list[Row]) -> dict[tuple[Any, ...], Row]:
    """The rows by what they are of. No two may be of the same."""
    found = {tuple(row[name] for name in KEY): row for row in rows}
    assert len(found) == len(rows)
    return found


def differences(expected: list[Row], found: list[Row], text: Callable[[str], str]) -> list[str]:
    """What differs between the data and a file, cell by cell, in words."""
    ours, theirs = keyed(expected), keyed(found)
    missing = [f"{key}: only in one" for key in ours.keys() ^ theirs.keys()]
    return missing + [
        f"{key} {name}: {value!r} is {theirs[key].get(name)!r}"
        for key in ours.keys() & theirs.keys()
        for name, value in ours[key].items()
        if (text(value) if isinstance(value, str) else value) != theirs[key].get(name)
    ]
