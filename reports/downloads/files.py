"""The permanent address of each file, and that of the newest."""

import logging
from base64 import b64encode
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, gettext, override
from django.views.decorators.http import require_safe

from delivery.files import send
from publishing.views import MOST
from reports.downloads.along import Along
from reports.downloads.names import links, parsed, saved_name
from reports.models import Kind, Release, ReleaseFile, Report

logger = logging.getLogger(__name__)

MOST_TOLD = 200  # characters of an address that are said again
_KEPT = "public, max-age=300"  # not for ever: a release can be withdrawn


@require_safe
def release_file(request: HttpRequest, slug: str, number: str, name: str) -> HttpResponse:
    """A file of a release, whole or in part. It costs one question to the database."""
    file = _published(name, slug, number)
    if not file:
        return _without_file(request, slug, number, name)
    release, kind = file.release, Kind(file.kind)
    if not request.accepts(kind.media_type.partition(";")[0]):
        return _not_acceptable(request, file)
    saved = saved_name(release.report.title_sv, release, file.language, kind)
    headers = {
        "Content-Type": kind.media_type,
        "Content-Disposition": content_disposition_header(True, saved) or "",
        "Content-Language": file.language,
        "Cache-Control": _KEPT,
        "Link": ", ".join(links(release, file.language, kind)),
        "Repr-Digest": f"sha-256=:{_base64(file.sha256)}:",
    }
    try:
        return send(
            request,
            file.file.storage,
            file.file.name,
            size=file.size,
            etag=f'"{file.sha256}"',
            made_at=release.released_at,
            headers=headers,
        )
    except OSError:
        logger.exception("A file of a release is lost: manage.py release_files makes it again")
        return _lost(request, file)


def _not_acceptable(request: HttpRequest, file: ReleaseFile) -> HttpResponse:
    """Says that the address is that of a file of one kind, whatever a program would rather have."""
    with override(file.language):
        title = gettext("Filen finns inte i det formatet")
        text = gettext("Adressen leder till en fil av ett enda slag: %(kind)s.")
        context = {"title": title, "text": text % {"kind": file.get_kind_display()}, "status": 406}
    return _told(request, "error.html", context, HTTPStatus.NOT_ACCEPTABLE, file.language)


def _lost(request: HttpRequest, file: ReleaseFile) -> HttpResponse:
    """Says that the fault is ours, and where the same figures are."""
    context = {"release": file.release, "file": file}
    status = HTTPStatus.SERVICE_UNAVAILABLE
    response = _told(request, "reports/file_is_lost.html", context, status, file.language)
    response.headers["Retry-After"] = "600"
    response.headers["Cache-Control"] = "no-store"
    return response


def _published(name: str, slug: str, number: str) -> ReleaseFile | None:
    """The file with its release and report, without their long texts."""
    found = ReleaseFile.objects.published().select_related("release__report")
    light = (
        "kind",
        "language",
        "file",
        "size",
        "sha256",
        "release__number",
        "release__released_at",
        "release__licence",
    )
    of_report = ("release__report__slug", "release__report__title_sv")
    asked = {"name": name, "release__report__slug": slug, "release__number": number}
    return found.only(*light, *of_report).filter(**asked).first()


@require_safe
def newest_file(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Leads to the file of the newest release: `norrby.sv.pdf`."""
    releases = Release.objects.light().select_related("report").filter(report__slug=slug)
    newest, told = releases.published().first(), parsed(name, slug)
    if newest and told:
        language, kind = told
        if file := newest.files.filter(language=language, kind=kind).first():
            headers = {"Cache-Control": "no-cache"}
            return HttpResponseRedirect(file.get_absolute_url(), headers=headers)
    gone = None if newest else releases.withdrawn().first()
    if gone:
        return withdrawn(request, gone, _language_of(name))
    return _nothing_there(request, slug, name, newest)


def _without_file(request: HttpRequest, slug: str, number: str, name: str) -> HttpResponse:
    """What is answered where there is no file to hand over: its sums, why it went, or what is."""
    releases = Release.objects.light().select_related("report__area", "report__office")
    release = releases.filter(report__slug=slug, number=number)
    if found := release.published().first():
        if name == f"{found.name}.sha256":
            return _sums(found)
        return _nothing_there(request, slug, name, found)
    if gone := release.withdrawn().first():
        return withdrawn(request, gone, _language_of(name))
    return _nothing_there(request, slug, name)


def _sums(release: Release) -> HttpResponse:
    """The SHA-256 of every file, as `sha256sum --check` reads them."""
    lines = [f"{file.sha256}  {file.name}\n" for file in release.files.all()]
    headers = {"Cache-Control": _KEPT}
    return HttpResponse("".join(lines), "text/plain; charset=utf-8", headers=headers)


def withdrawn(request: HttpRequest, release: Release, language: str = "") -> HttpResponse:
    """Says why a release is not to be used, and which one is."""
    context = {"release": release, "newest": release.successor}
    return _told(request, "reports/withdrawn.html", context, HTTPStatus.GONE, language)


def _nothing_there(
    request: HttpRequest, slug: str, name: str, release: Release | None = None
) -> HttpResponse:
    """Says that there is no such file, and which there are."""
    report = Report.objects.published().filter(slug=slug).first()
    if not report:
        return _without_report(request, slug)
    releases = report.releases.published().light()[:MOST]
    context = {"page": report, "release": release, "releases": releases, "asked": name[:MOST_TOLD]}
    if release:
        context["along"] = Along(release, _language_of(name))
    return _told(
        request, "reports/no_such_file.html", context, HTTPStatus.NOT_FOUND, _language_of(name)
    )


def _without_report(request: HttpRequest, slug: str) -> HttpResponse:
    """Says that a report is gone. Raises Http404 if nobody could ever read it."""
    if Report.objects.withdrawn().filter(slug=slug).exists():
        request.leads_nowhere = True  # The language menu has no other page to lead to either.
        return render(request, "410.html", status=HTTPStatus.GONE)
    raise Http404


def _told(
    request: HttpRequest, template: str, context: Any, status: HTTPStatus, language: str
) -> HttpResponse:
    """A page in the language of the file that was asked for, else in that of the address."""
    request.leads_nowhere = True  # The language menu can't keep a page that is not there.
    spoken = language or get_language() or settings.LANGUAGE_CODE
    with override(spoken):
        response = render(request, template, context, status=status)
    response.headers["Content-Language"] = spoken
    return response


def _language_of(name: str) -> str:
    """The language that the name of a file tells; empty if none that the site speaks."""
    told = name.split(".")[1] if "." in name else ""
    return told if told in dict(settings.LANGUAGES) else ""


def _base64(sha256: str) -> str:
    return b64encode(bytes.fromhex(sha256)).decode()
