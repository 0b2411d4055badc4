"""Bars beside figures that can be compared by eye."""

from collections.abc import Sequence
from typing import Any

from django import template

register = template.Library()


@register.filter
def share_of(figure: Any, figures: Sequence[Any]) -> str:
    """How much of the bar a figure fills, in percent; empty if a bar would say nothing.

    A proportion fills its part of the whole, a count its part of the largest that it can be
    compared with: of the same division of the city and the same period.
    """
    alike = [each for each in figures if _cut(each) == _cut(figure)]
    whole = _whole(figure, [each.value for each in alike if each.has_value and each.value])
    return f"{100 * figure.value / whole:.1f}" if whole and figure.has_value else ""


def _cut(figure: Any) -> tuple[Any, ...]:
    return figure.territory.division, figure.period_from, figure.period_to


def _whole(figure: Any, values: Sequence[Any]) -> Any:
    if figure.indicator.value_type == "proportion":
        return figure.indicator.multiplier
    if figure.indicator.value_type == "count" and len(values) > 1:
        return max(values)
    return None
