"""An admin that answers odd input with a plain message instead of an error."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect


class SteadyAdmin(admin.ModelAdmin):
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
