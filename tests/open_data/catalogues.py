"""Catalogues for the tests: made of little, read as a portal does, and held against the shapes."""

from functools import cache
from pathlib import Path
from typing import Any

from django.test import Client
from pyshacl import validate
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import SH

from open_data import catalogue
from open_data.rdf import NAMESPACES, written
from publishing.models import Contact, Office
from reports.models import Kind, Release, ReleaseFile, Report
from reports.models.files import file_name
from tests.conftest import make_area, make_report

CATALOGUE = "/datasets/dcat"
HERE = Namespace(f"http://testserver{CATALOGUE}#")
ADMS, DCAT, DCTERMS, ODRS, SPDX, VCARD = (
    Namespace(NAMESPACES[it]) for it in ("adms", "dcat", "dcterms", "odrs", "spdx", "vcard")
)


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
