"""A workbook that is the same, byte for byte, whenever it is made, and in which no text runs.

It knows Excel's rules, and nothing of what the sheets tell.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from reports.files.sheets.names import SheetNames, plain, shortened

Value = str | int | float | date | None
Looks = tuple[tuple[str, Any], ...]

FIRST_DAY = date(1900, 3, 1)  # Excel counts days wrongly before it
_AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_NARROWEST = 11
_ON_A_PAGE = 200  # characters side by side that can still be read when A4 is printed
_LOOKS_LIKE_MARKUP = re.compile(r"<r>.*</r>", re.DOTALL)
_LINE = 15.75  # the height of a line of text, in points
_HIGHEST = 409
HEADER: Looks = (("bold", True), ("bg_color", "#E7E6E6"), ("bottom", 1), ("valign", "top"))
WRAPPED: Looks = (("text_wrap", True), ("valign", "top"))
DAY: Looks = (("num_format", "yyyy-mm-dd"),)
LINK: Looks = (("font_color", "#0B5394"), ("underline", 1))


class Cell(NamedTuple):
    """A value, how it looks, and where it leads."""

    value: Value
    looks: Looks = ()
    link: str = ""


EMPTY = Cell(None)


class Table(NamedTuple):
    """What a marked-up table holds, and what it is called.

    `name` is for formulas and other programs; `title` and `about` are for those who can't see it.
    No column is wider than `widest` characters. A row of figures is never more than a line.
    """

    name: str
    title: str
    about: str
    headers: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widest: int = 60
    is_figures: bool = False


class Book:
    """A workbook that is being written."""

    def __init__(self, properties: dict[str, Any], *, right_to_left: bool, edge: str) -> None:
        """`edge` is what stands at the foot of each printed page, beside its number."""
        self._file = BytesIO()
        self._book = Workbook(self._file, {"in_memory": True, **_AS_TEXT})
        created = properties["created"].astimezone(UTC)
        texts = {name: plain(text) for name, text in properties.items() if isinstance(text, str)}
        self._book.set_properties({**texts, "created": created})
        self._names = SheetNames()
        self.right_to_left = right_to_left
        self._edge = edge
        self.format = cache(self._format)

    def tell(self, name: str, text: str) -> None:
        """A property of the document that Excel has no place of its own for."""
        self._book.set_custom_property(name, shortened(plain(text), 255), "text")

    def sheet(self, title: str) -> "Sheet":
        """A new sheet, last in the workbook."""
        sheet: Worksheet = self._book.add_worksheet(self._names.take(title))
        if self.right_to_left:
            sheet.right_to_left()
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.5, right=0.5)
        sheet.set_footer(f"&L{_edge(self._edge)}&R&P / &N")
        return Sheet(self, sheet)

    def close(self) -> bytes:
        """The file."""
        self._book.close()
        return self._file.getvalue()

    def _format(self, looks: Looks) -> Format:
        return self._book.add_format(dict(looks))


class Sheet:
    """A sheet that is being written."""

    def __init__(self, book: Book, sheet: Worksheet) -> None:
        self._book = book
        self._sheet = sheet
        self.name: str = sheet.get_name()

    @property
    def address(self) -> str:
        """Where a link inside the workbook finds it."""
        return f"internal:'{self.name}'!A1"

    def head(self, left: str, right: str) -> None:
        """What stands at the top of each printed page."""
        self._sheet.set_header(f"&L{_edge(left)}&R{_edge(right)}")

    def write(self, row: int, column: int, cell: Cell) -> None:
        """A cell, by the type of its value. An empty one is left out."""
        value, form = cell.value, self._book.format(cell.looks) if cell.looks else None
        if value is None or value == "":
            return
        if cell.link:
            self._sheet.write_url(row, column, cell.link, form)
        if isinstance(value, str):
            self._text(row, column, value, form)
        elif isinstance(value, date):
            self._day(row, column, value, form)
        else:
            self._sheet.write_number(row, column, value, form)

    def _text(self, row: int, column: int, text: str, form: Format | None) -> None:
        if _LOOKS_LIKE_MARKUP.fullmatch(text):  # XlsxWriter would take it for its own.
            pieces = [text[0], text[1], text[2:], *filter(None, [form])]
            self._sheet.write_rich_string(row, column, *pieces)
        else:
            self._sheet.write_string(row, column, text, form)

    def _day(self, row: int, column: int, day: date, form: Format | None) -> None:
        if day < FIRST_DAY:
            self._sheet.write_string(row, column, day.isoformat(), form)
        else:
            self._sheet.write_datetime(row, column, datetime(day.year, day.month, day.day), form)

    def table(self, table: Table, first: int = 0) -> None:
        """A marked-up table from row `first` on, whose header stays in sight and on every page."""
        widths = _widths(table)
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)
        for place, row in enumerate(table.rows, start=first + 1):
            for column, cell in enumerate(row):
                if cell is not EMPTY:
                    self.write(place, column, cell)
            if not table.is_figures:
                self._sheet.set_row(place, _height(row, widths))
        self._mark(table, first)
        self._set_for_print(first, sum(widths))

    def _mark(self, table: Table, first: int) -> None:
        start = ("align", "right" if self._book.right_to_left else "left")
        header = self._book.format((*HEADER, start))
        marks = {
            "name": table.name,
            "title": plain(table.title),
            "description": plain(table.about),
            "style": None,
            "columns": [{"header": name, "header_format": header} for name in table.headers],
        }
        self._sheet.add_table(first, 0, first + len(table.rows), len(table.headers) - 1, marks)

    def _set_for_print(self, header: int, width: int) -> None:
        pages = -(-width // _ON_A_PAGE)
        self._sheet.freeze_panes(header + 1, 0)
        self._sheet.repeat_rows(header)
        self._sheet.fit_to_pages(pages, 0)
        if pages > 1:  # The numbers of rows say which parts belong together.
            self._sheet.print_across()
            self._sheet.print_row_col_headers()


def _edge(text: str) -> str:
    """A text at the edge of a page, where & begins an instruction and all takes 255 characters."""
    return shortened(plain(text), 90).replace("&", "&&")


def _widths(table: Table) -> list[int]:
    """Room for the longest value of each column, within reason."""
    longest = [len(header) + 4 for header in table.headers]  # and the button that filters
    for row in table.rows:
        longest = [max(most, _room(cell)) for most, cell in zip(longest, row, strict=True)]
    return [min(max(each, _NARROWEST), table.widest) for each in longest]


def _room(cell: Cell) -> int:
    return len(cell.value) + 2 if isinstance(cell.value, str) else _NARROWEST


def _height(row: Iterable[Cell], widths: Iterable[int]) -> float:
    """Room for all lines of wrapped texts: not every program finds out by itself."""
    return min(max(map(_lines, row, widths)) * _LINE, _HIGHEST)


def _lines(cell: Cell, width: int) -> int:
    if not isinstance(cell.value, str):
        return 1
    return sum(-(-len(line) // width) or 1 for line in cell.value.split("\n"))
