"""What a translator's file says of one row, beside what the row says today."""

from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from html import unescape
from typing import NamedTuple

from modeltranslation.utils import build_localized_fieldname

from languages.translated import SOURCE, State, Translated
from translations.checks import problems
from translations.exchange import Sent
from translations.notes import name_of
from translations.units import (
    as_kept,
    assembled,
    canonical,
    field_in,
    paragraphs,
    paragraphs_like,
)

_BY_PEOPLE = (State.HUMAN, State.REVIEWED)
_STALE = "Den svenska texten har ändrats sedan filen gjordes. Hämta en ny fil och för över arbetet."


class Fault(NamedTuple):
    """Why a file can't be taken in: in which line, at which text, and what to do."""

    line: int
    text: str
    problem: str


class Outcome(Enum):
    """What becomes of a unit, in words for staff."""

    NEW = "Ny"
    CHANGED = "Ändrad"
    SAME = "Oförändrad"
    HELD = "Klar, men väntar på andra stycken i samma text"
    WAITS = "Inte klar enligt filen"


class Piece(NamedTuple):
    """One unit in the preview, as words without markup of the page."""

    label: str
    outcome: Outcome
    old: str
    new: str


class DeliveredText:
    """One text of a row: the paragraphs that came, by number, beside those that there are."""

    def __init__(self, row: Translated, name: str, language: str, sent: dict[int, Sent]) -> None:
        self.name = name
        self.field = field_in(type(row), name, language)
        self.source = row.text_in(name, SOURCE)
        self.before = row.text_in(name, language)
        self._sent = sent
        self._wanted = paragraphs(self.field, self.source) if self.source else []
        self._there = paragraphs_like(self.field, self.source, self.before)

    @cached_property
    def _done(self) -> dict[int, str]:
        done = {number: unit for number, unit in self._sent.items() if unit.is_done}
        return {n: canonical(u.target.replace("\r\n", "\n").strip()) for n, u in done.items()}

    @property
    def is_complete(self) -> bool:
        """Whether the translator has done every paragraph."""
        return len(self._done) == len(self._wanted)

    @cached_property
    def _pieces(self) -> list[str]:
        """Each paragraph as it came, else as it is; empty where there is neither."""
        there = self._there or [""] * len(self._wanted)
        return [self._done.get(number, old) for number, old in enumerate(there, start=1)]

    @cached_property
    def after(self) -> str:
        """The text with what came put in; unchanged while a paragraph has no translation."""
        if not all(self._pieces) or self._pieces == self._there:
            return self.before
        return assembled(self.field, self.source, self._pieces)

    # --- What is wrong -----------------------------------------------------------------------

    def faults(self) -> Iterator[Fault]:
        for number, unit in self._sent.items():
            for problem in self._problems(number, unit):
                yield Fault(unit.line, self.label(number), problem)
        last = max(unit.line for unit in self._sent.values())
        for number in {*range(1, len(self._wanted) + 1)} - {*self._sent}:
            problem = "Stycket saknas i filen. Filen är gammal eller stympad: hämta en ny."
            yield Fault(last, self.label(number), problem)

    def _problems(self, number: int, unit: Sent) -> list[str]:
        if not 1 <= number <= len(self._wanted):
            return [_STALE]
        source = self._wanted[number - 1]
        if canonical(unit.source.replace("\r\n", "\n").strip()) != source:
            return [_STALE]
        if number not in self._done:
            return []
        kept = [as_kept(self.field, html) for html in (source, self._done[number])]
        return problems(self.field, *kept)

    # --- The preview -------------------------------------------------------------------------

    def label(self, number: int) -> str:
        """What staff call a unit: the field, and the paragraph if it has several."""
        name = str(self.field.translated_field.verbose_name)
        return f"{name}, stycke {number}" if len(self._wanted) > 1 else name

    def pieces(self) -> Iterator[Piece]:
        there = self._there or [""] * len(self._wanted)
        for number, old in enumerate(there, start=1):
            new = self._done.get(number, "")
            yield Piece(self.label(number), self._outcome(old, new), unescape(old), unescape(new))

    def _outcome(self, old: str, new: str) -> Outcome:
        if not new:
            return Outcome.WAITS
        if not all(self._pieces):
            return Outcome.HELD
        if old == new:
            return Outcome.SAME
        return Outcome.CHANGED if self.before else Outcome.NEW


class DeliveredRow:
    """Everything that a file says of one row."""

    def __init__(self, row: Translated, language: str, texts: list[DeliveredText]) -> None:
        self.row = row
        self.language = language
        self.texts = texts

    def faults(self) -> Iterator[Fault]:
        for text in self.texts:
            for line, label, problem in text.faults():
                yield Fault(line, f"{self.row}: {label}", problem)

    @property
    def heading(self) -> str:
        """What staff call the row."""
        return name_of(self.row)

    def pieces(self) -> list[Piece]:
        return [piece for text in self.texts for piece in text.pieces()]

    def pieces_to_show(self) -> list[Piece]:
        """The units that get other words."""
        return [piece for piece in self.pieces() if piece.outcome in (Outcome.NEW, Outcome.CHANGED)]

    @property
    def changed_texts(self) -> dict[str, str]:
        """The columns that get another text."""
        return {
            build_localized_fieldname(text.name, self.language): text.after
            for text in self.texts
            if text.after != text.before
        }

    @property
    def is_confirmed(self) -> bool:
        """Whether the translation will follow the Swedish text of today, and did not before."""
        done = {text.name for text in self.texts if text.is_complete}
        waits = (
            self.row.is_out_of_date_in(self.language)
            or self.row.languages.get(self.language, {}).get("state") not in _BY_PEOPLE
            or bool(self.changed_texts)
        )
        return waits and done >= {*self.row.texts_in(SOURCE)}

    def take_in(self) -> None:
        """Saves the row if the file changes anything. What came in part makes nothing newer."""
        changed, confirmed = self.changed_texts, self.is_confirmed
        for column, text in changed.items():
            setattr(self.row, column, text)
        if confirmed:
            self.row.confirm(self.language, State.HUMAN)
        elif changed:
            self.row.stamp(minor=True)
        if changed or confirmed:
            self.row.save()
