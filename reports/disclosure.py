"""Small numbers: what must be hidden, so that no figure tells of single persons.

A figure is hidden as a whole: count, denominator, value and interval. Hiding one is not enough
where it can be worked out from a sum and the other parts, so one more part is hidden there.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from reports.models import Indicator, Observation, Territory


class Reason(StrEnum):
    """Why a figure is hidden."""

    FEW = "few"
    WOULD_TELL = "would-tell"

    @property
    def words(self) -> str:
        """The reason, for staff."""
        return _WORDS[self]


_WORDS = {
    Reason.FEW: "För få.",
    Reason.WOULD_TELL: "Skulle avslöja en annan siffra som är dold.",
}


class Sum(NamedTuple):
    """A figure that is the sum of others, all by their place in the list."""

    total: int
    parts: tuple[int, ...]


def hidden(observations: Sequence[Observation]) -> dict[int, Reason]:
    """Which of the observations must be hidden, by their place in the list, and why."""
    found = {
        place: Reason.FEW
        for place, each in enumerate(observations)
        if each.status == Observation.Status.SUPPRESSED or is_too_small(each)
    }
    sums = list(_sums(observations))
    while (place := _next_to_hide(observations, sums, found)) is not None:
        found[place] = Reason.WOULD_TELL
    return found


def is_too_small(observation: Observation) -> bool:
    """Whether so few are counted, or left uncounted, that they could be known."""
    by_answers = observation.indicator.disclosure_rule == Indicator.Rule.ANSWERS
    known = observation.count is not None and observation.denominator is not None
    others = observation.denominator - observation.count if known and not by_answers else None
    threshold = observation.indicator.disclosure_threshold
    return observation.is_too_small_to_show() or (others is not None and 0 < others < threshold)


def _next_to_hide(
    observations: Sequence[Observation], sums: Iterable[Sum], found: dict[int, Reason]
) -> int | None:
    """A part to hide because a hidden figure can be worked out; None if none can."""
    for total, parts in sums:
        shown = [place for place in parts if place not in found]
        gives_away = len(parts) - len(shown) == (1 if total not in found else 0)
        if gives_away and shown:
            return min(shown, key=lambda place: _size(observations[place]))
    return None


def _size(observation: Observation) -> tuple[int, int]:
    return observation.count or 0, observation.denominator or 0


def _sums(observations: Sequence[Observation]) -> Iterator[Sum]:
    """Every sum among the observations: of the sexes, of the ages, of the parts of the city."""
    for total, parts in _grouped(observations, _all_but_sex, _is_both_sexes):
        if len(parts) == len(Observation.Sex) - 1:
            yield Sum(total, parts)
    for total, parts in _grouped(observations, _all_but_age, _is_all_ages):
        if _make_up(observations, total, parts):
            yield Sum(total, parts)
    for total, parts in _grouped(observations, _all_but_territory, _is_the_whole):
        for same_division in _by_division(observations, parts):
            if _make_up(observations, total, same_division):
                yield Sum(total, same_division)


def _grouped(
    observations: Sequence[Observation],
    key: Callable[[Observation], Hashable],
    is_total: Callable[[Observation], bool],
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The total and the parts of each group of observations that are alike but for one thing."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for place, each in enumerate(observations):
        groups[key(each)].append(place)
    for places in groups.values():
        totals = [place for place in places if is_total(observations[place])]
        if len(totals) == 1 and len(places) > 1:
            yield totals[0], tuple(place for place in places if place != totals[0])


def _make_up(observations: Sequence[Observation], total: int, parts: Sequence[int]) -> bool:
    """Whether the parts are all there is, judged by how many they are counted of."""
    whole = observations[total].denominator
    sizes = [observations[place].denominator for place in parts]
    return whole is not None and None not in sizes and sum(sizes) == whole


def _by_division(
    observations: Sequence[Observation], places: Sequence[int]
) -> Iterator[tuple[int, ...]]:
    divisions = {observations[place].territory.division for place in places}
    for division in sorted(divisions):
        yield tuple(p for p in places if observations[p].territory.division == division)


def _all_but_sex(each: Observation) -> Hashable:
    ages = each.age_from, each.age_to
    return each.indicator_id, each.territory_id, each.period_from, each.period_to, ages


def _all_but_age(each: Observation) -> Hashable:
    return each.indicator_id, each.territory_id, each.period_from, each.period_to, each.sex


def _all_but_territory(each: Observation) -> Hashable:
    ages = each.age_from, each.age_to
    return each.indicator_id, each.period_from, each.period_to, each.sex, ages


def _is_both_sexes(each: Observation) -> bool:
    return each.sex == Observation.Sex.ALL


def _is_all_ages(each: Observation) -> bool:
    return each.age_from is None and each.age_to is None


def _is_the_whole(each: Observation) -> bool:
    return each.territory.division == Territory.Division.MUNICIPALITY
