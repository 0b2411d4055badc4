"""How a published page and a list of published pages are shown."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.generic import DetailView, ListView

from publishing.models import PublicPage

MOST = 12  # Rows of one kind below a page; all of them are in the list that the page links to.


class PublishedPage(DetailView):
    """A published page; withdrawn, it answers 410 with a way on."""

    context_object_name = "page"
    queryset: QuerySet[Any]

    def get_queryset(self) -> QuerySet[Any]:
        return self.queryset.published().select_related("office", "contact__office", "image")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            if self.queryset.withdrawn().filter(slug=self.kwargs["slug"]).exists():
                return TemplateResponse(request, "410.html", status=410)
            raise

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page: PublicPage = self.object
        return super().get_context_data(
            available_languages=page.readable_languages, **self.related(page), **kwargs
        )

    def related(self, page: Any) -> dict[str, Any]:
        """What else the page shows: querysets of published things, each with a limit."""
        return {}


class PublishedList(ListView):
    """A list of published pages, in pieces that are the same size however many there are."""

    context_object_name = "items"
    paginate_by = 20
    queryset: QuerySet[Any]

    def get_queryset(self) -> QuerySet[Any]:
        return self.queryset.published()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        every = [code for code, _ in settings.LANGUAGES]
        return super().get_context_data(available_languages=every, **kwargs)
