"""What is wrong with a catalogue. A translation is input: it may say nothing but its source."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import polib

_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
_TAG = re.compile(r"</?[a-z][^<>]*>|<\w+:\w+>", re.I)
# What can begin or end a tag or an attribute, or be an entity, once the source's tags are gone:
# Django takes the words of a template as safe, so nothing of this is escaped on its way.
_MARKUP = re.compile(r"[<>\"]|&#?\w+;?")
_ROUTE = re.compile(r"((?:[a-z-]+|<slug:[a-z]+>)/)+")
# One, two and none can be told in words in a plural form.
_COUNT = "%(number)s"


def problems(catalogue: polib.POFile) -> list[str]:
    """All that must be mended before readers may have the language."""
    return [*gaps(catalogue), *faults(catalogue)]


def gaps(catalogue: polib.POFile) -> list[str]:
    """What is not translated, not certain, or not told in every plural form."""
    forms = plural_forms(catalogue)
    return [f"{_name(entry)}: {gap}" for entry in _living(catalogue) for gap in _gaps(entry, forms)]


def faults(catalogue: polib.POFile) -> list[str]:
    """What would break a page, or put something into it that the source does not have."""
    living = [*_living(catalogue)]
    found = [f"{_name(entry)}: {fault}" for entry in living for fault in _faults(entry)]
    routes = Counter(entry.msgstr for entry in living if entry.msgid.endswith("/"))
    twice = (route for route, times in routes.items() if route and times > 1)
    return found + [f"{route!r}: two pages get this address" for route in twice]


def plural_forms(catalogue: polib.POFile | polib.MOFile) -> int:
    """How many plural forms a catalogue says that its language has; 0 if it does not say."""
    said = re.match(r"nplurals=(\d);", catalogue.metadata.get("Plural-Forms", ""))
    return int(said[1]) if said else 0


def _living(catalogue: polib.POFile) -> Iterator[polib.POEntry]:
    return (entry for entry in catalogue if not entry.obsolete)


def _name(entry: polib.POEntry) -> str:
    return repr(entry.msgid if len(entry.msgid) < 60 else f"{entry.msgid[:59]}…")


def _gaps(entry: polib.POEntry, forms: int) -> Iterator[str]:
    if entry.fuzzy:
        yield "marked as uncertain (fuzzy)"
    told = [text for text in _translations(entry) if text.strip()]
    if not told:
        yield "not translated"
    elif entry.msgid_plural and len(told) != forms:
        yield f"has {len(told)} plural forms of {forms}"


def _translations(entry: polib.POEntry) -> list[str]:
    return [*entry.msgstr_plural.values()] if entry.msgid_plural else [entry.msgstr]


def _faults(entry: polib.POEntry) -> Iterator[str]:
    for text in filter(None, _translations(entry)):
        source = entry.msgid_plural or entry.msgid
        if _placeholders(text, entry) != _placeholders(source, entry):
            yield f"other placeholders than the Swedish text: {text!r}"
        if Counter(_TAG.findall(text)) != Counter(_TAG.findall(source)):
            yield f"other tags than the Swedish text: {text!r}"
        elif stray := _stray(text) - _stray(source):
            yield f"{' '.join(sorted(stray))} is not in the Swedish text: {text!r}"
        if source.endswith("/") and not _ROUTE.fullmatch(text):
            yield f"an address holds only a-z and hyphens: {text!r}"


def _placeholders(text: str, entry: polib.POEntry) -> set[str]:
    optional = {_COUNT} if entry.msgid_plural else set()
    return set(_PLACEHOLDER.findall(text)) - optional


def _stray(text: str) -> set[str]:
    """Signs beside the tags and placeholders that a page or Python would not take as text."""
    rest = _TAG.sub("", text)
    percent = {"%"} if "%" in _PLACEHOLDER.sub("", rest).replace("%%", "") else set()
    control = {repr(sign) for sign in rest if unicodedata.category(sign) in ("Cc", "Zl", "Zp")}
    return {*_MARKUP.findall(rest)} | percent | control
