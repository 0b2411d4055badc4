"""The figures as JSON: those of the CSV by the same names, and all that explains them.

Every figure, measure and place stands on a line of its own, so that the file can be read, and two
releases be compared, line by line. schema.json tells what it holds.
"""

import json
from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from reports.files.dataset_description import describe
from reports.files.edition import Edition
from reports.files.table import rows
from reports.models import Territory
from reports.models.frozen import AS_WRITTEN, NEUTRAL, WORDS

Told = dict[str, Any]


def write(edition: Edition) -> bytes:
    """The whole release in one language."""
    return _readable(told(edition)).encode()


def told(edition: Edition) -> Told:
    """What the file holds. Inside `edition.told()`."""
    return {
        "$schema": f"{edition.site}{reverse('release-schema')}",
        "dataset": describe(edition),
        "release": _release(edition),
        "indicators": list(_indicators(edition)),
        "territories": list(_territories(edition)),
        "observations": list(rows(edition)),
        "trends": edition.data["trends"],
    }


def _release(edition: Edition) -> Told:
    return {
        "name": edition.name,
        "number": edition.number,
        "language": edition.language,
        "languages": edition.data["languages"],
        "released_at": edition.released_at.isoformat(),
        "title": edition.title,
        "note": edition.note,
        "publisher": edition.publisher,
        "address": edition.address,
        "citation": edition.citation,
        "licence": edition.data["licence"],
        "licence_name": edition.licence.words,
        "licence_address": edition.licence.address,
        "sha256": edition.release.sha256,
        "is_example": edition.is_example,
        "example": gettext("Exempeldata, påhittade värden") if edition.is_example else "",
    }


def _indicators(edition: Edition) -> Iterator[Told]:
    """Each measure with its words in one language, which it names: it may be another."""
    for code, indicator in edition.indicators.items():
        frozen = edition.data["indicators"][code]
        words = {name: edition.text(frozen.get(name, {})) for name in WORDS}
        as_it_is = {name: getattr(indicator, name) for name in (*AS_WRITTEN, *NEUTRAL)}
        yield {
            "indicator": code,
            "indicator_name": words.pop("title"),
            "language": edition.text(frozen["title"]).language,
            "chapter": indicator.chapter.readable_title if indicator.chapter else "",
            **words,
            **as_it_is,
            "next_update": frozen.get("next_update"),
        }


def _territories(edition: Edition) -> Iterator[Told]:
    for code, frozen in edition.data["territories"].items():
        yield {
            "territory": code,
            "territory_name": edition.text(frozen["title"]),
            "division": frozen["division"],
            "division_name": str(Territory.Division(frozen["division"]).label),
            "is_in_area": frozen["here"],
        }


def _readable(told: Told) -> str:
    """JSON with each part, and each item of a list, on a line of its own."""
    parts = (f"{json.dumps(name)}: {_part(value)}" for name, value in told.items())
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _part(value: Any) -> str:
    if not isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    items = (json.dumps(each, ensure_ascii=False) for each in value)
    return "[\n" + ",\n".join(items) + "\n]"
