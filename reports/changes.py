"""What a release changed, figure by figure."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from reports.models import Observation, Release

MOST = 50  # changes that are told one by one; the rest are counted
_CELL = ("indicator", "territory", "from", "to", "sex", "age_from", "age_to")
_FIGURE = ("count", "denominator", "value", "lower", "upper", "answers", "status")

Row = dict[str, Any]


class Change(NamedTuple):
    """A figure before and after: None before it was there, or after it was taken away."""

    before: Observation | None
    after: Observation | None

    @property
    def figure(self) -> Observation | None:
        """The figure that tells what was changed."""
        return self.after or self.before


class Step(NamedTuple):
    """A release, with what it changed since the one before; the first one changed nothing."""

    release: Release
    changes: list[Change]
    total: int


def steps(releases: Sequence[Release]) -> Iterator[Step]:
    """Each release, newest first as they are given, with its changes."""
    for after, before in pairwise([*releases, None]):
        if after:
            yield step_between(before, after) if before else Step(after, [], 0)


def step_between(before: Release, after: Release) -> Step:
    """What changed from one release to another."""
    pairs = differing(before.data, after.data)
    return Step(after, _told(after, pairs[:MOST]), len(pairs))


def differing(before: Row, after: Row) -> list[tuple[Row | None, Row | None]]:
    """The pairs of rows that are not the same in two data sets."""
    old, new = _by_cell(before), _by_cell(after)
    cells = [*new, *(cell for cell in old if cell not in new)]
    pairs = [(old.get(cell), new.get(cell)) for cell in cells]
    return [(one, other) for one, other in pairs if _figure(one) != _figure(other)]


def _by_cell(data: Row) -> dict[tuple[Any, ...], Row]:
    return {tuple(row[name] for name in _CELL): row for row in data["observations"]}


def _figure(row: Row | None) -> list[Any]:
    return [row[name] for name in _FIGURE] if row else []


def _told(release: Release, pairs: Sequence[tuple[Row | None, Row | None]]) -> list[Change]:
    """The pairs as figures, all in the words of one release."""
    rows = [row for pair in pairs for row in pair if row]
    figures = iter(release.observations(rows) if rows else ())
    return [Change(*(next(figures) if row else None for row in pair)) for pair in pairs]
