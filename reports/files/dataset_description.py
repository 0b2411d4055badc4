"""A release as search engines for data want it described: schema.org's Dataset, as JSON-LD.

The page of a report and the JSON file carry the same description.
"""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext

from reports.files.edition import Edition
from reports.models import Kind

Description = dict[str, Any]


def describe(edition: Edition) -> Description:
    """The description in the language of the edition. Inside `edition.told()`."""
    publisher = _publisher(edition)
    told = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": edition.title,
        "description": _lead(edition),
        "url": edition.address,
        "identifier": edition.name,
        "version": edition.number,
        "inLanguage": edition.language,
        "datePublished": edition.released_at.date().isoformat(),
        "creator": publisher,
        "publisher": publisher,
        "license": edition.licence.address,
        "copyrightNotice": edition.licence.words,
        "creditText": edition.citation,
        "isAccessibleForFree": True,
        "spatialCoverage": _place(edition),
        "temporalCoverage": _period(edition),
        "variableMeasured": list(_measures(edition)),
        "distribution": list(_files(edition)),
    }
    return {name: value for name, value in told.items() if value}


def _lead(edition: Edition) -> str:
    """What it is in a few sentences, beginning with that it is invented if it is."""
    marker = gettext("Exempeldata, påhittade värden") if edition.is_example else ""
    parts = filter(None, (marker, edition.about("lead") or edition.title))
    return ". ".join(parts)


def _publisher(edition: Edition) -> Description:
    contact = edition.data["contact"] or {"title": {}, "phone": "", "email": ""}
    point = {
        "@type": "ContactPoint",
        "name": edition.text(contact["title"]),
        "telephone": contact["phone"],
        "email": contact["email"],
    }
    told = {"@type": "Organization", "name": edition.publisher, "url": edition.site}
    known = {name: value for name, value in point.items() if value}
    return told | {"contactPoint": known} if len(known) > 1 else told


def _place(edition: Edition) -> Description | None:
    name = edition.text(edition.data["place"]["title"])
    within = {"@type": "AdministrativeArea", "name": "Borås"}
    return {"@type": "Place", "name": name, "containedInPlace": within} if name else None


def _period(edition: Edition) -> str:
    """From the first day to the last that figures are known to be for."""
    rows = edition.data["observations"]
    days = sorted(row[end] for row in rows for end in ("from", "to") if row[end])
    return f"{days[0]}/{days[-1]}" if days else ""


def _measures(edition: Edition) -> Iterator[Description]:
    for code in edition.indicators:
        told = edition.data["indicators"][code]
        measure = {
            "@type": "PropertyValue",
            "propertyID": code,
            "name": edition.text(told["title"]),
        }
        unit = edition.text(told["unit"])
        yield measure | {"unitText": unit} if unit else measure


def _files(edition: Edition) -> Iterator[Description]:
    for kind in map(Kind, Kind.values):
        yield {
            "@type": "DataDownload",
            "name": edition.file_name(kind),
            "description": str(kind.label),
            "contentUrl": edition.file_address(kind),
            "encodingFormat": kind.media_type.partition(";")[0],
            "inLanguage": edition.language,
        }
