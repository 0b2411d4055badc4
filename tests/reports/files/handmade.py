"""Editions put together by hand: no database, and any text in any place."""

from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

from reports.files.edition import Edition
from reports.models import Release, Report
from reports.models.releases import canonical

RELEASED = datetime(2026, 11, 30, 5, 0, 7, tzinfo=UTC)


def make_indicator(title: str, **told: Any) -> dict[str, Any]:
    known: dict[str, Any] = {
        "title": {"sv": title, "ar": f"ع {title}"},
        "unit": {"sv": "procent", "ar": "بالمئة"},
        "value_type": "proportion",
        "multiplier": 100,
        "decimals": 1,
        "polarity": "high",
        "by_residents": False,
        "is_example": False,
        "collection": "register",
        "period_type": "year",
        "order": 1,
        "numerator_source": {"sv": "SCB", "ar": "إحصاء السويد"},
        "chapter": 0,
    }
    return known | told


def make_observation(indicator: str = "arbete", **told: Any) -> dict[str, Any]:
    empty = ("age_from", "age_to", "count", "denominator", "value", "lower", "upper")
    known: dict[str, Any] = dict.fromkeys((*empty, "answers", "response_rate"))
    known |= {"indicator": indicator, "territory": "norrby", "sex": "all", "status": "ok"}
    known |= {"from": "2023-01-01", "to": "2023-12-31", "note": {}} | told
    if known["territory"] == "norrby":
        known.setdefault("comparison", NOT_COMPARED)
    return known


NOT_COMPARED = {
    "outcome": "not-calculated",
    "level": 0,
    "reason": "no-counts",
    "base_needed": None,
}
ESTIMATED = {"value": 50.0, "lower": 46.903456, "upper": 53.1}
COMPARED = {
    "outcome": "worse",
    "level": 0.998,
    "rest": {"value": 62.5, "lower": 60.123456, "upper": 64.0},
    "difference": {"value": -12.5, "lower": -14.25, "upper": -10.75},
}
DATA: dict[str, Any] = {
    "version": 2,
    "report": "norrby",
    "area": "norrby",
    "edition": {
        "number": "2026-1",
        "released_at": RELEASED.isoformat(),
        "note": {"sv": "Första utgåvan.", "ar": "الإصدار الأول."},
        "site": "https://halsa.example.se",
    },
    "about": {"title": {"sv": "Kunskap om Norrby", "ar": "تقرير عن نوربي"}},
    "place": {"title": {"sv": "Norrby", "ar": "نوربي"}, "dye": "plum", "weave": ["10", "01"]},
    "contact": {
        "title": {"sv": "Områdesutvecklare"},
        "office": {"sv": "Borås Stad"},
        "phone": "033-00 00 00",
        "email": "halsa@example.se",
    },
    "office": {"sv": "Borås Stad", "ar": "بلدية بوروس"},
    "languages": ["sv", "ar"],
    "licence": "cc-by",
    "chapters": [
        {"title": {"sv": "Arbete", "ar": "العمل"}, "body": {}},
        {"title": {"sv": "Bara en text", "ar": "نص فقط"}, "body": {"sv": "<p>Text.</p>"}},
        {"title": {"sv": "Barn och ungas hälsa i hela Borås", "ar": "الصحة"}, "body": {}},
    ],
    "voices": [],
    "indicators": {
        "arbete": make_indicator("Förvärvsarbetande", caveats={"sv": "Räknas i november."}),
        "halsa": make_indicator("God hälsa", chapter=2, decimals=2, order=2),
        "folk": make_indicator("Folkmängd", chapter=None, decimals=0, order=3),
    },
    "territories": {
        "norrby": {"division": "district", "title": {"sv": "Norrby", "ar": "نوربي"}, "here": True},
        "boras": {"division": "municipality", "title": {"sv": "Borås"}, "here": False},
    },
    "observations": [
        make_observation(count=500, denominator=1000, **ESTIMATED, comparison=COMPARED),
        make_observation(territory="boras", count=6750, denominator=11000, value=61.363636),
        make_observation(status="suppressed", sex="women", age_from=16, age_to=24),
        make_observation("halsa", value=-1.5, answers=41, response_rate=55.5),
        make_observation("folk", value=13594, to=None, note={"sv": "Källan anger inte dag."}),
    ],
    "trends": [],
}


def make_edition(language: str = "sv", **changes: Any) -> Edition:
    """An edition with some of its data changed."""
    return edition_of(deepcopy(DATA) | changes, language)


def edition_of(data: dict[str, Any], language: str = "sv") -> Edition:
    """An edition of a release that holds just this."""
    content = canonical(data)
    release = Release(
        report=Report(slug="norrby"),
        number="2026-1",
        released_at=RELEASED,
        content=content,
        sha256=Release.fingerprint(content),
    )
    return Edition(release, language)


def with_notes(notes: list[str]) -> Edition:
    """An edition with an observation for each note."""
    return make_edition(observations=[make_observation(note={"sv": note}) for note in notes])
