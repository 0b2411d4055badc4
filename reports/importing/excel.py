"""XLSX, told as a table: which sheet is read, and what Excel has done to it."""

from collections.abc import Iterator
from itertools import islice

from reports.importing import packed
from reports.importing.mistakes import UnreadableError
from reports.importing.raw import Raw
from reports.importing.sheet import Sheet
from reports.importing.workbook import SheetPart, Workbook

SHEET = "Värden"
CODES = "Koder"
COLUMNS = "Kolumner"
_MOST_NAMED = 10


class Excel:
    """The sheet with values in a workbook."""

    def __init__(self, content: bytes) -> None:
        self._workbook = Workbook(packed.opened(content))
        if not self._workbook.sheets:
            raise UnreadableError("Filen har inget kalkylblad.")
        self._part = self._chosen()
        self._sheet = Sheet(self._workbook, self._part)

    def _chosen(self) -> SheetPart:
        named = [part for part in self._workbook.sheets if _is(part, SHEET)]
        shown = [part for part in self._workbook.sheets if not part.is_hidden]
        return [*named, *shown, *self._workbook.sheets][0]

    def rows(self) -> Iterator[tuple[int, list[Raw]]]:
        yield from self._sheet.rows()

    def remarks(self) -> list[str]:
        """What is good to know about how the file was read; known once the rows are."""
        return [*self._about_sheets(), *self._about_hidden()]

    def faults(self) -> list[tuple[int, str]]:
        """Merged cells, by row: only the first of them holds anything, so the others are lost."""
        return [
            (
                _row(cells),
                f"Cellerna {cells} är sammanfogade. Dela upp dem och fyll i varje cell.",
            )
            for cells in self._sheet.merged
        ]

    def _about_sheets(self) -> Iterator[str]:
        own = (SHEET, CODES, COLUMNS)
        others = [part for part in self._workbook.sheets if part is not self._part]
        if foreign := [part.name for part in others if not any(_is(part, name) for name in own)]:
            names = ", ".join(f"”{name}”" for name in foreign[:_MOST_NAMED])
            yield f"Bladet ”{self._part.name}” lästes. Andra blad lästes inte: {names}."
        if hidden := [part.name for part in self._workbook.sheets if part.is_hidden]:
            names = ", ".join(f"”{name}”" for name in hidden[:_MOST_NAMED])
            yield f"Filen har dolda blad: {names}."

    def _about_hidden(self) -> Iterator[str]:
        if hidden := self._sheet.hidden_rows:
            named = ", ".join(str(number) for number in islice(hidden, _MOST_NAMED))
            more = " och fler" if len(hidden) > _MOST_NAMED else ""
            yield f"Dolda rader lästes som alla andra: {named}{more}."
        if self._sheet.has_hidden_columns:
            yield "Bladet har dolda kolumner. De lästes som alla andra."


def _is(part: SheetPart, name: str) -> bool:
    return part.name.strip().casefold() == name.casefold()


def _row(cells: str) -> int:
    digits = "".join(sign for sign in cells.partition(":")[0] if sign.isdecimal())
    return int(digits or 1)
