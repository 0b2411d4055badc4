"""What a reader can take along of a release: its files by language, and how to refer to it."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import localize
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from languages.names import EASY
from languages.routing import reader_language
from languages.told import Told
from languages.translated import SOURCE
from reports.citing import cited_as_html
from reports.models import Kind, Licence, Release, ReleaseFile
from reports.models.files import file_name

_PLACES = {kind: place for place, kind in enumerate(Kind.values)}


class InLanguage(NamedTuple):
    """The files of a release in one language. What describes a CSV is no file to read."""

    language: str
    files: list[ReleaseFile]
    description: ReleaseFile | None

    @property
    def name(self) -> Told:
        return self.files[0].language_name


class Along:
    """A release as something to take along, first of all in `language`, if it is there.

    If no language is given it is the reader's. Asks the database for nothing but the files, and
    not for those if they were fetched with the release.
    """

    def __init__(self, release: Release, language: str = "") -> None:
        self.release = release
        self._asked = language or reader_language()

    @cached_property
    def by_language(self) -> dict[str, InLanguage]:
        """The files, in the order that the site has its languages."""
        return {each.language: each for each in self._parts()}

    def _parts(self) -> Iterator[InLanguage]:
        files = sorted(self.release.files.all(), key=lambda file: _PLACES.get(file.kind, 0))
        there = {file.language for file in files}
        for language in settings.MODELTRANSLATION_LANGUAGES:
            if language in there:
                of = [file for file in files if file.language == language]
                described = [file for file in of if file.kind == Kind.CSVW]
                to_read = [file for file in of if file.kind != Kind.CSVW]
                yield InLanguage(language, to_read, described[0] if described else None)

    @property
    def own(self) -> InLanguage | None:
        """The files that the reader most likely wants; easy Swedish has those of Swedish."""
        there = self.by_language
        first = SOURCE if self._asked == EASY else self._asked
        return there.get(first) or there.get(SOURCE) or next(iter(there.values()), None)

    @property
    def others(self) -> list[InLanguage]:
        return [each for each in self.by_language.values() if each != self.own]

    @property
    def files(self) -> list[ReleaseFile]:
        """Every file in every language."""
        return sorted(self.release.files.all(), key=lambda file: file.name)

    @property
    def sums_address(self) -> str:
        """Where the checksums of all files can be fetched, as `sha256sum` reads them."""
        release = self.release
        found = {"slug": release.report.slug, "number": release.number}
        return reverse("release-file", kwargs=found | {"name": f"{release.name}.sha256"})

    @property
    def newest_address(self) -> str:
        """Where the reader's first file always is that of the newest release; absolute."""
        if not self.own:
            return ""
        slug, kind = self.release.report.slug, Kind(self.own.files[0].kind)
        named = {"slug": slug, "name": file_name(slug, self.own.language, kind)}
        return f"{settings.SITE_URL}{reverse('newest-file', kwargs=named)}"

    @property
    def licence(self) -> Licence:
        return Licence(self.release.licence)

    @property
    def changed(self) -> str:
        """How many figures differ from the release before; empty if that is not known."""
        number = self.release.changed
        if number is None:
            return ""
        if not number:
            return gettext("Inga siffror är ändrade sedan utgåvan före.")
        text = ngettext(
            "%(number)s siffra är ändrad sedan utgåvan före.",
            "%(number)s siffror är ändrade sedan utgåvan före.",
            number,
        )
        return text % {"number": localize(number)}

    @property
    def citation(self) -> SafeString:
        """How to refer to the release, in the active language."""
        release, report = self.release, self.release.report
        found = {"slug": report.slug, "number": release.number}
        return cited_as_html(
            publisher=report.office.readable_title,
            title=report.readable_title,
            number=release.number,
            released_at=timezone.localtime(release.released_at),
            address=f"{settings.SITE_URL}{reverse('reports:release', kwargs=found)}",
            example=release.is_example,
        )
