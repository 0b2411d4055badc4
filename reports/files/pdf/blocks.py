"""What the sections of a document are made of: titles, paragraphs, lists and pieces of the page."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.html import escape, format_html

from languages.names import direction_of
from languages.templatetags.languages import marked
from languages.told import Told
from publishing.templatetags.publishing import lowered, rich
from reports.files.edition import Edition
from reports.files.pdf.lettering import lettered
from reports.files.pdf.rich_text import Block, Reader, Run
from reports.models import Indicator

Section = dict[str, Any]


class Blocks:
    """Makes blocks in the language of an edition. Use it inside `edition.told()`."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.reader = Reader(edition.site, lettered)

    def section(self, title: list[Run], *blocks: Block, **values: Any) -> Section:
        return {"title": title, "blocks": [*blocks], **values}

    def runs(self, text: Any) -> list[Run]:
        """A text of one line, marked with its language if it is another than the one around."""
        return self.reader.runs(marked(text))

    def paragraph(self, text: str) -> Block:
        return {"kind": "paragraph", "runs": self.runs(text)}

    def heading(self, text: str, instead: str = "") -> Block:
        """A heading inside a section, which must say something."""
        return {"kind": "heading", "level": 2, "runs": self.runs(text) or self.runs(instead)}

    def name(self, indicator: Indicator) -> Block:
        """What an indicator is called, if only by its code, as a heading."""
        return self.heading(indicator.plain_title or indicator.title, instead=indicator.code)

    def with_link(self, text: str, address: str) -> list[Block]:
        """A paragraph in which an address can be followed."""
        link = format_html('<a href="{0}">{0}</a>', address)
        return self.reader.blocks(escape(text).replace(escape(address), link))

    def rich(self, text: Told, levels: int = 0) -> list[Block]:
        """A text of staff's, its headings so much lower."""
        return self.told_in(text.language, self.reader.blocks(lowered(rich(text), levels)))

    def told_in(self, language: str, blocks: list[Block]) -> list[Block]:
        """Blocks that are told in a language, marked if it isn't that of the document."""
        if not blocks or language == self.edition.language:
            return blocks
        direction = direction_of(language)
        return [{"kind": "told", "language": language, "direction": direction, "blocks": blocks}]

    def of_page(self, template: str, **context: Any) -> list[Block]:
        """A piece of the report's own page."""
        return self.reader.blocks(render_to_string(f"reports/{template}.html", context))
