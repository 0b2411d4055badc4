"""Cells with words: codes, choices and remarks."""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.utils.translation import override

from languages.translated import SOURCE
from reports.importing.mistakes import CellError
from reports.importing.raw import Raw, plain, shown
from reports.models import Observation

_LONGEST_NOTE = Observation._meta.get_field("note").max_length


def text(raw: Raw) -> str:
    """Whatever is written; a number as its digits."""
    content = plain(raw)
    if isinstance(content, date):
        raise CellError(
            f"Här står ett datum, {content:%Y-%m-%d}. Har Excel gjort om en text? Formatera "
            "cellen som text och skriv på nytt."
        )
    return f"{content:f}" if isinstance(content, Decimal) else content or ""


def note(raw: Raw) -> str:
    found = text(raw).replace("\r\n", "\n")
    if len(found) > _LONGEST_NOTE:
        raise CellError(f"Texten har {len(found)} tecken. Högst {_LONGEST_NOTE} får plats.")
    return found


def sex(raw: Raw) -> str:
    return _chosen(text(raw), Observation.Sex)


def status(raw: Raw) -> str:
    return _chosen(text(raw), Observation.Status)


def _chosen(written: str, choices: Any) -> str:
    """A choice by its word or its code; the first of them if the cell is empty."""
    if not written:
        return next(iter(labels(choices)))
    try:
        return _named(choices)[" ".join(written.casefold().split())]
    except KeyError:
        known = ", ".join(labels(choices).values())
        raise CellError(f"{shown(written)} är inget av: {known}.") from None


@cache
def _named(choices: Any) -> dict[str, str]:
    return {
        name.casefold(): code for code, word in labels(choices).items() for name in (word, code)
    }


@cache
def labels(choices: Any) -> dict[str, str]:
    """The choices by code, in Swedish whatever language the page is in."""
    with override(SOURCE):
        return {code: str(word) for code, word in choices.choices}
