"""Choosing an area in a form."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from areas.models import Area
from publishing.forms import Menu

MOST_AREAS = 50  # choices in a menu


def named_areas() -> list[tuple[str, str]]:
    """The published areas by slug and name, as many as a menu has room for."""
    areas = Area.objects.published().in_order()[:MOST_AREAS]
    return [(area.slug, area.readable_title) for area in areas]


class AreaMenu(Menu):
    """One area, or all of the city."""

    default_error_messages = {"invalid_choice": _("Välj ett område i listan.")}

    def __init__(self, *, lookup: str, **kwargs: Any) -> None:
        words = {"label": _("Område"), "every": _("Hela Borås")} | kwargs
        super().__init__(lookup=lookup, offers=named_areas, **words)
