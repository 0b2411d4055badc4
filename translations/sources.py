"""What the Swedish says behind each translated field, now and when the translation was made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.template.loader import render_to_string
from django_prose_editor.fields import ProseEditorField
from modeltranslation.fields import TranslationField
from modeltranslation.utils import build_localized_fieldname

from languages.models import SourceText
from languages.names import direction_of
from languages.translated import SOURCE, Translated
from translations.differences import Piece, difference, plain
from translations.glossary import terms_in
from translations.models import Term

_LONG = 300  # more letters than this are folded until somebody asks for them


@dataclass(frozen=True)
class Source:
    """The Swedish behind one field: today, and for an old translation what that was made from."""

    today: str
    before: str | None = None

    @property
    def changes(self) -> list[Piece]:
        """What has changed since the translation was made, word by word; empty if nothing."""
        has_changed = self.before is not None and self.before != self.today
        return difference(self.before or "", self.today) if has_changed else []

    @property
    def is_long(self) -> bool:
        return len(self.today) > _LONG


class Sources:
    """The Swedish texts of a row, as they are in the database when its form is made."""

    def __init__(self, row: Translated, glossary: Sequence[Term]) -> None:
        self._today = row.texts_in(SOURCE)
        self._made_from = {
            language: stamp["of"]
            for language, stamp in row.languages.items()
            if row.is_out_of_date_in(language)
        }
        self._dates = {code: row.source_date_in(code) for code in self._made_from}
        self._glossary = glossary

    def helps_with(self, field: TranslationField) -> bool:
        """Whether there is anything Swedish to show beside a field."""
        in_use = field.translated_field.name in self._today
        return field.language != SOURCE and (in_use or field.language in self._made_from)

    def source_of(self, field: TranslationField) -> Source:
        name = field.translated_field.name
        kept = self._kept.get(self._made_from.get(field.language, ""))
        before = None if kept is None else _words_of(field, kept.get(name, ""))
        return Source(_words_of(field, self._today.get(name, "")), before)

    def followed_date(self, language: str) -> date | None:
        """The date of the Swedish text that a translation out of date follows."""
        return self._dates.get(language)

    def words_in(self, text: str, language: str) -> list[dict[str, str]]:
        """The glossary's words in a Swedish text that have a word in a language."""
        title = build_localized_fieldname("title", language)
        found = [(term, getattr(term, title)) for term in terms_in(text, self._glossary)]
        return [
            {"term": term.title_sv, "word": word, "note": term.note} for term, word in found if word
        ]

    @cached_property
    def _kept(self) -> dict[str, dict[str, Any]]:
        """The Swedish texts that old translations were made from, by their digest."""
        kept = SourceText.objects.in_bulk({*self._made_from.values()})
        return {digest: source.texts for digest, source in kept.items()}


@dataclass(frozen=True)
class Beside:
    """A field's help text with its Swedish source; asks the database only when it is shown."""

    sources: Sources
    field: TranslationField
    html_id: str
    help_text: str

    def __str__(self) -> str:
        language = self.field.language
        source = self.sources.source_of(self.field)
        shown = {
            "source": source,
            "changes": source.changes,
            "followed": self.sources.followed_date(language),
            "words": self.sources.words_in(source.today, language),
            "help_text": self.help_text,
            "html_id": self.html_id,
            "language": language,
            "direction": direction_of(language),
        }
        return render_to_string("admin/translations/source.html", shown)


def _words_of(field: TranslationField, text: str) -> str:
    return plain(text) if isinstance(field, ProseEditorField) else text
