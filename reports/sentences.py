"""What stands out in an area, in sentences that the figures write themselves.

Every sentence carries its numbers, its direction and how certain it is, in every language.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.template.defaultfilters import floatformat
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from languages.templatetags.languages import named
from reports.comparisons import Outcome
from reports.lines import Line, Moment
from reports.models import Indicator
from reports.statistics import CLEAR

MOST = 3  # of what is better, and of what is worse

CERTAIN = {
    (Outcome.BETTER, True): gettext_lazy("Tydligt bättre"),
    (Outcome.BETTER, False): gettext_lazy("Troligen bättre"),
    (Outcome.WORSE, True): gettext_lazy("Tydligt sämre"),
    (Outcome.WORSE, False): gettext_lazy("Troligen sämre"),
    (Outcome.HIGHER, True): gettext_lazy("Tydligt högre"),
    (Outcome.HIGHER, False): gettext_lazy("Troligen högre"),
    (Outcome.LOWER, True): gettext_lazy("Tydligt lägre"),
    (Outcome.LOWER, False): gettext_lazy("Troligen lägre"),
}


_TRENDS = {
    ("up", True): gettext_lazy("Ökar tydligt över åren."),
    ("up", False): gettext_lazy("Ökar troligen över åren."),
    ("down", True): gettext_lazy("Minskar tydligt över åren."),
    ("down", False): gettext_lazy("Minskar troligen över åren."),
    ("cannot-tell", False): gettext_lazy("Om det ändras över åren går inte att avgöra."),
}


class Highlights(NamedTuple):
    """What to say of an area in ten seconds."""

    better: list[Line]
    worse: list[Line]
    cannot_tell: int
    compared: int


def outcome_in_words(line: Line) -> str:
    """How the area stands and how certain that is, such as "Troligen sämre"."""
    return certainty(line.outcome, is_clear=line.is_clear)


def certainty(outcome: Outcome, *, is_clear: bool) -> str:
    """An outcome with how certain it is."""
    return str(CERTAIN.get((outcome, is_clear), outcome.words))


def sentence(line: Line) -> SafeString:
    """What a compared line tells, after its name: "79 procent i Norrby, 86 i resten av Borås." """
    return format_html(
        _("{here} {unit} i {area}, {rest} i resten av Borås."),
        here=number(line.indicator, line.here.value),
        unit=line.indicator.unit or "",
        area=_place(line),
        rest=number(line.indicator, line.rest.value if line.rest else None),
    )


def with_interval(line: Line) -> SafeString:
    """A line in full: the area with its interval, the rest of Borås and Borås as a whole."""
    here, rest, whole = line.here, line.rest, line.whole
    return format_html(
        _("{area} {here} ({lower} till {upper}), resten av Borås {rest}, hela Borås {whole}"),
        area=_place(line),
        here=number(line.indicator, here.value),
        lower=number(line.indicator, here.lower),
        upper=number(line.indicator, here.upper),
        rest=number(line.indicator, rest.value if rest else None),
        whole=number(line.indicator, whole.value if whole else None),
    )


def _place(line: Line) -> SafeString:
    """The area with its division, for one name can stand for several parts of the city."""
    return format_html("{} ({})", named(line.territory), line.territory.get_division_display())


def from_to(lower: str, upper: str) -> SafeString:
    """An interval in words."""
    return format_html(_("{lower} till {upper}"), lower=lower, upper=upper)


def trend_in_words(line: Line) -> str:
    """Which way the area goes over the years, and how certain that is; empty if not tested."""
    if not line.trend:
        return ""
    return str(_TRENDS[line.trend["direction"], line.trend["level"] == CLEAR])


def years_in_words(line: Line) -> SafeString:
    """The first and the last year of a history that is drawn, with its area marked as a name."""
    return _years(line, named(line.territory))


def years_in_plain_words(line: Line) -> SafeString:
    """The same without any marks, for the title of a chart."""
    return _years(line, line.territory.readable_title)


def _years(line: Line, area: str) -> SafeString:
    shown = [each for each in line.history if each.here is not None]
    first, last = shown[0], shown[-1]
    return format_html(
        _("{area}: {first} {unit} år {begins}, {last} {unit} år {ends}."),
        area=area,
        first=number(line.indicator, first.here),
        begins=_span(first),
        last=number(line.indicator, last.here),
        ends=_span(last),
        unit=line.indicator.unit or "",
    )


def _span(moment: Moment) -> str:
    """The year or the years that a value is for."""
    begins, ends = moment.begins.year, moment.ends.year
    return str(begins) if begins == ends else f"{begins}\N{EN DASH}{ends}"


def number(indicator: Indicator, value: Any) -> str:
    """A value as its indicator writes it; empty if there is none."""
    return "" if value is None else str(floatformat(value, indicator.decimals))


def highlights(lines: Sequence[Line]) -> Highlights:
    """The clearest differences for better and for worse, and how many can't be told."""
    told = sorted((line for line in lines if line.is_told), key=_weight, reverse=True)
    cannot_tell = sum(line.outcome == Outcome.CANNOT_TELL for line in lines)
    return Highlights(
        better=[line for line in told if line.outcome == Outcome.BETTER][:MOST],
        worse=[line for line in told if line.outcome == Outcome.WORSE][:MOST],
        cannot_tell=cannot_tell,
        compared=cannot_tell + len(told),
    )


def cannot_tell_in_words(found: Highlights) -> str:
    """How many of the compared measures say nothing."""
    words = {"number": found.cannot_tell, "compared": found.compared}
    return (
        ngettext(
            "%(number)s av %(compared)s mått går inte att avgöra.",
            "%(number)s av %(compared)s mått går inte att avgöra.",
            found.cannot_tell,
        )
        % words
    )


def _weight(line: Line) -> tuple[bool, float]:
    """The clear before the likely, then by how many intervals wide the difference is."""
    gap = line.difference
    if not gap:
        return False, 0.0
    reach = (gap.interval.upper - gap.interval.lower) / 2
    return line.is_clear, abs(gap.value) / reach if reach else 0.0
