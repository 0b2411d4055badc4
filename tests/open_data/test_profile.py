"""The catalogue keeps what DCAT-AP-SE 3 demands, and an omission is seen."""

from pathlib import Path

import pytest
from django.test import Client
from rdflib import Literal, URIRef
from rdflib.namespace import FOAF, RDF

from open_data import catalogue
from tests.open_data.catalogues import (
    DCAT,
    DCTERMS,
    HERE,
    SPDX,
    VCARD,
    faults,
    make_release,
    read,
    report_with_contact,
    small,
)

pytestmark = pytest.mark.django_db
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


@pytest.fixture
def _few_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "TEXTS", catalogue.TEXTS[:1])


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
