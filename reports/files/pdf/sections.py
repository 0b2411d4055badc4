"""What a document tells, section by section, in the order of the report's own page.

The pieces that tell of figures are read from the page's own templates, so that the two can't come
to differ in a word.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from languages.routing import told_in
from languages.told import Told
from reports.files.edition import Edition
from reports.files.pdf.blocks import Blocks, Section
from reports.files.pdf.chapter_tables import table
from reports.files.pdf.drawn_lines import drawn_lines
from reports.files.pdf.headings import settle
from reports.files.pdf.rich_text import Block
from reports.models import Indicator
from reports.telling import Part


def sections(edition: Edition) -> list[Section]:
    """Every section that has something to tell. Inside `edition.told()`."""
    make = Blocks(edition)
    found = [
        make.section(make.runs(_("Om underlaget")), *make.rich(edition.about("body"))),
        *_highlights(make),
        make.section(
            make.runs(_("Resurser och mötesplatser")), *make.rich(edition.about("resources"), 1)
        ),
        _residents(make),
        *(_chapter(make, part) for part in edition.parts),
        *_limits(make),
        _measures(make),
        _release(make),
        _contact(make),
    ]
    for section in found:
        settle(section["blocks"])
    return [section for section in found if section["blocks"]]


def _highlights(make: Blocks) -> Iterator[Section]:
    if make.edition.telling.highlights.compared:
        yield _section_of_page(make, "highlights")


def _limits(make: Blocks) -> Iterator[Section]:
    if make.edition.lines:
        yield _section_of_page(make, "limits")


def _section_of_page(make: Blocks, template: str) -> Section:
    """A piece of the page that begins with its own heading."""
    edition = make.edition
    title, *blocks = make.of_page(template, telling=edition.telling, release=edition.release)
    return make.section(title["runs"], *blocks)


def _residents(make: Blocks) -> Section:
    lines = drawn_lines(make, Part(None, lines=make.edition.telling.residents))
    told = make.rich(make.edition.about("residents_view"), 1)
    voices = make.of_page("voices", voices=make.edition.voices)
    return make.section(make.runs(_("De boendes egen bild")), *told, *voices, *lines)


def _chapter(make: Blocks, part: Part) -> Section:
    named = make.runs(part.chapter.readable_title) if part.chapter else []
    lines = drawn_lines(make, part) or [make.paragraph(_("Kapitlets siffror är inte inlagda än."))]
    tables = [_table(make, part)] if part.lines else []
    return make.section(named or make.runs(_("Om området")), *_text(make, part), *lines, *tables)


def _text(make: Blocks, part: Part) -> list[Block]:
    told = part.told
    return make.rich(Told(told.body, told.reading_language), 1) if told and told.body else []


def _table(make: Blocks, part: Part) -> Block:
    found = table(make.edition, part, make.reader)
    rows = [{"cells": row.cells, **row.language} for row in found.rows]
    return {"kind": "table", "caption": found.caption, "head": found.head.cells, "rows": rows}


def _measures(make: Blocks) -> Section:
    indicators = make.edition.indicators.values()
    blocks = [block for each in indicators for block in _measure(make, each)]
    return make.section(make.runs(_("Om måtten")), *blocks, small=True)


def _measure(make: Blocks, indicator: Indicator) -> list[Block]:
    language = indicator.reading_language
    with told_in(language):
        definition = [make.paragraph(indicator.definition)] if indicator.definition else []
        facts = make.of_page("about_measure", indicator=indicator)
        blocks = [make.name(indicator), *definition, *facts]
    return make.told_in(language, blocks)


def _release(make: Blocks) -> Section:
    edition, date = make.edition, date_format(make.edition.released_at, "DATE_FORMAT")
    frozen = _(
        "Siffrorna är utgåva %(number)s från %(date)s. De ändras inte. Om något rättas ger vi ut"
        " en ny utgåva."
    ) % {"number": edition.number, "date": date}
    checksum = _(
        "Den som har hämtat siffrorna kan se att de är oförändrade: SHA-256 ska vara den här."
    )
    return make.section(
        make.runs(_("Utgåva")),
        make.paragraph(frozen),
        *([make.paragraph(edition.note)] if edition.note else []),
        make.heading(_("Så hänvisar du till utgåvan")),
        *make.with_link(edition.citation, edition.address),
        make.heading(_("Villkor för återanvändning")),
        *_licence(make),
        make.heading(_("Kontrollsumma")),
        make.paragraph(checksum),
        {"kind": "code", "text": edition.release.sha256},
    )


def _licence(make: Blocks) -> list[Block]:
    licence = make.edition.licence
    address = make.with_link(licence.address, licence.address) if licence.address else []
    return [make.paragraph(licence.words), *address]


def _contact(make: Blocks) -> Section:
    contact = make.edition.data["contact"]
    return make.section(
        make.runs(_("Kontakt")), *(_whom(make, contact) if contact else _none(make))
    )


def _whom(make: Blocks, contact: dict[str, Any]) -> list[Block]:
    known: Sequence[tuple[str, str]] = (
        (_("Telefon"), contact["phone"]),
        (_("E-post"), contact["email"]),
        (_("Förvaltning"), make.edition.text(contact["office"])),
    )
    pairs = [[make.runs(term), make.runs(text)] for term, text in known if text]
    title = make.edition.text(contact["title"])
    return [make.heading(title, _("Kontakt")), {"kind": "facts", "pairs": pairs}]


def _none(make: Blocks) -> list[Block]:
    text = _("Här ska det stå vem du kan vända dig till. Uppgifterna är inte inlagda än.")
    return [make.paragraph(text)]
