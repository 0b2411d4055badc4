"""The releases of the knowledge reports, with their files."""

from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from ninja import Path, Query, Router, Schema
from pydantic import Field

from open_data.api.finding import narrowed, withdrawn_page
from open_data.api.pagination import Page, Paging, page_of
from open_data.api.problems import ProblemError, none_named
from open_data.api.schemas import (
    NAME,
    LinkData,
    Named,
    OneOf,
    Slug,
    Text,
    Told,
    absolute,
    example_in_words,
)
from reports.models import Kind, Licence, Release, Report

router = Router()
Number = Annotated[
    str, Path(pattern=NAME, max_length=20, description=_("Utgåvans nummer, som 2026-1."))
]


class FileData(Schema):
    name: str = Field(description=_("Filens namn."))
    kind: Annotated[str, OneOf(Kind)] = Field(description=_("Slag av fil, som kod."))
    kind_name: str = Field(alias="get_kind_display", description=_("Slag av fil."))
    language: str = Field(description=_("Språket i filen."))
    media_type: str = Field(description=_("Filens medietyp."))
    size: int = Field(description=_("Storlek i byte."))
    sha256: str = Field(description=_("Filens kontrollsumma, SHA-256."))
    address: str = Field(description=_("Filens adress, som aldrig ändras."))

    @staticmethod
    def resolve_address(file: Any) -> str:
        return absolute(file)


class ReleaseData(Told):
    release: str = Field(alias="name", description=_("Utgåvan, som områdets namn, år och nummer."))
    number: str = Field(description=_("Utgåvans nummer, som 2026-1."))
    report: LinkData = Field(description=_("Kunskapsunderlaget."))
    released_at: datetime = Field(description=_("När den gavs ut."))
    note: Text = Field(description=_("Vad som är nytt."))
    sha256: str = Field(description=_("Siffrornas kontrollsumma, SHA-256."))
    licence: Annotated[str, OneOf(Licence)] = Field(
        description=_("Villkor för återanvändning, som kod; tomt om de inte är bestämda.")
    )
    licence_name: str = Field(description=_("Villkor för återanvändning."))
    is_example: bool = Field(description=_("Om siffrorna är påhittade."))
    example: str | None = Field(description=_("Säger med ord att siffrorna är påhittade."))
    address: str = Field(description=_("Utgåvans adress, som aldrig ändras."))
    files: list[FileData] = Field(description=_("Filerna."))

    @staticmethod
    def resolve_licence_name(release: Any) -> str:
        return Licence(release.licence).words

    @staticmethod
    def resolve_example(release: Any) -> str | None:
        return example_in_words(release.is_example)

    @staticmethod
    def resolve_address(release: Any) -> str:
        return absolute(release)


class Releases(Page[ReleaseData]):
    pass


class ReleaseFilter(Paging):
    report: Named | None = Field(
        None, description=_("Bara för ett kunskapsunderlag."), examples=["norrby"]
    )
    is_example: bool | None = Field(
        None, description=_("Bara påhittade siffror (true) eller bara riktiga (false).")
    )


def known_reports() -> list[str]:
    """The reports that have something given out, by their slugs; those of invented figures last."""
    published = Release.objects.published().order_by("report__is_example", "report__slug")
    return list(dict.fromkeys(published.values_list("report__slug", flat=True)))


def must_have_releases(report: str) -> None:
    """Refuses a report that is withdrawn, or has nothing given out, and tells which ones have."""
    if report in (known := known_reports()):
        return
    if Report.objects.withdrawn().filter(slug=report).exists():
        raise withdrawn_page()
    raise none_named("report", report, known)


def gone(release: Release) -> ProblemError:
    """The problem that a release is withdrawn, with the reason and what has come in its place."""
    successor = release.successor
    return ProblemError(
        HTTPStatus.GONE,
        gettext("Utgåvan är tillbakadragen. Använd inte dess siffror."),
        reason=release.text_in("withdrawn_reason", release.reading_language),
        successor=absolute(successor) if successor else None,
    )


def chosen(report: str, number: str, parameter: str = "number") -> Release:
    """One release; else the problem that it is withdrawn, or that there is none by that number.

    `parameter` is where the number stood.
    """
    releases = Release.objects.filter(report__slug=report).select_related("report")
    if release := releases.published().filter(number=number).first():
        return release
    if release := releases.withdrawn().filter(number=number).first():
        raise gone(release)
    must_have_releases(report)
    raise none_named(parameter, number, releases.published().values_list("number", flat=True))


@router.get("/releases", response=Releases, summary=_("Utgåvor av kunskapsunderlag"))
def releases(request: HttpRequest, response: HttpResponse, asked: Query[ReleaseFilter]) -> Any:
    if asked.report:
        must_have_releases(asked.report)
    shown = Release.objects.published().light().select_related("report").prefetch_related("files")
    to = {"report__slug": asked.report, "is_example": asked.is_example}
    return page_of(request, response, narrowed(shown, **to), asked)


@router.get("/releases/{slug:report}/{slug:number}", response=ReleaseData, summary=_("En utgåva"))
def release(request: HttpRequest, report: Slug, number: Number) -> Any:
    return chosen(report, number)
