"""Texts for translators as XLIFF 1.2 and 2.0. Tags stand as <ph>, which tools show and protect."""

from collections.abc import Iterator
from html import unescape
from itertools import groupby
from typing import Any

from lxml import etree

from languages.translated import SOURCE, State
from translations.exchange import Packed, Sent, SentFile, UnreadableError
from translations.units import escaped, tags_and_texts

V1 = "urn:oasis:names:tc:xliff:document:1.2"
V2 = "urn:oasis:names:tc:xliff:document:2.0"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STATES_1 = {"": "needs-review-translation", State.HUMAN: "translated", State.REVIEWED: "final"}
_STATES_2 = {"": "initial", State.HUMAN: "translated", State.REVIEWED: "reviewed"}
_DONE_1 = {None, "translated", "signed-off", "final"}  # a tool may leave the state out
_DONE_2 = {"translated", "reviewed", "final"}
_MARKERS = ("{*}mrk", "{*}sm", "{*}em")  # by which a tool remembers something of a text

Element = Any  # lxml tells no types


# --- Writing ---------------------------------------------------------------------------------


def write_1_2(units: list[Packed], language: str) -> bytes:
    root = etree.Element(f"{{{V1}}}xliff", nsmap={None: V1}, version="1.2")
    languages = {"source-language": SOURCE, "target-language": language}
    file = _add(root, "file", original="boras-halsa", datatype="html", **languages)
    body = _add(file, "body")
    for row, members in groupby(units, key=lambda packed: packed.row):
        group = _add(body, "group", id=row)
        for packed in members:
            _write_unit_1(group, packed)
    return _told(root)


def _write_unit_1(parent: Element, packed: Packed) -> None:
    limit = {"maxwidth": str(packed.limit), "size-unit": "char"} if packed.limit else {}
    element = _add(parent, "trans-unit", id=str(packed.unit.key), **limit)
    element.set(_SPACE, "preserve")
    tags: list[str] = []
    _write_text(_add(element, "source"), packed.unit.source, tags)
    if packed.unit.target:
        target = _add(element, "target", state=_STATES_1[packed.unit.state])
        _write_text(target, packed.unit.target, tags)
    for note in packed.notes:
        _add(element, "note").text = str(note)
    for placeholder in element.iter(f"{{{V1}}}ph"):
        placeholder.text = tags[int(placeholder.get("id")) - 1]


def write_2_0(units: list[Packed], language: str) -> bytes:
    root = etree.Element(
        f"{{{V2}}}xliff", nsmap={None: V2}, version="2.0", srcLang=SOURCE, trgLang=language
    )
    file = _add(root, "file", id="boras-halsa", canResegment="no")
    file.set(_SPACE, "preserve")
    for row, members in groupby(units, key=lambda packed: packed.row):
        group = _add(file, "group", id=row)
        for packed in members:
            _write_unit_2(group, packed)
    return _told(root)


def _write_unit_2(parent: Element, packed: Packed) -> None:
    element = _add(parent, "unit", id=str(packed.unit.key))
    notes = _add(element, "notes")
    for note in packed.notes:
        _add(notes, "note", category=note.about).text = note.text
    tags: list[str] = []
    segment = etree.Element(f"{{{V2}}}segment", state=_STATES_2[packed.unit.state])
    _write_text(_add(segment, "source"), packed.unit.source, tags)
    if packed.unit.target:
        _write_text(_add(segment, "target"), packed.unit.target, tags)
    _write_data(element, segment, tags)
    element.append(segment)


def _write_data(unit: Element, segment: Element, tags: list[str]) -> None:
    """The tags themselves stand beside the texts, once each."""
    data = _add(unit, "originalData") if tags else None
    for number, tag in enumerate(tags, start=1):
        _add(data, "data", id=f"d{number}").text = tag
    for placeholder in segment.iter(f"{{{V2}}}ph"):
        number = int(placeholder.get("id"))
        shown = {"dataRef": f"d{number}", "disp": tags[number - 1]}
        placeholder.attrib.update(shown | {"canCopy": "no", "canDelete": "no"})


