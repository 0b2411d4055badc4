"""Gives the site one more language, without touching anything said in the others."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.management.commands import makemigrations
from django.db.migrations import Migration
from django.db.migrations.operations import AddField
from django.db.migrations.operations.base import Operation
from modeltranslation.translator import translator
from modeltranslation.utils import build_localized_fieldname

from languages.catalogues import path_of, read
from languages.checks import is_known
from languages.lint import gaps
from languages.new_catalogue import new_catalogue

NOT_PINNED = """{code} does not stand in MODELTRANSLATION_LANGUAGES. Write it there, last, in \
boras_halsa/settings.py:
    MODELTRANSLATION_LANGUAGES = ({listed})"""
NOT_KNOWN = """Django does not know the language {code}. If the code is right, write it in \
LANG_INFO, in boras_halsa/settings.py, as so is."""
NOT_ONLY_COLUMNS = """Nothing is written: the settings and models differ from the migrations by \
more than columns for {code}.
{found}
If a language was taken away, write it back. Anything else: first run makemigrations."""
NEXT = """
Next:
1. Translate the interface texts, {path}: {gaps} are left.
   Then: manage.py compile_catalogues
2. Translate the pages, in the admin under Översättningar, or by files that you export there.
3. {shown}"""
TO_BE_SHOWN = "Write it in LANGUAGES, in boras_halsa/settings.py: then readers see the language."
SHOWN = "It stands in LANGUAGES already: manage.py check tells when step 1 is done, not before."


class AddColumns(makemigrations.Command):
    """makemigrations, but it writes nothing except columns for the texts of one language."""

    requires_system_checks: list[str] = []

    def __init__(self, language: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.language = language
        self.columns = {
            (model._meta.label_lower, build_localized_fieldname(field, language))
            for model in translator.get_registered_models(abstract=False)
            for field in translator.get_options_for_model(model).all_fields
        }

    def write_migration_files(self, changes: dict[str, list[Migration]], *args: Any) -> None:
        """Called by makemigrations with all that differs from the migrations."""
        refused = [
            f"- {app}: {operation.describe()}"
            for app, migrations in changes.items()
            for migration in migrations
            for operation in migration.operations
            if not self._is_wanted(app, operation)
        ]
        if refused:
            found = "\n".join(refused)
            raise CommandError(NOT_ONLY_COLUMNS.format(code=self.language, found=found))
        super().write_migration_files(changes, *args)

    def _is_wanted(self, app: str, operation: Operation) -> bool:
        if not isinstance(operation, AddField) or not operation.field.null:
            return False
        return (f"{app}.{operation.model_name_lower}", operation.name) in self.columns


class Command(BaseCommand):
    help = "Adds columns and an empty catalogue for a language named in the settings."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("language", help="The code of the language, such as uk.")

    def handle(self, *args: Any, language: str, **options: Any) -> None:
        refuse_unknown(language)
        self.stdout.write("Columns: writing migrations, and applying them.")
        name = build_localized_fieldname("language", language)
        call_command(AddColumns(language, stdout=self.stdout), name=name, interactive=False)
        call_command("migrate", verbosity=0)
        self._write_catalogue(language)
        shown = SHOWN if language in dict(settings.LANGUAGES) else TO_BE_SHOWN
        path = path_of(language)
        left = len(gaps(read(path)))
        self.stdout.write(NEXT.format(path=path, gaps=left, shown=shown))

    def _write_catalogue(self, language: str) -> None:
        path = path_of(language)
        if path.exists():
            self.stdout.write("Interface texts: there is a catalogue already, and it is kept.")
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        new_catalogue(language).save(str(path))
        self.stdout.write("Interface texts: an empty catalogue is written.")


def refuse_unknown(language: str) -> None:
    """Stops with a line that says what to write where."""
    if language not in settings.MODELTRANSLATION_LANGUAGES:
        pinned = ", ".join(f'"{code}"' for code in (*settings.MODELTRANSLATION_LANGUAGES, language))
        raise CommandError(NOT_PINNED.format(code=language, listed=pinned))
    if language == settings.LANGUAGE_CODE:
        raise CommandError(f"{language} is the language that the others are translated from.")
    if not is_known(language):
        raise CommandError(NOT_KNOWN.format(code=language))
