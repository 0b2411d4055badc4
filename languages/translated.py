"""In which languages something can be read, and what each translation was made from.

A page is read whole in one language. If any text that is filled in Swedish lacks its
translation, the reader gets the whole page in Swedish, marked as such; never a mixture.
"""

import hashlib
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language
from modeltranslation.translator import translator
from modeltranslation.utils import build_localized_fieldname

SOURCE = settings.LANGUAGE_CODE


class State(models.TextChoices):
    """How far a translation has come. The words are for staff."""

    MACHINE = "machine", "Maskinöversatt, inte granskad"
    HUMAN = "human", "Översatt av en människa"


class Translated(models.Model):
    """Something with texts in several languages; to be registered with modeltranslation."""

    class Meta:
        abstract = True

    def texts_in(self, language: str) -> list[str]:
        """The translatable texts in one language, in a fixed order."""
        fields = translator.get_options_for_model(type(self)).all_fields
        names = [build_localized_fieldname(name, language) for name in sorted(fields)]
        return [getattr(self, name) or "" for name in names]

    def is_whole_in(self, language: str) -> bool:
        """Whether every text that is filled in Swedish is filled in this language."""
        pairs = zip(self.texts_in(SOURCE), self.texts_in(language), strict=True)
        return all(text for source, text in pairs if source)

    @property
    def readable_languages(self) -> list[str]:
        """The visible languages that this can be read in, whole."""
        return [code for code, _ in settings.LANGUAGES if self.is_whole_in(code)]

    @property
    def reading_language(self) -> str:
        """The active language if this is whole in it, else Swedish."""
        language = get_language() or SOURCE
        return language if self.is_whole_in(language) else SOURCE

    @property
    def readable_title(self) -> str:
        """The title in the language that this is read in, for where no tag can be set."""
        return getattr(self, build_localized_fieldname("title", self.reading_language)) or ""


class Stamped(Translated):
    """Remembers for each language which Swedish text its translation was made from.

    `languages` holds for Swedish `{"is": digest, "dated": time}` and for a translation
    `{"is": digest, "of": Swedish digest, "dated": time of that Swedish text, "state": State}`.
    """

    languages = models.JSONField("språkläge", default=dict, editable=False)

    class Meta:
        abstract = True

    def stamp(self, state: Any = State.HUMAN) -> None:
        """Notes what has changed since the last stamp; `state` is what new translations are."""
        now = timezone.now().isoformat()
        source = self._stamp_of(SOURCE)
        if source["is"] != self._digest(SOURCE):
            source = {"is": self._digest(SOURCE), "dated": now}
        stamps = {SOURCE: source}
        for language in settings.MODELTRANSLATION_LANGUAGES:
            if language != SOURCE and any(self.texts_in(language)):
                stamps[language] = self._translation_stamp(language, source, state)
        self.languages = stamps

    def _translation_stamp(self, language: str, source: dict, state: str) -> dict:
        stamp, digest = self._stamp_of(language), self._digest(language)
        if stamp["is"] == digest:
            return stamp
        return {"is": digest, "of": source["is"], "dated": source["dated"], "state": state}

    def _stamp_of(self, language: str) -> dict[str, Any]:
        return self.languages.get(language, {"is": ""})

    def _digest(self, language: str) -> str:
        texts = "\x1f".join(self.texts_in(language))
        return hashlib.sha256(texts.encode()).hexdigest()[:16]

    @property
    def translation(self) -> "Translation":
        """What the reader of the active language should know about the translation."""
        return Translation(self, get_language() or SOURCE)


class Translation:
    """One page in one language, seen from the reader."""

    def __init__(self, page: Stamped, language: str) -> None:
        self.language = language
        self.is_missing = not page.is_whole_in(language)
        self._stamp = page.languages.get(language, {})
        self._source = page.languages.get(SOURCE, {})

    @property
    def by_machine(self) -> bool:
        """Made by machine and not yet reviewed by a person."""
        return not self.is_missing and self._stamp.get("state") == State.MACHINE

    @property
    def is_out_of_date(self) -> bool:
        """The Swedish text has changed since this translation was made."""
        if self.is_missing or self.language == SOURCE:
            return False
        return self._stamp.get("of") != self._source.get("is")

    @property
    def source_date(self) -> date | None:
        """The date of the Swedish text that this translation follows."""
        dated: datetime | None = parse_datetime(self._stamp.get("dated", ""))
        return timezone.localdate(dated) if dated else None
