"""Reads the XML inside an XLSX as it streams by; nothing is built, and no entity is unfolded."""

from collections.abc import Callable, Iterator
from typing import IO
from xml.parsers import expat

from reports.importing.mistakes import UnreadableError

_CHUNK = 256 * 1024
_MOST_ELEMENTS = 6_000_000
LONGEST_TEXT = 32_767  # as much as a cell can hold in Excel

Attributes = dict[str, str]


def local(name: str) -> str:
    """A name without the address of its vocabulary."""
    return name.rpartition(" ")[2]


class Markup:
    """Elements and texts, told to whoever inherits this, as they begin and end."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._elements = 0
        self._names: dict[str, str] = {}

    def begins(self, name: str, attributes: Attributes) -> None:
        """An element begins."""

    def feed(self, stream: IO[bytes]) -> Iterator[None]:
        """Reads on, a piece at a time."""
        while chunk := stream.read(_CHUNK):
            self._parser.Parse(chunk)
            yield
        self._parser.Parse(b"", True)
        yield

    def tell_texts(self, ends: Callable[[str], None], text: Callable[[str], None]) -> None:
        """Also tells when elements end, and the texts in them."""
        self._parser.EndElementHandler = lambda name: ends(self._names[name])
        self._parser.CharacterDataHandler = text

    def _start(self, name: str, attributes: Attributes) -> None:
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            raise UnreadableError("Filen har för många celler. Dela upp den i flera.")
        short = self._names.get(name) or self._names.setdefault(name, local(name))
        self.begins(short, attributes)

    def _refuse(self, *declaration: object) -> None:
        raise UnreadableError("Filen har en del som Excel inte skriver. Spara den på nytt i Excel.")


class _Elements(Markup):
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
