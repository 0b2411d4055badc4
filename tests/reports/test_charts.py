"""Charts tell what the figures tell: nothing outside of the axis, nothing in the wrong order."""

import re
from datetime import date

import pytest
from django.test import Client
from hypothesis import assume, given
from hypothesis import strategies as st

from reports import charts
from reports.lines import Line, Moment
from tests.reports.cells import a_territory, an_indicator, observed
from tests.reports.stored import Place

values = st.floats(-1e6, 1e6, allow_subnormal=False).map(lambda it: round(it, 4))
some_values = st.lists(values, min_size=1, max_size=30)


@given(some_values)
def test_an_axis_holds_all_its_values(found: list[float]) -> None:
    axis = charts.scale(found)
    slack = axis.step * 1e-6
    assert axis.low - slack <= min(found)
    assert max(found) <= axis.high + slack
    assert axis.low < axis.high


@given(some_values)
def test_places_are_in_the_order_of_the_values(found: list[float]) -> None:
    axis = charts.scale(found)
    places = [float(axis.place(value)) for value in sorted(found)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)


@given(some_values)
def test_an_axis_has_few_marks_and_they_reach_both_ends(found: list[float]) -> None:
    axis = charts.scale(found)
    places = [float(place) for place, _value in axis.marks]
    assert 2 <= len(places) <= 12
    assert (places[0], places[-1]) == (0, 100)


@given(st.lists(st.floats(0, 100), min_size=1))
def test_a_percentage_is_drawn_between_zero_and_a_hundred(found: list[float]) -> None:
    assume(max(found) > 0.01)
    axis = charts.scale(found, ceiling=100)
    assert axis.low >= 0
    assert axis.high <= 100


def test_the_ends_of_an_axis_can_be_written_with_the_decimals_of_the_indicator() -> None:
    axis = charts.scale([72.1, 72.3], finest=1)
    assert (axis.low, axis.high) == (72, 73)


def a_line(*history: Moment, **kind: object) -> Line:
    here = observed(an_indicator(**kind), a_territory(), 1, 2)
    return Line(here=here, history=list(history))


def in_year(year: int, here: float | None, whole: float | None = None) -> Moment:
    return Moment(date(year, 1, 1), date(year, 12, 31), here, here, here, whole)


def points(polylines: list[str]) -> list[tuple[float, float]]:
    return [
        (float(x), float(y)) for each in polylines for x, y in (p.split(",") for p in each.split())
    ]


def test_years_lie_as_far_from_each_other_as_they_are() -> None:
    found = charts.trend(a_line(in_year(2010, 10), in_year(2019, 20), in_year(2020, 30)))
    assert [round(x) for x, _y in points(found.here)] == [0, 90, 100]
    heights = [y for _x, y in points(found.here)]
    assert heights == sorted(heights, reverse=True)


def test_a_year_that_is_hidden_is_a_gap_and_a_year_alone_a_point() -> None:
    line = a_line(*(in_year(2015 + n, it) for n, it in enumerate([10, 20, None, 30])))
    found = charts.trend(line)
    assert len(found.here) == 2
    assert len(set(found.here[1].split())) == 1


@pytest.mark.parametrize("shown", [[], [10], [10, None]])
def test_one_year_is_no_line(shown: list) -> None:
    assert charts.trend(a_line(*(in_year(2015 + n, it) for n, it in enumerate(shown)))) is None


@pytest.mark.django_db
def test_a_chart_is_less_than_three_kilobytes(client: Client) -> None:
    place = Place()
    indicator = place.counted((531, 1_007), (5_912, 11_111), year=2005)
    for year in range(2006, 2024):
        place.counted((531 + year % 7, 1_007), (5_912, 11_111), year=year, of=indicator)
    place.give_out()
    own = f"{place.report.get_absolute_url()}matt/{indicator.code}/"
    for address in (place.report.get_absolute_url(), own):
        drawn = re.findall(r"<svg.*?</svg>", client.get(address).content.decode(), re.DOTALL)
        marked = [svg for svg in drawn if "polyline" in svg or 'class="dot"' in svg]
        assert len(marked) >= 2, address
        assert max(len(svg.encode()) for svg in marked) < 3_000
