"""The catalogue keeps what DCAT-AP-SE 3 demands, and says no more than readers may know."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pyshacl import validate
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import FOAF, RDF, SH, XSD

from open_data import catalogue
from open_data.rdf import NAMESPACES, written
from publishing.models import Contact, Office
from reports.models import Kind, Release, ReleaseFile, Report
from reports.models.files import file_name
from tests.conftest import make_area, make_report, recently, tomorrow

pytestmark = pytest.mark.django_db
CATALOGUE = "/datasets/dcat"
HERE = Namespace(f"http://testserver{CATALOGUE}#")
ADMS, DCAT, DCTERMS, ODRS, SPDX, VCARD = (
    Namespace(NAMESPACES[it]) for it in ("adms", "dcat", "dcterms", "odrs", "spdx", "vcard")
)
SCHEMES = {"http", "https", "mailto", "tel"}
CC0 = URIRef("http://creativecommons.org/publicdomain/zero/1.0/")

# What must be there, class by class, as the tables of the profile have it.
MANDATORY = [
    (DCAT.Catalog, DCTERMS["title"]),
    (DCAT.Catalog, DCTERMS.description),
    (DCAT.Catalog, DCTERMS.publisher),
    (DCAT.Catalog, DCTERMS.license),
    (DCAT.Catalog, DCAT.dataset),
    (DCAT.Dataset, DCTERMS["title"]),
    (DCAT.Dataset, DCTERMS.description),
    (DCAT.Dataset, DCTERMS.publisher),
    (DCAT.DatasetSeries, DCTERMS["title"]),
    (DCAT.DatasetSeries, DCTERMS.description),
    (DCAT.DatasetSeries, DCTERMS.publisher),
    (DCAT.Distribution, DCAT.accessURL),
    (DCAT.Distribution, DCTERMS["format"]),
    (DCAT.DataService, DCTERMS["title"]),
    (DCAT.DataService, DCAT.endpointURL),
    (DCAT.DataService, DCTERMS["format"]),
    (FOAF.Agent, FOAF.name),
    (FOAF.Agent, DCTERMS.type),
    (VCARD.Organization, VCARD.fn),
    (VCARD.Organization, VCARD.hasEmail),
    (VCARD.Voice, VCARD.hasValue),
    (SPDX.Checksum, SPDX.algorithm),
    (SPDX.Checksum, SPDX.checksumValue),
]
WRONG = {
    "a title without a language": (DCAT.Dataset, DCTERMS["title"], Literal("Norrby")),
    "a description without a language": (DCAT.Catalog, DCTERMS.description, Literal("Data")),
    "another licence": (DCAT.Catalog, DCTERMS.license, URIRef(str(CC0).replace("http", "https"))),
    "a publisher that is nowhere told of": (DCAT.Dataset, DCTERMS.publisher, HERE["ingen"]),
    "a date in words": (DCAT.Dataset, DCTERMS.issued, Literal("i höstas")),
    "a size in words": (DCAT.Distribution, DCAT.byteSize, Literal("12 kB")),
    "a format that is no media type": (DCAT.Distribution, DCTERMS["format"], Literal("CSV-fil")),
    "an address as text": (DCAT.Distribution, DCAT.accessURL, Literal("/fil.csv")),
    "an e-mail address as text": (VCARD.Organization, VCARD.hasEmail, Literal("a@example.org")),
    "a theme of our own": (DCAT.Dataset, DCAT.theme, HERE["tema"]),
    "a distribution that is none": (DCAT.Dataset, DCAT.distribution, HERE["utgivare"]),
}


@cache
def shapes() -> Graph:
    return Graph().parse(Path(__file__).with_name("dcat_ap_se.ttl"))


def faults(graph: Graph, *things: URIRef) -> set[Any]:
    """The properties that break a shape, of some things or else of all; empty if none does."""
    conforms, report, _ = validate(graph, shacl_graph=shapes(), focus_nodes=things or None)
    found = set(report.objects(None, SH.resultPath))
    assert conforms != bool(found)
    return found


def make_release(number: str = "2026-1", **values: Any) -> Release:
    """A release with a file of each kind in Swedish; the files themselves are nowhere."""
    report = values.pop("report", None) or report_with_contact()
    told = {"content": "{}", "sha256": Release.fingerprint("{}"), "note": "Första utgåvan."}
    made = Release.objects.create(report=report, number=number, **told | values)
    ReleaseFile.objects.bulk_create(
        ReleaseFile(
            release=made,
            kind=kind,
            language="sv",
            name=file_name(made.name, "sv", kind),
            size=1234,
            sha256=f"{place:064x}",
        )
        for place, kind in enumerate(map(Kind, Kind.values))
    )
    return made


def report_with_contact(**values: Any) -> Report:
    office = Office.objects.first()
    kept = {"phone": "033-35 70 00", "email": "halsa@example.org", "title": "Folkhälsostrateg"}
    contact = Contact.objects.create(office=office, **kept)
    told = {"title": "Underlag för provet", "lead": "Om området.", "contact": contact}
    return make_report(**{"area": make_area(title="Provområdet"), **told, **values})


def small() -> Graph:
    """A catalogue of one report and of what the API tells: one or some of each class."""
    made = make_release(licence="cc-by")
    releases = [release for release in catalogue.newest_releases() if release == made]
    return Graph().parse(written(catalogue.things(releases)), format="xml")


def read(client: Client) -> Graph:
    response = client.get(CATALOGUE)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/rdf+xml"
    return Graph().parse(response.content, format="xml")


@pytest.fixture
def _few_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "TEXTS", catalogue.TEXTS[:1])


# --- The profile -----------------------------------------------------------------------------


def test_the_catalogue_of_the_whole_site_keeps_the_profile(client: Client) -> None:
    make_release()
    make_release(report=report_with_contact(is_example=True), is_example=True)
    graph = read(client)
    assert not faults(graph)
    every = (*MANDATORY, (DCAT.Dataset, DCAT.contactPoint), (DCAT.Dataset, DCAT.inSeries))
    assert {kind for kind, _ in every} <= set(graph.objects(None, RDF.type))


@pytest.mark.usefixtures("_few_texts")
@pytest.mark.parametrize(("kind", "told"), MANDATORY, ids=lambda it: it.fragment or Path(it).name)
def test_what_is_mandatory_is_missed_when_it_is_gone(kind: URIRef, told: URIRef) -> None:
    graph = small()
    without = next(graph.subjects(RDF.type, kind))
    assert not faults(graph, without)
    graph.remove((without, told, None))
    assert told in faults(graph, without)


@pytest.mark.usefixtures("_few_texts")
def test_values_of_another_kind_are_seen() -> None:
    graph = small()
    assert not faults(graph)
    for kind, told, value in WRONG.values():
        graph.set((next(graph.subjects(RDF.type, kind)), told, value))
    seen = faults(graph)
    assert not {name for name, (_kind, told, _value) in WRONG.items() if told not in seen}


@pytest.mark.usefixtures("_few_texts")
def test_texts_of_the_site_itself_are_missed_in_english() -> None:
    graph = small()
    for title in graph.objects(HERE["serie"], DCTERMS["title"]):
        if title.language == "en":
            graph.remove((HERE["serie"], DCTERMS["title"], title))
    assert faults(graph) == {DCTERMS["title"]}


def test_no_thing_is_without_a_name(client: Client) -> None:
    """The portal can't harvest blank nodes, nor addresses that are not absolute."""
    make_release()
    nodes = {node for triple in read(client) for node in triple}
    names = {node for node in nodes if not isinstance(node, Literal)}
    assert all(isinstance(it, URIRef) and it.split(":")[0] in SCHEMES for it in names)


