"""Makes the files of a release, and stores them."""

import hashlib
from collections.abc import Callable, Generator, Iterator, Mapping
from typing import Any, NamedTuple

from django.core.files.base import ContentFile

from reports.files import bundle, csvw, separated, structured, workbook
from reports.files.edition import Edition
from reports.files.pdf import document
from reports.models import Kind, Release, ReleaseFile

Writer = Callable[[Edition], bytes]

# In this order, and after them the ZIP that holds them all.
WRITERS: dict[Any, Writer] = {
    Kind.PDF: document.write,
    Kind.XLSX: workbook.write,
    Kind.CSV: separated.write,
    Kind.EXCEL_CSV: separated.write_for_excel,
    Kind.CSVW: csvw.write,
    Kind.JSON: structured.write,
}
KINDS = (*WRITERS, Kind.ZIP)


class WritingError(Exception):
    """A file could not be made or stored. The words are for staff."""

    def __init__(self, name: str, why: Exception) -> None:
        super().__init__(f"Filen {name} gick inte att göra: {why}")


class Written(NamedTuple):
    """A file that is not stored yet."""

    kind: Kind
    language: str
    name: str
    content: bytes


def languages_of(release: Release) -> list[str]:
    """The languages in which a release has files."""
    return list(release.data["languages"])


def write(
    release: Release, language: str, kept: Mapping[str, bytes] | None = None
) -> Iterator[Written]:
    """Every file of a release in one language. What is `kept`, by its name, is not written anew."""
    kept = kept or {}
    edition = Edition(release, language)
    made: dict[str, bytes] = {}
    for kind in KINDS:
        name = edition.file_name(kind)
        made[name] = kept[name] if name in kept else _content(kind, edition, made)
        yield Written(kind, language, name, made[name])


def _content(kind: Any, edition: Edition, made: dict[str, bytes]) -> bytes:
    try:
        with edition.told():
            return WRITERS[kind](edition) if kind in WRITERS else bundle.write(edition, made)
    except Exception as error:  # whatever a library does with odd content
        raise WritingError(edition.file_name(kind), error) from error


def stored(release: Release, written: Written) -> ReleaseFile:
    """A written file in its storage, with a row that is not saved yet."""
    file = ReleaseFile(
        release=release,
        kind=written.kind,
        language=written.language,
        name=written.name,
        size=len(written.content),
        sha256=hashlib.sha256(written.content).hexdigest(),
    )
    try:
        file.file.save(written.name, ContentFile(written.content), save=False)
    except OSError as error:  # such as a full disk
        raise WritingError(written.name, error) from error
    return file


class Making:
    """The files of a release that is not given out yet."""

    def __init__(self, release: Release) -> None:
        self.release = release
        self.made: list[ReleaseFile] = []

    @property
    def total(self) -> int:
        """How many files there will be."""
        return len(KINDS) * len(languages_of(self.release))

    def files(self) -> Generator[ReleaseFile, None, None]:
        """Makes and stores each file; keeps none if one fails, or if it is left half-way."""
        try:
            for language in languages_of(self.release):
                for written in write(self.release, language):
                    self.made.append(stored(self.release, written))
                    yield self.made[-1]
        except BaseException:
            self.discard()
            raise

    def discard(self) -> None:
        """Takes away what was stored."""
        while self.made:
            self.made.pop().file.delete(save=False)
