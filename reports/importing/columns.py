"""The columns of a file with values, and which column of a sheet is which."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from reports.importing import numbers, periods, words
from reports.importing.mistakes import UnreadableError
from reports.importing.raw import Raw, shown


class Column(NamedTuple):
    """A column: its header in files, where its content is stored, and how it is read."""

    header: str
    field: str
    read: Callable[[Raw], Any]
    help: str
    is_needed: bool = False


COLUMNS = (
    Column("indikator", "indicator", words.text, "Indikatorns kod.", is_needed=True),
    Column("geografi", "territory", words.text, "Geografins kod.", is_needed=True),
    Column(
        "period från",
        "period_from",
        periods.begins,
        "Ett år, 2023, eller ett datum, 2023-01-31. Tomt om källan inte anger perioden.",
        is_needed=True,
    ),
    Column(
        "period till",
        "period_to",
        periods.ends,
        "Som period från. Tomt om perioden är ett enda år eller en enda dag.",
        is_needed=True,
    ),
    Column("kön", "sex", words.sex, "Alla, Kvinnor eller Män. Tomt betyder alla."),
    Column("ålder från", "age_from", numbers.whole, "Hela år. Tomt om ingen nedre gräns finns."),
    Column("ålder till", "age_to", numbers.whole, "Hela år. Tomt om ingen övre gräns finns."),
    Column("antal", "count", numbers.whole, "Hur många det gäller. Heltal."),
    Column("nämnare", "denominator", numbers.whole, "Av hur många. Heltal."),
    Column(
        "värde",
        "value",
        numbers.number,
        "I indikatorns enhet, utan procenttecken. Lagras med högst fyra decimaler. "
        "Behövs inte om antal och nämnare finns.",
    ),
    Column("undre gräns", "lower", numbers.number, "Osäkerhetens undre gräns, om källan har en."),
    Column("övre gräns", "upper", numbers.number, "Osäkerhetens övre gräns, om källan har en."),
    Column("antal svar", "answers", numbers.whole, "Hur många som svarade på enkäten."),
    Column("svarsandel", "response_rate", numbers.share, "I procent, med högst en decimal."),
    Column("status", "status", words.status, "Tomt betyder att värdet finns."),
    Column("anmärkning", "note", words.note, "På svenska, högst 300 tecken. Läsare ser den."),
)
HEADERS = {column.field: column.header for column in COLUMNS}


def known_headers(header: Sequence[Raw]) -> int:
    """How many of the headers there is a column for."""
    return sum(column is not None for column in _found(header))


def matched(header: Sequence[Raw]) -> list[Column | None]:
    """Which column each place of a sheet is; None where there is no header."""
    found = _found(header)
    if not any(found):
        raise UnreadableError(
            "Första raden ska vara rubriker: indikator, geografi, period från och så vidare. "
            "Ta bort det som står ovanför rubrikerna, eller börja från mallen."
        )
    if problems := [*_unknown(header, found), *_repeated(found), *_missing(found)]:
        raise UnreadableError(*problems)
    return found


def _found(header: Sequence[Raw]) -> list[Column | None]:
    known = {_plain(column.header): column for column in COLUMNS}
    return [known.get(_plain(raw)) for raw in header]


def _plain(raw: Raw) -> str:
    """A header without what people write differently: case, spaces and signs."""
    told = unicodedata.normalize("NFC", str(raw or "")).casefold()
    return re.sub(r"[\W_]+", "", told)


def _unknown(header: Sequence[Raw], found: list[Column | None]) -> list[str]:
    named = [raw for raw, column in zip(header, found, strict=True) if raw and not column]
    return [
        f"Rubriken {shown(raw)} är okänd. Rätta den efter mallen, eller ta bort kolumnen."
        for raw in named[:10]
    ]


def _repeated(found: list[Column | None]) -> list[str]:
    return [
        f"Rubriken ”{column.header}” finns i flera kolumner. Ta bort den ena."
        for column in COLUMNS
        if found.count(column) > 1
    ]


def _missing(found: list[Column | None]) -> list[str]:
    return [
        f"Kolumnen ”{column.header}” saknas. Lägg till den."
        for column in COLUMNS
        if column.is_needed and column not in found
    ]
