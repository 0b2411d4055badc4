"""What the page of a report tells: its lines in chapters, what stands out, and what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext

from initiatives.models import Initiative, InitiativeArea
from partners.models import Agreement
from reports import charts, sentences, statistics
from reports.comparisons import Outcome, Reason
from reports.lines import Line
from reports.models import Chapter, Observation, ReportChapter, Voice


@dataclass
class Part:
    """A chapter of a report: its text, if it has one, and its lines."""

    chapter: Chapter | None
    told: ReportChapter | None = None
    lines: list[Line] = field(default_factory=list)

    @cached_property
    def axes(self) -> dict[str, charts.Scale]:
        """The axes of the chapter: lines of one unit share one, so that they can be compared."""
        alike: dict[str, list[Line]] = {}
        for line in self.lines:
            alike.setdefault(_kind(line), []).append(line)
        found = {kind: charts.dot_scale(lines) for kind, lines in alike.items()}
        return {kind: axis for kind, axis in found.items() if axis}

    def axis_of(self, line: Line) -> charts.Scale | None:
        """The axis that a line is drawn on; None if no line of its unit can be drawn."""
        return self.axes.get(_kind(line))


@dataclass
class VoicePair:
    """What a register and the residents say about one thing, side by side."""

    voice: Voice
    register: Line | None
    residents: Line | None

    @property
    def verdict_in_words(self) -> str:
        """Whether they agree, or that only one of them says something in this release."""
        both = _says_something(self.register) and _says_something(self.residents)
        return self.voice.verdict_in_words if both else gettext("Bara den ena vet")


class Telling:
    """The figures of one release, in the order that a reader meets them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.registers = [line for line in lines if not line.indicator.by_residents]
        self.residents = [line for line in lines if line.indicator.by_residents]
        self.highlights = sentences.highlights(lines)

    def parts(self, told: Iterable[ReportChapter]) -> list[Part]:
        """The chapters in order, those with only a text and those with only figures too."""
        parts = {each.chapter_id: Part(each.chapter, each) for each in told}
        for line in self.registers:
            chapter = line.indicator.chapter
            key = chapter.pk if chapter else None
            parts.setdefault(key, Part(chapter)).lines.append(line)
        return sorted(parts.values(), key=lambda part: _order(part.chapter))

    def voices(self, voices: Iterable[Voice]) -> list[VoicePair]:
        """The pairs of voices of which at least one is heard in this release."""
        by_indicator = {line.indicator.pk: line for line in self.lines if line.indicator.pk}
        pairs = [
            VoicePair(it, by_indicator.get(it.register_id), by_indicator.get(it.residents_id))
            for it in voices
        ]
        return [pair for pair in pairs if pair.register or pair.residents]

    @property
    def answered(self) -> list[Line]:
        """The lines that some initiative or agreement answers."""
        return [line for line in self.lines if _efforts(line)]

    @property
    def unanswered_needs(self) -> list[Line]:
        """What is worse than in the rest of Borås, and that nothing answers."""
        return [line for line in self.lines if line.outcome == Outcome.WORSE and not _efforts(line)]

    def unmeasured(
        self, states: Iterable[InitiativeArea], agreements: Iterable[Agreement]
    ) -> list[Initiative | Agreement]:
        """The initiatives and agreements of the area that no line of the report can follow."""
        measured = [effort for line in self.lines for effort in _efforts(line)]
        efforts = [*(state.initiative for state in states), *agreements]
        return [effort for effort in efforts if effort not in measured]

    @property
    def residents_figures(self) -> list[Observation]:
        """What the residents have said, as figures."""
        return [line.here for line in self.residents]

    @property
    def has_unknown_base(self) -> bool:
        """Whether it isn't known for some share how many persons it builds on."""
        return any(line.reason == Reason.NO_COUNTS for line in self.lines)

    @property
    def hidden(self) -> list[Line]:
        """The lines whose figure is hidden to protect single persons."""
        suppressed = Observation.Status.SUPPRESSED
        return [line for line in self.lines if line.here.status == suppressed]

    @property
    def false_findings(self) -> float:
        """How many of the differences chance alone would show."""
        return statistics.false_findings(self.highlights.compared)


def _kind(line: Line) -> str:
    """What lines must share to share an axis: a unit, without which each stands by itself."""
    return line.indicator.unit or line.indicator.code


def _says_something(line: Line | None) -> bool:
    return line is not None and line.here.has_value


def _efforts(line: Line) -> list[object]:
    return [*line.indicator.public_initiatives, *line.indicator.public_agreements]


def _order(chapter: Chapter | None) -> tuple[int, int]:
    return (chapter.order, chapter.pk) if chapter else (1_000_000, 0)
