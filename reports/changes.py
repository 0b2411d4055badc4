"""What a release changed, figure by figure."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from django.template.defaultfilters import floatformat

from reports.models import Indicator, Observation, Release
from reports.sentences import from_to

MOST = 50  # changes that are told one by one; the rest are counted
_CELL = ("indicator", "territory", "from", "to", "sex", "age_from", "age_to")
_FIGURE = (
    "count",
    "denominator",
    "value",
    "lower",
    "upper",
    "answers",
    "response_rate",
    "status",
)

Row = dict[str, Any]


class Change(NamedTuple):
    """A figure before and after: None before it was there, or after it was taken away."""

    before: Observation | None
    after: Observation | None

    @property
    def figure(self) -> Observation | None:
        """The figure that tells what was changed."""
        return self.after or self.before

    @property
    def values(self) -> tuple[str, str]:
        """Before and after as they are written: with what they build on, if they look the same."""
        before, after = (each.formatted_value if each else "" for each in self)
        if before == after and self.before and self.after:
            return _in_full(self.before), _in_full(self.after)
        return before, after


class Step(NamedTuple):
    """A release, with what it changed since the one before; the first one changed nothing."""

    release: Release
    changes: list[Change]
    total: int


def steps(releases: Sequence[Release]) -> Iterator[Step]:
    """Each release, newest first as they are given, with its changes.

    No more than two are kept in memory with their figures at a time.
    """
    indicators = list(Indicator.objects.all())
    for after, before in pairwise([*releases, None]):
        if after:
            yield step_between(before, after, indicators)
            after.forget()


def step_between(
    before: Release | None, after: Release, indicators: Iterable[Indicator] | None = None
) -> Step:
    """What changed from one release to another, in the words of `indicators` if they are given."""
    if not before:
        return Step(after, [], 0)
    pairs = differing(before.data, after.data)
    shown = pairs[:MOST]
    old = iter(before.observations([one for one, _other in shown if one], indicators))
    new = iter(after.observations([other for _one, other in shown if other], indicators))
    changes = [
        Change(next(old) if one else None, next(new) if other else None) for one, other in shown
    ]
    return Step(after, changes, len(pairs))


def differing(before: Row, after: Row) -> list[tuple[Row | None, Row | None]]:
    """The pairs of rows that are not the same in two data sets."""
    old, new = _by_cell(before), _by_cell(after)
    cells = [*new, *(cell for cell in old if cell not in new)]
    pairs = [(old.get(cell), new.get(cell)) for cell in cells]
    return [(one, other) for one, other in pairs if _figure(one) != _figure(other)]


def _in_full(figure: Observation) -> str:
    """A value with its counts, interval and status, each only if there is one."""
    status = "" if figure.status == Observation.Status.OK else figure.get_status_display()
    counts = "/".join(_written(figure.count, figure.denominator))
    ends = _written(figure.lower, figure.upper)
    interval = from_to(*ends) if len(ends) == 2 else ""
    return ", ".join(part for part in (figure.formatted_value, counts, interval, status) if part)


def _written(*numbers: Any) -> list[str]:
    return [str(floatformat(number, -4)) for number in numbers if number is not None]


def _by_cell(data: Row) -> dict[tuple[Any, ...], Row]:
    return {tuple(row[name] for name in _CELL): row for row in data["observations"]}


def _figure(row: Row | None) -> list[Any]:
    return [row[name] for name in _FIGURE] if row else []
