"""Makes a site ready to serve. Safe to run again: it keeps everything that is there."""

from typing import Any

from django.core.checks import Tags
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    help = "Compiles texts, applies migrations, fills an empty site, collects static files."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--example", action="store_true", help="Load invented figures too.")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("compile_catalogues", stdout=self.stdout)
        self.check(tags=[Tags.translation])
        self.stdout.write("Database: applying migrations that are missing.")
        call_command("migrate", verbosity=0)
        call_command("load_content", stdout=self.stdout)
        if options["example"]:
            call_command("load_example", stdout=self.stdout)
        self._make_missing_files()
        call_command("ensure_staff", stdout=self.stdout)
        self.stdout.write("Static files: collecting what has changed.")
        call_command("collectstatic", interactive=False, verbosity=0)

    def _make_missing_files(self) -> None:
        """A site can serve without some of its files, and says so to those who ask for them."""
        self.stdout.write("Files of releases: making those that are missing.")
        try:
            call_command("release_files", missing=True, stdout=self.stdout, stderr=self.stderr)
        except CommandError as error:
            self.stderr.write(str(error))
