"""The words that a release freezes beside its figures: what its files say, they say for ever."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings

from languages.names import EASY
from reports.models import Chapter, Indicator, Report, Territory
from reports.models.frozen import AS_WRITTEN, NEUTRAL, WORDS

Texts = dict[str, str]


def told(row: Any, field: str) -> Texts:
    """A text in every language that readers may have it in."""
    texts = {code: row.text_in(field, code) for code in settings.MODELTRANSLATION_LANGUAGES}
    return {code: text for code, text in texts.items() if text and row.is_readable_in(code)}


def words_of(report: Report, chapters: Sequence[Chapter]) -> dict[str, Any]:
    """What a report tells beside its figures, whose indicators belong to `chapters`."""
    dye, weave = report.cloth
    return {
        "about": {name: told(report, name) for name in report.translated_fields()},
        "place": {"title": told(report.area, "title"), "dye": dye, "weave": list(weave)},
        "office": told(report.office, "title"),
        "contact": _contact(report),
        "languages": file_languages(report),
        "licence": report.licence,
        "chapters": _chapters(report, chapters),
        "voices": [_voice(each) for each in report.voices.select_related("register", "residents")],
    }


def file_languages(report: Report) -> list[str]:
    """The languages that a report gets files in. Readers of easy Swedish get the Swedish ones."""
    return [code for code in report.readable_languages if code != EASY]


def chapters_of(report: Report, indicators: Iterable[Indicator]) -> list[Chapter]:
    """The chapters of a report in order: those with figures, and those with only a text."""
    found = {each.chapter for each in indicators if each.chapter}
    found |= {each.chapter for each in report.chapters.select_related("chapter")}
    return sorted(found, key=lambda chapter: (chapter.order, chapter.pk))


def described(indicator: Indicator, chapters: Sequence[Chapter]) -> dict[str, Any]:
    """All that one needs to read the figures of an indicator."""
    neutral = {name: getattr(indicator, name) for name in (*AS_WRITTEN, *NEUTRAL)}
    words = {name: told(indicator, name) for name in WORDS}
    update = indicator.next_update and indicator.next_update.isoformat()
    place = chapters.index(indicator.chapter) if indicator.chapter else None
    return neutral | words | {"next_update": update, "chapter": place}


def placed(territory: Territory, area_id: int) -> dict[str, Any]:
    """A territory, and whether it lies in the area of the report."""
    here = territory.area_id == area_id
    return {"division": territory.division, "title": told(territory, "title"), "here": here}


def _contact(report: Report) -> dict[str, Any] | None:
    contact = report.contact
    if not contact:
        return None
    texts = {"title": told(contact, "title"), "office": told(contact.office, "title")}
    return texts | {"phone": contact.phone, "email": contact.email}


def _chapters(report: Report, chapters: Sequence[Chapter]) -> list[dict[str, Any]]:
    bodies = {each.chapter_id: told(each, "body") for each in report.chapters.all()}
    return [{"title": told(each, "title"), "body": bodies.get(each.pk, {})} for each in chapters]


def _voice(voice: Any) -> dict[str, Any]:
    sides = {"register": voice.register, "residents": voice.residents}
    texts = {"title": told(voice, "title"), "text": told(voice, "text")}
    return texts | {"verdict": voice.verdict} | {k: v.code if v else None for k, v in sides.items()}
