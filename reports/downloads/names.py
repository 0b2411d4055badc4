"""What a file is called once it has been saved, and where else the same figures are."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext, override

from languages.names import language_names
from reports.models import Kind, Licence, Release
from reports.models.files import file_name, release_address

_MOST = 100  # characters of a title; the rest of the name must have room in 255 bytes
_UNFIT = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\u200e\u200f\u2028-\u202e\u2066-\u2069]+')


def saved_name(title: str, release: Release, language: str, kind: Kind) -> str:
    """A name that says what it is: `Kunskapsunderlag för Norrby, utgåva 2026-1, English.pdf`."""
    words = {"title": _fit(title) or release.name, "number": release.number}
    with override("sv"):
        named = gettext("%(title)s, utgåva %(number)s") % words
    return f"{named}, {language_names().get(language, language)}.{kind.ending}"


def _fit(title: str) -> str:
    """A title without what no file can be called, and not too long: cut between two words."""
    words = " ".join(_UNFIT.sub(" ", title).split()).strip(". ")
    if len(words.encode()) <= _MOST:
        return words
    cut = words.encode()[:_MOST].decode(errors="ignore")
    return cut.rpartition(" ")[0] or cut


def parsed(name: str, release: str) -> tuple[str, Kind] | None:
    """The language and the kind that the name of a file tells; None if it tells neither."""
    for kind in map(Kind, Kind.values):
        language = name.removeprefix(f"{release}.").removesuffix(f".{kind.ending}")
        if language in language_names() and name == file_name(release, language, kind):
            return language, kind
    return None


def link(address: str, relation: str, media_type: str = "") -> str:
    """One value of a Link header (RFC 8288)."""
    typed = f'; type="{media_type.partition(";")[0]}"' if media_type else ""
    return f'<{address}>; rel="{relation}"{typed}'


def links(release: Release, language: str, kind: Kind) -> Iterator[str]:
    """Link headers of a file: the page, the terms, and the other formats in the same language."""
    with override(language):
        yield link(release.get_absolute_url(), "collection")
    if terms := Licence(release.licence).address:
        yield link(terms, "license")
    for other in map(Kind, Kind.values):
        if other is not kind:
            relation = "describedby" if other is Kind.CSVW and kind is Kind.CSV else "alternate"
            address = release_address(release, file_name(release.name, language, other))
            yield link(address, relation, other.media_type)
