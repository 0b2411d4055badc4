"""A line is an indicator with its newest figure, what it is compared with, and its history."""

from datetime import date

import pytest

from reports.comparisons import Outcome, Reason
from reports.lines import lines
from reports.models import Indicator, Observation
from tests.conftest import make_area
from tests.reports.stored import Place, make_indicator, make_territory, observe

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Place:
    return Place()


def test_the_newest_year_stands_first_and_the_others_are_its_history(place: Place) -> None:
    indicator = place.counted((500, 1_000), (6_000, 11_000), year=2022)
    place.counted((600, 1_000), (6_600, 11_000), year=2023, of=indicator)
    (line,) = lines(place.give_out())
    assert (line.here.period, line.here.value) == ("2023", 60)
    assert [(it.begins.year, it.here, round(it.whole, 1)) for it in line.history] == [
        (2022, 50, 54.5),
        (2023, 60, 60.0),
    ]


def test_the_whole_is_of_the_same_year_and_newer_figures_stand_beside(place: Place) -> None:
    indicator = place.counted((500, 1_000), (6_000, 11_000), year=2022)
    observe(indicator, place.whole, 2023, count=9_000, denominator=11_000)
    (line,) = lines(place.give_out())
    assert (line.here.period, line.whole.period) == ("2022", "2022")
    assert line.beside == []
    assert line.rest.value == pytest.approx(55)


def test_a_whole_of_another_year_only_is_not_compared_but_shown_with_its_year(
    place: Place,
) -> None:
    indicator = make_indicator()
    observe(indicator, place.here, 2022, count=500, denominator=1_000)
    observe(indicator, place.whole, 2023, count=9_000, denominator=11_000)
    (line,) = lines(place.give_out())
    assert (line.whole, line.rest, line.reason) == (None, None, Reason.NO_WHOLE)
    assert [it.period for it in line.beside] == ["2023"]


def test_each_part_of_the_area_has_a_line_and_each_sex_and_age_has_none(place: Place) -> None:
    indicator = place.counted((500, 1_000), (6_000, 11_000))
    larger = make_territory(place.area, division="kommundel")
    observe(indicator, larger, count=900, denominator=2_000)
    observe(indicator, place.here, count=200, denominator=500, sex="women")
    observe(indicator, place.here, count=100, denominator=300, age_from=65)
    found = lines(place.give_out())
    assert {line.territory.code for line in found} == {place.here.code, larger.code}


def test_the_figures_of_other_areas_are_in_their_own_reports(place: Place) -> None:
    indicator = place.counted((500, 1_000), (6_000, 11_000))
    elsewhere = make_territory(make_area())
    observe(indicator, elsewhere, count=777, denominator=1_000)
    observe(make_indicator(), elsewhere, count=777, denominator=1_000)
    release = place.give_out()
    assert "777" not in release.content
    assert [line.indicator.code for line in lines(release)] == [indicator.code]


def test_a_hidden_year_is_a_gap_in_the_history(place: Place) -> None:
    indicator = place.counted((3, 1_000), (6_000, 11_000), year=2021)
    place.counted((500, 1_000), (6_000, 11_000), year=2022, of=indicator)
    (line,) = lines(place.give_out())
    assert [it.here for it in line.history] == [None, 50]


def test_a_period_with_a_beginning_only_can_be_told(place: Place) -> None:
    indicator = make_indicator()
    for year in (2021, 2022):
        Observation.objects.create(
            indicator=indicator, territory=place.here, value=50, period_from=date(year, 1, 1)
        )
    (line,) = lines(place.give_out())
    assert [it.ends for it in line.history] == [date(2021, 1, 1), date(2022, 1, 1)]


def test_a_figure_without_a_year_is_shown_but_is_no_history(place: Place) -> None:
    Observation.objects.create(indicator=make_indicator(), territory=place.here, value=50)
    (line,) = lines(place.give_out())
    assert (line.here.period, line.history) == ("året är inte angivet", [])


def test_days_in_five_years_make_a_trend_too(place: Place) -> None:
    indicator = make_indicator()
    for each in range(5):
        values = {"period_from": date(2019 + each, 12, 31), "period_to": None}
        observe(indicator, place.here, count=300 + 60 * each, denominator=1_000, **values)
    (line,) = lines(place.give_out())
    assert line.trend["direction"] == "up"


@pytest.mark.parametrize(("years", "direction"), [(5, "up"), (4, None)])
def test_a_trend_takes_five_years(place: Place, years: int, direction: str | None) -> None:
    indicator = make_indicator()
    for each in range(years):
        observe(indicator, place.here, 2019 + each, count=300 + 60 * each, denominator=1_000)
    (line,) = lines(place.give_out())
    assert (line.trend["direction"] if line.trend else None) == direction


def test_a_release_outlives_its_indicator_and_keeps_what_its_numbers_are_written_by(
    place: Place,
) -> None:
    indicator = place.counted((535, 1_000), (5_535, 11_000), decimals=1)
    release = place.give_out()
    Indicator.objects.filter(pk=indicator.pk).update(decimals=0, unit_sv="promille")
    (line,) = lines(release)
    assert (line.here.formatted_value, line.indicator.unit) == ("53,5", "procent")
    Observation.objects.all().delete()
    indicator.delete()
    (line,) = lines(release)
    assert (line.here.formatted_value, line.indicator.unit) == ("53,5", "procent")
    assert line.indicator.title == indicator.title
    assert line.outcome == Outcome.BETTER
