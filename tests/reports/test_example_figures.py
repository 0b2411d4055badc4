"""The figures of the example: the same everywhere, and true to each other."""

import hashlib
from collections import Counter
from dataclasses import astuple
from datetime import date

import pytest

from reports.example import figures as inventing
from reports.example.figures import SEXES, Cell, Numbers, invented
from reports.example.plan import AREAS, measures

DIGEST = "23abd7eea314c6fcc664c9726baad4d729681dc05ccf40d16bae8b6fa7c610e8"


def written(data: dict[Cell, Numbers]) -> str:
    return "\n".join(
        "|".join(map(str, (*cell, *astuple(numbers)))) for cell, numbers in data.items()
    )


def digest(data: dict[Cell, Numbers]) -> str:
    return hashlib.sha256(written(data).encode()).hexdigest()


def test_the_same_figures_come_out_on_every_machine() -> None:
    assert digest(invented()) == digest(invented()) == DIGEST


def test_another_seed_gives_other_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inventing, "SEED", inventing.SEED + 1)
    assert digest(invented()) != DIGEST


def test_there_are_fifty_indicators_for_four_places_ten_periods_and_each_sex() -> None:
    data = invented()
    assert len(data) == 50 * 4 * 10 * 3
    assert {cell.place for cell in data} == {*AREAS, "boras"}
    assert {cell.sex for cell in data} == {"all", *SEXES}
    assert set(Counter(cell.indicator for cell in data).values()) == {4 * 10 * 3}
    for cell in data:
        assert date(1994, 1, 1) <= cell.first <= cell.last <= date(2023, 12, 31)


def test_all_sorts_of_indicators_are_there() -> None:
    kinds = Counter(each.kind for each in measures())
    assert kinds == {"proportion": 42, "rate": 4, "count": 2, "mean": 1, "index": 1}
    assert {each.good for each in measures()} == {"high", "low", "none"}
    assert sum(each.by_residents for each in measures()) == 4
    assert sorted(each.years for each in measures())[-3:] == [1, 2, 3]
    assert [each.name for each in measures() if each.bare] == ["gar-ut-nar-de-vill"]


def test_women_and_men_make_up_all_and_no_area_is_larger_than_the_city() -> None:
    data = invented()
    for cell, numbers in data.items():
        whole = data[cell._replace(place="boras")]
        parts = [data[cell._replace(sex=sex)] for sex in SEXES]
        for name in ("count", "denominator", "answers"):
            number = getattr(numbers, name)
            if number is not None:
                assert number <= getattr(whole, name), cell
                if cell.sex == "all":
                    assert number == sum(getattr(part, name) for part in parts), cell
        if numbers.count is not None and numbers.denominator is not None:
            assert numbers.count <= numbers.denominator, cell
