"""Numbers as people write them in Swedish, and as Excel stores them."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from reports.importing.mistakes import CellError
from reports.importing.raw import BROKEN, Raw, plain, shown

_SPACES = " \N{NO-BREAK SPACE}\N{FIGURE SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}"
_MINUS = "\N{MINUS SIGN}\N{EN DASH}"
_NUMBER = re.compile(
    rf"[-{_MINUS}]?([0-9]+|[0-9]{{1,3}}([{_SPACES}][0-9]{{3}})+)([.,][0-9]+)?", re.ASCII
)
_UNCLEAR = re.compile(rf"[-{_MINUS}]?[1-9][0-9]{{0,2}}(\.[0-9]{{3}})+")
_MONTH = "jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec"
_DATE = re.compile(
    rf"[0-9]{{1,4}}[-/. ]?({_MONTH})[a-zåäö]*\.?.*|({_MONTH})[a-zåäö]*\.?[-/ ]?[0-9]+"
    r"|[0-9]{1,4}[-/][0-9]{1,2}([-/][0-9]{1,4})?( .*)?",
    re.IGNORECASE,
)
_ERROR = re.compile(r"#(#+|[A-ZÅÄÖ].*)")
_TO_PLAIN = str.maketrans("," + _MINUS, ".--", _SPACES)
_TO_SWEDISH = str.maketrans(",.-", "\N{NO-BREAK SPACE},\N{MINUS SIGN}")
_ONE_DECIMAL = Decimal("0.1")
_FOUR_DECIMALS = Decimal("0.0001")
_TOO_LARGE = Decimal(10) ** 10
_REMEMBERED = 10_000  # a file has the same numbers many times over
LARGEST_COUNT = 2_147_483_647


@lru_cache(_REMEMBERED, typed=True)
def number(raw: Raw) -> Decimal | None:
    """A number, rounded to four decimals: as many as are stored."""
    content = plain(raw)
    if content is None:
        return None
    if isinstance(content, date):
        raise CellError(_date_problem(f"{content:%Y-%m-%d}"))
    found = content if isinstance(content, Decimal) else _written(content)
    if not found.is_finite() or abs(found) >= _TOO_LARGE:
        raise CellError("Talet är för stort. Högst tio siffror före decimalkommat.")
    return found.quantize(_FOUR_DECIMALS, ROUND_HALF_UP).normalize() + 0


@lru_cache(_REMEMBERED, typed=True)
def whole(raw: Raw) -> int | None:
    """A number of persons, answers or years."""
    found = number(raw)
    if found is None:
        return None
    if found != found.to_integral_value():
        raise CellError(f"{written(found)} har decimaler. Skriv ett heltal.")
    if found < 0:
        raise CellError(f"{written(found)} är mindre än noll. Skriv noll eller mer.")
    if found > LARGEST_COUNT:
        raise CellError(f"{written(found)} är för stort. Kontrollera talet.")
    return int(found)


def share(raw: Raw) -> Decimal | None:
    """A share in percent, with the one decimal that is stored."""
    found = number(raw)
    if found is not None and not 0 <= found <= 100:
        raise CellError(f"{written(found)} är ingen andel. Skriv ett tal från 0 till 100.")
    return found if found is None else found.quantize(_ONE_DECIMAL, ROUND_HALF_UP).normalize() + 0


def written(found: Decimal | int) -> str:
    """A number as it is written in Swedish."""
    return f"{Decimal(found).normalize():,f}".translate(_TO_SWEDISH)


def _written(text: str) -> Decimal:
    if _UNCLEAR.fullmatch(text):
        raise CellError(
            f"{shown(text)} kan läsas på två sätt. Skriv decimaler med komma, och tusental "
            "med mellanslag eller ihop."
        )
    if _NUMBER.fullmatch(text):
        return Decimal(text.translate(_TO_PLAIN))
    raise CellError(_problem(text))


def _problem(text: str) -> str:
    if _ERROR.fullmatch(text):
        return BROKEN.format(text[:20])
    if _DATE.fullmatch(text):
        return _date_problem(text[:20])
    if text.endswith("%"):
        return f"{shown(text)} har ett procenttecken. Skriv talet utan procenttecken."
    return f"{shown(text)} är inget tal. Skriv till exempel 12,5 eller 1 234, eller lämna tomt."


def _date_problem(told: str) -> str:
    return (
        f"Här står ett datum, {told}. Excel gör om tal som 2.3 och 2/3 till datum (2 mar). "
        "Formatera kolumnen som tal i Excel och skriv talet på nytt, med komma."
    )
