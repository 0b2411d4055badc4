"""A release as a PDF that everybody can read: tagged, and the same bytes every time.

Drawn by typst from document.typ. All words go there as data, never as markup.
"""

import json
from datetime import UTC
from pathlib import Path
from typing import Any

import segno
import typst
from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from languages.names import direction_of
from publishing import typesetting
from publishing.share_pictures import SITE
from reports.files.edition import Edition
from reports.files.pdf.blocks import Blocks, Section
from reports.files.pdf.lettering import lettered
from reports.files.pdf.row_headers import with_row_headers
from reports.files.pdf.sections import sections

_TEMPLATE = Path(__file__).with_name("document.typ")
_INK = ("ink", "ink-2", "line", "example", "on-example", "link")


def write(edition: Edition) -> bytes:
    """The document, tagged as PDF/UA-1. Inside `edition.told()`."""
    told = _told(edition) | {"sections": sections(edition)}
    pdf = typst.compile(
        str(_TEMPLATE),
        root=str(settings.BASE_DIR),
        format="pdf",
        pdf_standards="ua-1",
        font_paths=typesetting.fonts(),
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(told, sort_keys=True)},
    )
    typesetting.forget()
    return with_row_headers(pdf, _rows(told["sections"]))


def _rows(sections: list[Section]) -> int:
    """How many rows the tables of a document have."""
    blocks = [block for section in sections for block in section["blocks"]]
    return sum(len(block["rows"]) for block in blocks if block["kind"] == "table")


def _told(edition: Edition) -> dict[str, Any]:
    """All but the sections: the cover, and what stands on every page."""
    return {
        "language": edition.language,
        "direction": direction_of(edition.language),
        "site": SITE,
        "name": edition.name,
        "title": lettered(f"{edition.title}, {edition.number}"),
        "publisher": lettered(edition.publisher),
        "date": list(edition.released_at.astimezone(UTC).timetuple()[:6]),
        "contents": _("Innehåll"),
        "example": _("Exempeldata, påhittade värden") if edition.is_example else "",
        "example_more": _("Inga siffror här beskriver Borås."),
        "colours": _colours(edition),
        "weave": edition.data["place"]["weave"],
        "cover": _cover(Blocks(edition)),
    }


def _colours(edition: Edition) -> dict[str, str]:
    dye, tokens = edition.data["place"]["dye"], typesetting.tokens()
    return typesetting.colours(dye) | {name: tokens[name] for name in _INK}


def _cover(make: Blocks) -> dict[str, Any]:
    edition = make.edition
    date = date_format(edition.released_at, "DATE_FORMAT")
    numbered = _("Utgåva %(number)s, %(date)s") % {"number": edition.number, "date": date}
    newest = _("Utgåvan på webben, där du också ser om det finns en nyare:")
    return {
        "kicker": make.runs(_kind(edition)),
        "title": make.runs(edition.title) or make.runs(edition.name),
        "lead": make.runs(edition.about("lead")),
        "edition": make.runs(numbered),
        "publisher": make.runs(edition.publisher),
        "newest": make.runs(newest),
        "address": edition.address,
        "qr": _qr(edition.address),
        "qr_alt": _("QR-kod till %(address)s") % {"address": edition.address},
    }


def _kind(edition: Edition) -> str:
    spring = edition.about("edition")
    if spring:
        return _("Kunskapsunderlag, %(edition)s") % {"edition": spring}
    return pgettext("ett", "Kunskapsunderlag")


def _qr(address: str) -> str:
    """A QR code as SVG."""
    return str(segno.make(address, error="m", micro=False).svg_inline(border=0, omitsize=True))
