"""Machine drafts of the rows that staff have ticked in the table."""

from collections import defaultdict
from collections.abc import Sequence
from time import monotonic
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from languages.names import language_names
from languages.translated import SOURCE, Translated
from translations.drafts import DraftError, draft
from translations.machine import Translator, TranslatorError, translator
from translations.registry import ticked
from translations.views.staff import TranslatorsView

# Whoever waits for an answer, and what stands between, give up after a minute.
_SECONDS = 25
_MOST_ROWS = 20


def address_of_machine() -> str:
    """Where ticked rows are sent to be translated; empty when no machine is plugged in."""
    return reverse("translations:translate") if translator() else ""


class MachineDrafts(TranslatorsView):
    """Each row is done or left by itself: what goes wrong with one takes nothing from another."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        rows = ticked(request.POST.getlist("rows"), request.user)
        try:
            machine, language = self._asked(rows)
        except DraftError as error:
            messages.error(request, str(error))
        else:
            self._translate(rows, language, machine)
        return HttpResponseRedirect(f"{reverse('translations:table')}?{request.GET.urlencode()}")

    def _asked(self, rows: Sequence[Translated]) -> tuple[Translator, str]:
        machine, language = translator(), self.request.POST.get("language", "")
        if not machine:
            raise DraftError("Ingen maskinöversättning är inkopplad.")
        if not rows:
            raise DraftError("Kryssa för minst en rad.")
        if language not in language_names() or language == SOURCE:
            raise DraftError("Välj vilket språk det gäller.")
        try:
            known = machine.languages()
        except TranslatorError as error:
            raise DraftError(str(error)) from error
        if language not in known:
            name = language_names()[language]
            raise DraftError(f"Maskinen kan inte översätta från svenska till {name}.")
        return machine, language

    def _translate(self, rows: Sequence[Translated], language: str, machine: Translator) -> None:
        done, left, end = 0, defaultdict(list), monotonic() + _SECONDS
        for place, row in enumerate(rows):
            if place >= _MOST_ROWS or monotonic() > end:
                left["Maskinen hann inte med alla. Kryssa för dem igen."].append(row)
                continue
            try:
                draft(row, language, machine)
                done += 1
            except (DraftError, TranslatorError) as error:
                left[str(error)].append(row)
        self._tell(done, left, language_names()[language])

    def _tell(self, done: int, left: dict[str, list[Any]], language: str) -> None:
        if done:
            told = "1 text är maskinöversatt" if done == 1 else f"{done} texter är maskinöversatta"
            messages.success(self.request, f"{told} till {language}, och väntar på granskning.")
        for reason, rows in left.items():
            names = ", ".join(str(row) for row in rows)
            messages.warning(self.request, f"{reason} Orört på {language}: {names}.")
