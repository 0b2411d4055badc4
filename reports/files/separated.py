"""The figures as CSV, in UTF-8; and once more as Swedish Excel wants it.

Excel in Swedish parts cells by semicolons, writes decimals with a comma, and knows UTF-8 only by a
byte order mark.
"""

import csv
from collections.abc import Callable
from functools import cache
from io import StringIO

from reports.files.edition import Edition
from reports.files.inert import inert
from reports.files.table import NAMES, Value, rows

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"  # at the start of a file: this is UTF-8


def write(edition: Edition) -> bytes:
    """Cells parted by commas, decimals by a point."""
    return _written(edition, ",", ".").encode()


def write_for_excel(edition: Edition) -> bytes:
    """Cells parted by semicolons, decimals by a comma, with a byte order mark."""
    return f"{_MARK}{_written(edition, ';', ',')}".encode()


def _written(edition: Edition, delimiter: str, decimal: str) -> str:
    out, safe = StringIO(), cache(inert)
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(NAMES)
    for row in rows(edition):
        writer.writerow([_cell(value, decimal, safe) for value in row.values()])
    return out.getvalue()


def _cell(value: Value, decimal: str, safe: Callable[[str], str]) -> str | int | None:
    """A value as it stands in a cell: a number in full, or a text that can't run as a formula."""
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", decimal)
    return value
