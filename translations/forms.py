"""The forms in which staff edit what is told in several languages."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import FieldDoesNotExist
from django.utils.html import format_html
from django.utils.text import get_text_list
from modeltranslation.fields import TranslationField

from languages.names import language_names, other_language_names
from languages.translated import SOURCE
from translations.models import Term
from translations.sources import Beside, Sources


class FieldBesideSource(forms.BoundField):
    """Read aloud with a line about its Swedish source, not with all of that text."""

    @property
    def aria_describedby(self) -> str | None:
        described: str | None = super().aria_describedby
        if described and isinstance(self.field.help_text, Beside):
            return described.replace(f"{self.auto_id}_helptext", f"{self.auto_id}_about")
        return described


class SourceForm(forms.ModelForm):
    """Shows beside each translation the Swedish text that it should tell."""

    glossary: Sequence[Term] = ()
    bound_field_class = FieldBesideSource

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            sources = Sources(self.instance, self.glossary)
            for name in self.fields:
                self._put_beside(name, sources)

    def _put_beside(self, name: str, sources: Sources) -> None:
        told, field = self._translation(name), self.fields[name]
        if told and sources.helps_with(told):
            html_id = str(self.auto_id) % self.add_prefix(name)
            field.help_text = Beside(sources, told, html_id, field.help_text)

    def _translation(self, name: str) -> TranslationField | None:
        try:
            field = self._meta.model._meta.get_field(name)
        except FieldDoesNotExist:
            return None
        return field if isinstance(field, TranslationField) else None


_REVIEWED = '<bdi lang="{}">{}</bdi><span class="visually-hidden">: granskad</span>'


def _languages_to_review() -> list[tuple[str, str]]:
    names = other_language_names().items()
    return [(code, format_html(_REVIEWED, code, name)) for code, name in names]


class TranslatedForm(SourceForm):
    """A page, with what its editor can say about its translations."""

    minor_edit = forms.BooleanField(
        label="Liten ändring",
        required=False,
        help_text="Rättar till exempel ett stavfel. Översättningarna fortsätter att gälla.",
    )
    reviewed = forms.MultipleChoiceField(
        label="Granskade översättningar",
        required=False,
        choices=_languages_to_review,
        widget=forms.CheckboxSelectMultiple,
        help_text="Jag har jämfört översättningen med dagens svenska text, "
        "på sidan och i dess delar. Ditt namn och tiden sparas.",
    )

    def _post_clean(self) -> None:
        """Nobody can have reviewed what is missing. The row holds by now what was typed."""
        super()._post_clean()
        for language in self.cleaned_data.get("reviewed", []):
            if missing := self._missing_in(language):
                name = language_names()[language]
                text = f"{name}: fyll i {missing} innan du markerar översättningen som granskad."
                self.add_error("reviewed", text)

    def _missing_in(self, language: str) -> str:
        row = self.instance
        missing = [name for name in row.texts_in(SOURCE) if not row.text_in(name, language)]
        labels = [str(row._meta.get_field(name).verbose_name) for name in missing]
        return str(get_text_list(labels, "och"))
