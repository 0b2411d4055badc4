"""Finds the city's own words in a Swedish text, however they are inflected or put together."""

import re
from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from translations.models import Term

_SHORTEST_STEM = 3


def glossary() -> list[Term]:
    """Every word that has been decided on."""
    return list(Term.objects.all())


def glossary_for(request: HttpRequest) -> list[Term]:
    """The same, asked for once in a request however many fields show it."""
    if not hasattr(request, "glossary"):
        request.glossary = SimpleLazyObject(glossary)
    words: list[Term] = request.glossary
    return words


def terms_in(text: str, terms: Iterable[Term]) -> list[Term]:
    """The words found in a Swedish text, in the order that it uses them, each once.

    A word is found by its beginning: "folkhälsa" also in "folkhälsan" and "folkhälsoarbete".
    Where several begin at one place the longest is meant: "folkhälsoavtal" in "folkhälsoavtalet".
    """
    named = [term for term in terms if term.title_sv and term.title_sv.strip()]
    if not named:
        return []
    longest_first = sorted(named, key=lambda term: len(term.title_sv), reverse=True)
    choices = "|".join(f"({_beginning(term.title_sv)})" for term in longest_first)
    found = re.finditer(rf"(?<!\w)(?:{choices})", text, re.IGNORECASE)
    return list(dict.fromkeys(longest_first[(match.lastindex or 1) - 1] for match in found))


def _beginning(title: str) -> str:
    """A pattern for the beginning of a word, or of each of several words."""
    return r"\w*\s+".join(_stem(word) for word in title.split())


def _stem(word: str) -> str:
    """What stays when Swedish bends a word: folkhälsa, folkhälsan; idéburen, idéburna."""
    without_vowel = re.sub(r"[aeiouyåäö]$", "", word)
    if len(without_vowel) < _SHORTEST_STEM:
        return re.escape(word)
    return re.sub(r"e([lnr])$", r"e?\1", re.escape(without_vowel))