# --- What it tells ------------------------------------------------------------------------------


def test_a_report_is_a_dataset_with_each_file_of_its_newest_release(client: Client) -> None:
    first = make_release()
    newest = make_release("2026-2", report=first.report, note="Rättade siffror.")
    graph, dataset = read(client), HERE[f"underlag-{first.report.slug}"]
    assert graph.value(dataset, DCAT.version) == Literal("2026-2")
    assert Literal("Rättade siffror.", "sv") in graph.objects(dataset, ADMS.versionNotes)
    assert graph.value(dataset, DCTERMS.issued).toPython() == first.released_at
    assert graph.value(dataset, DCTERMS.modified).toPython() == newest.released_at
    files = {str(it) for it in graph.objects(dataset, DCAT.distribution / DCAT.downloadURL)}
    kinds = ("pdf", "xlsx", "csv", "excel.csv", "json", "zip")
    base = f"http://testserver/kunskapsunderlag/{first.report.slug}/2026-2/{newest.name}.sv"
    assert files == {f"{base}.{ending}" for ending in kinds}


def test_a_file_is_told_so_that_it_can_be_checked(client: Client) -> None:
    made = make_release(licence="cc-by")
    graph, file = read(client), HERE[f"fil-{made.name}.sv.csv"]
    stored = made.files.get(kind=Kind.CSV)
    assert graph.value(file, DCAT.byteSize) == Literal("1234", datatype=XSD.nonNegativeInteger)
    assert graph.value(file, DCTERMS["format"]) == Literal("text/csv")
    checksum = graph.value(file, SPDX.checksum)
    assert str(graph.value(checksum, SPDX.checksumValue)) == stored.sha256
    assert graph.value(checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256
    metadata = f"http://testserver{made.files.get(kind=Kind.CSVW).get_absolute_url()}"
    assert graph.value(file, DCTERMS.conformsTo) == URIRef(metadata)
    assert str(graph.value(file, DCTERMS.language)).endswith("/language/SWE")
    schema = graph.value(HERE[f"fil-{made.name}.sv.json"], DCTERMS.conformsTo)
    assert client.get(str(schema).removeprefix("http://testserver")).status_code == 200


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("cc0", "http://creativecommons.org/publicdomain/zero/1.0/"),
        ("cc-by", "http://creativecommons.org/licenses/by/4.0/"),
        ("", ""),
    ],
)
def test_a_licence_is_told_only_if_the_city_has_decided(
    client: Client, licence: str, address: str
) -> None:
    made = make_release(licence=licence)
    graph, file = read(client), HERE[f"fil-{made.name}.sv.pdf"]
    assert str(graph.value(file, DCTERMS.license) or "") == address
    notices = graph.objects(file, DCTERMS.rights / ODRS.copyrightNotice)
    swedish = next(str(it) for it in notices if it.language == "sv")
    assert ("inte bestämda" in swedish) != bool(address)


