"""Compiles the interface texts without GNU gettext, so that Python alone is enough."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from languages.catalogues import CatalogueError, compile_all


class Command(BaseCommand):
    help = "Compiles the message catalogues that have changed. Needs no gettext."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(f"Interface texts: {compile_all()} catalogues compiled.")
        except CatalogueError as error:
            raise CommandError(f"Interface texts: nothing compiled.\n{error}") from error
