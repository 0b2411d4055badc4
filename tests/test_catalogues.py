"""Every interface text in every language: there, certain, and with all parts of the Swedish."""

import re
from pathlib import Path

import polib
import pytest

from languages.catalogues import paths
from tests.conftest import LANGUAGES

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?\w+[^>]*>|<\w+:\w+>")
PLURALS = {"en": 2, "fi": 2, "so": 2, "ar": 6}
CATALOGUES = list(paths())


def language_of(path: Path) -> str:
    return path.parent.parent.name


@pytest.fixture(params=CATALOGUES, ids=language_of)
def catalogue(request: pytest.FixtureRequest) -> polib.POFile:
    return polib.pofile(str(request.param))


def test_every_language_has_a_catalogue_but_the_source() -> None:
    assert {language_of(path) for path in CATALOGUES} == set(LANGUAGES) - {"sv"}


def test_everything_is_translated_and_certain(catalogue: polib.POFile) -> None:
    assert len(catalogue) > 100
    assert not catalogue.untranslated_entries()
    assert not catalogue.fuzzy_entries()
    assert not catalogue.obsolete_entries()


def test_all_catalogues_hold_the_same_texts() -> None:
    texts = [{(e.msgctxt, e.msgid) for e in polib.pofile(str(path))} for path in CATALOGUES]
    assert all(found == texts[0] for found in texts)


def test_placeholders_and_markup_are_kept(catalogue: polib.POFile) -> None:
    for entry in catalogue:
        told = [entry.msgstr] if not entry.msgid_plural else list(entry.msgstr_plural.values())
        source = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for text in told:
            missing = source ^ set(PLACEHOLDER.findall(text))
            # One, two and none can be told in words in a plural form.
            allowed = {"%(number)s"} if entry.msgid_plural else set()
            assert not missing - allowed, (entry.msgid, text)


def test_each_language_has_its_plural_forms(catalogue: polib.POFile) -> None:
    language = catalogue.metadata["Language"]
    assert f"nplurals={PLURALS[language]};" in catalogue.metadata["Plural-Forms"]
    for entry in catalogue:
        if entry.msgid_plural:
            assert len(entry.msgstr_plural) == PLURALS[language], entry.msgid


def test_path_words_can_stand_in_an_address(catalogue: polib.POFile) -> None:
    routes = [entry for entry in catalogue if entry.msgid.endswith("/")]
    assert len(routes) >= 15
    for entry in routes:
        assert re.fullmatch(r"([a-z-]+/)+(<slug:slug>/)?", entry.msgstr), entry.msgstr
        assert entry.msgid.endswith("<slug:slug>/") == entry.msgstr.endswith("<slug:slug>/")


def test_paths_differ_from_each_other(catalogue: polib.POFile) -> None:
    routes = [entry.msgstr for entry in catalogue if entry.msgid.endswith("/")]
    assert len(set(routes)) == len(routes)
