"""Texts that tell their language: behind each word stands a sign for it, which no template loses.

The signs are characters of Unicode's private use, one for each language. A word without any came
from somewhere else: from a template, from the code, from a field that has no languages.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from django.conf import settings
from django.db.models import Model
from django.test import override_settings
from django.utils.dateformat import Formatter
from django.utils.translation import _trans, get_language
from django.utils.translation.trans_real import DjangoTranslation
from modeltranslation.translator import translator
from modeltranslation.utils import build_localized_fieldname

from areas.models import Arena
from languages.translated import SOURCE, State, Translated
from partners.models import Signatory
from uploads.models import Image

NAME, NOWHERE = "a name", "no language"
LANGUAGES = list(settings.MODELTRANSLATION_LANGUAGES)
SIGNS = {language: chr(0xE000 + number) for number, language in enumerate([NAME, *LANGUAGES])}
FILLING = "Ord"
_SIGN = f"[{''.join(SIGNS.values())}]"
# Markup and placeholders of a text are left alone, and words that are marked already.
_WORD = re.compile(rf"(<[^>]*>|%\(\w+\)[sd]|%[sd]|\{{\w*\}}|&#?\w+;)|[^\W\d_]++(?!{_SIGN})")
_TOLD = re.compile(rf"[^\W\d_]++({_SIGN})?")

# Fields without languages, for what is called the same in all of them.
NAMES: dict[type[Model], list[str]] = {Arena: ["street"], Signatory: ["name"], Image: ["credit"]}


@cache
def mark(text: str, language: str) -> str:
    return _WORD.sub(lambda word: word[0] if word[1] else word[0] + SIGNS[language], text)


def languages_of(text: str) -> set[str]:
    """The languages of the words in a text. Names have none of their own."""
    language_of = {sign: language for language, sign in SIGNS.items()} | {None: NOWHERE}
    return {language_of[word[1]] for word in _TOLD.finditer(text)} - {NAME}


def unmarked(text: str) -> str:
    return re.sub(_SIGN, "", " ".join(text.split()))


@contextmanager
def marked_interface() -> Iterator[None]:
    """While it lasts, each interface text is marked by the catalogue that it was found in."""
    names = [(code, mark(name, code)) for code, name in settings.LANGUAGES]
    with override_settings(LANGUAGES=names), pytest.MonkeyPatch.context() as patch:
        for name in ("gettext", "ngettext"):
            patch.setattr(DjangoTranslation, name, _marking(getattr(DjangoTranslation, name)))
        found = _trans.pgettext  # It hands on a text of ours that is in no catalogue, as it is.
        patch.setattr(_trans, "pgettext", lambda *of: mark(found(*of), SOURCE))
        write = Formatter.format  # Dates have words also in their formats.
        patch.setattr(Formatter, "format", lambda *of: mark(write(*of), str(get_language())))
        yield


def _marking(look_up: Callable[..., str]) -> Callable[..., str]:
    def marked(catalogue: DjangoTranslation, text: str, *others: Any) -> str:
        found = look_up(catalogue, text, *others)
        return found if text.endswith("/") else mark(found, catalogue.to_language())

    return marked


def mark_content(languages_of_row: Callable[[int], list[str]], *, filled: bool = False) -> None:
    """Marks all that there is, and leaves of each row the languages that its number has.

    A missing translation is filled in from Swedish; with `filled`, Swedish too. Every translation
    is a machine's and out of date, so that pages have all to say of it.
    """
    for model in translator.get_registered_models(abstract=False):
        if not issubclass(model, Translated):
            continue  # A term of the glossary, which no reader sees.
        rows = list(model._base_manager.all())
        for number, row in enumerate(rows):
            _mark_row(row, languages_of_row(number), FILLING if filled else "")
        columns = [
            build_localized_fieldname(f, c) for f in model.translated_fields() for c in LANGUAGES
        ]
        model._base_manager.bulk_update(rows, [*columns, *NAMES.get(model, []), "languages"])


def _mark_row(row: Translated, languages: list[str], filling: str) -> None:
    for field in row.translated_fields():
        source = row.text_in(field, SOURCE) or filling
        for code in LANGUAGES:
            text = (row.text_in(field, code) or source) if code in languages else ""
            setattr(row, build_localized_fieldname(field, code), mark(text, code))
    for name in NAMES.get(type(row), []):
        setattr(row, name, mark(getattr(row, name), NAME))
    row.languages = {}
    row.stamp(State.MACHINE)
    for code in {*languages} & {*row.languages} - {SOURCE}:
        row.languages[code]["of"] = "older"
