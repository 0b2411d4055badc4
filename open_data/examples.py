"""Code to begin with, filled in with addresses that are there."""

from collections.abc import Iterable

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language

from open_data.saying import here
from reports.models import Kind, Release, ReleaseFile
from reports.models.files import file_name, release_address

_TOOLS = ("curl", "python", "r", "power_query")


def examples_from(releases: Iterable[Release]) -> dict[str, str]:
    """Code for each tool, all for the same table; empty if no release has a table."""
    file = _table(releases)
    if not file:
        return {}
    known = _addresses(file)
    return {tool: _written(tool, known) for tool in _TOOLS}


def _written(tool: str, known: dict[str, str]) -> str:
    return render_to_string(f"open_data/examples/{tool}.txt", known).strip()


def _table(releases: Iterable[Release]) -> ReleaseFile | None:
    """The first CSV, in the reader's language if it is there."""
    for release in releases:
        tables = {file.language: file for file in release.files.all() if file.kind == Kind.CSV}
        if found := tables.get(get_language() or "") or tables.get(settings.LANGUAGE_CODE):
            return found
    return None


def _addresses(file: ReleaseFile) -> dict[str, str]:
    """The table as it will always be, the newest one, and the fingerprints of all files."""
    release, slug = file.release, file.release.report.slug
    newest, sums = file_name(slug, file.language, Kind(file.kind)), f"{release.name}.sha256"
    return {
        "address": here(file.get_absolute_url()),
        "newest": here(reverse("newest-file", kwargs={"slug": slug, "name": newest})),
        "checksums": here(release_address(release, sums)),
        "checksums_name": sums,
    }
