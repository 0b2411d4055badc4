"""Machine drafts: a whole row is translated and checked, or nothing in it changes."""

from html import unescape

from django.db import models, transaction
from django.utils.translation import override
from modeltranslation.utils import build_localized_fieldname

from languages.translated import SOURCE, State, Translated
from translations.checks import is_rich, problems
from translations.machine import Translator


class DraftError(Exception):
    """Why a row is left as it was: a sentence in Swedish, for staff."""


def draft(row: Translated, language: str, machine: Translator) -> None:
    """Gives a row a machine draft in a language, in place of nothing or of an earlier one."""
    _refuse_what_a_person_wrote(row, language)
    source = row.texts_in(SOURCE)
    if not source:
        raise DraftError("Den har ingen svensk text.")
    told = _translated(type(row), source, language, machine)
    _refuse_problems(type(row), source, told)
    _save(row, source, told, language)


def _refuse_what_a_person_wrote(row: Translated, language: str) -> None:
    made_by_machine = row.languages.get(language, {}).get("state") == State.MACHINE
    if row.texts_in(language) and not made_by_machine:
        raise DraftError("Den har redan text av en människa, som maskinen inte skriver över.")


def _translated(
    model: type[Translated], source: dict[str, str], language: str, machine: Translator
) -> dict[str, str]:
    rich = [name for name in source if is_rich(model._meta.get_field(name))]
    plain = [name for name in source if name not in rich]
    told: dict[str, str] = {}
    for names, markup in ((plain, False), (rich, True)):
        if names:
            texts = machine.translate([source[name] for name in names], language, markup=markup)
            told |= zip(names, texts, strict=True)
    return {name: _written(model._meta.get_field(name), text) for name, text in told.items()}


def _written(field: models.Field, text: str) -> str:
    """The text with its signs written as the field writes them, if that is all there is to do."""
    text = text.strip()
    if not is_rich(field):
        return text
    clean: str = field.sanitize(text)
    return clean if unescape(clean) == unescape(text) else text


def _refuse_problems(model: type[Translated], source: dict[str, str], told: dict[str, str]) -> None:
    fields = [model._meta.get_field(name) for name in source]
    found = [
        f"{str(field.verbose_name).capitalize()}: {problem}"
        for field in fields
        for problem in problems(field, source[field.name], told[field.name])
    ]
    if found:
        raise DraftError(" ".join(found))


def _save(row: Translated, source: dict[str, str], told: dict[str, str], language: str) -> None:
    """The machine has taken its time: what a person has done since then comes first."""
    with transaction.atomic(), override(SOURCE):
        fresh = type(row)._default_manager.select_for_update().filter(pk=row.pk).first()
        if not fresh or fresh.texts_in(SOURCE) != source:
            raise DraftError("Den svenska texten ändrades medan maskinen arbetade.")
        _refuse_what_a_person_wrote(fresh, language)
        for name in fresh.translated_fields():
            setattr(fresh, build_localized_fieldname(name, language), told.get(name, ""))
        fresh.confirm(language, State.MACHINE)
        fresh.save()
