"""Reads the XML inside an XLSX as it streams by; nothing is built, and no entity is unfolded."""

from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

from reports.importing.mistakes import UnreadableError

_CHUNK = 256 * 1024
_DEEPEST = 100
_MOST_NAMES = 5000  # of elements and attributes; a parser remembers all that it has met
LONGEST_TEXT = 32_767  # as much as a cell can hold in Excel

Attributes = dict[str, str]


def local(name: str) -> str:
    """A name without the address of its vocabulary."""
    return name.rpartition(" ")[2]


class Markup:
    """Elements and texts, told to whoever inherits this, as they begin and end."""

    most_elements = 6_000_000

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self.text
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._elements = self._depth = 0
        self._names: dict[str, str] = {}

    def begins(self, name: str, attributes: Attributes) -> None:
        """An element begins."""

    def ends(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A piece of the text in the element that began last."""

    def feed(self, stream: IO[bytes]) -> Iterator[None]:
        """Reads on, a piece at a time."""
        while chunk := stream.read(_CHUNK):
            self._parser.Parse(chunk)
            if len(self._parser.intern) > _MOST_NAMES:
                self._refuse()
            yield
        self._parser.Parse(b"", True)
        yield

    def _start(self, name: str, attributes: Attributes) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > self.most_elements or self._depth > _DEEPEST:
            raise UnreadableError("Filen har för många celler. Dela upp den i flera.")
        short = self._names.get(name) or self._names.setdefault(name, local(name))
        self.begins(short, attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self.ends(self._names[name])

    def _refuse(self, *declaration: object) -> None:
        raise UnreadableError("Filen har en del som Excel inte skriver. Spara den på nytt i Excel.")


class _Elements(Markup):
    most_elements = 200_000  # they are all kept

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, Attributes]] = []

    def begins(self, name: str, attributes: Attributes) -> None:
        self.found.append((name, {local(key): value for key, value in attributes.items()}))


def elements(stream: IO[bytes]) -> list[tuple[str, Attributes]]:
    """The elements of a small part, in order."""
    markup = _Elements()
    for _ in markup.feed(stream):
        pass
    return markup.found
