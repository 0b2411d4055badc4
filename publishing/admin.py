"""How staff edit what is published."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from publishing.models import PUBLISHED, Contact, Office
from publishing.views import MOST
from translations.admin import TranslatedAdmin, TranslatedInline


class PublishableAdmin(TranslatedAdmin):
    """Something with a draft, a schedule and an end."""

    list_display = ["title", "status", "changed_at"]
    list_filter = ["published_at"]
    search_fields = ["title"]
    save_on_top = True


class PageAdmin(PublishableAdmin):
    """A page with an address of its own."""

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        """A new page's address is suggested from its Swedish title; later it stays."""
        return {} if obj else {"slug": ["title_sv"]}

    def view_on_site(self, page: Any) -> str | None:
        """A link to the public page, once there is one."""
        return page.get_absolute_url() if page.status == PUBLISHED else None


class PartInline(TranslatedInline):
    """The parts of a page: no more of them than the page shows."""

    max_num = MOST


@admin.register(Office, Contact)
class TitledAdmin(TranslatedAdmin):
    search_fields = ["title"]
