"""What the example consists of, in the form that the city's first content has.

`content/example/` tells once what all its reports, or all its indicators, share.
"""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext, override

from reports.example.plan import Measure, measures, willing

Structure = dict[str, list[dict[str, Any]]]
Texts = dict[str, dict[str, dict[str, Any]]]
ANSWERS = {"disclosure_rule": "answers", "disclosure_threshold": 41}


def entries(structure: Structure) -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything to make, by its kind, in an order in which nothing is missing."""
    for kind in ("chapter", "territory", "report"):
        yield from ((kind, entry) for entry in structure[kind])
    yield from (("indicator", _indicator(order, each)) for order, each in enumerate(measures(), 1))
    for report in structure["report"]:
        for chapter in structure["chapter"]:
            yield "reportchapter", _of(report, chapter) | {"chapter": chapter["key"]}
        for voice in structure["voice"]:
            yield "voice", voice | _of(report, voice)


def _of(report: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    return {"key": f"{report['key']}-{part['key']}", "report": report["key"]}


def _indicator(order: int, measure: Measure) -> dict[str, Any]:
    return {
        "key": measure.code,
        "chapter": measure.chapter,
        "value_type": measure.kind,
        "multiplier": measure.multiplier,
        "decimals": 0 if measure.kind == "count" else 1,
        "polarity": measure.good,
        "period_type": "year" if measure.years == 1 else "years",
        "collection": _collection(measure),
        "by_residents": measure.by_residents,
        "is_example": True,
        "initiatives": measure.initiatives,
        "agreements": measure.agreements,
        "order": order,
    } | (ANSWERS if measure.by_residents else {})


def _collection(measure: Measure) -> str:
    if not willing(measure.of):
        return "register"
    return "total" if measure.of == "school-survey" else "sample"


def filled(texts: Texts, language: str, structure: Structure) -> Texts:
    """The texts of one language, with what is told once given to each that shares it."""
    with override(language):
        words = gettext("Exempeldata, påhittade värden")
    every = texts["report"].pop("every")
    told = {measure.code: _described(measure, texts, words) for measure in measures()}
    return texts | {
        "indicator": told,
        "report": {key: each | every for key, each in texts["report"].items()},
        "reportchapter": {
            _of(report, chapter)["key"]: texts["reportchapter"]["every"]
            for report in structure["report"]
            for chapter in structure["chapter"]
        },
        "voice": {
            _of(report, voice)["key"]: texts["voice"][voice["key"]]
            for report in structure["report"]
            for voice in structure["voice"]
        },
    }


def _described(measure: Measure, texts: Texts, words: str) -> dict[str, str]:
    """An indicator's texts; the two that all readers meet begin with that it is invented."""
    own, shared = texts["indicator"][measure.code], texts["shared"]
    return own | {
        "definition": f"{words}. {own['definition']}",
        "caveats": f"{words}. {shared['caveats']}",
        "rationale": shared["rationale"],
        "owner": shared["owner"],
        "numerator_source": shared[_collection(measure)],
        "unit": texts["units"][measure.unit],
        "population": texts["populations"][measure.of],
        "frequency": texts["frequencies"][str(measure.years)],
    }
