"""One group of fields per language, which a small script turns into tabs."""

from typing import Any

from django.conf import settings
from django.contrib.admin.options import BaseModelAdmin
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.forms import Field
from django.http import HttpRequest
from django.utils.translation import get_language_info
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline
from modeltranslation.fields import TranslationField

from delivery.admin import SteadyAdmin
from languages.names import language_names


class LanguageGroups(BaseModelAdmin):
    """Gathers the fields: a group for each language, and one for what is the same in all."""

    shared_first = False

    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        given = super().get_fieldsets(request, obj)
        names = [name for _, options in given for name in options["fields"]]
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
            bidi = get_language_info(db_field.language)["bidi"]
            field.widget.attrs["lang"] = db_field.language
            field.widget.attrs["dir"] = "rtl" if bidi else "ltr"
            field.label = str(db_field.translated_field.verbose_name).capitalize()
        return field


class TranslatedAdmin(LanguageGroups, SteadyAdmin, TranslationAdmin):
    """A model with texts in several languages."""

    class Media:
        js = ["js/language-tabs.js"]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        """Gives the editor's import map, which is inline, the nonce of this response."""
        if hasattr(context["media"], "with_nonce"):
            context["media"] = context["media"].with_nonce(str(request.csp_nonce))
        return super().render_change_form(request, context, *args, **kwargs)


class TranslatedInline(LanguageGroups, TranslationStackedInline):
    """Rows with texts in several languages, on the page that they belong to."""

    shared_first = True
    extra = 0
