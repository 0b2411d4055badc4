"""Days and years as people write them, and as Excel stores them."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from reports.importing.mistakes import CellError
from reports.importing.raw import Raw, plain, shown

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_YEAR = re.compile(r"[0-9]{4}")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})( 00:00(:00)?)?")


@lru_cache(typed=True)
def begins(raw: Raw) -> date | None:
    """The day on which a period begins; a year alone begins in January."""
    return _day(raw, 1, 1)


@lru_cache(typed=True)
def ends(raw: Raw) -> date | None:
    """The day on which a period ends; a year alone ends in December."""
    return _day(raw, 12, 31)


def in_words(first: date | None, last: date | None) -> str:
    """A period, shortly."""
    if not first or not last:
        return "okänd period"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} till {last.year}"
    return str(first) if first == last else f"{first} till {last}"


def _day(raw: Raw, month: int, day: int) -> date | None:
    content = plain(raw)
    if content is None:
        return None
    if isinstance(content, date):
        return _likely(date(content.year, content.month, content.day))
    text = f"{content:f}" if isinstance(content, Decimal) else content
    if _YEAR.fullmatch(text):
        return _likely(_date(int(text), month, day, text))
    if found := _DAY.fullmatch(text):
        year, month, day = (int(part) for part in found.groups()[:3])
        return _likely(_date(year, month, day, text))
    raise CellError(_problem(text, is_number=isinstance(content, Decimal)))


def _date(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise CellError(f"Dagen {shown(text)} finns inte. Kontrollera datumet.") from error


def _likely(found: date) -> date:
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise CellError(f"Året ska vara mellan {_FIRST_YEAR} och {_LAST_YEAR}.")
    return found


def _problem(text: str, *, is_number: bool) -> str:
    if is_number:
        return (
            f"{shown(text)} är inget år. Är det ett datum, formatera cellen som datum i Excel "
            "eller skriv det som text: 2023-01-31."
        )
    return f"{shown(text)} är ingen dag. Skriv ett år, 2023, eller ett datum, 2023-01-31."
