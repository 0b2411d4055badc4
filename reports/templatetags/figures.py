"""How the figures of a report are written and drawn."""

from typing import Any

from django import template
from django.template.defaultfilters import floatformat
from django.utils.html import format_html
from django.utils.safestring import SafeString

from reports import charts, sentences
from reports.lines import Line
from reports.models import Observation
from reports.statistics import Estimate

register = template.Library()

register.filter("sentence", sentences.sentence)
register.filter("outcome_in_words", sentences.outcome_in_words)
register.filter("in_words", sentences.cannot_tell_in_words)
register.filter("with_interval", sentences.with_interval)
register.filter("years_in_words", sentences.years_in_words)
register.filter("years_in_plain_words", sentences.years_in_plain_words)


@register.filter
def sign(line: Line) -> str:
    """The name of the sign that goes with an outcome."""
    return f"tecken-{line.outcome.value}"


@register.filter
def written(value: Any, line: Line) -> str:
    """A value with the decimals of its indicator; empty if there is none."""
    return sentences.number(line.indicator, value)


@register.filter
def signed(value: float, line: Line) -> SafeString:
    """A difference with its sign, which stays before the number in every direction of writing."""
    decimals = line.indicator.decimals + 1  # one more, so that an end near zero isn't rounded to it
    number = str(floatformat(abs(value), decimals))
    mark = "" if not round(value, decimals) else "+" if value > 0 else "\N{MINUS SIGN}"
    return format_html('<bdi dir="ltr">{}{}</bdi>', mark, number)


@register.filter
def reach(difference: Estimate, line: Line) -> SafeString:
    """The interval of a difference, in words."""
    lower, upper = (signed(end, line) for end in difference.interval)
    return sentences.from_to(lower, upper)


@register.filter
def interval(figure: Observation) -> SafeString:
    """The interval of a figure, in words."""
    lower, upper = (sentences.number(figure.indicator, end) for end in (figure.lower, figure.upper))
    return sentences.from_to(lower, upper)


@register.filter
def dot(line: Line, axis: charts.Scale | None) -> charts.Dot | None:
    """Where a line lies on its axis; None if it can't be drawn."""
    return charts.dot(line, axis) if axis else None


@register.filter
def own_axis(line: Line) -> charts.Scale | None:
    """The axis of a line that stands by itself."""
    return charts.dot_scale([line])


@register.filter
def own_dot(line: Line) -> charts.Dot | None:
    """Where a line that stands by itself lies on its axis."""
    return dot(line, own_axis(line))


@register.filter
def upside_down(place: str) -> str:
    """The height of a mark, counted from above as SVG does."""
    return f"{100 - float(place):.4g}"


@register.filter
def axis_of(part: Any, line: Line) -> charts.Scale | None:
    """The axis that a line shares with the others of its unit in a chapter."""
    return part.axis_of(line)


@register.filter
def trend_of(line: Line) -> charts.Trend | None:
    """The history of a line, drawn; None if it is too short."""
    return charts.trend(line)


@register.filter
def trend_in_words(line: Line) -> str:
    """Which way the area goes over the years, and how certain that is; empty if not tested."""
    return sentences.trend_in_words(line)
