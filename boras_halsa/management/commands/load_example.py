"""Loads the invented data set, in which the whole site can be seen at work."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from boras_halsa import example


class Command(BaseCommand):
    help = "Loads an invented data set beside the content, unless it is there already."

    def handle(self, *args: Any, **options: Any) -> None:
        if example.is_loaded():
            self.stdout.write("Example: already there, nothing changed.")
            return
        try:
            figures = example.load()
        except KeyError as error:
            raise CommandError(f"The example belongs to what the site lacks: {error}") from error
        self.stdout.write(f"Example: {figures} invented figures loaded, and marked as invented.")
