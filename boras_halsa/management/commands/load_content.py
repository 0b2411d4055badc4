"""Loads the city's first content into an empty site."""

from typing import Any

from django.core.management.base import BaseCommand

from boras_halsa.content import Loader
from publishing.models import Office


class Command(BaseCommand):
    help = "Loads the city's first content, unless the site already has content."

    def handle(self, *args: Any, **options: Any) -> None:
        if Office.objects.exists():
            self.stdout.write("Content: already there, nothing changed.")
            return
        self.stdout.write(f"Content: {Loader().load()} objects loaded.")
