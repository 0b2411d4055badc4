"""How to refer to a release: on its page and in its files alike."""

from datetime import datetime

from django.utils.formats import date_format
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
