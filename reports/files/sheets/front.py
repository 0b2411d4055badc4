"""The first sheets of a release's workbook: what it is, and what is in it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.utils.translation import gettext

from languages.names import language_names
from reports.files.edition import Edition
from reports.files.sheets.book import DAY, LINK, Cell, Looks, Sheet, Table
from reports.files.sheets.names import shortened
from reports.files.sheets.words import neutral, prose, starts

_TITLE: Looks = (("bold", True), ("font_size", 20))
_ON_A_LINE = 80


class Entry(NamedTuple):
    """A sheet after the contents, and what stands on it."""

    sheet: Sheet
    table: Table


def write_cover(sheet: Sheet, edition: Edition) -> None:
    """What the workbook is, whose it is, and how it may be used."""
    title = shortened(edition.title, _ON_A_LINE)
    sheet.write(0, 0, Cell(title, (*_TITLE, *starts(edition))))
    headers = [gettext("Uppgift"), gettext("Innehåll")]
    rows = [[prose(name, edition), cell] for name, cell in _facts(edition) if cell.value]
    table = Table("about", gettext("Om utgåvan"), edition.title, headers, rows, 100)
    sheet.table(table, first=1)


def _facts(edition: Edition) -> Iterator[tuple[str, Cell]]:
    place = edition.text(edition.data["place"]["title"])
    if edition.is_example:
        yield gettext("Exempel"), prose(gettext("Exempeldata, påhittade värden"), edition)
    yield gettext("Kunskapsunderlag"), prose(edition.title, edition)
    yield gettext("Område"), prose(place, edition)
    yield gettext("Utgåva"), neutral(edition.name, edition)
    yield gettext("Utgiven"), neutral(edition.released_at.date(), edition, *DAY)
    yield gettext("Vad som är nytt"), prose(edition.note, edition)
    yield gettext("Språk"), prose(language_names()[edition.language], edition)
    yield gettext("Villkor"), prose(edition.licence.words, edition)
    yield gettext("Så hänvisar du"), prose(edition.citation, edition)
    yield gettext("Adress"), neutral(edition.address, edition, *LINK, link=edition.address)
    yield gettext("Ansvarig"), prose(edition.publisher, edition)
    yield from _contact(edition)
    yield gettext("Innehållets SHA-256"), neutral(edition.release.sha256, edition)


def _contact(edition: Edition) -> Iterator[tuple[str, Cell]]:
    if contact := edition.data["contact"]:
        yield gettext("Kontakt"), prose(edition.text(contact["title"]), edition)
        yield gettext("Telefon"), neutral(contact["phone"], edition)
        yield gettext("E-post"), neutral(contact["email"], edition)


def write_contents(sheet: Sheet, edition: Edition, entries: Sequence[Entry]) -> None:
    """The sheets, with links to them."""
    rows = [_row(entry, edition) for entry in entries]
    headers = [gettext("Blad"), gettext("Innehåll"), gettext("Antal rader")]
    about = gettext("Bladen i arbetsboken, med länkar till dem")
    sheet.table(Table("contents", gettext("Innehåll"), about, headers, rows, 80))


def _row(entry: Entry, edition: Edition) -> list[Cell]:
    name = prose(entry.sheet.name, edition)
    return [
        Cell(name.value, (*LINK, *name.looks), entry.sheet.address),
        prose(entry.table.about, edition),
        neutral(len(entry.table.rows), edition),
    ]
