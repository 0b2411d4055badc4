"""The figures of a release, an observation at a time: as frozen, never as they are stored."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router, Schema
from pydantic import Field, create_model

from languages.routing import reader_language
from languages.translated import SOURCE
from open_data.api.pagination import Page, Paging, page_of
from open_data.api.problems import none_named
from open_data.api.releases import chosen, must_have_releases
from open_data.api.schemas import Named, OneOf, absolute
from reports.files.edition import Edition
from reports.files.table import COLUMNS, rows
from reports.models import Observation, Release

router = Router()
Row = dict[str, Any]
Sex = Annotated[str, OneOf(Observation.Sex)]
_TYPES: dict[str, Any] = {
    "text": str,
    "integer": int | None,
    "number": float | None,
    "date": date | None,
}


class _About(Schema):
    language: str = Field(description=_("Språket som texterna är på."), examples=["sv"])
    address: str = Field(description=_("Utgåvans adress, som aldrig ändras."))


# The columns of the files are the fields of the API, so that neither can differ from the other.
_fields: dict[str, Any] = {
    it.name: (_TYPES[it.kind], Field(description=it.title)) for it in COLUMNS
}
ObservationData = create_model("ObservationData", __base__=_About, **_fields)


class Observations(Page[ObservationData]):  # type: ignore[valid-type]
    pass


class ObservationFilter(Paging):
    report: Named = Field(description=_("Kunskapsunderlaget."), examples=["norrby"])
    release: Named | None = Field(
        None, description=_("Utgåvans nummer; den nyaste om inget anges.")
    )
    indicator: Named | None = Field(
        None, description=_("Bara ett mått, som kod."), examples=["befolkning"]
    )
    territory: Named | None = Field(None, description=_("Bara en plats, som kod."))
    sex: Sex | None = Field(None, description=_("Bara ett kön, eller alla tillsammans."))
    year: int | None = Field(
        None, ge=1900, le=2200, description=_("Bara perioder som ligger i ett år.")
    )


def _release(asked: ObservationFilter) -> Release:
    """The release that is asked for."""
    if asked.release:
        return chosen(asked.report, asked.release, "release")
    must_have_releases(asked.report)
    published = Release.objects.published().filter(report__slug=asked.report)
    return published.select_related("report").first()


def _edition(release: Release) -> Edition:
    """The release in the reader's language, or in Swedish if it was not frozen in it."""
    language = reader_language()
    return Edition(release, language if language in release.data["languages"] else SOURCE)


def _must_hold(edition: Edition, asked: ObservationFilter) -> None:
    for name, known in (("indicator", "indicators"), ("territory", "territories")):
        value = getattr(asked, name)
        if value is not None and value not in edition.data[known]:
            raise none_named(name, value, edition.data[known])


def _fits(frozen: Row, asked: ObservationFilter) -> bool:
    same = ("indicator", "territory", "sex")
    if any(getattr(asked, name) not in (None, frozen[name]) for name in same):
        return False
    return asked.year is None or _lies_in(frozen, asked.year)


def _lies_in(frozen: Row, year: int) -> bool:
    first, last = frozen["from"] or frozen["to"], frozen["to"] or frozen["from"]
    return bool(first and last) and int(first[:4]) <= year <= int(last[:4])


def _told(edition: Edition, observations: list[Row]) -> Iterator[Row]:
    """Only these observations of an edition: to write them all would take long."""
    about = {"language": edition.language, "address": absolute(edition.release)}
    edition.data = edition.data | {"observations": observations}
    with edition.told():
        for row in rows(edition):
            yield about | row


@router.get("/observations", response=Observations, summary=_("Värden"))
def observations(
    request: HttpRequest, response: HttpResponse, asked: Query[ObservationFilter]
) -> Any:
    edition = _edition(_release(asked))
    _must_hold(edition, asked)
    found = [each for each in edition.data["observations"] if _fits(each, asked)]
    page = page_of(request, response, found, asked)
    return page | {"items": list(_told(edition, page["items"]))}
