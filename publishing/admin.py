"""How staff edit what is published."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import DataError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from languages.admin import TranslatedAdmin
from languages.translated import State
from publishing.models import Contact, Office, Publishable

STATE_WORDS = dict(State.choices)


class SteadyList(admin.ModelAdmin):
    """A list that answers a nonsensical address with a plain message instead of an error."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        try:
            return super().changelist_view(request, extra_context)
        except (ValueError, OverflowError, ValidationError, DataError):
            self.message_user(request, "Filtret i adressen gick inte att förstå.", "warning")
            return HttpResponseRedirect(request.path)


class PublishableAdmin(SteadyList, TranslatedAdmin):
    """Something with a draft, a schedule and an end."""

    list_display = ["title", "status", "changed_at"]
    list_filter = ["published_at"]
    search_fields = ["title"]
    readonly_fields = ["translation_states"]
    save_on_top = True

    @admin.display(description="översättningar")
    def translation_states(self, page: Publishable) -> str:
        """What state each translation is in, in words."""
        stamps = {code: stamp for code, stamp in page.languages.items() if "state" in stamp}
        words = [f"{code}: {STATE_WORDS[stamp['state']]}" for code, stamp in stamps.items()]
        return ". ".join(words) or "Inga än"


class PageAdmin(PublishableAdmin):
    """A page with an address of its own."""

    list_select_related: bool | list[str] = True

    def view_on_site(self, page: Any) -> str | None:
        """A link to the public page, once there is one."""
        return page.get_absolute_url() if page.status == "Publicerad" else None


@admin.register(Office, Contact)
class TitledAdmin(SteadyList, TranslatedAdmin):
    search_fields = ["title"]
