"""The indicators and territories that rows of files name by their codes."""

from collections.abc import Iterable

from django.db import models

from reports.importing.mistakes import CellError
from reports.importing.raw import shown
from reports.models import Indicator, Territory

_TOTALS = {"summa", "total", "totalt", "totalsumma", "summering"}


class Codes:
    """All codes, as they are when a file is read."""

    def __init__(self) -> None:
        self.indicators = Indicator.objects.in_bulk()
        self.territories = Territory.objects.in_bulk()
        self._indicators = _by_code(self.indicators.values())
        self._territories = _by_code(self.territories.values())

    def indicator(self, code: str) -> int:
        return _named(code, self._indicators, "Indikatorn")

    def territory(self, code: str) -> int:
        return _named(code, self._territories, "Geografin")


def _by_code(rows: Iterable[models.Model]) -> dict[str, int]:
    return {row.code: row.pk for row in rows}


def _named(code: str, known: dict[str, int], kind: str) -> int:
    found = known.get(code) or known.get(code.casefold())
    if not found:
        raise CellError(_problem(code, known, kind))
    return found


def _problem(code: str, known: dict[str, int], kind: str) -> str:
    if not code:
        return f"{kind} saknas. Fyll i koden, eller ta bort raden om den är en summarad."
    if code.casefold() in _TOTALS:
        return "Raden ser ut att vara en summarad. Ta bort den."
    if full := next((each for each in known if _is_shortened(code, each)), None):
        return (
            f"{kind} {shown(code)} finns inte, men {shown(full)} gör det. Excel tar bort nollor "
            "först i tal: formatera kolumnen som text och skriv koden på nytt."
        )
    return f"{kind} {shown(code)} finns inte. Koderna står på bladet Koder i mallen."


def _is_shortened(code: str, full: str) -> bool:
    return code.isdecimal() and full.startswith("0") and full.lstrip("0") == code.lstrip("0")
