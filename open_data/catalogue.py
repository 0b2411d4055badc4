"""The catalogue of all open data, for the portals of Sweden and Europe (DCAT-AP-SE 3).

What the profile demands is written as shapes in tests/open_data/dcat_ap_se.ttl.
"""

from collections.abc import Iterable, Iterator

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from open_data import datasets, vocabulary
from open_data.rdf import Thing
from open_data.saying import (
    API,
    LANGUAGES,
    Facts,
    boras,
    described,
    here,
    moment,
    named,
    publisher,
    series,
    service,
    subjects,
)
from open_data.terms import rights
from open_data.texts import TEXTS
from reports.models import Release

_ABOUT_SERIES = _(
    "Ett kunskapsunderlag för varje område: livsvillkoren jämförda med hela Borås, genom mått med "
    "intervall, källa och beskrivning."
)


def newest_releases() -> QuerySet[Release]:
    """The newest release of each report that readers may see, without its figures."""
    released = Release.objects.published().filter(report=OuterRef("report"))
    first = released.order_by("released_at", "pk").values("released_at")[:1]
    newest = Release.objects.newest().light().annotate(first_released_at=Subquery(first))
    found = newest.prefetch_related("files")
    found = found.select_related("report__area", "report__contact")
    return found.order_by("report__is_example", "report__area__order", "report__slug")


def things(releases: Iterable[Release]) -> list[Thing]:
    """Everything that the catalogue tells of, each thing once."""
    told = {thing.address: thing for thing in _all(list(releases))}
    return list(told.values())


def _all(releases: list[Release]) -> Iterator[Thing]:
    yield Thing("dcat:Catalog", named("katalog"), (*_catalogue(releases),))
    yield publisher()
    yield boras()
    yield Thing("dcat:DataService", service(), (*_service(releases),))
    if releases:
        yield Thing("dcat:DatasetSeries", series(), (*_series(releases),))
    for release in releases:
        yield rights(release.licence)
        yield from datasets.things(release)
    for texts in TEXTS:
        yield from texts.things()


def _catalogue(releases: list[Release]) -> Facts:
    text = _("Det som Borås Hälsa ger ut om folkhälsa och levnadsvillkor i stadens områden.")
    yield from described(_("Öppna data från Borås Hälsa"), text)
    yield "dcterms:license", vocabulary.CC0  # of the catalogue's own words; the profile demands it
    yield from (("dcterms:language", vocabulary.language(code) or "") for code in LANGUAGES)
    if releases:
        yield "dcterms:modified", moment(max(release.released_at for release in releases))
    yield "foaf:homepage", here(reverse("open_data:page"))
    yield "dcterms:spatial", boras()
    yield "dcat:themeTaxonomy", vocabulary.THEME_LIST
    yield from (("dcat:dataset", datasets.address(release)) for release in releases)
    yield from (("dcat:dataset", texts.address) for texts in TEXTS)
    yield "dcat:service", service()


def _series(releases: list[Release]) -> Facts:
    about = (_("Kunskapsunderlag om områden i Borås"), lambda: f"{_ABOUT_SERIES} {datasets.POLICY}")
    yield from described(*about)
    yield from subjects()
    yield "dcterms:issued", moment(min(release.first_released_at for release in releases))
    yield "dcterms:modified", moment(max(release.released_at for release in releases))
    yield "dcat:landingPage", here(reverse("reports:list"))
    places = {place.address: place for place in map(datasets.place, releases)}
    yield from (("dcterms:spatial", place) for place in places.values())


def _service(releases: list[Release]) -> Facts:
    text = _("Allt som är publicerat, som JSON. Kräver inget konto.")
    yield from described(_("API för Borås Hälsa"), text)
    yield "dcat:endpointURL", here(API)
    yield "dcat:endpointDescription", here(f"{API}openapi.json")
    yield "dcterms:type", vocabulary.REST
    yield "dcterms:format", "application/json"
    yield "dcterms:conformsTo", vocabulary.OPENAPI
    yield from (("dcat:servesDataset", datasets.address(release)) for release in releases)
    yield from (("dcat:servesDataset", texts.address) for texts in TEXTS if not texts.route)
    yield "dcterms:accessRights", vocabulary.PUBLIC
    yield "dcat:landingPage", here(reverse("open_data:documentation"))
