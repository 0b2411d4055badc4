"""The figures of an edition as one table, an observation a row: for CSV, XLSX and JSON alike.

The names of the columns are the same in every language, and never change their meaning.
"""

from collections.abc import Iterator
from functools import cache
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


class _Rows:
    """Writes rows. Words that many of them share are looked up once."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._name = edition.name
        self._example = gettext("Exempeldata, påhittade värden")
        self._indicators = {code: self._of(each) for code, each in edition.indicators.items()}
        self._territories = dict(self._places())
        self._sexes = _labels(Observation.Sex)
        self._states = _labels(Observation.Status)
        self._judged = cache(_judged)

    def row(self, frozen: dict[str, Any]) -> Row:
        known = {
            "release": self._name,
            **self._indicators[frozen["indicator"]],
            **self._territories[frozen["territory"]],
            **frozen,  # has its numbers and codes by the names of the columns
            "period_from": frozen["from"],
            "period_to": frozen["to"],
            "sex_name": self._sexes[frozen["sex"]],
            "status_name": self._states[frozen["status"]],
            "note": self.edition.text(frozen["note"]),
            **self._compared(frozen.get("comparison") or _NOT_COMPARED),
        }
        return {name: known[name] for name in NAMES}

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
            "example": self._example if told["is_example"] else "",
        }

    def _places(self) -> Iterator[tuple[str, Row]]:
        for code, told in self.edition.data["territories"].items():
            yield (
                code,
                {
                    "territory": code,
                    "territory_name": self.edition.text(told["title"]),
                    "division": told["division"],
                    "division_name": str(Territory.Division(told["division"]).label),
                },
            )

    def _compared(self, told: dict[str, Any]) -> Row:
        """The comparison of an observation; all empty for one that is not of the area."""
        rest, gap = told.get("rest") or {}, told.get("difference") or {}
        return {
            **self._judged(told["outcome"], told["level"], told.get("reason")),
            "rest_value": rest.get("value"),
            "rest_lower": rest.get("lower"),
            "rest_upper": rest.get("upper"),
            "difference": gap.get("value"),
            "difference_lower": gap.get("lower"),
            "difference_upper": gap.get("upper"),
        }


_NOT_COMPARED = {"outcome": "", "level": 0}


def _judged(outcome: str, level: float, reason: str | None) -> Row:
    """How an area stands, in the active language."""
    found = certainty(Outcome(outcome), is_clear=level == CLEAR) if outcome else ""
    return {
        "outcome": outcome,
        "outcome_name": found,
        "outcome_level": level or None,
        "reason": Reason(reason).words if reason else "",
    }


def _labels(choices: Any) -> dict[str, str]:
    return {code: str(label) for code, label in choices.choices}
