"""The page that compares areas: one indicator in every area, or one area over all chapters."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from languages.routing import told_in
from languages.told import Told, ToldSelect
from publishing.views import MOST
from reports import charts
from reports.lines import Line, lines
from reports.models import Indicator, Release, Report
from reports.telling import Telling


def newest_releases() -> Iterator[Release]:
    """The newest release of every published report, in the order of the areas, one at a time.

    A release is large: who keeps them all fills the memory.
    """
    found = Release.objects.newest().select_related("report__area")
    return found.order_by("report__area__order", "report__slug")[:MOST].iterator(chunk_size=1)


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

    def __init__(self, *args: Any, codes: set[str], reports: Iterable[Report], **kw: Any) -> None:
        super().__init__(*args, **kw)
        indicators = Indicator.objects.filter(code__in=codes)
        self.fields["indicator"].choices = [
            ("", _("Välj ett mått")),
            *((it.code, _named(it)) for it in indicators),
        ]
        self.fields["report"].choices = [
            ("", _("Välj ett område")),
            *((it.slug, it.readable_title) for it in reports),
        ]


def _named(indicator: Indicator) -> str:
    """The indicator in a menu; an invented one says so."""
    title = indicator.readable_title
    if not indicator.is_example:
        return title
    with told_in(indicator.reading_language):
        return Told(f"{title} ({gettext('påhittat')})", indicator.reading_language)


class Compared(NamedTuple):
    """A line among those of other areas, and the report that it comes from."""

    report: Report
    line: Line


class Comparing:
    """What is found in the newest releases of all areas, for one indicator and one report."""

    def __init__(self, code: str, slug: str) -> None:
        self.code = code
        self.codes: set[str] = set()
        self.reports: list[Report] = []
        self.compared: list[Compared] = []
        self.release: Release | None = None
        for release in newest_releases():
            self.codes |= {*release.data["indicators"]}
            self.reports.append(release.report)
            if code in release.data["indicators"]:
                found = lines(release, self.indicators)
                self.compared += [Compared(release.report, line) for line in found]
            if release.report.slug == slug:
                self.release = release

    @cached_property
    def indicators(self) -> list[Indicator]:
        """The indicator that was asked for; none if it is no more."""
        return list(Indicator.objects.filter(code=self.code).with_efforts())

    def shown(self) -> dict[str, Any]:
        """What the page shows: each line on one axis, and the chapters of the report."""
        axis = charts.dot_scale([each.line for each in self.compared])
        found: dict[str, Any] = {"compared": self.compared, "axis": axis}
        if self.release:
            parts = Telling(lines(self.release)).parts([])
            found |= {"release": self.release, "parts": parts}
        return found


def compare(request: HttpRequest) -> HttpResponse:
    """One indicator in every area, or one area over all chapters, as the address says."""
    found = Comparing(request.GET.get("indicator", ""), request.GET.get("report", ""))
    form = CompareForm(request.GET or None, codes=found.codes, reports=found.reports)
    context = {
        "form": form,
        "available_languages": [code for code, _name in settings.LANGUAGES],
        **(found.shown() if form.is_valid() else {}),
    }
    return render(request, "reports/compare.html", context)
