"""Reads the rows of a file. It says how far it has come, since that can take a while."""

from collections.abc import Generator, Iterator, Sequence
from typing import Any

from reports.importing.cells import FIGURES, Cell, Row
from reports.importing.codes import Codes
from reports.importing.columns import HEADERS, Column
from reports.importing.mistakes import CellError, Faults
from reports.importing.numbers import written
from reports.importing.raw import Raw, shown
from reports.importing.sheet import letters_of
from reports.importing.tables import Table
from reports.models import Observation

ROWS_BETWEEN_WORDS = 5000
_OLDEST = 130
_EVERYBODY = {"sex": str(Observation.Sex.ALL), "age_from": None, "age_to": None}
_STRAY = (
    "Här står {}, men kolumnen har ingen rubrik. Ta bort det, eller skriv en rubrik. I en fil med "
    "komma mellan kolumnerna ska tal som 12,5 stå inom citattecken."
)
Problem = tuple[str, str]


class Read:
    """What stands in a file, as far as it can be read."""

    def __init__(self, columns: Sequence[Column | None]) -> None:
        self.codes = Codes()
        self.rows: list[Row] = []
        self.faults = Faults()
        self.remarks: list[str] = []
        self._columns = [(place, column) for place, column in enumerate(columns) if column]
        self._places = {column.field: place for place, column in self._columns}
        self.told = [name for name in FIGURES if name in self._places]

    def column(self, name: str) -> str:
        """What a column is called, with its letter in Excel if the file has it."""
        place = self._places.get(name)
        return HEADERS[name] if place is None else f"{letters_of(place)}: {HEADERS[name]}"

    def add(self, number: int, raws: Sequence[Raw]) -> None:
        """Keeps a row; or notes what is wrong with it."""
        content = {
            name: raws[place] if place < len(raws) else None for name, place in self._places.items()
        }
        faults = [*self._stray(raws)]
        given = self._given(content, faults)
        faults += [(self.column(name), problem) for name, problem in _misfits(given)]
        if not faults:
            told = tuple(given[name] for name in self.told)
            cell = Cell(*(given[name] for name in Cell._fields))
            self.rows.append(Row(number, cell, told))
        for column, problem in faults:
            self.faults.add(number, column, problem)

    def _stray(self, raws: Sequence[Raw]) -> Iterator[Problem]:
        """What stands where there is no header."""
        known = self._places.values()
        for place, raw in enumerate(raws):
            if raw is not None and place not in known:
                yield letters_of(place), _STRAY.format(shown(raw))

    def _given(self, content: dict[str, Raw], faults: list[Problem]) -> dict[str, Any]:
        """The content of the cells that can be read."""
        if content["period_to"] is None:
            content["period_to"] = content["period_from"]
        given: dict[str, Any] = dict(_EVERYBODY)
        for _, column in self._columns:
            try:
                given[column.field] = column.read(content[column.field])
                self._look_up(column.field, given)
            except CellError as error:
                faults.append((self.column(column.field), str(error)))
        return given

    def _look_up(self, name: str, given: dict[str, Any]) -> None:
        if name == "indicator":
            given["indicator_id"] = self.codes.indicator(given[name])
        elif name == "territory":
            given["territory_id"] = self.codes.territory(given[name])


def _misfits(given: dict[str, Any]) -> Iterator[Problem]:
    """What can't be said of anybody."""
    first, last = given.get("period_from"), given.get("period_to")
    if first and last and last < first:
        yield "period_to", "Perioden slutar innan den börjar. Kontrollera båda."
    if last and "period_from" in given and not first:
        yield "period_from", "Periodens början saknas. Fyll i den, eller ta bort slutet."
    youngest, oldest = given["age_from"], given["age_to"]
    for name in ("age_from", "age_to"):
        if (given[name] or 0) > _OLDEST:
            yield name, f"{given[name]} år är ingen ålder. Kontrollera talet."
    if None not in (youngest, oldest) and oldest < youngest:
        yield "age_to", "Åldern slutar innan den börjar. Kontrollera båda."


def read(content: bytes) -> Generator[str, None, Read]:
    """Everything in a file. Raises UnreadableError if it can't be read to its end."""
    table = Table(content)
    result = Read(table.columns)
    for count, (number, raws) in enumerate(table.rows(), start=1):
        result.add(number, raws)
        if count % ROWS_BETWEEN_WORDS == 0:
            yield f"{written(count)} rader är lästa."
    for number, problem in table.faults():
        result.faults.add(number, "", problem)
    result.remarks += table.remarks()
    return result
