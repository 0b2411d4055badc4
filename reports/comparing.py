"""The page that compares areas: one indicator in every area, or one area over all chapters."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from languages.told import ToldSelect
from publishing.views import MOST
from reports import charts
from reports.lines import Line, lines
from reports.models import Indicator, Release
from reports.telling import Telling


def newest_releases() -> list[Release]:
    """The newest release of every published report, in the order of the areas."""
    newest = Release.objects.filter(report=OuterRef("report")).values("pk")[:1]
    found = Release.objects.published().filter(pk=Subquery(newest)).select_related("report__area")
    return list(found.order_by("report__area__order", "report__slug")[:MOST])


class CompareForm(forms.Form):
    """What to compare. Nothing of the answers is kept."""

    indicator = forms.ChoiceField(
        label=_("Mått i alla områden"),
        widget=ToldSelect,
        required=False,
        error_messages={"invalid_choice": _("Det måttet finns inte. Välj något i listan.")},
    )
    report = forms.ChoiceField(
        label=_("Ett område, alla mått"),
        widget=ToldSelect,
        required=False,
        error_messages={"invalid_choice": _("Det området finns inte. Välj något i listan.")},
    )

    def __init__(self, *args: Any, releases: Iterable[Release], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = {code for release in releases for code in release.data["indicators"]}
        indicators = Indicator.objects.filter(code__in=codes)
        self.fields["indicator"].choices = [
            ("", _("Välj ett mått")),
            *((it.code, it.readable_title) for it in indicators),
        ]
        self.fields["report"].choices = [
            ("", _("Välj ett område")),
            *((it.report.slug, it.report.readable_title) for it in releases),
        ]


def compare(request: HttpRequest) -> HttpResponse:
    """One indicator in every area, or one area over all chapters, as the address says."""
    releases = newest_releases()
    form = CompareForm(request.GET or None, releases=releases)
    asked = form.cleaned_data if form.is_valid() else {}
    context = {
        "form": form,
        "available_languages": [code for code, _name in settings.LANGUAGES],
        **_one_indicator(releases, asked.get("indicator")),
        **_one_report(releases, asked.get("report")),
    }
    return render(request, "reports/compare.html", context)


def _one_indicator(releases: Iterable[Release], code: str | None) -> dict[str, Any]:
    """The lines of one indicator in every report that has it, on one axis."""
    if not code:
        return {}
    indicators = list(Indicator.objects.filter(code=code).with_efforts())
    found: list[tuple[Release, Line]] = [
        (release, line) for release in releases for line in lines(release, indicators)
    ]
    axis = charts.dot_scale([line for _release, line in found])
    return {"compared": found, "axis": axis}


def _one_report(releases: Iterable[Release], slug: str | None) -> dict[str, Any]:
    """The chapters of one report."""
    for release in releases:
        if slug and release.report.slug == slug:
            return {"release": release, "parts": Telling(lines(release)).parts([])}
    return {}
