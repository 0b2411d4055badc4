"""The table of all that is translated: staff look through it, and mark what they have reviewed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.text import capfirst

from languages.names import other_language_names
from languages.translated import Translated
from translations.registry import ticked
from translations.reviews import confirm_reviewed, name_of
from translations.table import NEEDS_WORK, PROGRESS, Progress, Table
from translations.views.machine import address_of_machine
from translations.views.staff import TranslatorsView

_ROWS_ON_A_PAGE = 50
_TO_DO = "todo"
_STEPS = {_TO_DO: NEEDS_WORK, **{code: {step} for code, step in PROGRESS.items()}}


class TableFilter(forms.Form):
    """What staff ask of the table; the answers stand in the address."""

    language = forms.ChoiceField(label="Språk", required=False)
    state = forms.ChoiceField(label="Läge", required=False)
    kind = forms.ChoiceField(label="Slag", required=False)
    text = forms.CharField(label="Text i namnet", required=False, max_length=100)

    def __init__(self, asked: Any, models: Sequence[Any], languages: dict[str, str]) -> None:
        super().__init__(asked, auto_id="filter_%s", label_suffix="")
        self._languages = languages
        steps = [(code, step.word) for code, step in PROGRESS.items()]
        kinds = [(m._meta.label_lower, capfirst(m._meta.verbose_name_plural)) for m in models]
        offers = {
            "language": [("", "Alla språk"), *languages.items()],
            "state": [("", "Alla lägen"), (_TO_DO, "Behöver arbete"), *steps],
            "kind": [("", "Alla slag"), *kinds],
        }
        for name, choices in offers.items():
            self.fields[name].choices = choices
            self.fields[name].error_messages["invalid_choice"] = "Det valet finns inte."

    def answers(self) -> dict[str, Any]:
        """What `Table.narrowed` takes; an answer that can't be understood narrows nothing."""
        told = self.cleaned_data if self.is_valid() else {}
        return {
            "languages": [told["language"]] if told.get("language") else [*self._languages],
            "steps": _STEPS.get(told.get("state", ""), ()),
            "kind": told.get("kind", ""),
            "text": told.get("text", ""),
        }


class ActionForm(forms.Form):
    """What to do with the ticked rows: in which language."""

    language = forms.ChoiceField(label="Språk för de ikryssade raderna")

    def __init__(self, languages: dict[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="action_%s", label_suffix="", **kwargs)
        self.fields["language"].choices = [("", "Välj språk"), *languages.items()]


class TranslationTable(TranslatorsView):
    http_method_names = ["get", "head", "post"]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.languages = other_language_names()

    def get(self, request: HttpRequest) -> HttpResponse:
        asked = TableFilter(request.GET, self.kinds, self.languages)
        answers = asked.answers()
        table = Table(self.kinds, self.languages)
        rows = table.narrowed(**answers)
        page = Paginator(rows, _ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
        shown = {code: self.languages[code] for code in answers["languages"]}
        chosen = {"language": asked["language"].value()}
        context = {
            "title": "Översättningar",
            "filter": asked,
            "action": ActionForm(self.languages, initial=chosen),
            "languages": shown,
            "page_obj": page,
            "rows": [(row, [*zip(row.cells(shown), shown.values(), strict=True)]) for row in page],
            "steps": PROGRESS.values(),
            "sums": self._sums(table),
            "machine": address_of_machine(),
        }
        return self.shown("table.html", context)

    def _sums(self, table: Table) -> list[tuple[str, str, list[tuple[Progress, int]]]]:
        """Code and name of each language, and how many translations have come how far."""
        sums = table.sums()
        return [
            (code, name, [(step, sums[code, step]) for step in PROGRESS.values()])
            for code, name in self.languages.items()
        ]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Marks the ticked rows as reviewed in a language."""
        values = set(request.POST.getlist("rows"))
        form = ActionForm(self.languages, request.POST)
        if not values:
            messages.error(request, "Kryssa för minst en rad.")
        elif not form.is_valid():
            messages.error(request, "Välj vilket språk det gäller.")
        else:
            self._review(values, form.cleaned_data["language"])
        return HttpResponseRedirect(request.get_full_path())

    def _review(self, values: set[str], language: str) -> None:
        with transaction.atomic():
            rows = ticked(values, self.request.user)
            for row in rows:  # Nobody changes a text between the look at it and the mark.
                row.refresh_from_db(from_queryset=type(row)._default_manager.select_for_update())
            left = confirm_reviewed(rows, language, name_of(self.request.user))
        done, unknown = len(rows) - len(left), len(values) - len(rows)
        self._tell(done, left, unknown, self.languages[language])

    def _tell(self, done: int, left: list[Translated], unknown: int, language: str) -> None:
        if done:
            one, many = "1 text är markerad som granskad", "texter är markerade som granskade"
            told = one if done == 1 else f"{done} {many}"
            messages.success(self.request, f"{told} på {language}.")
        if left:
            names = ", ".join(str(row) for row in left)
            text = f"Inte markerade, för att de inte är hela på {language}: {names}."
            messages.warning(self.request, text)
        if unknown:
            text = f"Rader som inte finns, eller som du inte får ändra, är orörda: {unknown}."
            messages.warning(self.request, text)
