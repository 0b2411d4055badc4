"""Makes the files of a release, stores them, and can make a lost one again."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django.core.files.base import ContentFile

from reports.files import separated
from reports.files.edition import Edition
from reports.models import Kind, Release, ReleaseFile

# In this order, so that the ZIP can hold what was made before it.
WRITERS: dict[Any, Callable[[Edition], bytes]] = {
    Kind.CSV: separated.write,
    Kind.EXCEL_CSV: separated.write_for_excel,
}


class Written(NamedTuple):
    """A file that is not stored yet."""

    kind: Kind
    language: str
    name: str
    content: bytes


def languages_of(release: Release) -> list[str]:
    """The languages in which a release has files."""
    return list(release.data["languages"])


def write(release: Release, language: str) -> Iterator[Written]:
    """Every file of a release in one language."""
    edition = Edition(release, language)
    for kind, writer in WRITERS.items():
        with edition.told():
            content = writer(edition)
        yield Written(kind, language, edition.file_name(kind), content)


class Making:
    """The files of a release that is not given out yet."""

    def __init__(self, release: Release) -> None:
        self.release = release
        self.made: list[ReleaseFile] = []

    @property
    def total(self) -> int:
        """How many files there will be."""
        return len(WRITERS) * len(languages_of(self.release))

    def files(self) -> Iterator[ReleaseFile]:
        """Makes and stores each file; keeps none if one fails, or if it is left half-way."""
        try:
            for language in languages_of(self.release):
                for written in write(self.release, language):
                    self.made.append(self._stored(written))
                    yield self.made[-1]
        except BaseException:
            self.discard()
            raise

    def discard(self) -> None:
        """Takes away what was stored."""
        while self.made:
            self.made.pop().file.delete(save=False)

    def _stored(self, written: Written) -> ReleaseFile:
        file = ReleaseFile(
            release=self.release,
            kind=written.kind,
            language=written.language,
            name=written.name,
            size=len(written.content),
            sha256=hashlib.sha256(written.content).hexdigest(),
        )
        file.file.save(written.name, ContentFile(written.content), save=False)
        return file
