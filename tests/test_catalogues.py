"""Every interface text in every language: there, certain, and with all parts of the Swedish."""

import gettext
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib
import pytest
from django.core.management import CommandError, call_command
from django.template import Context, Template
from django.utils.translation import override, to_locale, trans_real

from languages.catalogues import CatalogueError, compile_all, djangos_own, path_of, paths, read
from languages.checks import check_shown_languages
from languages.lint import faults, gaps, plural_forms, problems
from tests.conftest import LANGUAGES

PLURALS = {"en": 2, "fi": 2, "so": 2, "ar": 6, "sv-x-latt": 2}
TRANSLATED = [code for code in LANGUAGES if code != "sv"]


@pytest.fixture(params=TRANSLATED)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def catalogue(language: str) -> polib.POFile:
    return read(path_of(language))


def entry_of(catalogue: polib.POFile, text: str) -> polib.POEntry:
    return next(entry for entry in catalogue if entry.msgid.startswith(text))


@pytest.fixture
def copied(settings: Any, tmp_path: Path) -> Path:
    """The English catalogue, alone in a folder where it can be spoilt."""
    settings.LOCALE_PATHS = [tmp_path]
    folder = tmp_path / "en" / "LC_MESSAGES"
    shutil.copytree("locale/en/LC_MESSAGES", folder, ignore=shutil.ignore_patterns("*.mo"))
    return folder / "django.po"


def plant(path: Path, text: str, translation: str) -> None:
    catalogue = read(path)
    entry_of(catalogue, text).msgstr = translation
    catalogue.save()


# --- As they are -----------------------------------------------------------------------------


def test_every_language_has_a_catalogue_but_the_source() -> None:
    assert {path.parent.parent.name for path in paths()} == {to_locale(c) for c in TRANSLATED}


def test_a_catalogue_is_whole_and_adds_nothing(catalogue: polib.POFile) -> None:
    assert len(catalogue) > 300
    assert not problems(catalogue)
    assert not catalogue.obsolete_entries()


def test_a_catalogue_says_its_language_and_its_plural_forms(
    language: str, catalogue: polib.POFile
) -> None:
    assert catalogue.metadata["Language"] == to_locale(language)
    assert plural_forms(catalogue) == PLURALS[language]
    if own := djangos_own(language):
        assert plural_forms(own) == PLURALS[language]


def test_all_catalogues_hold_the_same_texts() -> None:
    texts = [{(e.msgctxt, e.msgid) for e in read(path)} for path in paths()]
    assert all(found == texts[0] for found in texts)


def test_the_shown_languages_pass_the_system_check() -> None:
    assert not check_shown_languages()


# --- What is wrong is seen -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "translation", "told"),
    [
        ("Läs", "Read<script>alert(1)</script>", "other tags"),
        ("Läs", "Read <b>more</b>", "other tags"),
        ("Läs", "Read <img src=x onerror=alert(1) ", "< is not in"),
        ("Läs", "Read &lt;b&gt;", "&lt;"),
        ("Läs", "Read &#60;b", "&#60;"),
        ("Läs", 'Read" onfocus="alert(1)', '" is not in'),
        ("Läs", "Read\x07", "is not in"),
        ("Läs", "Read\u2028on", "is not in"),
        ("Visa <bdi>", "Show %(name)s on a map", "other tags"),
        ("Visa <bdi>", "Show <bdi onclick=x>%(name)s</bdi> on a map", "other tags"),
        ("Visa <bdi>", "Show <bdi>it</bdi> on a map", "other placeholders"),
        ("Visa <bdi>", "Show <bdi>%(nam)s</bdi> on a map", "other placeholders"),
        ("Visa <bdi>", "Show <bdi>%(name)s</bdi> 100 % on a map", "% is not in"),
        ("Visa <bdi>", "Show <bdi>%(name)s %(name)99999s</bdi>", "% is not in"),
        ("omraden/", "områden/", "a-z and hyphens"),
        ("omraden/", "https://example.org/", "a-z and hyphens"),
        ("omraden/<", "areas/<int:slug>/", "a-z and hyphens"),
        ("omraden/", "news/", "two pages"),
    ],
)
def test_a_translation_with_more_or_less_than_its_source_is_seen(
    text: str, translation: str, told: str
) -> None:
    catalogue = read(path_of("en"))
    assert not faults(catalogue)
    entry_of(catalogue, text).msgstr = translation
    assert any(told in fault for fault in faults(catalogue)), faults(catalogue)


