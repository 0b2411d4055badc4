"""One group of fields per language, which a small script turns into tabs."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.forms import BaseModelFormSet, Field, ModelForm
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline
from modeltranslation.fields import TranslationField
from modeltranslation.utils import build_localized_fieldname

from delivery.admin import SteadyAdmin, SteadyForms
from languages.names import direction_of, language_names, other_language_names
from languages.translated import SOURCE, Translated
from translations.forms import SourceForm, TranslatedForm
from translations.glossary import glossary_for
from translations.models import Term
from translations.reviews import confirm_reviewed, name_of
from translations.states import states_of, swedish_changed_at


class LanguageGroups(SteadyForms):
    """Gathers the fields: a group for each language, and one for what is the same in all."""

    shared_first = False
    apart: Sequence[str] = ()  # fields with a place of their own

    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        given = super().get_fieldsets(request, obj)
        fields = [name for _, options in given for name in options["fields"]]
        names = [name for name in fields if name not in self.apart]
        groups: dict[str, list[str]] = {"": [], **{code: [] for code in language_names()}}
        for name in names:
            groups.setdefault(self._language_of(name), []).append(name)
        shared = groups.pop("")
        told = [self._group(code, fields) for code, fields in groups.items() if fields]
        name = "Samma på alla språk" if told and not self.shared_first else None
        same = [(name, {"fields": shared})] if shared else []
        return same + told if self.shared_first else told + same

    def _language_of(self, name: str) -> str:
        try:
            field = self.model._meta.get_field(name)
        except FieldDoesNotExist:
            return ""
        return field.language if isinstance(field, TranslationField) else ""

    @staticmethod
    def _group(code: str, fields: list[str]) -> tuple[str, dict[str, Any]]:
        classes = ["language"] if code == settings.LANGUAGE_CODE else ["language", "collapse"]
        return language_names()[code], {"fields": fields, "classes": classes}

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Field | None:
        """Lets the browser spell, hyphenate and align each text in its own language."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(db_field, TranslationField):
            field.widget.attrs["lang"] = db_field.language
            field.widget.attrs["dir"] = direction_of(db_field.language)
            field.label = str(db_field.translated_field.verbose_name).capitalize()
        return field


class TabsAdmin(LanguageGroups, SteadyAdmin, TranslationAdmin):
    """A form with a tab for each language."""

    class Media:
        js = ["js/language-tabs.js"]


@admin.register(Term)
class TermAdmin(TabsAdmin):
    list_display = ["title", "note", "told_in"]
    search_fields = [
        *(build_localized_fieldname("title", code) for code in settings.MODELTRANSLATION_LANGUAGES),
        "note",
    ]

    @admin.display(description="finns på")
    def told_in(self, term: Term) -> SafeString:
        """The languages that have a word for it, beside Swedish."""
        names = other_language_names().items()
        told = [it for it in names if getattr(term, build_localized_fieldname("title", it[0]))]
        return format_html_join(", ", '<bdi lang="{}">{}</bdi>', told) or SafeString("–")


class TranslatedAdmin(TabsAdmin):
    """A model whose translations follow its Swedish texts."""

    form = TranslatedForm
    apart = ["translation_states", *TranslatedForm.declared_fields]
    readonly_fields = ["translation_states"]

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> type[ModelForm]:
        form: Any = super().get_form(request, *args, **kwargs)
        form.glossary = glossary_for(request)
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Last stands how the translations are, of what is there already."""
        groups = super().get_fieldsets(request, obj)
        can_change = obj and self.has_change_permission(request, obj)
        fields = self.apart if can_change else ["translation_states"]
        return [*groups, ("Översättningar", {"fields": fields})] if obj else groups

    @admin.display(description="läge")
    def translation_states(self, row: Translated) -> SafeString:
        """How far each translation has come."""
        shown = {"states": states_of(row), "changed": swedish_changed_at(row)}
        return render_to_string("admin/translations/states.html", shown)

    def save_model(
        self, request: HttpRequest, obj: Translated, form: ModelForm, change: bool
    ) -> None:
        self._stamp_minor_edit(form, [obj])
        super().save_model(request, obj, form, change)

    def save_formset(
        self, request: HttpRequest, form: ModelForm, formset: BaseModelFormSet, change: bool
    ) -> None:
        self._stamp_minor_edit(form, [part.instance for part in formset.forms])
        super().save_formset(request, form, formset, change)

    @staticmethod
    def _stamp_minor_edit(form: ModelForm, rows: Sequence[Translated]) -> None:
        """Ahead of saving, which stamps again and finds nothing new."""
        for row in rows if form.cleaned_data["minor_edit"] else []:
            row.stamp(minor=True)

    def save_related(
        self,
        request: HttpRequest,
        form: ModelForm,
        formsets: Sequence[BaseModelFormSet],
        change: bool,
    ) -> None:
        """Once all is saved, notes who has reviewed it: the page and all its parts."""
        super().save_related(request, form, formsets, change)
        parts = [part.instance for formset in formsets for part in formset.forms]
        told = [row for row in (form.instance, *parts) if row.pk and row.texts_in(SOURCE)]
        for language in form.cleaned_data["reviewed"]:
            if left := confirm_reviewed(told, language, name_of(request.user)):
                text = f"{language_names()[language]}: {len(left)} av sidans delar saknar text"
                self.message_user(request, f"{text} och är inte granskade.", messages.WARNING)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        """Gives the editor's import map, which is inline, the nonce of this response."""
        if hasattr(context["media"], "with_nonce"):
            context["media"] = context["media"].with_nonce(str(request.csp_nonce))
        return super().render_change_form(request, context, *args, **kwargs)


class TranslatedInline(LanguageGroups, TranslationStackedInline):
    """Rows with texts in several languages, on the page that they belong to."""

    form = SourceForm
    shared_first = True
    extra = 0

    def get_formset(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> type[BaseModelFormSet]:
        formset: Any = super().get_formset(request, *args, **kwargs)
        formset.form.glossary = glossary_for(request)
        return formset
