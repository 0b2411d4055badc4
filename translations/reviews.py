"""A person's word that translations follow the Swedish text of today."""

from collections.abc import Sequence
from typing import Any

from languages.translated import SOURCE, State, Translated


def confirm_reviewed(rows: Sequence[Translated], language: str, by: str) -> list[Translated]:
    """Notes who has reviewed the rows; returns those that were left because text is missing."""
    ready = [row for row in rows if row.texts_in(SOURCE) and row.is_whole_in(language)]
    for row in ready:
        row.confirm(language, State.REVIEWED, by=by)
        row.save(update_fields=["languages"])
    return [row for row in rows if row not in ready]


def name_of(user: Any) -> str:
    """What a person is called in the record of reviews."""
    return str(user.get_full_name() or user.get_username())
