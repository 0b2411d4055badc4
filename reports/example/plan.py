"""What the invented figures are made from: content/example/figures.toml."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings

FOLDER = settings.BASE_DIR / "content/example"
PREFIX = "exempel-"
AREAS = ("hassleholmen", "norrby", "sjobo")
REST = "rest"  # of Borås; it has no figures of its own


@dataclass(frozen=True)
class Measure:
    """An invented indicator: what it is like, and how its figures come out."""

    name: str
    chapter: str
    of: str  # whom it is counted of: a key of [people], [asked] or [units]
    level: float  # in the city in the last period: a share, a mean, or cases per person
    unit: str = "percent"
    kind: str = "proportion"
    good: str = "high"
    change: float = 0  # over all the periods
    gap: float = 0  # women less men
    effects: tuple[float, ...] = (0, 0, 0)  # of each area, in standard errors
    spread: float = 0  # standard deviation between persons, for a mean
    years: int = 1  # in a period
    by_residents: bool = False
    bare: bool = False  # the counts behind a percentage are not known
    initiatives: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        return PREFIX + self.name

    @property
    def multiplier(self) -> int:
        return {"percent": 100, "per": 1000}.get(self.unit.split("-")[0], 1)

    @property
    def is_mean(self) -> bool:
        return self.kind in ("mean", "index")


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "figures.toml").read_text(encoding="utf-8"))


def people(of: str, place: str) -> float:
    """How many persons of a kind live in a place; for those who are asked, how many they are."""
    told = _told()
    if of in told["asked"]:
        return float(told["asked"][of][place])
    return float(told["living"][place] * told["people"][of])


def willing(of: str) -> float | None:
    """The share of those asked who answer; None for what is counted in registers."""
    return _told()["asked"].get(of, {}).get("willing")


@cache
def measures() -> list[Measure]:
    """Every invented indicator, in the order of its chapter."""
    return list(_measures())


def _measures() -> Iterator[Measure]:
    for chapter, told in _told()["measures"].items():
        for name, values in told.items():
            lists = {key: tuple(value) for key, value in values.items() if isinstance(value, list)}
            yield Measure(**{"name": name, "chapter": chapter} | values | lists)
