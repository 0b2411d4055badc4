"""The figures of an edition as one table, an observation a row: for CSV, XLSX and JSON alike.

The names of the columns are the same in every language, and never change their meaning.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reports.comparisons import Outcome, Reason
from reports.files.edition import Edition
from reports.models import Indicator, Observation, Territory
from reports.sentences import certainty
from reports.statistics import CLEAR

Value = str | int | float | None


class Column(NamedTuple):
    """A column: its name for machines, what kind of values it holds, and what they mean."""

    name: str
    kind: str  # text, integer, number or date
    title: Promise

    @property
    def is_number(self) -> bool:
        return self.kind in ("integer", "number")


COLUMNS = (
    Column("release", "text", _("Utgåva, som områdets namn, år och nummer")),
    Column("indicator", "text", _("Mått, som kod")),
    Column("indicator_name", "text", _("Mått, som namn")),
    Column("chapter", "text", _("Kapitel")),
    Column("territory", "text", _("Plats, som kod")),
    Column("territory_name", "text", _("Plats, som namn")),
    Column("division", "text", _("Vilken indelning av staden platsen hör till, som kod")),
    Column("division_name", "text", _("Vilken indelning av staden platsen hör till")),
    Column("period_from", "date", _("Första dagen; tomt om källan inte anger den")),
    Column("period_to", "date", _("Sista dagen; tomt om källan inte anger den")),
    Column("sex", "text", _("Kön, som kod")),
    Column("sex_name", "text", _("Kön")),
    Column("age_from", "integer", _("Lägsta ålder i år; tomt om det inte finns någon gräns")),
    Column("age_to", "integer", _("Högsta ålder i år; tomt om det inte finns någon gräns")),
    Column("count", "integer", _("Antal fall; tomt om det inte är känt eller inte visas")),
    Column("denominator", "integer", _("Antal personer som måttet räknas på")),
    Column("value", "number", _("Värde i måttets enhet; tomt om det inte finns eller inte visas")),
    Column("unit", "text", _("Enhet")),
    Column("lower", "number", _("Undre gräns för 95 procents intervall")),
    Column("upper", "number", _("Övre gräns för 95 procents intervall")),
    Column("answers", "integer", _("Antal svar i en enkät")),
    Column("response_rate", "number", _("Svarsandel i procent")),
    Column("status", "text", _("Om värdet finns, som kod")),
    Column("status_name", "text", _("Om värdet finns")),
    Column("outcome", "text", _("Jämfört med resten av Borås, som kod")),
    Column("outcome_name", "text", _("Jämfört med resten av Borås")),
    Column("outcome_level", "number", _("Hur säker jämförelsen är: 0,95 eller 0,998")),
    Column("rest_value", "number", _("Värde i resten av Borås")),
    Column("rest_lower", "number", _("Undre gräns i resten av Borås")),
    Column("rest_upper", "number", _("Övre gräns i resten av Borås")),
    Column("difference", "number", _("Området minus resten av Borås")),
    Column("difference_lower", "number", _("Undre gräns för skillnaden")),
    Column("difference_upper", "number", _("Övre gräns för skillnaden")),
    Column("reason", "text", _("Varför ingen jämförelse är beräknad")),
    Column("source", "text", _("Källa")),
    Column("note", "text", _("Anmärkning")),
    Column("example", "text", _("Om värdet är påhittat; annars tomt")),
)
NAMES = tuple(column.name for column in COLUMNS)

Row = dict[str, Value]


def rows(edition: Edition) -> Iterator[Row]:
    """Each observation by the names of the columns, in the order of the data.

    Inside `edition.told()`: the names follow the active language.
    """
    writer = _Rows(edition)
    return (writer.row(frozen) for frozen in edition.data["observations"])


@dataclass
class _Rows:
    """Writes rows, with the words that many of them share looked up once."""

    edition: Edition

    def row(self, frozen: dict[str, Any]) -> Row:
        known = {
            "release": self.edition.name,
            **self._indicators[frozen["indicator"]],
            **self._territories[frozen["territory"]],
            **_same(frozen),
            **_compared(frozen.get("comparison") or {}),
            "sex_name": str(Observation.Sex(frozen["sex"]).label),
            "status_name": str(Observation.Status(frozen["status"]).label),
            "note": self.edition.text(frozen["note"]),
        }
        return {name: known[name] for name in NAMES}

    @cached_property
    def _indicators(self) -> dict[str, Row]:
        return {code: self._of(each) for code, each in self.edition.indicators.items()}

    def _of(self, indicator: Indicator) -> Row:
        told, code = self.edition.data["indicators"][indicator.code], indicator.code
        sources = (told.get(f"{side}_source", {}) for side in ("numerator", "denominator"))
        found = dict.fromkeys(filter(None, map(self.edition.text, sources)))
        return {
            "indicator": code,
            "indicator_name": self.edition.text(told["title"]),
            "chapter": indicator.chapter.readable_title if indicator.chapter else "",
            "unit": self.edition.text(told["unit"]),
            "source": "; ".join(found),
            "example": gettext("Exempeldata, påhittade värden") if told["is_example"] else "",
        }

    @cached_property
    def _territories(self) -> dict[str, Row]:
        told = self.edition.data["territories"]
        return {
            code: {
                "territory": code,
                "territory_name": self.edition.text(each["title"]),
                "division": each["division"],
                "division_name": str(Territory.Division(each["division"]).label),
            }
            for code, each in told.items()
        }


_SAME = (
    "sex",
    "age_from",
    "age_to",
    "count",
    "denominator",
    "value",
    "lower",
    "upper",
    "answers",
    "response_rate",
    "status",
)


def _same(frozen: dict[str, Any]) -> Row:
    """What the data calls by the same names, and the period."""
    period = {"period_from": frozen["from"], "period_to": frozen["to"]}
    return {name: frozen[name] for name in _SAME} | period


def _compared(told: dict[str, Any]) -> Row:
    """The comparison of an observation; all empty for one that is not of the area."""
    rest, gap = told.get("rest") or {}, told.get("difference") or {}
    found: Row = {
        "outcome": told.get("outcome", ""),
        "outcome_name": _outcome(told) if told else "",
        "outcome_level": told.get("level") or None,
        "reason": Reason(told["reason"]).words if told.get("reason") else "",
        "difference": gap.get("value"),
    }
    found |= {f"rest_{end}": rest.get(end) for end in ("value", "lower", "upper")}
    return found | {f"difference_{end}": gap.get(end) for end in ("lower", "upper")}


def _outcome(told: dict[str, Any]) -> str:
    return certainty(Outcome(told["outcome"]), is_clear=told["level"] == CLEAR)