def test_invented_figures_say_so_in_title_and_description(client: Client) -> None:
    report = report_with_contact(is_example=True)
    made = make_release(report=report, is_example=True)
    graph, dataset = read(client), HERE[f"underlag-{made.report.slug}"]
    title = str(graph.value(dataset, DCTERMS["title"]))
    assert title == "Exempeldata, påhittade värden: Underlag för provet"
    assert str(graph.value(dataset, DCTERMS.description)).startswith(
        "Exempeldata, påhittade värden."
    )


def test_a_report_is_told_in_english_if_it_can_be_read_so(client: Client) -> None:
    told = {"title_en": "Report for the test", "lead_en": "On the area."}
    both = make_release(report=report_with_contact(**told), note_en="The first release.")
    swedish = make_release()
    graph = read(client)

    def languages(made: Release) -> set[str]:
        titles = graph.objects(HERE[f"underlag-{made.report.slug}"], DCTERMS["title"])
        return {title.language for title in titles}

    assert languages(both) == {"sv", "en"}
    assert languages(swedish) == {"sv"}


def test_whom_to_ask_is_a_card_with_an_international_number(client: Client) -> None:
    made = make_release()
    graph, dataset = read(client), HERE[f"underlag-{made.report.slug}"]
    card = graph.value(dataset, DCAT.contactPoint)
    assert graph.value(card, VCARD.hasEmail) == URIRef("mailto:halsa@example.org")
    number = graph.value(graph.value(card, VCARD.hasTelephone), VCARD.hasValue)
    assert number == URIRef("tel:+4633357000")


