"""The pages on which staff send in files with values, look them through and take them in."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.views import View

from reports.importing import listed, progress
from reports.importing.applying import apply
from reports.importing.columns import COLUMNS
from reports.importing.comparing import compare
from reports.importing.forms import FileForm
from reports.importing.reading import read
from reports.importing.template import template
from reports.models import FigureFile

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILES_ON_A_PAGE = 50
_NEEDED = ("reports.add_observation", "reports.change_observation")
_TEMPLATES = "admin/reports/figures"


class FiguresView(View):
    """For those who may both add and change values."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not request.user.has_perms(_NEEDED):
            raise PermissionDenied

    def context(self, **values: Any) -> dict[str, Any]:
        return admin.site.each_context(self.request) | values


class Template(FiguresView):
    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest) -> HttpResponse:
        told = {"Content-Disposition": 'attachment; filename="varden.xlsx"'}
        return HttpResponse(template(), content_type=_XLSX, headers=told)


class Files(FiguresView):
    http_method_names = ["get", "head", "post"]

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._list(FileForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._list(form)
        return redirect("figures:file", form.kept(request.user).pk)

    def _list(self, form: FileForm) -> HttpResponse:
        files = FigureFile.objects.defer("content").select_related("uploaded_by")
        page = Paginator(files, _FILES_ON_A_PAGE).get_page(self.request.GET.get("page"))
        context = self.context(title="Läs in värden", form=form, page_obj=page, columns=COLUMNS)
        return TemplateResponse(self.request, f"{_TEMPLATES}/files.html", context)


class LookThrough(FiguresView):
    http_method_names = ["get", "post"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        file = get_object_or_404(FigureFile, pk=pk)
        if file.applied_at:
            context = self.context(title=file.name, file=file)
            return TemplateResponse(request, f"{_TEMPLATES}/file.html", context)
        return self._streamed(file, self._looked_through(file))

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        file = get_object_or_404(FigureFile, pk=pk)
        return self._streamed(file, self._applied(file, request.POST.get("seen", "")))

    def _streamed(self, file: FigureFile, work: progress.Work) -> HttpResponseBase:
        context = self.context(title=file.name, file=file)
        page = progress.page(self.request, f"{_TEMPLATES}/file.html", context)
        return progress.streamed(self.request, page, work)

    def _looked_through(self, file: FigureFile) -> progress.Work:
        found = yield from read(bytes(file.content))
        comparison = yield from compare(found)
        yield "Filen är genomgången."
        context = {
            "comparison": comparison,
            "faults": found.faults,
            "parts": listed.parts(comparison),
            "remarks": listed.remarks(comparison),
        }
        return render_to_string(f"{_TEMPLATES}/looked.html", context, self.request)

    def _applied(self, file: FigureFile, seen: str) -> progress.Work:
        comparison = yield from apply(file, seen)
        yield "Klart."
        return render_to_string(f"{_TEMPLATES}/applied.html", {"comparison": comparison})
