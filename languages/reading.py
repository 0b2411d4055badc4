"""What a reader is told about the translation of a page."""

from collections.abc import Iterable
from datetime import date

from languages.translated import State, Translated


class Translation:
    """A page in one language, with the `parts` that it shows, as its reader should know of it.

    A part that can't be read in the language is told in Swedish and marked, so it doesn't count.
    """

    def __init__(self, page: Translated, language: str, parts: Iterable[Translated] = ()) -> None:
        self.language = language
        self.is_missing = not page.is_readable_in(language)
        made = [it for it in (page, *parts) if "of" in it.languages.get(language, {})]
        self._made = [it for it in made if not self.is_missing and it.is_readable_in(language)]

    @property
    def by_machine(self) -> bool:
        """Something of it is made by machine and not yet reviewed by a person."""
        return any(it.languages[self.language]["state"] == State.MACHINE for it in self._made)

    @property
    def is_out_of_date(self) -> bool:
        """A Swedish text has changed since its translation was made."""
        return any(it.is_out_of_date_in(self.language) for it in self._made)

    @property
    def source_date(self) -> date | None:
        """The date of the oldest of the Swedish texts that have changed since."""
        outdated = [it for it in self._made if it.is_out_of_date_in(self.language)]
        dates = [it.source_date_in(self.language) for it in outdated]
        return min((day for day in dates if day), default=None)
