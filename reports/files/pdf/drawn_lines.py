"""The lines of a chapter as a document tells them: in words, with a chart beside."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from languages.routing import told_in
from reports import charts
from reports.files.pdf.blocks import Blocks
from reports.files.pdf.rich_text import Block
from reports.lines import Line
from reports.sentences import number, outcome_in_words, trend_in_words, years_in_words
from reports.telling import Part


def drawn_lines(make: Blocks, part: Part) -> list[Block]:
    """The lines one by one, after what the marks in their charts mean."""
    blocks = [block for line in part.lines for block in _line(make, line, part.axis_of(line))]
    return [*_before(make, part), *blocks]


def _before(make: Blocks, part: Part) -> Iterator[Block]:
    if part.lines and make.edition.is_example:
        yield {"kind": "example"}
    if part.axes:
        here, rest = _("Området, med 95 procents intervall"), _("Resten av Borås")
        yield {"kind": "key", "here": make.runs(here), "rest": make.runs(rest)}


def _line(make: Blocks, line: Line, axis: charts.Scale | None) -> list[Block]:
    language = line.indicator.reading_language
    with told_in(language):
        block: Block = {
            "kind": "line",
            "name": make.name(line.indicator)["runs"],
            "sign": line.outcome.value,
            "outcome": make.runs(outcome_in_words(line)),
            "blocks": make.of_page("compared_values" if line.rest else "values", line=line),
            **_dot(make, line, axis),
            **_years(make, line),
        }
    return make.told_in(language, [block])


def _dot(make: Blocks, line: Line, axis: charts.Scale | None) -> dict[str, Any]:
    at = charts.dot(line, axis) if axis else None
    if not at or not axis:
        return {}
    ends = [make.runs(number(line.indicator, end)) for end in (axis.low, axis.high)]
    places = {name: float(place) for name, place in at._asdict().items()}
    return {"dot": {**places, "ends": ends}}


def _years(make: Blocks, line: Line) -> dict[str, Any]:
    trend = charts.trend(line)
    if not trend:
        return {}
    words = make.reader.runs(f"{years_in_words(line)} {trend_in_words(line)}")
    drawn = {"here": _points(trend.here), "whole": _points(trend.whole)}
    return {"years": {"words": words, **drawn}}


def _points(lines: Sequence[str]) -> list[list[list[float]]]:
    """The points of lines that were written for SVG."""
    return [[[float(it) for it in point.split(",")] for point in line.split()] for line in lines]
