"""What goes into a file for a translator, with what it helps to know."""

from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.db import models

from languages.models import SourceText
from languages.translated import State, Translated
from translations.exchange import Packed
from translations.files import Format
from translations.glossary import glossary
from translations.models import Term
from translations.notes import Note, notes_on_row, notes_on_text
from translations.units import field_in, tellable, units_of


class Amount(models.TextChoices):
    """How much a file is to hold. The words are for staff."""

    UNFINISHED = "unfinished", "Det som saknas eller är inaktuellt"
    DRAFTS = "drafts", "Det som saknas, är inaktuellt eller är maskinöversatt"
    ALL = "all", "Allt, även det som är klart"


def packed(kinds: Iterable[type[Translated]], language: str, amount: str) -> list[Packed]:
    """The units of all rows of some kinds that a translator should get for one language."""
    terms = glossary()
    return [
        unit for row in _rows(kinds, language, amount) for unit in _packed(row, language, terms)
    ]


def _rows(kinds: Iterable[type[Translated]], language: str, amount: str) -> Iterator[Translated]:
    """Whole rows: a text is translated better beside the others of its page."""
    for kind in kinds:
        for row in kind._default_manager.order_by("pk").iterator():
            if amount == Amount.ALL or _waits(row, language, amount):
                yield row


def _waits(row: Translated, language: str, amount: str) -> bool:
    is_draft = row.languages.get(language, {}).get("state") == State.MACHINE
    to_do = not row.is_whole_in(language) or row.is_out_of_date_in(language)
    return to_do or (is_draft and amount == Amount.DRAFTS)


def _packed(row: Translated, language: str, terms: list[Term]) -> Iterator[Packed]:
    about_row = notes_on_row(row)
    for unit in units_of(row, language, _made_from(row, language)):
        field = field_in(type(row), unit.key.field, language)
        notes = about_row + notes_on_text(field, unit, terms, language)
        told = [Note(about, tellable(text)) for about, text in notes]
        yield Packed(unit, told, field.max_length)


def _made_from(row: Translated, language: str) -> dict[str, str]:
    """The Swedish texts that a translation out of date was made from, as far as they are kept."""
    if not row.is_out_of_date_in(language):
        return {}
    kept = SourceText.objects.filter(pk=row.languages[language]["of"]).first()
    return kept.texts if kept else {}


# --- Files -----------------------------------------------------------------------------------


def file_name(language: str, file_format: Format, day: date) -> str:
    return f"boras-halsa-{language}-{day:%Y-%m-%d}.{file_format.suffix}"


def zipped(files: dict[str, bytes]) -> bytes:
    """Several files as one, to send to an agency."""
    told = BytesIO()
    with ZipFile(told, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return told.getvalue()
