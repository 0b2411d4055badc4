"""Texts of people on a sheet, where no mark can say which language they are in."""

from django.utils.translation import gettext

from languages.names import direction_of
from languages.told import Told
from languages.translated import SOURCE
from reports.files.edition import Edition
from reports.files.sheets.book import WRAPPED, Cell, Looks, Value

_ORDER = {"ltr": 1, "rtl": 2}  # Excel's own numbers
_START = {"ltr": "left", "rtl": "right"}


def prose(text: str, edition: Edition) -> Cell:
    """A text to read, in the direction of its language. It says so if that isn't the edition's."""
    language = text.language if isinstance(text, Told) else edition.language
    if text and language != edition.language:
        text = f"{text} {gettext('(på svenska)')}"
    return Cell(str(text), _set(edition, language))


def neutral(value: Value, edition: Edition, *more: tuple[str, str | int], link: str = "") -> Cell:
    """What is the same in every language: a code, an address, a telephone number, a date."""
    return Cell(value, (*more, *_set(edition, SOURCE)), link)


def starts(edition: Edition) -> Looks:
    """Texts stand where a reader of the edition begins, also those in another language."""
    return (("align", _START[direction_of(edition.language)]),)


def _set(edition: Edition, language: str) -> Looks:
    order = ("reading_order", _ORDER[direction_of(language)])
    return (*WRAPPED, order, *starts(edition))
