"""What a document tells, section by section, in the order of the report's own page.

The pieces that tell of figures are read from the page's own templates, so that the two can't come
to differ in a word.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from languages.names import direction_of
from languages.routing import told_in
from languages.templatetags.languages import marked
from languages.told import Told
from publishing.templatetags.publishing import lowered, rich
from reports import charts
from reports.files.chapter_tables import Table, table
from reports.files.edition import Edition
from reports.files.headings import settle
from reports.files.rich_text import Block, Reader, Run
from reports.lines import Line
from reports.models import Indicator
from reports.sentences import number, outcome_in_words, trend_in_words, years_in_words
from reports.telling import Part

Section = dict[str, Any]


class Sections:
    """The sections of an edition. Use it inside `edition.told()`."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.reader = Reader(edition.data["edition"]["site"])

    def all(self) -> list[Section]:
        """Every section that has something to tell."""
        found = [
            self._about(),
            *self._highlights(),
            self._resources(),
            self._residents(),
            *(self._chapter(part) for part in self.edition.parts),
            *self._limits(),
            self._measures(),
            self._release(),
            self._contact(),
        ]
        for section in found:
            settle(section["blocks"])
        return [section for section in found if section["blocks"]]

    def _section(self, title: str, *blocks: Block, **values: Any) -> Section:
        return {"title": self.runs(title), "blocks": [*blocks], **values}

    def _name(self, indicator: Indicator) -> list[Run]:
        """What an indicator is called; a heading must say something, if it is only a code."""
        named = self.runs(indicator.plain_title or indicator.title)
        return named or self.runs(indicator.code)

    def runs(self, text: Any) -> list[Run]:
        """A text of one line, marked with its language if it is another than the document's."""
        return self.reader.runs(marked(text))

    def _paragraph(self, text: str, **values: Any) -> Block:
        return {"kind": "paragraph", "runs": self.runs(text), **values}

    def _heading(self, runs: list[Run]) -> Block:
        return {"kind": "heading", "level": 2, "runs": runs}

    def _told(self, text: Told, levels: int = 0) -> list[Block]:
        """A rich text, marked with its language."""
        blocks = self.reader.blocks(lowered(rich(text), levels))
        return self._in(text.language, blocks)

    def _in(self, language: str, blocks: list[Block]) -> list[Block]:
        if not blocks or language == self.edition.language:
            return blocks
        direction = direction_of(language)
        return [{"kind": "told", "language": language, "direction": direction, "blocks": blocks}]

    def _rendered(self, template: str, **context: Any) -> list[Block]:
        """A piece of the page, as blocks."""
        page = render_to_string(f"reports/{template}.html", context)
        return self.reader.blocks(page)

    def _rendered_section(self, template: str) -> Section:
        """A piece of the page that begins with its own heading."""
        telling, release = self.edition.telling, self.edition.release
        title, *blocks = self._rendered(template, telling=telling, release=release)
        return {"title": title["runs"], "blocks": blocks}

    # --- The report in words --------------------------------------------------------------

    def _about(self) -> Section:
        return self._section(_("Om underlaget"), *self._told(self.edition.about("body")))

    def _highlights(self) -> Iterator[Section]:
        if self.edition.telling.highlights.compared:
            yield self._rendered_section("highlights")

    def _resources(self) -> Section:
        told = self._told(self.edition.about("resources"), 1)
        return self._section(_("Resurser och mötesplatser"), *told)

    def _residents(self) -> Section:
        told = self._told(self.edition.about("residents_view"), 1)
        lines = self._lines(Part(None, lines=self.edition.telling.residents))
        return self._section(_("De boendes egen bild"), *told, *lines)

    def _limits(self) -> Iterator[Section]:
        if self.edition.lines:
            yield self._rendered_section("limits")

    # --- Figures --------------------------------------------------------------------------

    def _chapter(self, part: Part) -> Section:
        title = part.chapter.readable_title if part.chapter else ""
        told = Told(part.told.body, part.told.reading_language) if part.told else None
        lines = self._lines(part) or [self._paragraph(_("Kapitlets siffror är inte inlagda än."))]
        drawn = [self._table(table(self.edition, part))] if part.lines else []
        named = title if self.runs(title) else _("Om området")
        return self._section(named, *(self._told(told, 1) if told else []), *lines, *drawn)

    def _lines(self, part: Part) -> list[Block]:
        """The lines of a part one by one, with what the marks in their charts mean."""
        blocks = [block for line in part.lines for block in self._line(line, part.axis_of(line))]
        example = self.edition.is_example and bool(part.lines)
        mark: list[Block] = [{"kind": "example"}] if example else []
        return mark + ([self._key()] if part.axes else []) + blocks

    def _key(self) -> Block:
        return {
            "kind": "key",
            "here": self.runs(_("Området, med 95 procents intervall")),
            "rest": self.runs(_("Resten av Borås")),
        }

    def _line(self, line: Line, axis: charts.Scale | None) -> list[Block]:
        language = line.indicator.reading_language
        with told_in(language):
            block: Block = {
                "kind": "line",
                "name": self._name(line.indicator),
                "sign": line.outcome.value,
                "outcome": self.runs(outcome_in_words(line)),
                "blocks": self._values(line),
                **self._dot(line, axis),
                **self._years(line),
            }
        return self._in(language, [block])

    def _values(self, line: Line) -> list[Block]:
        return self._rendered("compared_values" if line.rest else "values", line=line)

    def _dot(self, line: Line, axis: charts.Scale | None) -> dict[str, Any]:
        at = charts.dot(line, axis) if axis else None
        if not at or not axis:
            return {}
        ends = [self.runs(number(line.indicator, end)) for end in (axis.low, axis.high)]
        places = {name: float(place) for name, place in at._asdict().items()}
        return {"dot": {**places, "ends": ends}}

    def _years(self, line: Line) -> dict[str, Any]:
        trend = charts.trend(line)
        if not trend:
            return {}
        words = self.reader.runs(f"{years_in_words(line)} {trend_in_words(line)}")
        drawn = {"here": _points(trend.here), "whole": _points(trend.whole)}
        return {"years": {"words": words, **drawn}}

    def _table(self, table: Table) -> Block:
        rows = [{"cells": row.cells, **row.language} for row in table.rows]
        return {"kind": "table", "caption": table.caption, "head": table.head.cells, "rows": rows}

    # --- What explains them ---------------------------------------------------------------

    def _measures(self) -> Section:
        indicators = self.edition.indicators.values()
        blocks = [block for each in indicators for block in self._measure(each)]
        return self._section(_("Om måtten"), *blocks, small=True)

    def _measure(self, indicator: Indicator) -> list[Block]:
        language = indicator.reading_language
        with told_in(language):
            name = self._heading(self._name(indicator))
            definition = self._paragraph(indicator.definition) if indicator.definition else None
            facts = self._rendered("about_measure", indicator=indicator)
        return self._in(language, [name, *([definition] if definition else []), *facts])

    def _release(self) -> Section:
        edition, date = self.edition, date_format(self.edition.released_at, "DATE_FORMAT")
        frozen = _(
            "Siffrorna är utgåva %(number)s från %(date)s. De ändras inte. Om något rättas ger vi"
            " ut en ny utgåva."
        ) % {"number": edition.number, "date": date}
        checksum = _(
            "Den som har hämtat siffrorna kan se att de är oförändrade: SHA-256 ska vara den här."
        )
        note = [self._paragraph(edition.note)] if edition.note else []
        blocks = [
            *(self._paragraph(frozen), *note),
            *(
                self._heading(self.runs(_("Så hänvisar du till utgåvan"))),
                self._paragraph(edition.citation),
            ),
            *(self._heading(self.runs(_("Villkor för återanvändning"))), *self._licence()),
            *(self._heading(self.runs(_("Kontrollsumma"))), self._paragraph(checksum)),
            {"kind": "code", "text": edition.release.sha256},
        ]
        return self._section(_("Utgåva"), *blocks)

    def _licence(self) -> list[Block]:
        licence = self.edition.licence
        address = f'<a href="{licence.address}">{licence.address}</a>'
        told = self._paragraph(licence.words)
        return [told, *(self.reader.blocks(address) if licence.address else [])]

    def _contact(self) -> Section:
        contact = self.edition.data["contact"]
        return self._section(_("Kontakt"), *(self._whom(contact) if contact else self._nobody()))

    def _whom(self, contact: dict[str, Any]) -> list[Block]:
        known: Sequence[tuple[str, str]] = (
            (_("Telefon"), contact["phone"]),
            (_("E-post"), contact["email"]),
            (_("Förvaltning"), self.edition.text(contact["office"])),
        )
        pairs = [[self.runs(term), self.runs(text)] for term, text in known if text]
        title = self.runs(self.edition.text(contact["title"]))
        return [*([self._heading(title)] if title else []), {"kind": "facts", "pairs": pairs}]

    def _nobody(self) -> list[Block]:
        text = _("Här ska det stå vem du kan vända dig till. Uppgifterna är inte inlagda än.")
        return [self._paragraph(text)]


def _points(lines: Sequence[str]) -> list[list[list[float]]]:
    """The points of lines that were written for SVG."""
    return [[[float(it) for it in point.split(",")] for point in line.split()] for line in lines]
