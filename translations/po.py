"""Texts for translators as PO, the format of gettext. Texts stand as HTML."""

import re
from tempfile import NamedTemporaryFile

import polib

from languages.translated import SOURCE
from translations.exchange import Packed, Sent, SentFile, UnreadableError

# ++ and *+ never look back: else a long line would take a hundred times its size in memory.
_LINE = re.compile(r"""(?:(?:msg\w+(?:\[\d+\])?\s+)?"(?:[^"\\]++|\\.)*+"|\#.*)?""")
_SOURCE_LANGUAGE = "X-Source-Language"


def write(units: list[Packed], language: str) -> bytes:
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": "Borås Hälsa",
        "Language": language,
        _SOURCE_LANGUAGE: SOURCE,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    file.extend(_entry(packed) for packed in units)
    return str(file).encode()


def _entry(packed: Packed) -> polib.POEntry:
    unit = packed.unit
    return polib.POEntry(
        msgctxt=str(unit.key),
        msgid=unit.source,
        msgstr=unit.target,
        previous_msgid=unit.before or None,
        comment="\n".join(map(str, packed.notes)),
        flags=["fuzzy"] if unit.target and not unit.state else [],
    )


def read(content: str) -> SentFile:
    """What a file holds."""
    _refuse_odd_lines(content)
    file = _parsed(content)
    units = [
        Sent(
            entry.linenum or 1,
            entry.msgctxt or "",
            entry.msgid,
            entry.msgstr,
            bool(entry.msgstr) and not entry.fuzzy,
        )
        for entry in file
        if not entry.obsolete
    ]
    told = file.metadata
    before = content.partition('"Language:')[0] if "Language" in told else ""
    line = before.count("\n") + 1
    return SentFile(line, told.get(_SOURCE_LANGUAGE, SOURCE), told.get("Language", ""), units)


def _refuse_odd_lines(content: str) -> None:
    """polib would read a line without its closing quote, and lose a letter."""
    for number, line in enumerate(content.split("\n"), start=1):
        if not _LINE.fullmatch(line.strip()):
            raise UnreadableError("Raden går inte att läsa som PO. Saknas ett citattecken?", number)


def _parsed(content: str) -> polib.POFile:
    """Read from a file, since polib parts a string also where no line ends."""
    with NamedTemporaryFile("w", suffix=".po", encoding="utf-8", newline="") as copy:
        copy.write(content)
        copy.flush()
        try:
            return polib.pofile(copy.name, encoding="utf-8")
        except (OSError, ValueError) as error:
            line = re.search(r"\(line (\d+)\)", str(error))
            problem = "Filen är inte hel: den går inte att läsa som PO."
            raise UnreadableError(problem, int(line[1]) if line else 1) from error
