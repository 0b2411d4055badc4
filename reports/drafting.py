"""The staff's way from draft to release: see the report filled with figures, then give it out."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.views.decorators.cache import never_cache
from modeltranslation.utils import build_localized_fieldname

from languages.names import direction_of, language_names
from languages.translated import SOURCE
from reports.changes import step_between
from reports.dataset import dataset
from reports.models import Release, Report
from reports.models.releases import canonical
from reports.progress import give_out_in_pieces
from reports.releasing import Releasing, problems
from reports.views import ReportDetail

MOST_HIDDEN = 200


class NoteForm(forms.Form):
    """What is new in a release, in Swedish and as many languages as there are words for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, name in language_names().items():
            self.fields[build_localized_fieldname("note", code)] = forms.CharField(
                label=f"Vad som är nytt ({name})",
                required=code == SOURCE,
                max_length=1000,
                widget=forms.Textarea(attrs={"lang": code, "dir": direction_of(code), "rows": 2}),
                error_messages={"required": "Skriv på svenska vad som är nytt i utgåvan."},
            )


def drafted(report: Report) -> tuple[Release, list[Any]]:
    """The release that the figures of today would make, unsaved, and what is hidden in it."""
    made = dataset(report)
    content = canonical(made.data)
    draft = Release(
        report=report,
        number="utkast",
        released_at=timezone.now(),
        content=content,
        sha256=Release.fingerprint(content),
        is_example=any(each["is_example"] for each in made.data["indicators"].values()),
    )
    return draft, made.hidden


class DraftReport(ReportDetail):
    """The report as readers would meet it, with the figures of today. For staff only."""

    def get_queryset(self) -> QuerySet[Report]:
        return Report.objects.select_related("area", "office", "contact__office", "image")

    def release_of(self, page: Report) -> Release:
        return drafted(page)[0]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"is_draft": True, "available_languages": []}


def give_out(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What a new release would hold, hide and change; and the button that gives it out."""
    report = get_object_or_404(Report.objects.select_related("area", "office"), slug=slug)
    form = NoteForm(request.POST or None)
    context = admin.site.each_context(request) | {"report": report, "title": f"Ge ut: {report}"}
    if form.is_valid() and (releasing := _started(report, form, by=request.user)):
        return give_out_in_pieces(request, releasing, form, context)
    context |= _would_be(report) | {"form": form}
    return TemplateResponse(request, "admin/reports/give_out.html", context)


def _started(report: Report, form: NoteForm, by: Any) -> Releasing | None:
    """A release on its way; None if it was refused, with the reasons among the form's errors."""
    try:
        return Releasing(report, form.cleaned_data, by)
    except ValidationError as error:
        form.add_error(None, error)
        return None


def _would_be(report: Report) -> dict[str, Any]:
    """What a release would be like if it was given out now."""
    draft, hidden = drafted(report)
    newest = report.releases.in_force().first()
    return {
        "problems": problems(report, draft.data),
        "hidden": hidden[:MOST_HIDDEN],
        "hidden_total": len(hidden),
        "step": step_between(newest, draft),
        "newest": newest,
        "number_of_figures": len(draft.data["observations"]),
    }


_may_release = permission_required("reports.add_release", raise_exception=True)
app_name = "releasing"
urlpatterns = [
    path(
        "<slug:slug>/utkast/",
        admin.site.admin_view(_may_release(never_cache(DraftReport.as_view()))),
        name="draft",
    ),
    path("<slug:slug>/ge-ut/", admin.site.admin_view(_may_release(give_out)), name="give-out"),
]
