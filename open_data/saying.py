"""What most things in the catalogue say in the same way: texts by language, and addresses."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from languages.told import Told
from languages.translated import Translated
from open_data import vocabulary
from open_data.rdf import Address, Fact, Thing, Typed

CATALOGUE = "/datasets/dcat"
API = "/api/v1/"
LANGUAGES = ("sv", "en")  # in which the catalogue is told; the pages are there in more
KEYWORDS = (_("folkhälsa"), _("levnadsvillkor"), _("statistik"))

Facts = Iterator[tuple[str, Fact]]


def here(path: str) -> Address:
    """The absolute address of something on the site."""
    return Address(f"{settings.SITE_URL}{path}")


def named(fragment: str) -> Address:
    """The name of something that has no page: a place in the catalogue."""
    return here(f"{CATALOGUE}#{fragment}")


def publisher() -> Thing:
    kind = ("dcterms:type", vocabulary.LOCAL_AUTHORITY)
    return Thing("foaf:Agent", named("utgivare"), (*words("foaf:name", "Borås Stad"), kind))


def boras() -> Thing:
    return Thing("dcterms:Location", named("plats-boras"), (*words("rdfs:label", "Borås"),))


def series() -> Address:
    return named("serie")


def service() -> Address:
    return named("api")


def words(told: str, text: Any) -> Facts:
    """An interface text in each language; `text` is lazy, or what makes it: `lambda: …`."""
    for language in LANGUAGES:
        with override(language):
            yield told, Told(str(text() if callable(text) else text), language)


def described(title: Any, description: Any) -> Facts:
    """What everything that can be used has: its name, what it is, and who gives it out."""
    yield from words("dcterms:title", title)
    yield from words("dcterms:description", description)
    yield "dcterms:publisher", publisher()


def subjects() -> Facts:
    """What all of it is about."""
    for keyword in KEYWORDS:
        yield from words("dcat:keyword", keyword)
    yield from (("dcat:theme", theme) for theme in vocabulary.THEMES)


def languages_of(thing: Translated) -> list[str]:
    """Those of the catalogue's languages in which something can be read, whole."""
    return [language for language in LANGUAGES if thing.is_readable_in(language)]


def moment(value: datetime) -> Typed:
    return Typed(value.isoformat(), "dateTime")
