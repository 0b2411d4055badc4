"""How one thing is found by what stands in an address or a parameter, or said not to be there."""

from http import HTTPStatus
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from open_data.api.problems import ProblemError, none_named
from publishing.models import PublishedQuerySet


def found(things: PublishedQuerySet, **which: Any) -> Any:
    """The published thing; else the problem that it is withdrawn, or never was there."""
    thing = things.published().filter(**which).first()
    if thing:
        return thing
    if things.withdrawn().filter(**which).exists():
        raise withdrawn_page()
    raise ProblemError(HTTPStatus.NOT_FOUND, _("Det finns inget på den här adressen."))


def withdrawn_page() -> ProblemError:
    """The problem that a page was there."""
    return ProblemError(HTTPStatus.GONE, _("Sidan fanns här tidigare, men är borttagen."))


def narrowed(things: QuerySet, **to: Any) -> QuerySet:
    """Those that fit every answer that was given; None is no answer."""
    return things.filter(**{lookup: value for lookup, value in to.items() if value is not None})


def must_be_one_of(things: QuerySet, parameter: str, value: str | None) -> None:
    """Refuses a parameter that names what is not there, and tells which ones there are."""
    if value is None:
        return
    known = list(things.order_by().values_list("slug", flat=True).distinct())
    if value not in known:
        raise none_named(parameter, value, known)
