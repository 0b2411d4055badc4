"""Promises about every model."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.core.management import call_command
from django.db import models
from modeltranslation.translator import translator

from boras_halsa.content import MODELS, read, texts
from languages.translated import Translated
from publishing.models import PublicPage, Publishable
from reports.models import FigureFile, ReleaseFile
from tests.conftest import LANGUAGES, MAKERS
from translations.models import Term

OWN = [
    model
    for app in (
        "publishing",
        "uploads",
        "areas",
        "partners",
        "initiatives",
        "reports",
        "news",
        "pages",
    )
    for model in apps.get_app_config(app).get_models()
    if model not in (FigureFile, ReleaseFile)  # files as they were sent in, and as they were made
]
# Texts that are the same in every language: names of persons, numbers for machines, addresses.
NEUTRAL = {"slug", "code", "name", "phone", "email", "street", "web", "credit", "language"}
NEUTRAL |= {"number", "sha256", "content"}  # of a release: its words are in its data by language


def prose(model: type[models.Model]) -> set[str]:
    """The fields of a model in which people write words."""
    translated = {f.name for f in model._meta.fields if hasattr(f, "translated_field")}
    return {
        field.name
        for field in model._meta.fields
        if isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and not isinstance(field, models.FileField)
        and field.name not in translated | NEUTRAL
    }


@pytest.mark.parametrize("model", OWN, ids=lambda model: model.__name__)
def test_every_text_is_translatable(model: type[models.Model]) -> None:
    assert issubclass(model, Translated)
    assert set(translator.get_options_for_model(model).all_fields) == prose(model)


@pytest.mark.parametrize("model", OWN, ids=lambda model: model.__name__)
def test_every_model_can_be_edited(model: type[models.Model]) -> None:
    inlines = {i.model for site_admin in admin.site._registry.values() for i in site_admin.inlines}
    assert model in admin.site._registry or model in inlines


def test_a_word_of_the_glossary_is_translated_and_its_note_is_for_translators() -> None:
    assert set(translator.get_options_for_model(Term).all_fields) == {"title"}
    assert Term in admin.site._registry


def test_every_type_that_is_published_is_tested_for_leaks() -> None:
    made = {
        "area",
        "initiative",
        "organisation",
        "agreement",
        "report",
        "newsitem",
        "page",
        "arena",
    }
    assert {m._meta.model_name for m in OWN if issubclass(m, Publishable)} == made
    assert len(MAKERS) == len(made)


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_content_is_whole_in_every_language(language: str) -> None:
    swedish, other = texts()["sv"], texts()[language]
    assert {(k, key, f) for k, t in swedish.items() for key, e in t.items() for f in e} == {
        (k, key, f) for k, t in other.items() for key, e in t.items() for f in e
    }


def test_every_key_of_the_first_content_is_used() -> None:
    structure = read("structure.toml")
    made = {(kind, entry["key"]) for kind, entries in structure.items() for entry in entries}
    told = {(kind, key) for kind, table in texts()["sv"].items() for key in table}
    assert told <= made | {("release", "first")}
    assert set(structure) <= set(MODELS)


@pytest.mark.django_db
def test_every_page_of_the_first_content_can_be_read_in_every_language() -> None:
    for model in OWN:
        if issubclass(model, PublicPage):
            for page in model.objects.all():
                assert page.readable_languages == LANGUAGES, page
