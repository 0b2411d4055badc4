"""How an XLSX is put together: its sheets, its shared texts and the formats of its cells."""

import posixpath
from dataclasses import dataclass
from functools import cached_property
from zipfile import ZipFile

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from reports.importing import packed
from reports.importing.markup import Attributes, Markup, elements


@dataclass(frozen=True)
class SheetPart:
    """A sheet, and where it lies in the file."""

    name: str
    is_hidden: bool
    path: str


class Workbook:
    """The parts of an XLSX that tell what its cells mean."""

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self._path = self._related("", "officeDocument")[0]
        self._elements = self._read(self._path)

    @cached_property
    def sheets(self) -> list[SheetPart]:
        targets = self._targets(self._path)
        kinds = set(self._related(self._path, "worksheet"))
        found = [attributes for name, attributes in self._elements if name == "sheet"]
        return [
            SheetPart(each["name"], each.get("state", "visible") != "visible", path)
            for each in found
            if (path := targets[each["id"]]["path"]) in kinds
        ]

    @cached_property
    def counts_from_1904(self) -> bool:
        """Whether day 0 is the one that Excel for Mac once began with."""
        told = [a.get("date1904") for name, a in self._elements if name == "workbookPr"]
        return any(value in ("1", "true") for value in told)

    @cached_property
    def strings(self) -> list[str]:
        """The texts that cells point at by number."""
        texts = _Strings()
        for path in self._related(self._path, "sharedStrings"):
            packed.strings_fit(self.archive, path)
            with self.archive.open(path) as stream:
                for _ in texts.feed(stream):
                    pass
        return texts.found

    @cached_property
    def formats(self) -> list[str]:
        """The number format of each style that a cell can have."""
        paths = self._related(self._path, "styles")
        parts = self._read(paths[0]) if paths else []
        own = {a["numFmtId"]: a.get("formatCode", "") for name, a in parts if name == "numFmt"}
        known = {str(number): code for number, code in BUILTIN_FORMATS.items()} | own
        return [known.get(number, "General") for number in _numbers_of_formats(parts)]

    def _read(self, path: str) -> list[tuple[str, Attributes]]:
        with self.archive.open(path) as stream:
            return elements(stream)

    def _related(self, path: str, kind: str) -> list[str]:
        """The parts of a kind that a part points at."""
        found = self._targets(path).values()
        return [each["path"] for each in found if each["type"].endswith(f"/{kind}")]

    def _targets(self, path: str) -> dict[str, dict[str, str]]:
        folder, name = posixpath.split(path)
        relations = self._read(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            told["Id"]: {
                "type": told["Type"],
                "path": posixpath.normpath(posixpath.join("/", folder, told["Target"]))[1:],
            }
            for element, told in relations
            if element == "Relationship"
        }


def is_date(code: str) -> bool:
    """Whether a number with this format is shown as a day or a time."""
    return bool(is_date_format(code))


def _numbers_of_formats(parts: list[tuple[str, Attributes]]) -> list[str]:
    """Those of the styles of cells, which stand among styles of other things."""
    found, is_inside = [], False
    for name, attributes in parts:
        if name in ("cellXfs", "cellStyles", "dxfs"):
            is_inside = name == "cellXfs"
        elif is_inside and name == "xf":
            found.append(attributes.get("numFmtId", "0"))
    return found


class _Strings(Markup):
    """Shared texts. One can be in pieces, of different looks."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._is_inside = False

    def begins(self, name: str, attributes: Attributes) -> None:
        if name == "si":
            self.found.append("")
        self._is_inside = name == "t"

    def ends(self, name: str) -> None:
        self._is_inside = False

    def text(self, text: str) -> None:
        if self._is_inside:
            self.found[-1] += text
