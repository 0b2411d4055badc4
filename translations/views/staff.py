"""What all pages about translation have in common."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views import View

from translations.registry import translated_models


class TranslatorsView(View):
    """A page in the admin for those who may change something that is translated: `kinds`."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.kinds = translated_models(request.user)
        if not self.kinds:
            raise PermissionDenied

    def shown(self, template: str, context: dict[str, Any]) -> HttpResponse:
        shared = admin.site.each_context(self.request)
        return TemplateResponse(self.request, f"admin/translations/{template}", shared | context)
