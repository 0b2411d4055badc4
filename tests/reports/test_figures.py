"""Figures are shown as what they are, or not at all."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils.translation import override

from areas.models import Area
from reports.models import Indicator, Observation, Territory
from reports.releasing import release
from tests.conftest import make_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def territory() -> Territory:
    area = Area.objects.get(slug="hulta")
    return Territory.objects.create(title="Hulta", division="district", area=area)


def observe(territory: Territory, code: str = "matt", **values: Any) -> Observation:
    kind = {"title": code, "value_type": "count"}
    indicator, _ = Indicator.objects.get_or_create(code=code, defaults=kind)
    return Observation.objects.create(indicator=indicator, territory=territory, **values)


def test_a_suppressed_value_is_neither_written_nor_drawn(
    client: Client, territory: Territory
) -> None:
    observe(territory, value=4321, status="suppressed", sex="women")
    observe(territory, value=5000)
    observe(territory, value=2500, age_from=5, age_to=5)
    release(make_report(area=territory.area), {"note_sv": "Första utgåvan."})
    text = client.get("/omraden/hulta/").content.decode()
    assert "Visas inte, för att skydda enskilda personer" in text
    assert "4\xa0321" not in text
    assert text.count('<rect class="bar"') == 2
    assert 'width="50.0%"' in text


def test_figures_that_can_not_be_compared_get_no_bars_beside_each_other(
    client: Client,
) -> None:
    text = client.get("/omraden/norrby/").content.decode()
    assert "13\xa0594" in text
    assert '<rect class="bar"' not in text


@pytest.mark.parametrize(
    ("values", "fits"),
    [
        ({"count": 4}, False),
        ({"count": 4, "status": "suppressed"}, True),
        ({"count": 5}, True),
        ({"count": 0}, True),
        ({"answers": 4}, True),
        ({"value": 4}, False),
        ({"count": 9, "denominator": 8}, False),
        ({"count": 9, "age_from": 7, "age_to": 6}, False),
    ],
)
def test_small_or_impossible_numbers_are_refused(
    territory: Territory, values: dict[str, Any], fits: bool
) -> None:
    observation = observe(territory, **values)
    if fits:
        observation.full_clean()
    else:
        with pytest.raises(ValidationError):
            observation.full_clean()


def test_a_multiplier_is_never_nothing(territory: Territory) -> None:
    observation = observe(territory, value=4, denominator=100)
    observation.indicator.multiplier = 0  # a share would be divided by it
    with pytest.raises(ValidationError, match="större än eller lika med 1"):
        observation.indicator.full_clean()


@pytest.mark.parametrize(
    ("values", "period"),
    [
        ({}, "året är inte angivet"),
        ({"period_from": date(2020, 1, 1), "period_to": date(2020, 12, 31)}, "2020"),
        ({"period_from": date(2019, 1, 1), "period_to": date(2020, 12, 31)}, "2019 till 2020"),
        ({"period_from": date(2023, 12, 31), "period_to": date(2023, 12, 31)}, "31 december 2023"),
    ],
)
def test_a_period_is_told_in_words(
    territory: Territory, values: dict[str, Any], period: str
) -> None:
    assert observe(territory, value=1, **values).period == period


def test_two_values_for_one_cell_are_refused(territory: Territory) -> None:
    first = observe(territory, value=1)
    second = Observation(indicator=first.indicator, territory=territory, value=2)
    with pytest.raises(ValidationError, match="redan ett värde"):
        second.full_clean()


def test_the_figures_of_the_first_content_say_their_division_and_year(client: Client) -> None:
    with override("en"):
        text = client.get("/en/knowledge-reports/norrby/").content.decode()
    assert "13,594" in text
    assert "municipal district" in text
    assert "2020" in text
