"""What can be wrong with a file, in words for the one who made it."""

from typing import NamedTuple

MOST_LISTED = 200


class UnreadableError(Exception):
    """A file that can't be read at all. Each argument says why, and what to do."""


class RefusedError(Exception):
    """A file that can't be taken in now; says why."""


class CellError(Exception):
    """A cell that can't be read; says why, and what to do."""


class Fault(NamedTuple):
    """What is wrong, and where."""

    row: int
    column: str
    problem: str


class Faults:
    """The first faults of a file, and how many there are in all."""

    def __init__(self) -> None:
        self._kept: list[Fault] = []
        self._count = 0
        self.rows: set[int] = set()

    def add(self, row: int, column: str, problem: str) -> None:
        self._count += 1
        self.rows.add(row)
        if len(self._kept) < MOST_LISTED:
            self._kept.append(Fault(row, column, problem))

    def __bool__(self) -> bool:
        return self._count > 0

    @property
    def listed(self) -> list[Fault]:
        return sorted(self._kept)

    @property
    def more(self) -> int:
        """How many there are beside those that are listed."""
        return self._count - len(self._kept)
