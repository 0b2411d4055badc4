"""The cells of a sheet in an XLSX, row by row, and what Excel has done to them."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import Decimal

from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from reports.importing.markup import LONGEST_TEXT, Attributes, Markup
from reports.importing.mistakes import UnreadableError
from reports.importing.raw import BROKEN, FORMULA, Odd, Raw
from reports.importing.workbook import SheetPart, Workbook, is_date

_MOST_CELLS_IN_A_ROW = 1000
_MOST_DIGITS = 308  # of a number in Excel
_PERCENT = (
    "Cellen visar procent. Formatera den som tal i Excel, och skriv talet utan procenttecken."
)

Rows = list[tuple[int, list[Raw]]]


class Sheet(Markup):
    """A sheet that is read once: first its rows, and then what was seen on the way."""

    def __init__(self, workbook: Workbook, part: SheetPart) -> None:
        super().__init__()
        self.merged: list[str] = []
        self.hidden_rows: list[int] = []
        self.has_hidden_columns = False
        self._workbook, self._part = workbook, part
        self._formats: dict[str, str] = {}
        self._ready: Rows = []
        self._number = 0
        self._row: list[Raw] = []
        self._cell: Attributes = {}
        self._text = ""
        self._is_formula = self._is_text = False

    def rows(self) -> Iterator[tuple[int, list[Raw]]]:
        """Each row with its number in Excel."""
        with self._workbook.archive.open(self._part.path) as stream:
            for _ in self.feed(stream):
                yield from self._ready
                self._ready = []

    def begins(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._cell, self._text, self._is_formula = attributes, "", False
        elif name in ("v", "t"):
            self._is_text = True
        elif name == "f":
            self._is_formula = True
        elif name == "row":
            self._begin_row(attributes)
        elif name == "mergeCell":
            self.merged.append(attributes["ref"])
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            self.has_hidden_columns = True

    def _begin_row(self, attributes: Attributes) -> None:
        self._number = int(attributes.get("r", self._number + 1))
        self._row = []
        if attributes.get("hidden") in ("1", "true"):
            self.hidden_rows.append(self._number)

    def ends(self, name: str) -> None:
        if name == "c":
            self._end_cell()
        elif name == "row":
            self._ready.append((self._number, self._row))
        self._is_text = False

    def text(self, text: str) -> None:
        if self._is_text:
            self._text += text
            if len(self._text) > LONGEST_TEXT:
                raise UnreadableError(f"Rad {self._number} har en cell med för mycket text.")

    def _end_cell(self) -> None:
        column = self._column()
        if column > _MOST_CELLS_IN_A_ROW:
            problem = f"Rad {self._number} har för många celler. Använd kolumnerna i mallen."
            raise UnreadableError(problem)
        self._row += [None] * (column - len(self._row))
        self._row[column - 1] = Odd(FORMULA) if self._is_formula else self._content()

    def _column(self) -> int:
        if place := self._cell.get("r"):
            return int(column_index_from_string(place.rstrip("0123456789")))
        return len(self._row) + 1

    def _content(self) -> Raw:
        kind, text = self._cell.get("t", "n"), self._text
        if kind == "s":
            text = self._workbook.strings[int(text)]
        if kind in ("s", "str", "inlineStr"):
            return text.replace("_x000D_", "").strip() or None
        if not text:
            return None
        if kind == "e":
            return Odd(BROKEN.format(text[:20]))
        if kind == "b":
            return text == "1"
        return date.fromisoformat(text[:10]) if kind == "d" else self._number_or_date(text)

    def _number_or_date(self, text: str) -> Raw:
        kind = self._kind(self._cell.get("s", "0"))
        if kind == "percent":
            return Odd(_PERCENT)
        return self._date(text) if kind == "date" else _number(text)

    def _kind(self, style: str) -> str:
        """What a style makes of numbers; each style is looked at once."""
        if style not in self._formats:
            formats = self._workbook.formats
            code = formats[int(style)] if int(style) < len(formats) else "General"
            shows_percent = "percent" if "%" in code else "number"
            self._formats[style] = "date" if is_date(code) else shows_percent
        return self._formats[style]

    def _date(self, text: str) -> Raw:
        epoch = MAC_EPOCH if self._workbook.counts_from_1904 else WINDOWS_EPOCH
        try:
            found: date | time | timedelta = from_excel(float(text), epoch)
        except (ValueError, OverflowError):
            return Odd("Cellen visar ett datum som inte finns. Formatera den som tal och skriv om.")
        return found


def _number(text: str) -> Raw:
    number = Decimal(text)
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return Odd("Talet i cellen går inte att läsa. Skriv det på nytt.")
    return number


def letters_of(place: int) -> str:
    """What a column is called in Excel, the first being 0."""
    return str(get_column_letter(place + 1))
