"""The files of a release as distributions: the same figures, in many formats and languages."""

from collections.abc import Iterator
from functools import cache

from django.urls import reverse

from languages.names import name_of
from open_data import vocabulary
from open_data.rdf import Address, Fact, Thing, Typed
from open_data.saying import Facts, here, moment, named, words
from open_data.terms import terms
from reports.models import Kind, Release, ReleaseFile


def things_of(release: Release) -> Iterator[Thing]:
    """Each file with its checksum, and what describes the columns and keys of tables and JSON."""
    metadata = {it.language: _metadata(it) for it in release.files.all() if it.kind == Kind.CSVW}
    for file in release.files.all():
        if file.kind != Kind.CSVW:
            yield _distribution(file, _follows(file, metadata))
            yield _checksum(file)
    yield from (*metadata.values(), _schema())


def _follows(file: ReleaseFile, metadata: dict[str, Thing]) -> Thing | None:
    """What the content of a file keeps to, if that is written down."""
    if file.kind == Kind.JSON:
        return _schema()
    return metadata.get(file.language) if file.kind == Kind.CSV else None


def address(file: ReleaseFile) -> Address:
    """The name of a file as a distribution."""
    return named(f"fil-{file.name}")


def _distribution(file: ReleaseFile, follows: Thing | None) -> Thing:
    facts = (*_facts(file), *((("dcterms:conformsTo", follows),) if follows else ()))
    return Thing("dcat:Distribution", address(file), facts)


def _facts(file: ReleaseFile) -> Facts:
    yield from _titles(file)
    yield "dcat:accessURL", here(file.release.get_absolute_url())
    yield "dcat:downloadURL", here(file.get_absolute_url())
    yield "dcterms:format", file.media_type.partition(";")[0]
    yield "dcat:byteSize", Typed(str(file.size), "nonNegativeInteger")
    if language := vocabulary.language(file.language):
        yield "dcterms:language", language
    yield "dcterms:issued", moment(file.release.released_at)
    yield "dcatap:availability", vocabulary.STABLE
    yield from terms(file.release.licence)
    yield "spdx:checksum", _checksum(file)


def _titles(file: ReleaseFile) -> tuple[tuple[str, Fact], ...]:
    return _titled(Kind(file.kind), file.language)


@cache
def _titled(kind: Kind, language: str) -> tuple[tuple[str, Fact], ...]:
    """Kept, for hundreds of files share a few titles, and to change language takes time."""
    return (*words("dcterms:title", lambda: f"{kind.label}, {name_of(language)}"),)


def _checksum(file: ReleaseFile) -> Thing:
    facts = (
        ("spdx:algorithm", vocabulary.SHA_256),
        ("spdx:checksumValue", Typed(file.sha256, "hexBinary")),
    )
    return Thing("spdx:Checksum", named(f"sha256-{file.name}"), facts)


def _metadata(file: ReleaseFile) -> Thing:
    return Thing("dcterms:Standard", here(file.get_absolute_url()), _titles(file))


def _schema() -> Thing:
    titles = (*words("dcterms:title", "JSON Schema"),)
    return Thing("dcterms:Standard", here(reverse("release-schema")), titles)
