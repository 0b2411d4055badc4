"""The figures as CSV, in UTF-8; and once more as Swedish Excel wants it.

Excel in Swedish parts cells by semicolons, writes decimals with a comma, and knows UTF-8 only by a
byte order mark.
"""

import csv
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
    out = StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(NAMES)
    for row in rows(edition):
        writer.writerow([cell(value, decimal) for value in row.values()])
    return out.getvalue()


def cell(value: Value, decimal: str = ".") -> str:
    """A value as it stands in a cell: a number in full, or a text that can't run as a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        return inert(value)
    if isinstance(value, int):
        return str(value)
    return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", decimal)
