"""What the fonts of typesetting.py can write, so that no letter stops a file from being made."""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from publishing.typesetting import ROOTS

UNKNOWN = "\N{REPLACEMENT CHARACTER}"  # in place of what no font can write
_LEANEST = ("IBMPlexSans[[]*.ttf", "Amiri-Bold.ttf")  # the face of each font with fewest glyphs
_UNSEEN = ("Cc", "Cf", "Me", "Mn")  # controls, joiners, and marks on the letter before
_BYTE_ORDER = 0xFEFF  # never allowed in an accessible PDF
_WINDOWS_UNICODE = (3, 1)


def writable(text: str) -> str:
    """A text with a sign for each run of characters, such as emoji, that no font can write."""
    written: list[str] = []
    for character in unicodedata.normalize("NFC", text):
        is_seen = unicodedata.category(character) not in _UNSEEN
        if ord(character) in _covered() and (is_seen or written[-1:] != [UNKNOWN]):
            written.append(character)
        elif is_seen and written[-1:] != [UNKNOWN]:
            written.append(UNKNOWN)
    return "".join(written)


@cache
def _covered() -> frozenset[int]:
    """The characters that the fonts have glyphs for, in every weight."""
    files = [next(Path(root).rglob(name)) for root, name in zip(ROOTS, _LEANEST, strict=True)]
    found = frozenset(code for file in files for code in _characters(file.read_bytes()))
    return found - {_BYTE_ORDER}


def _characters(font: bytes) -> Iterator[int]:
    """What a TrueType font has glyphs for: its table `cmap`, format 4."""
    tables = {font[at : at + 4]: _numbers(font, at + 8, 2, "I") for at in _steps(font, 4, 12, 16)}
    cmap, _length = tables[b"cmap"]
    found = {
        _numbers(font, at, 2): cmap + _numbers(font, at + 4, 1, "I")[0]
        for at in _steps(font, cmap + 2, cmap + 4, 8)
    }
    at = found[_WINDOWS_UNICODE]
    parts = _numbers(font, at + 6, 1)[0] // 2  # runs of characters: last, first, shift, offset
    last, first, shift, offset = (
        _numbers(font, at + 14 + 2 * start, parts)
        for start in (0, parts + 1, 2 * parts + 1, 3 * parts + 1)
    )
    for part in range(parts):
        here = at + 14 + 2 * (3 * parts + 1 + part)
        for code in range(first[part], last[part] + 1):
            glyph = code + shift[part]
            if offset[part]:
                glyph = _numbers(font, here + offset[part] + 2 * (code - first[part]), 1)[0]
            if glyph % 0x10000:
                yield code


def _steps(font: bytes, number_at: int, start: int, size: int) -> Iterator[int]:
    """Where each of a counted list of records begins."""
    for each in range(_numbers(font, number_at, 1)[0]):
        yield start + each * size


def _numbers(font: bytes, at: int, number: int, size: str = "H") -> tuple[int, ...]:
    return struct.unpack_from(f">{number}{size}", font, at)
