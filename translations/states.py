"""How far each translation of one thing has come, as its form tells it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.dateparse import parse_datetime

from languages.names import other_language_names
from languages.translated import SOURCE, State, Translated
from translations.table import MISSING, OUTDATED, Progress, progress_of


@dataclass(frozen=True)
class LanguageState:
    """One language of one thing; `made` says in words how the text that there is was made."""

    code: str
    name: str
    progress: Progress
    made: str
    follows: date | None
    reviewed_by: str
    reviewed_at: datetime | None

    @property
    def is_outdated(self) -> bool:
        return self.progress == OUTDATED

    @property
    def is_begun(self) -> bool:
        return self.progress == MISSING and bool(self.made)


def states_of(row: Translated) -> list[LanguageState]:
    """Every language but Swedish."""
    return [_state(row, code, name) for code, name in other_language_names().items()]


def _state(row: Translated, code: str, name: str) -> LanguageState:
    stamp = row.languages.get(code, {})
    return LanguageState(
        code=code,
        name=name,
        progress=progress_of(row.languages, code),
        made=str(State(stamp["state"]).label) if stamp else "",
        follows=row.source_date_in(code),
        reviewed_by=stamp.get("by", ""),
        reviewed_at=parse_datetime(stamp.get("at", "")),
    )


def swedish_changed_at(row: Translated) -> datetime | None:
    """When the Swedish text last changed in a way that matters to translations."""
    changed: datetime | None = parse_datetime(row.languages.get(SOURCE, {}).get("dated", ""))
    return changed
