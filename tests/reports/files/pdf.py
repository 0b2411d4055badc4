"""Reads a PDF as its readers' programs do: its tags, its words, its bookmarks."""

import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from tests.outside import program

_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_QUOTED = re.compile(r'^ *"(.*)"$', re.M)


class Pdf:
    """A PDF from its bytes."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.reader = PdfReader(BytesIO(content), strict=True)
        self.root: Any = self.reader.trailer["/Root"]

    def pages(self) -> list[str]:
        """The words of each page, as poppler finds them."""
        text = _poppler("pdftotext", self.content).decode()
        return [_plain(page) for page in text.split("\f")[:-1]]

    @property
    def text(self) -> str:
        return " ".join(self.pages())

    def tags(self, kind: str = "") -> list[dict[str, Any]]:
        """The tags in the order of reading: all, or those of one kind, such as "TH".

        Each has the language that it is in, also if a tag above it says so.
        """
        found = _below(self.root["/StructTreeRoot"], self.root["/Lang"])
        return [tag for tag in found if not kind or tag["/S"] == f"/{kind}"]

    def said(self, attribute: str, tag: dict[str, Any]) -> Any:
        """An attribute of a tag, such as "Scope"; None if it has none."""
        sets = [each.get_object() for each in tag.get("/A", [])]
        return next((str(it[f"/{attribute}"]) for it in sets if f"/{attribute}" in it), None)

    def bookmarks(self) -> list[str]:
        return list(_titles(self.reader.outline))

    def cells(self) -> list[list[str]]:
        """The rows of all tables, as poppler reads them by their tags."""
        found: list[list[str]] = []
        depth = 0  # of the cell that is being read; none is where it is zero
        told = _poppler("pdfinfo", self.content, "-struct-text").decode(errors="replace")
        for line in told.splitlines():
            word = line.strip()
            at = len(line) - len(line.lstrip())
            if word.startswith("TR"):
                found.append([])
            elif found and word[:2] in ("TH", "TD") and word != "THead":
                found[-1].append("")
                depth = at
            elif at <= depth:
                depth = 0
            elif depth and word.startswith('"') and word != '"-"':  # a hyphen where a line ends
                found[-1][-1] += word[1:-1]
        return [[_plain(cell) for cell in row] for row in found]


def _below(tag: Any, language: str) -> Iterator[dict[str, Any]]:
    tag = tag.get_object()
    if isinstance(tag, list):
        for each in tag:
            yield from _below(each, language)
    elif isinstance(tag, dict):
        language = tag.get("/Lang", language)
        if "/S" in tag:
            yield {**tag, "/Lang": language}
        if "/K" in tag:
            yield from _below(tag["/K"], language)


def _titles(outline: list[Any]) -> Iterator[str]:
    for each in outline:
        if isinstance(each, list):
            yield from _titles(each)
        else:
            yield each.title


def _plain(text: str) -> str:
    return " ".join(_DIRECTIONS.sub("", text).split())


def _poppler(name: str, content: bytes, *options: str) -> bytes:
    """What a program of poppler says of a PDF."""
    command = [program(name), *options, "-", *(["-"] if name == "pdftotext" else [])]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout
