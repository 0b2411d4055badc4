"""Upcoming occasions as a calendar to subscribe to: one per language (iCalendar, RFC 5545)."""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import conditional_page, require_safe
from icalendar import Calendar, Event, Timezone

from initiatives.models import Occasion
from languages.told import Told
from publishing.plain import plain

MOST = 500


@require_safe
@conditional_page
def calendar(request: HttpRequest) -> HttpResponse:
    """Every published occasion that has not ended."""
    occasions = Occasion.objects.published().upcoming().select_related("initiative")[:MOST]
    made = _named_calendar()
    for occasion in occasions:
        made.add_component(_event(occasion))
    return HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8")


def _named_calendar() -> Calendar:
    made, name = Calendar(), gettext("Kommande tillfällen, Borås Hälsa")
    made.add("version", "2.0")
    made.add("prodid", "-//Borås Stad//Borås Hälsa//SV")
    made.add("name", name)
    made.add("x-wr-calname", name)
    made.add("refresh-interval", timedelta(days=1), {"value": "DURATION"})
    # Of the times of all events; and a calendar without anything in it is none.
    made.add_component(Timezone.from_tzid(settings.TIME_ZONE))
    return made


def _event(occasion: Occasion) -> Event:
    """One occasion; each text is marked with the language that it is told in."""
    event, initiative, language = Event(), occasion.initiative, occasion.reading_language
    event.add("uid", f"occasion-{occasion.pk}@{urlsplit(settings.SITE_URL).hostname}")
    # An occasion is edited on the page of its initiative, and keeps no time of its own.
    event.add("dtstamp", initiative.changed_at)
    event.add("last-modified", initiative.changed_at)
    event.add("dtstart", _here(occasion.starts_at))
    if occasion.ends_at and occasion.ends_at > occasion.starts_at:
        event.add("dtend", _here(occasion.ends_at))
    _tell(event, "summary", initiative.readable_title)
    _tell(event, "location", Told(occasion.text_in("place", language), language))
    _tell(event, "description", Told(occasion.text_in("how_to_sign_up", language), language))
    event.add("url", f"{settings.SITE_URL}{initiative.get_absolute_url()}")
    return event


def _here(moment: datetime) -> datetime:
    return timezone.localtime(moment)


def _tell(event: Any, name: str, text: Told) -> None:
    if text:
        event.add(name, plain(text), {"language": text.language})
