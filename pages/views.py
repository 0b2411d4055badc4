"""Pages about the site and the work as a whole."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from languages.routing import address
from pages.models import Page
from publishing.views import PublishedPage


class PageDetail(PublishedPage):
    queryset = Page.objects.all()
    template_name = "pages/detail.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A page with a place of its own is not found below /om/ too."""
        place = address("pages:detail", slug=self.kwargs["slug"])
        if request.path_info != place:
            return redirect(place, permanent=True)
        return super().get(request, *args, **kwargs)

    def get_template_names(self) -> list[str]:
        """A page may have a template of its own, named by its address."""
        return [f"pages/{self.object.slug}.html", self.template_name]
