"""Reads pages as a screen reader does: each text in the language that the markup gives it."""

import re
from typing import NamedTuple

from django.utils.translation import get_language_info
from lxml import html

from tests.languages.marks import languages_of, unmarked

# The same in every language: addresses, the name of the site, names and kinds of files, their
# sizes and fingerprints, and what programs are called.
SAME = re.compile(
    r"https?://\S+|Borås Hälsa|\b[\w-]+-\d{4}-\d+(\.[\w-]+)*"
    r"|\b(PDF|CSV|JSON|kB|MB|byte|SHA-256|[0-9a-f]{64})\b"
    r"|\b(curl|Python|R|Excel \(Power Query\))"
)
ATTRIBUTES = (
    "alt",
    "title",
    "placeholder",
    "aria-label",
    "aria-description",
    "aria-roledescription",
)
NOT_READ = ("script", "style", "code")  # words for programs
METAS = {"description", "og:title", "og:description", "og:image:alt"}


class Text(NamedTuple):
    """A text, the language that a reader is told it is in, and where it stands."""

    words: str | None
    language: str
    place: str


class Finding(NamedTuple):
    address: str
    text: str
    told: str
    found: str


def texts(element: html.HtmlElement, language: str = "") -> list[Text]:
    """Everything in an element that is read to somebody."""
    found: list[Text] = []
    _gather(element, language, found)
    return [text for text in found if text.words and not text.words.isspace()]


def _gather(element: html.HtmlElement, language: str, found: list[Text]) -> None:
    own = element.attrib
    language = own.get("lang") or language
    there = (name for name in ATTRIBUTES if name in own)
    found += [Text(own[name], language, f"{element.tag}@{name}") for name in there]
    if element.tag == "meta" and METAS & {own.get("name"), own.get("property")}:
        found.append(Text(own.get("content", ""), language, "meta"))
    found.append(Text(element.text, language, element.tag))
    for child in element:
        if isinstance(child.tag, str) and child.tag not in NOT_READ:
            _gather(child, language, found)
        found.append(Text(child.tail, language, element.tag))


def findings(address: str, page: html.HtmlElement) -> list[Finding]:
    """The texts in another language than the markup says, and the directions that don't fit."""
    return wrong_languages(address, page) + wrong_directions(address, page)


def wrong_languages(address: str, page: html.HtmlElement) -> list[Finding]:
    found = []
    for text in texts(page):
        spoken = languages_of(SAME.sub("", text.words))
        if spoken - {text.language}:
            words = f"{text.place}: {unmarked(text.words)}"
            found.append(Finding(address, words, text.language, ", ".join(sorted(spoken))))
    return found


def wrong_directions(address: str, page: html.HtmlElement) -> list[Finding]:
    found = []
    for element in page.xpath("//*[@lang]"):
        language, direction = (
            element.get("lang"),
            element.xpath("string(ancestor-or-self::*[@dir][1]/@dir)"),
        )
        right = "rtl" if get_language_info(language)["bidi"] else "ltr"
        if direction != right:
            found.append(Finding(address, f"<{element.tag}>", f"{language} {right}", direction))
    return found
