"""CSV: values between semicolons, commas or tabs, in any of the encodings that Excel writes."""

import csv
import io
from collections.abc import Iterator

from reports.importing.columns import known_headers
from reports.importing.mistakes import UnreadableError
from reports.importing.raw import Raw

_SEPARATORS = ";\t,"
_MOST_CELLS_IN_A_ROW = 1000
_LONGEST_HEADER = 10_000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Separated:
    """A file of text, told as a table."""

    def __init__(self, content: bytes) -> None:
        self._text, self._encoding = _decoded(content)
        first = self._text[:_LONGEST_HEADER].lstrip().partition("\n")[0]
        self._separator = max(_SEPARATORS, key=lambda sign: known_headers(first.split(sign)))

    def rows(self) -> Iterator[tuple[int, list[Raw]]]:
        """Each row with the number that it gets when Excel opens the file."""
        file = io.StringIO(self._text, newline="")
        found = csv.reader(file, delimiter=self._separator, strict=True)
        number = 0
        try:
            for number, row in enumerate(found, start=1):
                _refuse_long(number, row)
                yield number, [text.strip() or None for text in row]
        except csv.Error as error:
            raise UnreadableError(
                f"Rad {number + 1} går inte att dela upp i celler. Citattecken ska stå både före "
                "och efter texten, och skrivas dubbla inne i den."
            ) from error

    def remarks(self) -> list[str]:
        """What is good to know about how the file was read."""
        return [f"Filen lästes som {self._encoding}."] if self._encoding else []

    def faults(self) -> list[tuple[int, str]]:
        """Rows that Excel has spoilt: none, since CSV can't hold more than text."""
        return []


def _refuse_long(number: int, row: list[str]) -> None:
    if len(row) > _MOST_CELLS_IN_A_ROW:
        raise UnreadableError(f"Rad {number} har för många celler. Använd kolumnerna i mallen.")


def _decoded(content: bytes) -> tuple[str, str]:
    """The text, and the name of its encoding if it isn't UTF-8."""
    text, encoding = _text(content)
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise UnreadableError(f"Rad {line} har ett nolltecken. Är det rätt fil?")
    return text, encoding


def _text(content: bytes) -> tuple[str, str]:
    try:
        if content.startswith(_UTF_16):
            return content.decode("utf-16"), "UTF-16"
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        return _text_of_windows(content), "Windows-1252"


def _text_of_windows(content: bytes) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UnreadableError(
            "Filen är varken XLSX eller text i UTF-8. Spara den som XLSX, eller som CSV UTF-8."
        ) from error
