"""What the columns of the CSV hold, for machines: W3C's metadata for tabular data (CSVW).

It lies beside the CSV under the name where programs look for it.
"""

import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext

from reports.comparisons import Outcome
from reports.files.edition import Edition
from reports.files.table import COLUMNS, Column
from reports.models import Kind, Observation, Territory

Told = dict[str, Any]

# What can't be empty, as codes that are told in words below.
_CODES: dict[str, Any] = {
    "division": Territory.Division,
    "sex": Observation.Sex,
    "status": Observation.Status,
}
_REQUIRED = {"release", "indicator", "indicator_name", "territory", "territory_name", *_CODES}
# Together they say what a figure is of.
KEY = ("indicator", "territory", "period_from", "period_to", "sex", "age_from", "age_to")
_TYPES = {"text": "string", "number": "decimal", "integer": "integer", "date": "date"}
_DIALECT = {
    "encoding": "utf-8",
    "delimiter": ",",
    "header": True,
    "headerRowCount": 1,
    "lineTerminators": ["\r\n"],
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "trim": False,
}


def write(edition: Edition) -> bytes:
    """The description of the CSV of the same edition."""
    return f"{json.dumps(_table(edition), ensure_ascii=False, indent=1)}\n".encode()


def _table(edition: Edition) -> Told:
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": edition.language}],
        "url": edition.file_name(Kind.CSV),
        **_about(edition),
        "lang": edition.language,
        "null": "",
        "dialect": _DIALECT,
        "tableSchema": {
            "columns": [_column(column, edition.language) for column in COLUMNS],
            "primaryKey": list(KEY),
        },
    }


def _about(edition: Edition) -> Told:
    """What the table is, in the terms of Dublin Core."""
    example = gettext("Exempeldata, påhittade värden") if edition.is_example else ""
    licence, day = edition.licence.address, edition.released_at.date().isoformat()
    told = {
        "dc:title": edition.title,
        "dc:description": edition.about("lead"),
        "rdfs:comment": example,
        "dc:identifier": edition.name,
        "dc:publisher": edition.publisher,
        "dc:issued": {"@value": day, "@type": "xsd:date"},
        "dc:language": edition.language,
        "dc:license": {"@id": licence} if licence else None,
        "dc:rights": edition.licence.words,
        "dc:bibliographicCitation": edition.citation,
        "dc:isPartOf": {"@id": edition.address},
        "dc:source": list(dict.fromkeys(_sources(edition))),
    }
    return {name: value for name, value in told.items() if value}


def _sources(edition: Edition) -> Iterator[str]:
    for code in edition.indicators:
        for side in ("numerator_source", "denominator_source"):
            if source := edition.text(edition.data["indicators"][code].get(side, {})):
                yield source


def _column(column: Column, language: str) -> Told:
    """A column by the name in the header, and by what it holds in words."""
    told = {
        "name": column.name,
        "titles": {"und": column.name, language: str(column.title)},
        "datatype": _TYPES[column.kind],
        "required": column.name in _REQUIRED,
    }
    if codes := _codes(column.name):
        told["dc:description"] = "; ".join(f"{code}: {words}" for code, words in codes)
    return told


def _codes(name: str) -> list[tuple[str, str]]:
    """The codes that a column can hold, with their names."""
    if name == "outcome":
        return [(each.value, each.words) for each in Outcome]
    return [(code, str(label)) for code, label in getattr(_CODES.get(name), "choices", ())]
