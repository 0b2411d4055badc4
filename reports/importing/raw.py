"""What a cell can hold before anybody has asked what it means."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

from reports.importing.mistakes import CellError

FORMULA = "Här står en formel. Klistra in resultatet som värde i stället."
BROKEN = "Excel har skrivit ett fel, {}. Rätta det i Excel, eller lämna cellen tom."


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell that can't be taken as it is; says why, and what to do."""

    problem: str


Raw = str | bool | Decimal | date | time | timedelta | Odd | None


def plain(raw: Raw) -> str | Decimal | date | None:
    """The content of a cell, if it is one that a person may have typed."""
    if isinstance(raw, Odd):
        raise CellError(raw.problem)
    if isinstance(raw, bool):
        raise CellError(f"Här står {'SANT' if raw else 'FALSKT'}. Skriv ett tal eller en text.")
    if isinstance(raw, time | timedelta):
        text = f"Här står ett klockslag, {raw}. Excel gör om 12:30 till klockan halv ett."
        raise CellError(f"{text} Formatera cellen som text eller tal och skriv på nytt.")
    if isinstance(raw, str) and raw.startswith("="):
        raise CellError(FORMULA)
    return raw


def shown(text: object) -> str:
    """What stands in a cell, between quotation marks and not too long."""
    told = str(text)
    return f"”{told[:40]}…”" if len(told) > 40 else f"”{told}”"
