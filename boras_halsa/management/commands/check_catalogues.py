"""Compares the interface texts in the code with the catalogues, and changes nothing."""

from pathlib import Path
from typing import Any

import polib
from django.core.management.base import CommandError
from django.core.management.commands import makemessages

from languages.catalogues import read
from languages.lint import problems


class Command(makemessages.Command):
    help = "Fails if a text in the code is not well translated in every catalogue, or not there."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.problems: list[str] = []
        ignored = [".venv/*", "var/*", "tests/*"]
        options |= {"all": True, "ignore_patterns": ignored, "verbosity": 0}
        super().handle(*args, **options)
        if self.problems:
            raise CommandError("\n".join(self.problems))

    def write_po_file(self, potfile: str, locale: str) -> None:
        """Called by makemessages for each catalogue; compares instead of writing."""
        folder = Path(potfile).parent
        catalogue = read(folder / locale / "LC_MESSAGES" / "django.po")
        self.problems += [f"{locale}: {problem}" for problem in problems(catalogue)]
        in_code = {_key(entry) for entry in polib.pofile(potfile)}
        in_catalogue = {_key(entry) for entry in catalogue if not entry.obsolete}
        self._note(locale, "not in the catalogue", in_code - in_catalogue)
        self._note(locale, "no longer in the code", in_catalogue - in_code)

    def _note(self, locale: str, problem: str, keys: set[tuple[str, str, str]]) -> None:
        self.problems += [f"{locale}: {problem}: {key[1]!r}" for key in sorted(keys)]


def _key(entry: polib.POEntry) -> tuple[str, str, str]:
    return (entry.msgctxt or "", entry.msgid, entry.msgid_plural or "")
