"""Is there something for me?"""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from areas.models import Area
from initiatives.models import Initiative, InitiativeArea, Occasion
from tests.conftest import make_initiative

pytestmark = pytest.mark.django_db


def fitting(**answers: object) -> set[str]:
    found = Initiative.objects.published().fitting(**answers)
    return {initiative.slug for initiative in found}


@pytest.mark.parametrize(("age", "fits"), [(15, False), (16, True), (90, True)])
def test_the_swim_school_is_for_those_who_have_turned_sixteen(age: int, fits: bool) -> None:
    assert ("simskola-for-kvinnor" in fitting(age=age)) == fits


def test_what_is_only_for_one_area_is_not_offered_in_another() -> None:
    assert "tandhalsa" in fitting(area="hassleholmen")
    assert "tandhalsa" not in fitting(area="sjobo")


def test_what_is_bound_to_no_area_is_offered_in_all() -> None:
    initiative = make_initiative()
    assert initiative.slug in fitting(area="norrby")


def test_what_has_ended_in_an_area_is_not_offered_there() -> None:
    initiative = make_initiative()
    norrby = Area.objects.get(slug="norrby")
    InitiativeArea.objects.create(initiative=initiative, area=norrby, state="ended")
    assert initiative.slug not in fitting(area="norrby")


def test_no_hit_is_told_kindly(client: Client) -> None:
    Initiative.objects.update(age_from=50)
    text = client.get("/insatser/?age=3").content.decode()
    assert "Arbete med tandhälsa" not in text
    assert "0 insatser" in text or "inga insatser" in text.lower()


def test_an_occasion_shows_until_it_has_ended(client: Client) -> None:
    swimming = Initiative.objects.get(slug="simskola-for-kvinnor")
    now = timezone.now()
    going_on = now - timedelta(hours=1), now + timedelta(hours=1)
    over = now - timedelta(days=2), now - timedelta(days=1)
    for (start, end), place in ((going_on, "Bassäng ett"), (over, "Bassäng två")):
        Occasion.objects.create(initiative=swimming, starts_at=start, ends_at=end, place=place)
    text = client.get("/insatser/simskola-for-kvinnor/").content.decode()
    assert "Bassäng ett" in text
    assert "Bassäng två" not in text
