"""Writes things as RDF/XML: the same things always give the same bytes, in the same order.

A graph of triples has no order of its own, so a library that reads a graph can't promise that.
"""

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from languages.told import Told
from publishing.plain import plain

NAMESPACES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "odrs": "http://schema.theodi.org/odrs#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
_SCHEMA = "http://www.w3.org/2001/XMLSchema#"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class Typed(NamedTuple):
    """A value of one of the types of XML Schema: `Typed("2026-11-30", "date")`."""

    value: str
    type: str


class Thing(NamedTuple):
    """Something with an address, and all that is said of it.

    A fact is a property, such as `dcterms:title`, with the `Thing` or the address that it points
    at, a Typed value, a Told text or, for what has no language, any other text.
    """

    kind: str
    address: str
    facts: tuple[tuple[str, "Fact"], ...]


class Address(str):
    """The address of something that is told of elsewhere."""

    __slots__ = ()


Fact = Thing | Address | Typed | Told | str


def written(things: Iterable[Thing]) -> bytes:
    """All things, each in an element of its own, as a document."""
    root = etree.Element(_name("rdf:RDF"), nsmap=NAMESPACES)
    for thing in things:
        about = {_name("rdf:about"): thing.address}
        element = etree.SubElement(root, _name(thing.kind), about)
        for told, fact in thing.facts:
            _say(etree.SubElement(element, _name(told)), fact)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _say(element: etree._Element, fact: Fact) -> None:
    if isinstance(fact, Thing | Address):
        address = fact.address if isinstance(fact, Thing) else fact
        element.set(_name("rdf:resource"), address)
        return
    if isinstance(fact, Typed):
        element.set(_name("rdf:datatype"), _SCHEMA + fact.type)
    elif isinstance(fact, Told):
        element.set(_LANGUAGE, fact.language)
    element.text = plain(fact.value if isinstance(fact, Typed) else fact)


def _name(short: str) -> str:
    prefix, name = short.split(":")
    return f"{{{NAMESPACES[prefix]}}}{name}"
