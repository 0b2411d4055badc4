"""Marks the first cell of each row in a table of a PDF as the header of its row.

Typst tags the headers of columns only. It writes its tags as plain text, so that they can be
changed where they stand: nothing moves, and the same file gives the same bytes.
"""

import re
from collections.abc import Iterator

_TAG = re.compile(rb"^(\d+) 0 obj\n<</Type/StructElem/S/(TBody|TR|TD)\b[^\n]*", re.M)
_CHILDREN = re.compile(rb"/K\[([\d R]+)\]")
_CHILD = re.compile(rb"(\d+) 0 R")
_COLUMNS = re.compile(rb"/Headers\[[^\]]*\]")  # told by the scopes of the headers instead


def with_row_headers(pdf: bytes, rows: int) -> bytes:
    """The file with a header for every row; raises ValueError if it doesn't have so many rows."""
    tags = {int(tag[1]): tag for tag in _TAG.finditer(pdf)}
    changed, found = bytearray(pdf), 0
    for body in tags.values():
        if body[2] == b"TBody":
            for row in _children(body):
                _mark(changed, [tags[cell] for cell in _children(tags[row])])
                found += 1
    if found != rows:
        raise ValueError(f"The tables should have {rows} rows with headers, but have {found}.")
    return bytes(changed)


def _children(tag: re.Match[bytes]) -> Iterator[int]:
    found = _CHILDREN.search(tag[0])
    return (int(child[1]) for child in _CHILD.finditer(found[1] if found else b""))


def _mark(changed: bytearray, cells: list[re.Match[bytes]]) -> None:
    header, *others = cells
    changed[slice(*header.span())] = _scoped(header[0], b"/Scope/Row").replace(b"/TD", b"/TH", 1)
    for cell in others:
        changed[slice(*cell.span())] = _scoped(cell[0], b"")


def _scoped(tag: bytes, scope: bytes) -> bytes:
    """A tag of the same length that names no headers, but may say whose header it is."""
    return _COLUMNS.sub(lambda named: scope.ljust(len(named[0])), tag)
