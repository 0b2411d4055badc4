"""Lists in pieces: which piece is asked for, and how the next one is found."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.core.paginator import EmptyPage, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from ninja import Schema
from pydantic import Field

from open_data.api.problems import Fault, ProblemError

MOST = 100
LAST_PAGE = 100_000
Item = TypeVar("Item")


class Paging(Schema):
    """Which piece of a list to read. Also the parent of all filters."""

    page: int = Field(1, ge=1, le=LAST_PAGE, description=_("Sida i listan."))
    per_page: int = Field(20, ge=1, le=MOST, description=_("Hur många poster på varje sida."))


class Page(Schema, Generic[Item]):
    """A piece of a list."""

    items: list[Item] = Field(description=_("Posterna på sidan."))
    total: int = Field(description=_("Hur många poster som finns på alla sidor."))
    next: str | None = Field(description=_("Nästa sidas adress, om det finns en."))
    previous: str | None = Field(description=_("Föregående sidas adress, om det finns en."))


def page_of(
    request: HttpRequest, response: HttpResponse, found: QuerySet | Sequence[Any], asked: Paging
) -> dict[str, Any]:
    """The piece that is asked for. `found` must be in an order that is the same every time."""
    pages = Paginator(found, asked.per_page)
    try:
        page = pages.page(asked.page)
    except EmptyPage as past_the_end:
        raise _no_such_page(pages.num_pages) from past_the_end
    after = _address(request, asked.page + 1) if page.has_next() else None
    before = _address(request, asked.page - 1) if page.has_previous() else None
    links = [f'<{to}>; rel="{rel}"' for rel, to in (("next", after), ("prev", before)) if to]
    if links:
        response.headers["Link"] = ", ".join(links)
    items = list(page.object_list)
    return {"items": items, "total": pages.count, "next": after, "previous": before}


def _address(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"{settings.SITE_URL}{request.path}?{query.urlencode()}"


def _no_such_page(last: int) -> ProblemError:
    detail = ngettext("Listan har %(number)s sida.", "Listan har %(number)s sidor.", last)
    told = detail % {"number": last}
    return ProblemError(HTTPStatus.NOT_FOUND, gettext("Sidan finns inte."), [Fault("page", told)])
