"""How to refer to a release: on its page and in its files alike."""

from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext


def cited(
    *, publisher: str, title: str, number: str, released_at: datetime, address: str, example: bool
) -> str:
    """A release as a list of sources has it, in the active language."""
    words = {
        "publisher": publisher,
        "year": released_at.year,
        "title": title,
        "number": number,
        "date": date_format(released_at, "DATE_FORMAT"),
        "address": address,
    }
    text = gettext(
        "%(publisher)s (%(year)s). %(title)s. Kunskapsunderlag, utgåva %(number)s,"
        " %(date)s. %(address)s"
    )
    marker = gettext("Exempeldata, påhittade värden")
    return f"{text % words} [{marker}]" if example else text % words


def cited_as_html(**told: Any) -> SafeString:
    """The same for a page: number and address read from left to right also in Arabic."""
    told |= {name: conditional_escape(told[name]) for name in ("publisher", "title")}
    told["number"] = format_html("<bdi>{}</bdi>", told["number"])
    told["address"] = format_html('<bdi dir="ltr">{}</bdi>', told["address"])
    return SafeString(cited(**told))
