"""What a release has frozen, read back: indicators and territories that are never saved."""

from datetime import date
from typing import Any

from modeltranslation.utils import build_localized_fieldname

from languages.names import EASY
from reports.models.figures import Chapter, Indicator, Territory
from reports.models.reports import Voice

Told = dict[str, Any]

# What the numbers of an indicator are written by, beside its unit.
AS_WRITTEN = ("value_type", "multiplier", "decimals", "polarity", "by_residents", "is_example")
# What else is the same in every language.
NEUTRAL = ("period_type", "collection", "order")
# The words of an indicator, by language. They are a part of the format of releases and their files,
# so a field that staff get one day does not come in by itself.
WORDS = (
    "title",
    "unit",
    "plain_title",
    "definition",
    "rationale",
    "numerator",
    "numerator_source",
    "denominator",
    "denominator_source",
    "frequency",
    "population",
    "caveats",
    "breaks",
    "licence",
    "owner",
)


def with_all_keys(data: Told, edition: Told) -> Told:
    """Data of any version with the keys of the newest; what was not frozen then is empty.

    `edition` is what the release itself knows of its number and date.
    """
    empty: Told = {
        "edition": edition,
        "about": {},
        "place": {"title": {}, "dye": "plum", "weave": ["10", "01"]},
        "contact": None,
        "office": {},
        "languages": _languages_of(data),
        "licence": "",
        "chapters": [],
        "voices": [],
    }
    return empty | data


def _languages_of(data: Told) -> list[str]:
    """The languages in which all indicators are named."""
    titles = [{*each["title"]} for each in data["indicators"].values()]
    return sorted(set.intersection(*titles) - {EASY}) if titles else []


def tell(row: Any, field: str, texts: dict[str, str]) -> None:
    """Gives an unsaved row a text in every language."""
    for language, text in texts.items():
        setattr(row, build_localized_fieldname(field, language), text)


def as_frozen(code: str, told: Told, chapters: list[Told]) -> Indicator:
    """An indicator with the words that it had when it was released."""
    indicator = Indicator(code=code)
    for name in (*AS_WRITTEN, *NEUTRAL):
        setattr(indicator, name, told.get(name, getattr(indicator, name)))
    for name in WORDS:
        tell(indicator, name, told.get(name, {}))
    if next_update := told.get("next_update"):
        indicator.next_update = date.fromisoformat(next_update)
    place = told.get("chapter")
    indicator.chapter = None if place is None else frozen_chapter(place, chapters[place])
    indicator.public_initiatives = indicator.public_agreements = []
    return indicator


def frozen_chapter(place: int, told: Told) -> Chapter:
    """A chapter as it was called. Its key is its place, from 1, among those of its release."""
    chapter = Chapter(pk=place + 1, order=place)
    tell(chapter, "title", told["title"])
    return chapter


def frozen_territory(code: str, told: Told) -> Territory:
    """A territory; `is_here` tells whether it lies in the area of the report."""
    territory = Territory(code=code, division=told["division"])
    territory.is_here = told["here"]
    tell(territory, "title", told["title"])
    return territory


def frozen_voice(told: Told) -> Voice:
    """What staff have said of two voices; their measures stand by code in `told`."""
    voice = Voice(verdict=told["verdict"])
    for name in ("title", "text"):
        tell(voice, name, told[name])
    return voice
