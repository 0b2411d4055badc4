"""A file as a table: its columns and its rows, whichever its format."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from reports.importing.columns import Column, matched
from reports.importing.excel import Excel
from reports.importing.mistakes import UnreadableError
from reports.importing.raw import Raw
from reports.importing.separated import Separated

LARGEST = 8 * 1024 * 1024
MOST_ROWS = 100_000
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_DAMAGED = (
    "Filen går inte att läsa. Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx), "
    "eller som CSV UTF-8."
)


class _File(Protocol):
    def rows(self) -> Iterator[tuple[int, list[Raw]]]: ...
    def remarks(self) -> list[str]: ...
    def faults(self) -> list[tuple[int, str]]: ...


class Table:
    """A file that is read once: first its rows, and then what was seen on the way."""

    def __init__(self, content: bytes) -> None:
        self._file = _guarded(_opened, content)
        self._all_rows = _rows(self._file)
        if not (first := next(self._all_rows, None)):
            raise UnreadableError("Filen är tom.")
        self.columns: list[Column | None] = matched(first[1])

    def rows(self) -> Iterator[tuple[int, Sequence[Raw]]]:
        """The rows below the header that hold anything, with their numbers."""
        for count, (number, row) in enumerate(self._all_rows, start=1):
            if count > MOST_ROWS:
                raise UnreadableError("Filen har fler än 100 000 rader. Dela upp den i flera.")
            yield number, row

    def remarks(self) -> list[str]:
        return self._file.remarks()

    def faults(self) -> list[tuple[int, str]]:
        return self._file.faults()


def checked(content: bytes) -> None:
    """Raises UnreadableError, with the reasons, if a file can't be read to its end."""
    for _ in Table(content).rows():
        pass


def _opened(content: bytes) -> _File:
    if not content.strip():
        raise UnreadableError("Filen är tom.")
    if len(content) > LARGEST:
        raise UnreadableError("Filen är större än 8 MB. Dela upp den i flera.")
    if content.startswith(_OLD_EXCEL):
        raise UnreadableError(
            "Filen är en äldre Excelfil, eller låst med lösenord. Spara den som Excel-arbetsbok "
            "(.xlsx) utan lösenord."
        )
    return Excel(content) if content.startswith(_ZIP) else Separated(content)


def _rows(file: _File) -> Iterator[tuple[int, list[Raw]]]:
    rows = file.rows()
    while (found := _guarded(next, rows, None)) is not None:
        number, row = found
        if any(raw is not None for raw in row):
            yield number, row


def _guarded(act: Any, *given: Any) -> Any:
    """A damaged file can fail in as many ways as there are bytes in it."""
    try:
        return act(*given)
    except UnreadableError:
        raise
    except Exception as error:
        raise UnreadableError(_DAMAGED) from error