def _write_text(element: Element, html: str, tags: list[str]) -> None:
    """Texts as they are and tags as placeholders; a tag met before keeps its number."""
    left = list(tags)
    texts = tags_and_texts(html)
    element.text = unescape(texts[0])
    for tag, text in zip(texts[1::2], texts[2::2], strict=True):
        placeholder = _add(element, "ph", id=str(_number_of(tag, tags, left)))
        placeholder.tail = unescape(text)


def _number_of(tag: str, tags: list[str], left: list[str]) -> int:
    if tag in left:
        number = left.index(tag)
        left[number] = ""
    else:
        number = len(tags)
        tags.append(tag)
    return number + 1


def _add(parent: Element, name: str, **attributes: str) -> Element:
    return etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{name}", attributes)


def _told(root: Element) -> bytes:
    told: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return told


# --- Reading ---------------------------------------------------------------------------------


def read(content: str) -> SentFile:
    """What a file holds, of either version. Nothing outside of the file is ever asked for."""
    root = _parsed(content)
    if root.tag == f"{{{V1}}}xliff":
        return _read_1(root)
    if root.tag == f"{{{V2}}}xliff":
        return _read_2(root)
    raise UnreadableError("Filen är varken XLIFF 1.2, XLIFF 2.0 eller PO.", root.sourceline)


def _parsed(content: str) -> Element:
    if "<!DOCTYPE" in content:
        line = content[: content.index("<!DOCTYPE")].count("\n") + 1
        raise UnreadableError("Filen har en DOCTYPE. Det får den inte ha. Ta bort den.", line)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(content.encode(), parser)
    except etree.XMLSyntaxError as error:
        problem = f"Filen är inte hel: XML-koden går inte att läsa ({error.msg})."
        raise UnreadableError(problem, error.lineno or 1) from error


def _read_1(root: Element) -> SentFile:
    languages = {
        (file.get("source-language", ""), file.get("target-language", ""))
        for file in root.iter(f"{{{V1}}}file")
    }
    if len(languages) != 1:
        raise UnreadableError("Filen ska ha texter på ett enda språk.", root.sourceline)
    line = root.find(f"{{{V1}}}file").sourceline
    return SentFile(line, *languages.pop(), [*_units_1(root)])


def _units_1(root: Element) -> Iterator[Sent]:
    for unit in root.iter(f"{{{V1}}}trans-unit"):
        source, target = (_html(unit.find(f"{{{V1}}}{name}"), {}) for name in ("source", "target"))
        state = unit.find(f"{{{V1}}}target[@state]")
        is_done = bool(target) and (state is None or state.get("state") in _DONE_1)
        yield Sent(unit.sourceline, unit.get("id", ""), source, target, is_done)


def _read_2(root: Element) -> SentFile:
    languages = root.get("srcLang", ""), root.get("trgLang", "")
    return SentFile(root.sourceline, *languages, [*_units_2(root)])


def _units_2(root: Element) -> Iterator[Sent]:
    for unit in root.iter(f"{{{V2}}}unit"):
        data = {data.get("id"): data.text or "" for data in unit.iter(f"{{{V2}}}data")}
        segments = unit.findall(f"{{{V2}}}segment")
        source, target = (
            "".join(_html(segment.find(f"{{{V2}}}{name}"), data) for segment in segments)
            for name in ("source", "target")
        )
        is_done = bool(target) and all(s.get("state") in _DONE_2 for s in segments)
        yield Sent(unit.sourceline, unit.get("id", ""), source, target, is_done)


def _html(element: Element | None, data: dict[str | None, str]) -> str:
    """What a text holds, as HTML; empty if there is no such text."""
    if element is None:
        return ""
    etree.strip_tags(element, *_MARKERS)
    inside = (_inline(child, data) + escaped(child.tail or "") for child in element)
    return escaped(element.text or "") + "".join(inside)


def _inline(element: Element, data: dict[str | None, str]) -> str:
    """A tag. What we never write is told as it stands, to be refused."""
    name = etree.QName(element).localname
    if name == "ph":
        return data.get(element.get("dataRef"), element.text or "")
    return f"<{name}>"
