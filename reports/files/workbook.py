"""A release as an Excel workbook: what it is, how to read it, and a sheet for each chapter."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext

from languages.names import direction_of
from reports.files.edition import Edition
from reports.files.sheets import notes
from reports.files.sheets.book import Book, Sheet, Table
from reports.files.sheets.figures import chapters
from reports.files.sheets.front import Entry, write_contents, write_cover


def write(edition: Edition) -> bytes:
    """The file, inside `edition.told()`. The same edition always gives the same bytes."""
    right_to_left = direction_of(edition.language) == "rtl"
    book = Book(_properties(edition), right_to_left=right_to_left, edge=edition.address)
    for name, text in _more_properties(edition).items():
        book.tell(name, text)
    write_cover(_sheet(book, edition, gettext("Om utgåvan")), edition)
    contents = _sheet(book, edition, gettext("Innehåll"))
    entries = [Entry(_sheet(book, edition, it.title), it) for it in _tables(edition)]
    write_contents(contents, edition, entries)
    for entry in entries:
        entry.sheet.table(entry.table)
    return book.close()


def _properties(edition: Edition) -> dict[str, Any]:
    example = gettext("Exempeldata, påhittade värden") if edition.is_example else ""
    return {
        "title": edition.title,
        "subject": gettext("Kunskapsunderlag, %(edition)s") % {"edition": edition.number},
        "author": edition.publisher,
        "keywords": edition.text(edition.data["place"]["title"]),
        "category": example,
        "comments": edition.citation,
        "created": edition.released_at,
    }


def _more_properties(edition: Edition) -> dict[str, str]:
    return {
        "Language": edition.language,
        "Release": edition.name,
        "Licence": edition.licence.address or edition.licence.words,
        "SHA-256": edition.release.sha256,
    }


def _tables(edition: Edition) -> Iterator[Table]:
    """What stands on the sheets after the contents, one on each."""
    for explained in (notes.notes, notes.columns, notes.codes, notes.measures):
        yield explained(edition)
    yield from chapters(edition)


def _sheet(book: Book, edition: Edition, title: str) -> Sheet:
    """A sheet whose printed pages say what they are from."""
    sheet = book.sheet(title)
    example = gettext("Exempeldata, påhittade värden") if edition.is_example else ""
    sheet.head(edition.name, example or title)
    return sheet
