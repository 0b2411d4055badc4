"""What goes to a translator and what comes back, whichever the format of the file."""

from dataclasses import dataclass
from typing import NamedTuple

from translations.notes import Note
from translations.units import Unit


@dataclass(frozen=True)
class Packed:
    """A unit on its way to a translator."""

    unit: Unit
    notes: list[Note]
    limit: int | None

    @property
    def row(self) -> str:
        """What the unit is a text of: `areas.area:3`."""
        return f"{self.unit.key.model}:{self.unit.key.pk}"


@dataclass(frozen=True)
class Sent:
    """A unit as it stands in a file that came back; the line is where it begins."""

    line: int
    key: str
    source: str
    target: str
    is_done: bool


class SentFile(NamedTuple):
    """A file that came back. The languages are as it names them, in the line given."""

    line: int
    source_language: str
    language: str
    units: list[Sent]


class UnreadableError(Exception):
    """A file that can't be read at all; says why, and in which line."""

    def __init__(self, problem: str, line: int = 1) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line
