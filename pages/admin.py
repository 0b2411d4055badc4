from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from pages.models import Page
from pages.urls import STANDING
from publishing.admin import PageAdmin


@admin.register(Page)
class PagesAdmin(PageAdmin):
    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A page that the site links to from everywhere can be changed, not deleted."""
        return super().has_delete_permission(request, obj) and not self._is_standing(obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fixed = ["slug"] if self._is_standing(obj) else []
        return [*super().get_readonly_fields(request, obj), *fixed]

    @staticmethod
    def _is_standing(page: Page | None) -> bool:
        return page is not None and page.slug in STANDING
