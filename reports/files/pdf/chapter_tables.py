"""The tables of a document, read from those of the report's own page: the same cells in both."""

from collections.abc import Iterator
from typing import NamedTuple

from django.template.loader import render_to_string
from lxml import html

from reports.files.edition import Edition
from reports.files.pdf.rich_text import Reader, Run, language_of
from reports.telling import Part


class Cells(NamedTuple):
    """A row of a table, and its language where that isn't the document's."""

    cells: list[list[Run]]
    language: dict[str, str]

    @property
    def texts(self) -> list[str]:
        """The cells as a reader sees them."""
        return ["".join(run["words"] for run in cell) for cell in self.cells]


class Table(NamedTuple):
    """The lines of a chapter."""

    caption: list[Run]
    head: Cells
    rows: list[Cells]


def tables(edition: Edition) -> Iterator[Table]:
    """The table of each chapter that has figures, in order. Inside `edition.told()`."""
    reader = Reader(edition.site)
    return (table(edition, part, reader) for part in edition.parts if part.lines)


def table(edition: Edition, part: Part, reader: Reader) -> Table:
    """The lines of a chapter as its table on the page has them."""
    context = {"part": part, "release": edition.release, "number": 1}
    page = html.fragment_fromstring(render_to_string("reports/part_table.html", context))
    head, *rows = (
        Cells(
            [reader.runs_of(cell) for cell in row.iterchildren("th", "td")],
            language_of(row),
        )
        for row in page.iter("tr")
    )
    return Table(reader.runs_of(next(page.iter("caption"))), head, rows)
