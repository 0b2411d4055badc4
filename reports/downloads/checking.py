"""Whether what somebody once took is still the newest: nothing is uploaded, only asked about."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from unicodedata import category

from django import forms
from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from publishing.views import MOST
from reports.changes import Step, step_between
from reports.downloads.along import Along
from reports.models import Indicator, Release, ReleaseFile

LONGEST = 500  # characters: a line of checksums with its file, or an address
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
# 64 hexadecimal digits and no more, with or without spaces between them.
_SHA256 = re.compile(r"(?<![0-9a-f])(?:[0-9a-f]\s?){64}(?![0-9a-f])")
# What is printed in a file, or stands in its name or address: norrby-2026-1, norrby/2026-1, 2026-1.
_NUMBER = re.compile(r"(?:(?P<slug>[\w-]+)[-/])?(?<!\d)(?P<number>\d{4}-\d{1,6})(?!\d|-\d)")


class CheckForm(forms.Form):
    """What was printed in a file, or its fingerprint. Nothing of it is kept."""

    text = forms.CharField(
        required=False,
        max_length=LONGEST,
        label=_("SHA-256 eller utgåvans nummer"),
        help_text=_("Till exempel norrby-2026-1. Numret står i filen och i dess namn."),
        error_messages={
            "max_length": _("Det är för långt. Klistra in bara en SHA-256 eller ett nummer.")
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}
        ),
    )


@dataclass(frozen=True)
class Answer:
    """The release that was asked about, and the file of it if it was a file."""

    release: Release
    file: ReleaseFile | None = None

    @cached_property
    def newest(self) -> Release | None:
        """The release to use now; None if there is none."""
        return self.release.successor or (None if self.release.withdrawn_at else self.release)

    @property
    def is_newest(self) -> bool:
        return self.newest == self.release

    @cached_property
    def step(self) -> Step | None:
        """All that has changed since, also if there were releases between."""
        if not self.newest or self.is_newest or self.release.withdrawn_at:
            return None
        codes = {*self.release.data["indicators"], *self.newest.data["indicators"]}
        return step_between(self.release, self.newest, Indicator.objects.filter(code__in=codes))

    @property
    def newest_file(self) -> ReleaseFile | None:
        """The newest of the same kind in the same language as the file that was asked about."""
        if not self.file or not self.newest:
            return None
        asked = (self.file.kind, self.file.language)
        files = self.newest.files.all()
        return next((each for each in files if (each.kind, each.language) == asked), None)

    @cached_property
    def along(self) -> Along | None:
        """What to take instead, or again."""
        return Along(self.newest, self.file.language if self.file else "") if self.newest else None


def answers(text: str) -> list[Answer]:
    """The releases that a text can mean: by a fingerprint, by name, or by number alone."""
    asked = "".join(each for each in text.translate(_DASHES) if category(each) != "Cf")
    if found := _SHA256.search(asked.lower()):
        return _by_fingerprint("".join(found[0].split()))
    named = [(found["number"], found["slug"]) for found in _NUMBER.finditer(asked)]
    return _by_number(*named[-1]) if named else []


def _by_fingerprint(sha256: str) -> list[Answer]:
    file = ReleaseFile.objects.filter(sha256=sha256).first()
    content = Q(pk=file.release_id) if file else Q(sha256=sha256)
    return [Answer(release, file) for release in _known().filter(content)[:1]]


def _by_number(number: str, slug: str | None) -> list[Answer]:
    found = _known().filter(number=number)
    if slug:
        found = found.filter(report__slug__iexact=slug)
    return [Answer(release) for release in found[:MOST]]


def _known() -> Any:
    return Release.objects.known().light().select_related("report__office", "report__area")


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Which release it is, whether it is the newest, and what has changed since."""
    form = CheckForm(request.GET or None)
    asked = form.cleaned_data["text"] if form.is_valid() else ""
    found = answers(asked)
    context = {
        "form": form,
        "asked": asked,
        "answers": found,
        "answer": found[0] if len(found) == 1 else None,
        "available_languages": [code for code, _name in settings.LANGUAGES],
    }
    return render(request, "reports/check.html", context)
