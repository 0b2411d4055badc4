"""A knowledge report as a dataset: its newest release, and the files of it."""

from collections.abc import Iterator

from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from languages.told import Told
from open_data import files, vocabulary
from open_data.contacts import contact_of
from open_data.rdf import Address, Thing
from open_data.saying import (
    API,
    Facts,
    here,
    languages_of,
    moment,
    named,
    publisher,
    series,
    service,
    subjects,
    words,
)
from open_data.terms import terms
from reports.models import Kind, Release

POLICY = _(
    "Siffrorna ges ut i numrerade utgåvor som aldrig ändras. En rättelse är en ny utgåva. Äldre "
    "utgåvor finns kvar på sina adresser. Tal som rör få personer är dolda."
)


def address(release: Release) -> Address:
    """The name of the dataset: the same for every release of a report."""
    return named(f"underlag-{release.report.slug}")


def things(release: Release) -> Iterator[Thing]:
    """The dataset of a release, and all that it points at."""
    yield Thing("dcat:Dataset", address(release), (*_facts(release),))
    yield place(release)
    yield from contact_of(release.report)
    yield from files.things_of(release)
    yield _served(release)


def _facts(release: Release) -> Facts:
    yield from _texts(release)
    yield "dcterms:publisher", publisher()
    yield from (("dcat:contactPoint", each) for each in contact_of(release.report)[:1])
    yield from subjects()
    yield "dcterms:identifier", str(address(release))
    yield "dcat:landingPage", here(release.report.get_absolute_url())
    yield "dcterms:spatial", place(release)
    yield "dcterms:accessRights", vocabulary.PUBLIC
    yield "dcat:inSeries", series()
    yield from _edition(release)
    yield from _distributions(release)


def _texts(release: Release) -> Facts:
    """Title and description, in the languages that the report can be read in, whole."""
    report = release.report
    for language in languages_of(report):
        with override(language):
            invented = gettext("Exempeldata, påhittade värden")
            title, lead = (report.text_in(field, language) for field in ("title", "lead"))
            parts = [f"{invented}." * release.is_example, lead, str(POLICY)]
        titled = f"{invented}: {title}" if release.is_example else title
        yield "dcterms:title", Told(titled, language)
        yield "dcterms:description", Told("\n\n".join(filter(None, parts)), language)


def _edition(release: Release) -> Facts:
    yield "dcterms:issued", moment(release.first_released_at)
    yield "dcterms:modified", moment(release.released_at)
    yield "dcat:version", release.number
    for language in languages_of(release):
        yield "adms:versionNotes", Told(release.text_in("note", language), language)


def _distributions(release: Release) -> Facts:
    made = release.files.all()
    languages = dict.fromkeys(vocabulary.language(file.language) for file in made)
    yield from (("dcterms:language", language) for language in languages if language)
    for file in made:
        if file.kind != Kind.CSVW:
            yield "dcat:distribution", files.address(file)
    yield "dcat:distribution", _served(release)


def place(release: Release) -> Thing:
    """The area, by its name: what is known of where it lies is that it is in Borås."""
    area = release.report.area
    titles = [Told(f"{area.text_in('title', it)}, Borås", it) for it in languages_of(area)]
    labels = tuple(("rdfs:label", title) for title in titles)
    return Thing("dcterms:Location", named(f"plats-{area.slug}"), labels)


def _served(release: Release) -> Thing:
    """The same figures through the API."""
    facts = (
        *words("dcterms:title", _("Samma siffror genom API")),
        ("dcat:accessURL", here(f"{API}observations?report={release.report.slug}")),
        ("dcterms:format", "application/json"),
        ("dcat:accessService", service()),
        *terms(release.licence),
    )
    return Thing("dcat:Distribution", named(f"api-{release.report.slug}"), facts)
