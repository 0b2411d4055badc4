"""The calendar of upcoming occasions, read back as a calendar program reads it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar, Event

from initiatives import calendar as calendars
from initiatives.models import Occasion
from tests.conftest import make_initiative, recently, tomorrow, yesterday

pytestmark = pytest.mark.django_db
SWEDISH, ENGLISH = "/insatser/kalender.ics", "/en/initiatives/kalender.ics"


def read(client: Client, address: str = SWEDISH) -> Calendar:
    response = client.get(address)
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content)


def events(client: Client, address: str = SWEDISH) -> list[Event]:
    return read(client, address).walk("VEVENT")


def make_occasion(**values: Any) -> Occasion:
    known = {"starts_at": tomorrow(), "place": "Simhallen"}
    known |= {} if "initiative" in values else {"initiative": make_initiative(title="Simskola")}
    return Occasion.objects.create(**{**known, **values})


def test_an_occasion_can_be_put_into_a_calendar(client: Client) -> None:
    starts = datetime(2150, 7, 1, 16, 0, tzinfo=UTC)
    made = make_occasion(
        starts_at=starts, ends_at=starts + timedelta(hours=1), how_to_sign_up="Ring; eller kom, du"
    )
    (event,) = events(client)
    assert event["UID"] == f"occasion-{made.pk}@testserver"
    assert event["SUMMARY"] == "Simskola"
    assert event["LOCATION"] == "Simhallen"
    assert event["DESCRIPTION"] == "Ring; eller kom, du"
    assert event["URL"] == f"http://testserver/insatser/{made.initiative.slug}/"
    assert event["DTSTART"].dt == starts
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(hours=1)
    changed = made.initiative.changed_at.replace(microsecond=0)
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == changed


def test_the_times_are_those_of_boras_and_the_zone_is_told(client: Client) -> None:
    make_occasion(starts_at=datetime(2037, 7, 1, 16, 0, tzinfo=UTC))
    (event,) = events(client)
    assert event["DTSTART"].params["TZID"] == "Europe/Stockholm"
    assert f"{event['DTSTART'].dt:%H:%M}" == "18:00"
    assert [str(zone["TZID"]) for zone in read(client).walk("VTIMEZONE")] == ["Europe/Stockholm"]


def test_a_calendar_without_occasions_is_one_all_the_same(client: Client) -> None:
    """It must hold something (RFC 5545, 3.6)."""
    Occasion.objects.all().delete()
    assert not events(client)
    assert len(read(client).walk("VTIMEZONE")) == 1


def test_each_language_has_its_own_and_what_is_not_translated_says_its_language(
    client: Client,
) -> None:
    both = make_initiative(title="Simskola", title_en="Swim school")
    make_occasion(initiative=both, place="Simhallen", place_en="The pool")
    make_occasion(initiative=make_initiative(title="Promenad"), starts_at=tomorrow())
    swimming, walking = events(client, ENGLISH)
    assert swimming["SUMMARY"] == "Swim school"
    assert swimming["LOCATION"] == "The pool"
    assert swimming["SUMMARY"].params["LANGUAGE"] == "en"
    assert swimming["URL"] == f"http://testserver/en/initiatives/{both.slug}/"
    assert walking["SUMMARY"] == "Promenad"
    assert walking["SUMMARY"].params["LANGUAGE"] == "sv"
    assert [e["UID"] for e in events(client)] == [e["UID"] for e in events(client, ENGLISH)]


@pytest.mark.parametrize(
    "hidden",
    [{"published_at": None}, {"published_at": tomorrow()}, {"withdrawn_at": recently()}],
)
def test_what_is_not_published_is_in_no_calendar(client: Client, hidden: dict[str, Any]) -> None:
    make_occasion(initiative=make_initiative(title="Hemlig", **hidden))
    assert not events(client)
    make_occasion()
    assert len(events(client)) == 1


def test_what_is_over_is_left_out_and_what_goes_on_is_not(client: Client) -> None:
    make_occasion(starts_at=yesterday())
    going_on = make_occasion(starts_at=yesterday(), ends_at=tomorrow())
    assert [event["UID"] for event in events(client)] == [f"occasion-{going_on.pk}@testserver"]


def test_what_staff_paste_does_not_break_the_calendar(client: Client) -> None:
    make_occasion(place="Bad\x0b\nBEGIN:VEVENT", ends_at=None)
    (event,) = events(client)
    assert event["LOCATION"] == "Bad\nBEGIN:VEVENT"
    assert "DTEND" not in event


def test_a_calendar_that_is_the_same_is_not_sent_again(client: Client) -> None:
    made = make_occasion()
    tag = client.get(SWEDISH).headers["ETag"]
    assert client.get(SWEDISH, headers={"if-none-match": tag}).status_code == 304
    Occasion.objects.filter(pk=made.pk).update(starts_at=timezone.now() + timedelta(days=2))
    assert client.get(SWEDISH, headers={"if-none-match": tag}).status_code == 200


def test_a_calendar_asks_one_question_and_has_an_end(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(calendars, "MOST", 3)
    initiative = make_initiative()
    for _ in range(5):
        make_occasion(initiative=initiative)
    with CaptureQueriesContext(connection) as queries:
        assert len(events(client)) == 3
    assert len(queries) == 1


def test_the_calendar_is_found_from_the_initiatives(client: Client) -> None:
    made = make_occasion()
    for address in ("/insatser/", made.initiative.get_absolute_url()):
        assert f'href="{SWEDISH}"' in client.get(address).content.decode(), address
