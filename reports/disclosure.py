"""Small numbers: what must be hidden, so that no figure tells of single persons.

A figure is hidden as a whole: count, denominator, value and interval. Hiding one is not enough
where it can be worked out from a sum and the other parts, so one more part is hidden there. Nor
may a part be shown that leaves only few of its sum.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reports.models import Indicator, Observation, Territory, counted


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
    for total, part in _pairs(observations):
        if {total, part}.isdisjoint(found) and _leaves_few(observations[total], observations[part]):
            found[part] = Reason.WOULD_TELL
    sums = list(_sums(observations))
    while sum(_protect(each, observations, found) for each in sums):
        pass  # What was hidden for one sum may have to be protected in the next.
    return found


@dataclass(frozen=True)
class Left:
    """What a part leaves of its sum."""

    count: int | None
    denominator: int | None
    answers: int | None
    value: None = None


def is_too_small(observation: Observation) -> bool:
    """Whether so few are counted, or left uncounted, that they could be known."""
    return _tells_of_few(observation.indicator, observation)


def _tells_of_few(indicator: Indicator, figure: counted.Counted) -> bool:
    others = _less(figure.denominator, counted.cases(indicator, figure))
    few_others = others is not None and 0 < others < indicator.fewest_cases
    return counted.is_too_small(indicator, figure) or few_others


def _leaves_few(total: Observation, part: Observation) -> bool:
    """Whether what a part leaves of its sum is too small to be known."""
    left = Left(
        count=_less(total.cases, part.cases),
        denominator=_less(total.denominator, part.denominator),
        answers=_less(total.answers, part.answers),
    )
    return _tells_of_few(total.indicator, left)


def _less(whole: int | None, part: int | None) -> int | None:
    return None if whole is None or part is None else whole - part


def _protect(one: Sum, observations: Sequence[Observation], found: dict[int, Reason]) -> bool:
    """Hides one more part if a hidden figure can be worked out, and tells whether it did."""
    shown = [place for place in one.parts if place not in found]
    gives_away = len(one.parts) - len(shown) == (0 if one.total in found else 1)
    if gives_away and shown:
        found[min(shown, key=lambda place: _size(observations[place]))] = Reason.WOULD_TELL
    return bool(gives_away and shown)


def _size(observation: Observation) -> tuple[int, int]:
    return observation.cases or 0, observation.denominator or 0


def _pairs(observations: Sequence[Observation]) -> Iterator[tuple[int, int]]:
    """Every sum with each of its parts, also where the other parts are not known."""
    for alike, is_total in _DIMENSIONS:
        for total, parts in _grouped(observations, alike, is_total):
            yield from ((total, part) for part in parts)


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
    """Whether the parts are all there is, judged by how many they count, or are counted of."""
    whole, each = observations[total], [observations[place] for place in parts]
    return _is_sum(whole.denominator, [part.denominator for part in each]) or _is_sum(
        whole.cases, [part.cases for part in each]
    )


def _is_sum(whole: int | None, parts: Sequence[int | None]) -> bool:
    known = [part for part in parts if part is not None]
    return len(known) == len(parts) and sum(known) == whole


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


_DIMENSIONS = (
    (_all_but_sex, _is_both_sexes),
    (_all_but_age, _is_all_ages),
    (_all_but_territory, _is_the_whole),
)
