"""The formats of the files that go to translators and come back."""

from collections.abc import Callable
from dataclasses import dataclass

from translations import po, xliff
from translations.exchange import Packed, SentFile, UnreadableError

LARGEST = 10 * 1024 * 1024


@dataclass(frozen=True)
class Format:
    """How texts are told in a file."""

    name: str
    suffix: str
    media_type: str
    write: Callable[[list[Packed], str], bytes]


FORMATS = {
    "xliff-1.2": Format("XLIFF 1.2", "xlf", "application/x-xliff+xml", xliff.write_1_2),
    "xliff-2.0": Format("XLIFF 2.0", "xlf", "application/xliff+xml", xliff.write_2_0),
    "po": Format("PO", "po", "text/x-gettext-translation", po.write),
}


def text_of(content: bytes) -> str:
    """The text of a file that was sent in, or the reason why it can't be read."""
    if not content.strip():
        raise UnreadableError("Filen är tom.")
    if content.startswith(b"PK"):
        problem = "Filen är packad (ZIP) eller ett Word-dokument. Packa upp den, och läs in en "
        raise UnreadableError(f"{problem}XLIFF- eller PO-fil i taget.")
    if len(content) > LARGEST:
        raise UnreadableError("Filen är större än 10 MB. Dela upp den i flera.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = "Filen är inte i UTF-8. Spara den i UTF-8 och försök igen."
        raise UnreadableError(problem, content[: error.start].count(b"\n") + 1) from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise UnreadableError("Filen innehåller ett nolltecken. Är det rätt fil?", line)
    return text


def read(text: str) -> SentFile:
    """What a file holds, whichever its format."""
    return xliff.read(text) if text.lstrip().startswith("<") else po.read(text)
