"""What a translator should know about a unit beside its text."""

from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import override
from modeltranslation.utils import build_localized_fieldname

from languages.translated import SOURCE, Translated
from translations.glossary import terms_in
from translations.models import Term
from translations.registry import link_to_whole
from translations.units import Unit


class Note(NamedTuple):
    about: str
    text: str

    def __str__(self) -> str:
        return f"{self.about}: {self.text}"


def name_of(row: Translated) -> str:
    """What staff call a row: its page, and which part of it."""
    return ", ".join(map(str, _place_of(row, page_of(row))))


def notes_on_row(row: Translated) -> list[Note]:
    """Where on the site the texts of a row stand."""
    with override(SOURCE):
        page = page_of(row)
        told = _place_of(row, page)
        if hasattr(page, "get_absolute_url"):
            told.append(Note("Adress", f"{settings.SITE_URL}{page.get_absolute_url()}"))
    return told


def page_of(row: Translated) -> models.Model:
    """The page that a part belongs to; other rows are their own."""
    link = link_to_whole(type(row))
    return getattr(row, link.name) if link else row


def _place_of(row: Translated, page: models.Model) -> list[Note]:
    told = [Note(capfirst(str(page._meta.verbose_name)), str(page))]
    part = [Note("Del", str(row._meta.verbose_name))] if page is not row else []
    return told + part


def notes_on_text(
    field: models.Field, unit: Unit, terms: Iterable[Term], language: str
) -> list[Note]:
    """What field a text fills, how long it may be, and the city's own words in it."""
    told = [Note("Fält", str(field.translated_field.verbose_name))]
    if field.max_length:
        told.append(Note("Längd", f"högst {field.max_length} tecken"))
    if unit.before:
        told.append(Note("Texten löd förut", unit.before))
    return told + [
        Note("Ordlista", f"{term.title_sv} = {word}")
        for term in terms_in(unit.source, terms)
        if (word := getattr(term, build_localized_fieldname("title", language)))
    ]
