"""The file that staff begin from: headers to fill in below, and all codes to choose from."""

import io
from collections.abc import Iterable, Iterator

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reports.importing.columns import COLUMNS
from reports.importing.excel import CODES, SHEET
from reports.importing.excel import COLUMNS as ABOUT_COLUMNS
from reports.importing.words import labels
from reports.models import Indicator, Observation, Territory

_AS_TEXT = ("indicator", "territory", "period_from", "period_to")
_WIDTH = 16


def template() -> bytes:
    """The file as XLSX."""
    book = Workbook()
    _values(book.active)
    _about_columns(book.create_sheet(ABOUT_COLUMNS))
    _codes(book.create_sheet(CODES))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _values(sheet: Worksheet) -> None:
    """Codes and periods are text from the start, so that Excel doesn't make dates of them."""
    sheet.title = SHEET
    _head(sheet, [column.header for column in COLUMNS])
    for place, column in enumerate(COLUMNS, start=1):
        if column.field in _AS_TEXT:
            sheet.column_dimensions[get_column_letter(place)].number_format = "@"


def _about_columns(sheet: Worksheet) -> None:
    _head(sheet, ["kolumn", "måste finnas", "vad som ska stå"], widths=[_WIDTH, _WIDTH, 90])
    for column in COLUMNS:
        _add(sheet, [column.header, "ja" if column.is_needed else "nej", column.help])


def _codes(sheet: Worksheet) -> None:
    _head(sheet, ["kolumn", "kod", "betyder"], widths=[_WIDTH, 40, 90])
    for row in _known_codes():
        _add(sheet, row)


def _known_codes() -> Iterator[tuple[str, str, str]]:
    for indicator in Indicator.objects.all():
        yield "indikator", indicator.code, str(indicator)
    for territory in Territory.objects.all():
        yield "geografi", territory.code, str(territory)
    for name, choices in (("kön", Observation.Sex), ("status", Observation.Status)):
        for code, word in labels(choices).items():
            yield name, code, word


def _head(sheet: Worksheet, headers: list[str], widths: Iterable[int] = ()) -> None:
    _add(sheet, headers)
    for place, width in enumerate(widths or [_WIDTH] * len(headers), start=1):
        sheet.cell(1, place).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"


def _add(sheet: Worksheet, texts: Iterable[str]) -> None:
    """A row of texts; none of them is run as a formula, whatever it begins with."""
    place = sheet.max_row + 1 if sheet["A1"].value else 1
    for column, text in enumerate(texts, start=1):
        cell: Cell = sheet.cell(place, column, ILLEGAL_CHARACTERS_RE.sub("", text))
        cell.data_type = "s"
