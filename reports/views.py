"""Knowledge reports: what is known about living conditions in each area."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from publishing.views import MOST, PublishedList, PublishedPage
from reports.changes import steps
from reports.downloads.along import Along
from reports.downloads.described import page_links
from reports.downloads.files import withdrawn
from reports.lines import lines
from reports.models import Release, Report
from reports.telling import Telling


class ReportList(PublishedList):
    queryset = Report.objects.all()
    template_name = "reports/list.html"

    def get_queryset(self) -> QuerySet[Report]:
        return super().get_queryset().select_related("area")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"areas": [report.area for report in context["items"]]}


class ReportDetail(PublishedPage):
    """The newest release of a report."""

    queryset = Report.objects.all()
    template_name = "reports/detail.html"

    def get_queryset(self) -> QuerySet[Report]:
        return super().get_queryset().select_related("area")

    def release_of(self, page: Report) -> Release | None:
        """The release that the page tells of."""
        return page.releases.published().prefetch_related("files").first()

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        response = super().render_to_response(context, **kwargs)
        if along := context.get("along"):
            response.headers["Link"] = ", ".join(page_links(along))
        return response

    def related(self, page: Any) -> dict[str, Any]:
        area, release = page.area, self.release_of(page)
        telling = Telling(lines(release) if release else [])
        chapters, voices = page.chapters.select_related("chapter")[:MOST], page.voices.all()[:MOST]
        agreements = list(area.agreements.published().in_order()[:MOST])
        states = list(
            area.initiative_states.published().select_related("initiative")[:MOST],
        )
        return {
            "release": release,
            "along": Along(release) if release and release.pk else None,
            "telling": telling,
            "parts": telling.parts(chapters),
            "voices": telling.voices(voices),
            "rows": [*chapters, *voices, *(line.here for line in telling.lines)],
            "unmeasured": telling.unmeasured(states, agreements),
            "arenas": area.arenas.published().in_order()[:MOST],
            "initiative_states": states,
            "agreements": agreements,
            "news": page.news.with_latest()[:3],
        }


class ReleaseDetail(ReportDetail):
    """A release by its number: readable for ever, also when there are newer ones.

    One that is withdrawn says why, and which one to use instead.
    """

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = {"report__slug": kwargs["slug"], "number": kwargs["number"]}
        found = Release.objects.withdrawn().light().select_related("report").filter(**asked)
        if gone := found.first():
            return withdrawn(request, gone)
        return super().get(request, *args, **kwargs)

    def release_of(self, page: Report) -> Release | None:
        releases = page.releases.published().prefetch_related("files")
        return get_object_or_404(releases, number=self.kwargs["number"])

    def related(self, page: Any) -> dict[str, Any]:
        newest = page.releases.published().light().first()
        return super().related(page) | {"newest": newest}


class ReleaseList(ReportDetail):
    """Every release of a report, with what each changed, and those that are not to be used."""

    template_name = "reports/releases.html"

    def related(self, page: Any) -> dict[str, Any]:
        releases = list(page.releases.published().prefetch_related("files")[:MOST])
        gone = list(page.releases.withdrawn().light()[:MOST])
        told = [(step, Along(step.release)) for step in steps(releases)]
        return {"steps": told, "withdrawn": gone, "rows": [*releases, *gone]}


class IndicatorDetail(ReportDetail):
    """One indicator of a report: how it is made, and all its figures."""

    template_name = "reports/indicator.html"

    def related(self, page: Any) -> dict[str, Any]:
        release, code = page.releases.published().first(), self.kwargs["code"]
        indicators = list(release.indicators().with_efforts().filter(code=code)) if release else []
        found = lines(release, indicators) if indicators else []
        if not found:
            raise Http404
        rows = [row for row in release.data["observations"] if row["indicator"] == code]
        territories = release.data["territories"]
        rows.sort(key=lambda row: not territories[row["territory"]]["here"])
        return {
            "release": release,
            "indicator": found[0].indicator,
            "lines": found,
            "figures": release.observations(rows, indicators),
        }
