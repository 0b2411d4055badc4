"""A person's word that translations follow the Swedish text of today."""

from collections.abc import Iterable
from typing import Any

from languages.translated import SOURCE, State, Translated


def confirm_reviewed(rows: Iterable[Translated], language: str, by: str) -> int:
    """Notes who has reviewed the rows; returns how many were left because text is missing."""
    told = [row for row in rows if row.texts_in(SOURCE)]
    whole = [row for row in told if row.is_whole_in(language)]
    for row in whole:
        row.confirm(language, State.REVIEWED, by=by)
        row.save(update_fields=["languages"])
    return len(told) - len(whole)


def name_of(user: Any) -> str:
    """What a person is called in the record of reviews."""
    return str(user.get_full_name() or user.get_username())