def test_a_contact_without_an_e_mail_address_is_left_out(client: Client) -> None:
    """The profile demands one, and nobody's is invented."""
    report = report_with_contact()
    Contact.objects.filter(pk=report.contact_id).update(email="")
    made = make_release(report=report)
    graph, dataset = read(client), HERE[f"underlag-{made.report.slug}"]
    assert (dataset, DCAT.contactPoint, None) not in graph
    assert not faults(graph, dataset)


def test_feeds_calendars_and_the_api_are_told_of_and_there(client: Client) -> None:
    graph = read(client)
    addresses = {str(it) for it in graph.objects(None, DCAT.accessURL)}
    feeds = {"/nyheter/flode/", "/en/news/feed/", "/insatser/kalender.ics"}
    assert {f"http://testserver{path}" for path in feeds} <= addresses
    told = (DCAT.endpointURL, DCAT.endpointDescription, DCAT.landingPage)
    api = {str(graph.value(HERE["api"], it)).removeprefix("http://testserver") for it in told}
    figures = graph.value(HERE["api-norrby"], DCAT.accessURL).removeprefix("http://testserver")
    assert api >= {"/api/v1/", "/api/v1/openapi.json"}
    assert all(client.get(path).status_code == 200 for path in feeds | api | {figures})
    assert client.get(figures).json()["items"]


# --- What it does not tell, and how it is given -------------------------------------------------


@pytest.mark.parametrize(
    "hide",
    [
        lambda made: Report.objects.filter(pk=made.report_id).update(published_at=None),
        lambda made: Report.objects.filter(pk=made.report_id).update(published_at=tomorrow()),
        lambda made: Report.objects.filter(pk=made.report_id).update(withdrawn_at=recently()),
        lambda made: Release.objects.filter(pk=made.pk).update(withdrawn_at=recently()),
    ],
    ids=["draft", "scheduled", "withdrawn", "withdrawn release"],
)
def test_what_readers_may_not_see_is_not_in_the_catalogue(
    client: Client, hide: Callable[[Release], Any]
) -> None:
    made = make_release()
    assert made.report.slug in client.get(CATALOGUE).content.decode()
    hide(made)
    assert made.report.slug not in client.get(CATALOGUE).content.decode()


def test_a_site_without_figures_has_a_catalogue_that_keeps_the_profile(client: Client) -> None:
    ReleaseFile.objects.all().delete()
    Release.objects.all().delete()
    graph = read(client)
    assert not faults(graph)
    assert HERE["serie"] not in graph.subjects()


def test_the_same_data_gives_the_same_bytes_and_is_not_sent_again(client: Client) -> None:
    made = make_release()
    first = client.get(CATALOGUE)
    again = client.get(CATALOGUE, headers={"if-none-match": first.headers["ETag"]})
    assert again.status_code == 304
    assert client.get(CATALOGUE).content == first.content
    Release.objects.filter(pk=made.pk).update(number="2026-9")
    changed = client.get(CATALOGUE, headers={"if-none-match": first.headers["ETag"]})
    assert changed.status_code == 200


def test_what_staff_paste_does_not_break_the_catalogue(client: Client) -> None:
    odd = 'Underlag\x0b <b>"&\ufffe ' + "ﷺ" * 100
    made = make_release(report=report_with_contact(title=odd))
    title = read(client).value(HERE[f"underlag-{made.report.slug}"], DCTERMS["title"])
    assert str(title) == odd.replace("\x0b", "").replace("\ufffe", "")


def test_the_catalogue_asks_as_much_of_many_reports_and_never_for_figures(client: Client) -> None:
    make_release()
    with CaptureQueriesContext(connection) as few:
        read(client)
    for _ in range(5):
        make_release()
    with CaptureQueriesContext(connection) as many:
        read(client)
    assert len(few) == len(many) == 2
    assert not [it for it in many.captured_queries if '"content"' in it["sql"]]


def test_any_page_on_the_web_may_read_the_catalogue(client: Client) -> None:
    response = client.get(CATALOGUE, headers={"origin": "https://portal.example.org"})
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_the_catalogue_is_only_read(client: Client) -> None:
    assert client.head(CATALOGUE).status_code == 200
    assert client.post(CATALOGUE).status_code == 405
