"""Code to begin with, filled in with an address that is there."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import get_language

from reports.models import Kind, Release, ReleaseFile
from reports.models.files import release_address


@dataclass(frozen=True)
class Examples:
    """The same file fetched with different tools: a table in the reader's language, else Swedish."""

    file: ReleaseFile

    def _written(self, name: str) -> str:
        release = self.file.release
        path = f"/kunskapsunderlag/{release.report.slug}/senaste/"
        checksums = f"{release.name}.sha256"
        context = {
            "address": f"{settings.SITE_URL}{self.file.get_absolute_url()}",
            "newest": f"{settings.SITE_URL}{path}{self._newest_name}",
            "checksums": f"{settings.SITE_URL}{release_address(release, checksums)}",
            "checksums_name": checksums,
        }
        return render_to_string(f"open_data/examples/{name}", context).strip()

    @property
    def _newest_name(self) -> str:
        release = self.file.release
        return self.file.name.replace(release.name, release.report.slug, 1)

    @property
    def curl(self) -> str:
        return self._written("curl.txt")

    @property
    def python(self) -> str:
        return self._written("python.txt")

    @property
    def r(self) -> str:
        return self._written("r.txt")

    @property
    def power_query(self) -> str:
        return self._written("power_query.txt")


def examples_from(releases: Iterable[Release]) -> Examples | None:
    """Examples with the first release that has a table; None if there is none."""
    for release in releases:
        tables = {file.language: file for file in release.files.all() if file.kind == Kind.CSV}
        if found := tables.get(get_language() or "") or tables.get(settings.LANGUAGE_CODE):
            return Examples(found)
    return None
