"""Looks after the files of releases: verifies them, and makes what is lost or damaged again."""

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reports.files.keeping import Keeping, Kept, State
from reports.files.making import Making
from reports.models import Release

WIDTH = 40


class Command(BaseCommand):
    help = (
        "Verifies each file of each release against its SHA-256, and makes those again that are"
        " missing, lost or damaged, if they come out the same."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--missing",
            action="store_true",
            help="Trust files that lie where they should; make the others, and tell only of those.",
        )

    def handle(self, *args: Any, missing: bool, **options: Any) -> None:
        left = 0
        try:
            for key in Release.objects.values_list("pk", flat=True):
                release = Release.objects.select_related("report").get(pk=key)
                left += self._look_after(release, thorough=not missing)
        except OSError as error:
            raise CommandError(f"Release files: the store fails. {error}") from error
        if left:
            raise CommandError(f"Release files: {left} could not be made again as they were.")

    def _look_after(self, release: Release, *, thorough: bool) -> int:
        """Tells of a release when its files have been seen to. How many had to be left."""
        states: Counter[State] = Counter()
        total = Making(release).total
        for kept in Keeping(release, thorough=thorough).files():
            states[kept.state] += 1
            self._tell(kept, states.total() / total)
        found = ", ".join(f"{states[state]} {state.value}" for state in State if states[state])
        told = f"Release {release.name}: {found or 'no files'}.\n"
        is_news = thorough or states.total() > states[State.WHOLE]
        self.stdout.write(self._start + told * is_news, ending="")
        return states[State.LEFT]

    def _tell(self, kept: Kept, part: float) -> None:
        if kept.state is State.LEFT:
            self.stderr.write(f"{self._start}{kept.name} is left as it is: {kept.why}.")
        if self.stdout.isatty():
            done = round(WIDTH * part)
            bar = "█" * done + "░" * (WIDTH - done)
            self.stdout.write(f"{self._start}{bar} {kept.name}", ending="")
            self.stdout.flush()

    @property
    def _start(self) -> str:
        """On a terminal: the start of the line, emptied."""
        return "\r\x1b[K" if self.stdout.isatty() else ""
