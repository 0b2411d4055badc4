"""An admin that answers odd input with a plain message instead of an error."""

import re
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction
from django.forms import Field, ModelMultipleChoiceField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

_KEY = re.compile(r"[0-9]{1,18}")


class SteadyChoice(AutocompleteSelect):
    """Django's own crashes when it shows a choice again that can't be the key of a row."""

    def optgroups(self, name: str, value: list[Any], attrs: Any = None) -> Any:
        keys = [key for key in value if _KEY.fullmatch(str(key))]
        return super().optgroups(name, keys, attrs)


class SteadyChoices(ModelMultipleChoiceField):
    """Django's own crashes on a key with more digits than the database can hold."""

    def clean(self, value: Any) -> Any:
        for key in value or ():
            if not _KEY.fullmatch(str(key)):
                told, params = self.error_messages["invalid_pk_value"], {"pk": str(key)[:40]}
                raise ValidationError(told, "invalid_pk_value", params)
        return super().clean(value)


class SteadyForms(BaseModelAdmin):
    """Forms and rows of forms that answer odd input with a plain message."""

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> Field | None:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", SteadyChoice(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(
        self, db_field: models.ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> Field | None:
        kwargs.setdefault("form_class", SteadyChoices)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class SteadyAdmin(SteadyForms, admin.ModelAdmin):
    """Django's own admin lets some addresses of a list crash it."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().changelist_view(request, extra_context)
        except (ValueError, OverflowError, ValidationError, DatabaseError):
            if request.method == "GET" and not request.GET:
                raise  # The bare list has no filter to leave out: something else is wrong.
            self.message_user(request, "Filtret i adressen gick inte att förstå.", "warning")
            return HttpResponseRedirect(request.path)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Nothing is filled in from the address."""
        return {}
