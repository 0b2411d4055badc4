"""What the catalogue tells of reports, files, terms and contacts; and what it must not tell."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from publishing.models import Contact
from reports.models import Kind, Release, ReleaseFile, Report
from tests.conftest import recently, tomorrow
from tests.open_data.catalogues import (
    ADMS,
    CATALOGUE,
    DCAT,
    DCTERMS,
    HERE,
    ODRS,
    SPDX,
    VCARD,
    faults,
    make_release,
    read,
    report_with_contact,
)

pytestmark = pytest.mark.django_db


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


@pytest.mark.parametrize("phone", ["0046 33-35 70 00", "+46 33-35 70 00", "033-35 70 00"])
def test_a_number_is_international_however_it_is_written(client: Client, phone: str) -> None:
    report = report_with_contact()
    Contact.objects.filter(pk=report.contact_id).update(phone=phone)
    made = make_release(report=report)
    card = read(client).value(HERE[f"underlag-{made.report.slug}"], DCAT.contactPoint)
    number = read(client).value(card, VCARD.hasTelephone / VCARD.hasValue)
    assert number == URIRef("tel:+4633357000")


def test_a_title_names_languages_in_its_own(client: Client) -> None:
    made = make_release()
    graph = read(client)
    titles = {*graph.objects(HERE[f"fil-{made.name}.sv.csv"], DCTERMS["title"])}
    assert titles == {Literal("CSV, Svenska", "sv"), Literal("CSV, Swedish", "en")}
    feeds = {*graph.objects(HERE["nyheter-ar"], DCTERMS["title"])}
    swedish = Literal("Nyheter från Borås Hälsa, Arabiska", "sv")
    assert feeds == {swedish, Literal("News from Borås Hälsa, Arabic", "en")}


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
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"] == "public, max-age=300"
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
