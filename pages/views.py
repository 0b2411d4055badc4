"""Pages about the site and the work as a whole."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from languages.routing import address
from pages.models import Page
from publishing.views import PublishedPage

OWN_TEMPLATE = ("samverkan", "omradesutveckling")


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
        """Some standing pages show the way on to other parts of the site."""
        own = f"pages/{self.object.slug}.html"
        return (
            [own, self.template_name] if self.object.slug in OWN_TEMPLATE else [self.template_name]
        )