def spoil_plural(entry: polib.POEntry) -> None:
    entry.msgstr_plural = {0: "{x} <i>", 1: "%(number)s"}


def test_a_plural_form_is_looked_through_as_any_text() -> None:
    catalogue = read(path_of("en"))
    spoil_plural(entry_of(catalogue, "%(number)s nyhet"))
    assert len(faults(catalogue)) == 2


def test_one_and_two_can_be_told_in_words() -> None:
    catalogue = read(path_of("en"))
    entry_of(catalogue, "%(number)s nyhet").msgstr_plural[0] = "One news item"
    assert not problems(catalogue)


def empty(entry: polib.POEntry) -> None:
    entry.msgstr = " "


def doubt(entry: polib.POEntry) -> None:
    entry.flags.append("fuzzy")


def drop_a_form(entry: polib.POEntry) -> None:
    del entry.msgstr_plural[5]


def empty_a_form(entry: polib.POEntry) -> None:
    entry.msgstr_plural[2] = ""


@pytest.mark.parametrize(
    ("text", "spoil", "told"),
    [
        ("Läs", empty, "not translated"),
        ("Läs", doubt, "fuzzy"),
        ("%(number)s nyhet", drop_a_form, "5 plural forms of 6"),
        ("%(number)s nyhet", empty_a_form, "5 plural forms of 6"),
    ],
)
def test_a_gap_is_seen(text: str, spoil: Callable[[polib.POEntry], None], told: str) -> None:
    catalogue = read(path_of("ar"))
    assert not gaps(catalogue)
    spoil(entry_of(catalogue, text))
    assert [told in gap for gap in problems(catalogue)] == [True]


# --- What is wrong reaches nobody ------------------------------------------------------------


def shown() -> str:
    """What a page says, read anew from the compiled catalogues."""
    trans_real._translations.clear()
    gettext._translations.clear()
    with override("en"):
        return Template('<a title="{% translate "Läs" %}">').render(Context())


def test_words_of_a_catalogue_reach_the_page_as_they_are_when_it_is_compiled(copied: Path) -> None:
    """Django escapes nothing here: the words of a template are taken as safe."""
    polib.pofile(str(copied)).save_as_mofile(str(copied.with_suffix(".mo")))
    assert shown() == '<a title="Read">'
    plant(copied, "Läs", 'Read" onclick="x')
    polib.pofile(str(copied)).save_as_mofile(str(copied.with_suffix(".mo")))
    assert shown() == '<a title="Read" onclick="x">'


def test_a_catalogue_with_markup_of_its_own_is_not_compiled(copied: Path) -> None:
    assert compile_all() == 1
    before = copied.with_suffix(".mo").read_bytes()
    plant(copied, "Läs", 'Read" onclick="x')
    os.utime(copied.with_suffix(".mo"), (0, 0))
    with pytest.raises(CatalogueError, match="'Läs'"):
        compile_all()
    with pytest.raises(CommandError, match="nothing compiled"):
        call_command("compile_catalogues")
    assert copied.with_suffix(".mo").read_bytes() == before
    assert shown() == '<a title="Read">'


def test_a_catalogue_that_is_no_catalogue_is_told_of(copied: Path) -> None:
    copied.write_bytes(b'msgid "a\nmsgstr \xff')
    with pytest.raises(CatalogueError, match="can't be read"):
        compile_all()


def test_an_unfinished_catalogue_is_compiled_but_not_shown(copied: Path, settings: Any) -> None:
    settings.LANGUAGES = [("sv", "Svenska"), ("en", "English")]
    assert not check_shown_languages()
    plant(copied, "Läs", "")
    assert compile_all() == 1
    assert "is not ready (1)" in str(check_shown_languages()[0])


@pytest.mark.parametrize(
    ("code", "pinned", "told"),
    [
        ("uk", [], "MODELTRANSLATION_LANGUAGES"),
        ("qqq", ["qqq"], "LANG_INFO"),
        ("uk", ["uk"], "manage.py add_language uk"),
    ],
)
def test_a_language_that_is_not_ready_fails_the_check(
    settings: Any, code: str, pinned: list[str], told: str
) -> None:
    settings.LANGUAGES = [("sv", "Svenska"), (code, "Ny")]
    settings.MODELTRANSLATION_LANGUAGES = ("sv", *pinned)
    found = check_shown_languages()
    assert len(found) == 1
    assert told in str(found[0])
