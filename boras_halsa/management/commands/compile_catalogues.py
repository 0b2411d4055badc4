"""Compiles the interface texts without GNU gettext, so that Python alone is enough."""

from typing import Any

from django.core.management.base import BaseCommand

from languages.catalogues import compile_all


class Command(BaseCommand):
    help = "Compiles the message catalogues that have changed. Needs no gettext."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Interface texts: {compile_all()} catalogues compiled.")
