"""In which languages something can be read, and what each translation was made from.

A page is read whole in one language. If any text that is filled in Swedish lacks its
translation, the reader gets the whole page in Swedish, marked as such; never a mixture.
"""

import hashlib
import json
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language
from modeltranslation.translator import translator
from modeltranslation.utils import build_localized_fieldname

from languages.models import SourceText
from languages.told import Told

SOURCE = settings.LANGUAGE_CODE


class State(models.TextChoices):
    """How far a translation has come. The words are for staff."""

    MACHINE = "machine", "Maskinöversatt, inte granskad"
    HUMAN = "human", "Översatt av en människa"
    REVIEWED = "reviewed", "Granskad"


def digest_of(texts: dict[str, str]) -> str:
    """A short fingerprint of texts by field name; the same for as long as no letter changes."""
    told = json.dumps(texts, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


class Translated(models.Model):
    """Something with texts in several languages; to be registered with modeltranslation.

    `languages` remembers which Swedish text each translation was made from. It holds for
    Swedish `{"is": digest, "dated": time}` and for a translation `{"is": digest,
    "of": Swedish digest, "dated": time of that Swedish text, "whole": nothing is missing,
    "state": State}`, and once it is reviewed `"by"` whom and `"at"` what time.
    A language without any text has no entry.
    """

    languages = models.JSONField("språkläge", default=dict, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves, and notes which translations follow the Swedish text of today."""
        written = kwargs.get("update_fields")
        if written is None or {*written} & {*self._columns()}:
            self.stamp()
            self._keep_source()
            if written is not None:
                kwargs["update_fields"] = {*written, "languages"}
        super().save(*args, **kwargs)

    # --- Texts ---------------------------------------------------------------------------

    @classmethod
    def translated_fields(cls) -> list[str]:
        """The names of the fields with a text in each language, in the order of the model."""
        told = translator.get_options_for_model(cls).all_fields
        return [field.name for field in cls._meta.fields if field.name in told]

    @staticmethod
    def columns_of(field: str) -> list[str]:
        """The columns in which a text is kept, one for each language."""
        return [build_localized_fieldname(field, c) for c in settings.MODELTRANSLATION_LANGUAGES]

    @classmethod
    def _columns(cls) -> list[str]:
        fields = cls.translated_fields()
        return [*fields, *(column for field in fields for column in cls.columns_of(field))]

    def text_in(self, field: str, language: str) -> str:
        """One text in one language; empty if there is none."""
        return getattr(self, build_localized_fieldname(field, language)) or ""

    def texts_in(self, language: str) -> dict[str, str]:
        """The texts that there are in one language, by field."""
        texts = {name: self.text_in(name, language) for name in self.translated_fields()}
        return {name: text for name, text in texts.items() if text}

    # --- Reading -------------------------------------------------------------------------

    def is_whole_in(self, language: str) -> bool:
        """Whether every text that is filled in Swedish is filled in this language."""
        return {*self.texts_in(SOURCE)} <= {*self.texts_in(language)}

    def is_readable_in(self, language: str) -> bool:
        """Whether readers may have it: whole, and reviewed where that is the rule."""
        state = self.languages.get(language, {}).get("state")
        waits = state == State.MACHINE and language in settings.REVIEW_FIRST
        return not waits and self.is_whole_in(language)

    @property
    def readable_languages(self) -> list[str]:
        """The visible languages that this can be read in, whole."""
        return [code for code, _ in settings.LANGUAGES if self.is_readable_in(code)]

    @property
    def reading_language(self) -> str:
        """The active language if this can be read in it, else Swedish."""
        language = get_language() or SOURCE
        return language if self.is_readable_in(language) else SOURCE

    @property
    def readable_title(self) -> Told:
        """The title in the language that this is read in, which it knows."""
        language = self.reading_language
        return Told(self.text_in("title", language), language)

    # --- Stamps --------------------------------------------------------------------------

    def stamp(self, state: Any = State.HUMAN, *, minor: bool = False) -> None:
        """Notes what has changed since the last stamp; `state` is what new translations are.

        After a minor edit of the Swedish text, translations that followed it still do; and a
        minor edit of a translation leaves it as old, and as far come, as it was. What a machine
        made stays a machine's, also with some words mended, until a person confirms the whole.
        """
        before = self.languages.get(SOURCE, {})
        source = self._source_stamp(before)
        stamps = {SOURCE: source} if self.texts_in(SOURCE) else {}
        for language in settings.MODELTRANSLATION_LANGUAGES:
            if language != SOURCE and self.texts_in(language):
                made_now = {"of": source["is"], "dated": source["dated"], "state": state}
                stamps[language] = self._stamp_of(language, made_now, before, minor=minor)
        self.languages = stamps

    def _source_stamp(self, before: dict[str, Any]) -> dict[str, Any]:
        digest = digest_of(self.texts_in(SOURCE))
        if before.get("is") == digest:
            return before
        return {"is": digest, "dated": timezone.now().isoformat()}

    def _stamp_of(
        self, language: str, made_now: dict[str, Any], before: dict[str, Any], *, minor: bool
    ) -> dict[str, Any]:
        """The stamp of one translation, `before` being that of the Swedish text until now."""
        known = self.languages.get(language)
        digest = digest_of(self.texts_in(language))
        keeps = known and (minor or known["is"] == digest)
        stamp = {**(known if keeps else made_now)}
        if known and known["state"] == State.MACHINE:
            stamp["state"] = State.MACHINE
        if keeps and minor and stamp["of"] == before.get("is"):
            stamp |= {"of": made_now["of"], "dated": made_now["dated"]}
        return stamp | {"is": digest, "whole": self.is_whole_in(language)}

    def confirm(self, language: str, state: Any, by: str = "") -> None:
        """Notes that a translation follows the Swedish text of today; `by` is who says so."""
        self.stamp(minor=True)
        if language != SOURCE and {SOURCE, language} <= {*self.languages}:
            source = self.languages[SOURCE]
            said = {"of": source["is"], "dated": source["dated"], "state": state}
            kept = {key: self.languages[language][key] for key in ("is", "whole")}
            who = {"by": by, "at": timezone.now().isoformat()} if by else {}
            self.languages[language] = kept | said | who

    def _keep_source(self) -> None:
        if source := self.languages.get(SOURCE):
            kept = SourceText(digest=source["is"], texts=self.texts_in(SOURCE))
            SourceText.objects.bulk_create([kept], ignore_conflicts=True)

    def is_out_of_date_in(self, language: str) -> bool:
        """Whether the Swedish text has changed since this translation was made."""
        stamp = self.languages.get(language, {})
        return "of" in stamp and stamp["of"] != self.languages.get(SOURCE, {}).get("is")

    def source_date_in(self, language: str) -> date | None:
        """The date of the Swedish text that a translation was made from."""
        dated = parse_datetime(self.languages.get(language, {}).get("dated", ""))
        return timezone.localdate(dated) if dated else None
