"""The page on which staff fetch files for translators."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html

from languages.names import other_language_names
from translations.exports import Amount, file_name, packed, zipped
from translations.files import FORMATS
from translations.views.staff import TranslatorsView

_NAMES = {code: file_format.name for code, file_format in FORMATS.items()}


def _languages() -> list[tuple[str, str]]:
    names = other_language_names().items()
    return [(code, format_html('<bdi lang="{}">{}</bdi>', code, name)) for code, name in names]


class ExportForm(forms.Form):
    """What to put into the files. The answers stand in the address."""

    languages = forms.MultipleChoiceField(
        label="Språk",
        choices=_languages,
        widget=forms.CheckboxSelectMultiple,
        help_text="Med flera språk får du en ZIP-fil med en fil för varje språk.",
        error_messages={"required": "Välj minst ett språk."},
    )
    amount = forms.ChoiceField(
        label="Texter", choices=Amount.choices, initial=Amount.UNFINISHED, widget=forms.RadioSelect
    )
    format = forms.ChoiceField(
        label="Filformat",
        choices=[*_NAMES.items()],
        initial="xliff-1.2",
        widget=forms.RadioSelect,
        help_text="XLIFF 1.2 kan de flesta översättningsprogram. PO är för Poedit och liknande.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = "Det valet finns inte."


class Export(TranslatorsView):
    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest) -> HttpResponse:
        is_asked = "format" in request.GET
        chosen = {"languages": request.GET.getlist("languages")}
        form = ExportForm(request.GET) if is_asked else ExportForm(initial=chosen)
        files = _files(self.kinds, form.cleaned_data) if is_asked and form.is_valid() else None
        if files:
            return _sent(files, form.cleaned_data)
        if files is not None:
            messages.info(request, "Det finns inget att hämta: välj fler texter eller fler språk.")
        return self.shown("export.html", {"title": "Hämta fil till översättare", "form": form})


def _files(kinds: list[Any], asked: dict[str, Any]) -> dict[str, bytes]:
    """The content of each file by its name. A language with nothing to translate has none."""
    file_format = FORMATS[asked["format"]]
    today = timezone.localdate()
    units = {code: packed(kinds, code, asked["amount"]) for code in asked["languages"]}
    return {
        file_name(code, file_format, today): file_format.write(found, code)
        for code, found in units.items()
        if found
    }


def _sent(files: dict[str, bytes], asked: dict[str, Any]) -> HttpResponse:
    [name, *others], [content, *_] = files, files.values()
    media_type = FORMATS[asked["format"]].media_type
    if others or len(asked["languages"]) > 1:
        name = f"boras-halsa-{timezone.localdate():%Y-%m-%d}.zip"
        content, media_type = zipped(files), "application/zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)
