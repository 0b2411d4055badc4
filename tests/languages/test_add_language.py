"""One more language: two settings and one command, on a site in use, and nothing is lost."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as real
from django.core.management import CommandError, call_command

from languages.catalogues import path_of, read
from languages.lint import gaps, plural_forms
from languages.new_catalogue import new_catalogue

LEFT_BEHIND = (".git", ".venv", "var", "node_modules", "__pycache__", ".*_cache", "tests", "docs")
FILL = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("load_content")
"""
READ_AND_WRITE = Path(__file__).with_name("use_ukrainian.py")
PINNED = ["sv", "sv-x-latt", "en", "fi", "ar", "so"]
SHOWN = '    ("so", "Soomaali"),\n'
Rows = dict[str, dict[str, tuple[Any, ...]]]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of this site, before anybody thought of Ukrainian."""
    left_behind = shutil.ignore_patterns(*LEFT_BEHIND)
    return shutil.copytree(real.BASE_DIR, tmp_path / "site", ignore=left_behind)


def run(site: Path, *command: str, fails: bool = False) -> str:
    """What Python says in the copy, which has a SQLite database of its own."""
    env = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    env |= {"DEBUG": "1", "VAR_DIR": str(site / "var"), "PYTHONPATH": str(site)}
    env |= {"DJANGO_SETTINGS_MODULE": "boras_halsa.settings"}
    done = subprocess.run(
        [sys.executable, *command], cwd=site, env=env, capture_output=True, text=True, check=False
    )
    assert bool(done.returncode) == fails, done.stdout + done.stderr
    return done.stdout + done.stderr


def set_languages(site: Path, pinned: list[str]) -> None:
    """Edits the two settings, as a person does."""
    path = site / "boras_halsa/settings.py"
    text = path.read_text().replace(SHOWN, f'{SHOWN}    ("uk", "Українська"),\n')
    was, now = (f"MODELTRANSLATION_LANGUAGES = {tuple(codes)}" for codes in (PINNED, pinned))
    text = text.replace(was.replace("'", '"'), now)
    assert '("uk"' in text
    assert now in text
    path.write_text(text)


def rows(site: Path) -> Rows:
    """Everything in the database but the list of migrations: by table and column."""
    with sqlite3.connect(site / "var/boras-halsa.sqlite3") as base:
        names = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        kept = [name for (name,) in names if name not in ("django_migrations", "sqlite_sequence")]
        return {name: columns_of(base, name) for name in kept}


def columns_of(base: sqlite3.Connection, table: str) -> dict[str, tuple[Any, ...]]:
    told = base.execute(f'SELECT * FROM "{table}" ORDER BY 1')  # noqa: S608
    names, found = [column[0] for column in told.description], told.fetchall()
    return {name: tuple(row[place] for row in found) for place, name in enumerate(names)}


def assert_only_ukrainian_is_new(before: Rows, after: Rows) -> None:
    assert after.keys() == before.keys()
    for table, columns in before.items():
        assert {name: after[table].get(name) for name in columns} == columns, table
    new = {name for table, columns in after.items() for name in columns.keys() - before[table]}
    assert {"title_uk", "body_uk"} <= new
    assert all(name.endswith("_uk") for name in new)


def pseudo_translate(site: Path) -> int:
    """Fills the catalogue so that each text can be told from the Swedish; how many were empty."""
    catalogue = read(site / "locale/uk/LC_MESSAGES/django.po")
    english = read(site / "locale/en/LC_MESSAGES/django.po")
    addresses = {entry.msgid: entry.msgstr for entry in english}
    empty = catalogue.untranslated_entries()
    for entry in empty:
        if entry.msgid_plural:
            entry.msgstr_plural = {n: f"Ї{n} {entry.msgid_plural}" for n in entry.msgstr_plural}
        else:
            is_address = entry.msgid.endswith("/")
            entry.msgstr = addresses[entry.msgid] if is_address else f"Ї {entry.msgid}"
    catalogue.save()
    return len(empty)


def test_ukrainian_is_added_to_a_site_in_use(site: Path) -> None:
    run(site, "-c", FILL)
    before = rows(site)
    assert len(before["areas_area"]["body_so"]) == 4
    set_languages(site, [*PINNED, "uk"])

    told = run(site, "manage.py", "add_language", "uk")
    assert_only_ukrainian_is_new(before, rows(site))
    assert f"{pseudo_translate(site)} are left" in told
    files = [*site.rglob("*.po"), *site.glob("*/migrations/*.py")]
    written = [path.read_bytes() for path in files]

    said = run(site, str(READ_AND_WRITE))
    seen = json.loads(said.splitlines()[-1])
    assert [path.read_bytes() for path in files] == written
    for name in ("home", "before", "after"):
        assert re.match(r'200 \s*<!doctype html>\s*<html lang="uk"', seen[name], re.I), name
    assert "Ї Meny" in seen["home"]
    assert '<article lang="sv"' in seen["before"]
    assert "Українською" in seen["after"]
    assert '<article lang="sv"' not in seen["after"]
    assert 'rel="alternate" hreflang="uk"' not in seen["before"]
    assert 'rel="alternate" hreflang="uk"' in seen["swedish"]
    assert "Українською" not in seen["swedish"]


def test_a_new_catalogue_has_what_django_knows_and_nothing_else() -> None:
    catalogue = new_catalogue("uk")
    texts = {entry.msgid: entry for entry in catalogue}
    assert texts["January"].msgstr == "Січень"
    assert texts["Monday"].msgstr == "Понеділок"
    assert len(catalogue) - len(gaps(catalogue)) == 19
    assert len(texts["%(number)s nyhet"].msgstr_plural) == plural_forms(catalogue) == 4
    assert texts.keys() == {entry.msgid for entry in read(path_of("en"))}


@pytest.mark.parametrize(
    ("pinned", "refused"),
    [
        ([code for code in PINNED if code != "fi"], "Remove field title_fi from area"),
        ([*PINNED, "pl"], "Add field title_pl to area"),
    ],
)
def test_a_migration_that_does_anything_else_is_refused(
    site: Path, pinned: list[str], refused: str
) -> None:
    set_languages(site, [*pinned, "uk"])
    before = sorted(site.glob("*/migrations/*.py"))
    told = run(site, "manage.py", "add_language", "uk", fails=True)
    assert f"areas: {refused}" in told
    assert "Add field title_uk" not in told
    assert "Traceback" not in told
    assert sorted(site.glob("*/migrations/*.py")) == before


@pytest.mark.parametrize(
    ("code", "told"),
    [("uk", r'"sv", "en", "qqq", "uk"\)'), ("sv", "translated from"), ("qqq", "LANG_INFO")],
)
def test_what_can_not_be_added_is_refused(settings: Any, code: str, told: str) -> None:
    settings.MODELTRANSLATION_LANGUAGES = ("sv", "en", "qqq")
    with pytest.raises(CommandError, match=told):
        call_command("add_language", code)
