"""A release as it is told in one language: what all its files are made from."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language_bidi, override

from languages.told import Told
from languages.translated import SOURCE
from reports.citing import cited
from reports.lines import Line, lines
from reports.models import Indicator, Licence, Release, ReportChapter
from reports.models.files import file_name
from reports.models.frozen import frozen_chapter, frozen_voice, tell
from reports.telling import Part, Telling, VoicePair


class Edition:
    """A release in one language, with the words that were frozen. Asks the database nothing.

    Words that the interface supplies follow the active language: work inside `told()`.
    """

    def __init__(self, release: Release, language: str) -> None:
        self.release = release
        self.language = language
        self.data: dict[str, Any] = release.data

    @contextmanager
    def told(self) -> Iterator[None]:
        """Speaks the language of the edition."""
        with override(self.language):
            yield

    def text(self, texts: dict[str, str]) -> Told:
        """A text in the language of the edition, else in Swedish; it knows which."""
        language = self.language if self.language in texts else SOURCE
        return Told(texts.get(language, ""), language)

    def about(self, field: str) -> Told:
        """A text of the report, such as its `title` or `body`; empty if it has none."""
        return self.text(self.data["about"].get(field, {}))

    @property
    def name(self) -> str:
        """What the release is called in files: norrby-2026-1."""
        return f"{self.data['report']}-{self.number}"

    def file_name(self, kind: Any) -> str:
        """What a file of the edition is called: norrby-2026-1.sv.pdf."""
        return file_name(self.name, self.language, kind)

    @property
    def title(self) -> Told:
        return self.about("title") or Told(self.data["report"], SOURCE)

    @property
    def number(self) -> str:
        return str(self.data["edition"]["number"])

    @property
    def note(self) -> Told:
        """What is new."""
        return self.text(self.data["edition"]["note"])

    @property
    def released_at(self) -> datetime:
        moment = parse_datetime(self.data["edition"]["released_at"])
        if not moment:
            raise ValueError("The content of the release holds no date.")
        return timezone.localtime(moment)

    @property
    def is_example(self) -> bool:
        """Whether the figures are invented."""
        return any(each["is_example"] for each in self.data["indicators"].values())

    @property
    def publisher(self) -> Told:
        """The office that answers for the report."""
        return self.text(self.data["office"])

    @property
    def address(self) -> str:
        """The absolute and permanent address of the release, in the edition's language."""
        with override(self.language):
            found = {"slug": self.data["report"], "number": self.number}
            return f"{self.site}{reverse('reports:release', kwargs=found)}"

    def file_address(self, kind: Any) -> str:
        """The absolute and permanent address of a file of the edition."""
        found = {"slug": self.data["report"], "number": self.number, "name": self.file_name(kind)}
        return f"{self.site}{reverse('release-file', kwargs=found)}"

    @property
    def site(self) -> str:
        """Where the site was when the release was given out: https://halsa.example.se."""
        return str(self.data["edition"]["site"])

    @property
    def licence(self) -> Licence:
        return Licence(self.data["licence"])

    @property
    def citation(self) -> str:
        """How to refer to the release, in the active language."""
        return cited(
            publisher=self.publisher,
            title=self.title,
            number=_isolated(self.number),
            released_at=self.released_at,
            address=_isolated(self.address),
            example=self.is_example,
        )

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """The indicators by code, in order, with the words that were frozen."""
        return {code: self.release.frozen_indicator(code) for code in self._codes()}

    def _codes(self) -> list[str]:
        told = self.data["indicators"]
        return sorted(told, key=lambda code: (told[code].get("order", 0), code))

    @cached_property
    def lines(self) -> list[Line]:
        """The newest figures of each indicator, compared, for everybody."""
        return lines(self.release, list(self.indicators.values()))

    @cached_property
    def telling(self) -> Telling:
        """The lines in the order that a reader meets them."""
        return Telling(self.lines)

    @cached_property
    def parts(self) -> list[Part]:
        """The chapters, with their texts and lines."""
        return self.telling.parts(self._chapters())

    @cached_property
    def voices(self) -> list[VoicePair]:
        """What registers and residents say about the same things, where one of them says it."""
        lines = {line.indicator.code: line for line in self.lines}
        pairs = [
            VoicePair(frozen_voice(told), lines.get(told["register"]), lines.get(told["residents"]))
            for told in self.data["voices"]
        ]
        return [pair for pair in pairs if pair.register or pair.residents]

    def _chapters(self) -> Iterator[ReportChapter]:
        for place, told in enumerate(self.data["chapters"]):
            if told["body"]:
                row = ReportChapter(chapter=frozen_chapter(place, told))
                tell(row, "body", told["body"])
                yield row


def _isolated(text: str) -> str:
    """A number or an address that stays in one piece among words from right to left."""
    return (
        f"\N{LEFT-TO-RIGHT ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
        if get_language_bidi()
        else text
    )
