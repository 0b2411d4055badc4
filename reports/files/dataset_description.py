"""A release as search engines for data want it described: schema.org's Dataset, as JSON-LD."""

from typing import Any

from reports.files.edition import Edition


def describe(edition: Edition) -> dict[str, Any]:
    """The description in the language of the edition. Inside `edition.told()`."""
    publisher = {"@type": "Organization", "name": edition.publisher}
    told = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": edition.title,
        "description": edition.about("lead") or edition.title,
        "url": edition.address,
        "identifier": edition.name,
        "version": edition.number,
        "inLanguage": edition.language,
        "datePublished": edition.released_at.date().isoformat(),
        "publisher": publisher,
        "license": edition.licence.address,
        "creditText": edition.citation,
    }
    return {name: value for name, value in told.items() if value}
