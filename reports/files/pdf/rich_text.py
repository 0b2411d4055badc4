"""HTML as plain data, for a document that must never take content as markup.

Texts that staff have written, and pieces of the report's own pages, become blocks (paragraphs,
lists, headings …) of runs (words that share a language and an emphasis).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import urljoin

from django.utils.encoding import iri_to_uri
from lxml import html
from lxml.etree import _Element as Element

from languages.names import direction_of

Run = dict[str, Any]
Block = dict[str, Any]

_HEADINGS = {"h2": 2, "h3": 3, "h4": 4}
_BLOCKS = {*_HEADINGS, "p", "ul", "ol", "li", "blockquote", "dl", "dt", "dd", "div", "section"}
_MARKS = {"strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis"}
_UNSEEN = {"svg", "script", "style", "template"}
_DEEPEST = 6  # lists in lists; what lies deeper is told without its own indent
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}\b")


class Reader:
    """Reads HTML; addresses in it are those of `site`, and its words are passed through `spell`."""

    def __init__(self, site: str, spell: Callable[[str], str] = str) -> None:
        self.site = site
        self.spell = spell

    def blocks(self, text: str) -> list[Block]:
        """A text of any length."""
        return list(self._inside(_parsed(text), 0)) if text.strip() else []

    def runs(self, text: str) -> list[Run]:
        """A text of one line."""
        return self.runs_of(_parsed(text)) if text.strip() else []

    def runs_of(self, element: Element) -> list[Run]:
        """The words of an element."""
        return _trimmed(self._runs(element, {}))

    def _inside(self, element: Element, depth: int) -> Iterator[Block]:
        """The blocks of an element; words that stand between them are paragraphs too."""
        loose: list[Run] = []
        for child in _children(element):
            if isinstance(child, str):
                loose += self._run(child, {})
            elif child.tag in _BLOCKS:
                yield from _paragraph(loose)
                loose = []
                yield from self._block(child, depth)
            else:
                loose += self._runs(child, _kind(child, self.site))
        yield from _paragraph(loose)

    def _block(self, element: Element, depth: int) -> Iterator[Block]:
        found = self._blocks_of(element, depth)
        if language := language_of(element):
            blocks = list(found)
            yield from [{"kind": "told", **language, "blocks": blocks}] if blocks else []
        else:
            yield from found

    def _blocks_of(self, element: Element, depth: int) -> Iterator[Block]:
        tag = str(element.tag)
        if tag in _HEADINGS:
            yield from _paragraph(self._runs(element, {}), kind="heading", level=_HEADINGS[tag])
        elif tag in ("ul", "ol") and depth < _DEEPEST:
            items = [list(self._item(item, depth + 1)) for item in element.iterchildren("li")]
            yield {"kind": "list", "ordered": tag == "ol", "items": [it for it in items if it]}
        elif tag == "blockquote" and depth < _DEEPEST:
            yield {"kind": "quote", "blocks": list(self._inside(element, depth + 1))}
        elif tag == "dl":
            yield {"kind": "facts", "pairs": list(self._pairs(element))}
        else:
            yield from self._inside(element, depth)

    def _item(self, item: Element, depth: int) -> Iterator[Block]:
        inside = list(self._inside(item, depth))
        language = language_of(item)
        yield from [{"kind": "told", **language, "blocks": inside}] if language else inside

    def _pairs(self, element: Element) -> Iterator[list[list[Run]]]:
        """The terms of a list with what is said of each."""
        term: list[Run] = []
        for child in element.iter("dt", "dd"):
            words = _trimmed(self._runs(child, _kind(child, self.site)))
            if child.tag == "dt":
                term = words
            elif words:
                yield [term, words]

    def _runs(self, element: Element, kind: Run) -> list[Run]:
        found: list[Run] = []
        for child in _children(element):
            if isinstance(child, str):
                found += self._run(child, kind)
            elif child.tag == "br":
                found.append({"words": "\n"})
            else:
                found += self._runs(child, kind | _kind(child, self.site))
        return found

    def _run(self, text: str, kind: Run) -> list[Run]:
        words = self.spell(_SPACES.sub(" ", text))
        return [{"words": words, **kind}] if words else []


def _parsed(text: str) -> Element:
    return html.fragment_fromstring(_NOT_XML.sub("", text), create_parent="div")


def _children(element: Element) -> Iterator[str | Element]:
    """The words and elements of an element in their order."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNSEEN:
            yield child
        yield child.tail or ""


def language_of(element: Element) -> dict[str, str]:
    """The language that an element is marked with, and which way it is written."""
    code = _LANGUAGE.match(element.get("lang", "").lower())
    return {"language": code[0], "direction": _direction(code[0])} if code else {}


def _direction(language: str) -> str:
    try:
        return direction_of(language)
    except KeyError:
        return "ltr"  # a language that Django doesn't know


def _kind(element: Element, site: str) -> Run:
    """What an element says of the words in it."""
    kind: Run = language_of(element)
    if element.get("dir") in ("ltr", "rtl"):
        kind["direction"] = element.get("dir")
    if mark := _MARKS.get(str(element.tag)):
        kind[mark] = True
    if "example" in element.get("class", "").split():
        kind["example"] = True
    if href := element.get("href", "").strip():
        kind["address"] = iri_to_uri(urljoin(site, href))
    return kind


def _paragraph(runs: Iterable[Run], **values: Any) -> Iterator[Block]:
    if words := _trimmed(runs):
        yield {"kind": "paragraph", "runs": words, **values}


def _trimmed(runs: Iterable[Run]) -> list[Run]:
    """Runs with one space between words at most, and none at the ends; none if nothing is said."""
    found: list[Run] = []
    for run in runs:
        after_space = not found or found[-1]["words"][-1] in " \n"
        words = run["words"].lstrip(" ") if after_space else run["words"]
        if words:
            found.append({**run, "words": words})
    while found and not found[-1]["words"].rstrip():
        found.pop()
    if found:
        found[-1] = {**found[-1], "words": found[-1]["words"].rstrip()}
    return found
