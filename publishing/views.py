"""How a published page and a list of published pages are shown."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from django.views.generic import DetailView, ListView

from languages.reading import Translation
from languages.translated import SOURCE, Translated
from publishing import share_pictures
from publishing.forms import ListFilter
from publishing.models import PublicPage

MOST = 24  # Rows of one kind on a page. Its own parts are never more; the rest is in its list.
_SHARED_FOR = 3600  # seconds that a picture may be kept elsewhere after its page has changed


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
        related = self.related(page)
        return super().get_context_data(
            available_languages=page.readable_languages,
            translation=Translation(page, get_language() or SOURCE, _parts(related)),
            **related,
            **kwargs,
        )

    def related(self, page: Any) -> dict[str, Any]:
        """What else the page shows: querysets of published things, each with a limit.

        What it tells of inside other things is named as `rows`, so that their state is known.
        """
        return {}


def _parts(related: dict[str, Any]) -> list[Translated]:
    """What is told on a page and has no page of its own: rows, and what was fetched with them."""
    lists = [told if isinstance(told, Iterable) else [told] for told in related.values()]
    rows = [row for rows in lists for row in rows if isinstance(row, Translated)]
    shown = [*rows, *(it for row in rows for it in _fetched_with(row))]
    return [it for it in shown if isinstance(it, Translated) and not isinstance(it, PublicPage)]


def _fetched_with(row: Translated) -> list[Any]:
    relations = [field for field in row._meta.concrete_fields if field.is_relation]
    return [getattr(row, field.name) for field in relations if field.is_cached(row)]


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


class FilteredList(PublishedList):
    """A list that readers can narrow. What they chose stands in the address and nowhere else."""

    form_class: type[ListFilter]

    def get_queryset(self) -> QuerySet[Any]:
        self.form = self.form_class(self.request.GET or None)
        return self.form.narrow(super().get_queryset())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(form=self.form, **kwargs)


def _model_of(kind: str) -> Any:
    """The kind of page with this name."""
    for model in apps.get_models():
        if issubclass(model, PublicPage) and model._meta.model_name == kind:
            return model
    raise Http404


@require_safe
def share_picture(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """The picture of a published page; `kind` is the name of its model."""
    model = _model_of(kind)
    needed = [relation for relation in model.public_with if relation]
    page = model.objects.published().select_related(*needed).filter(slug=slug).first()
    if page:
        return _picture(request, share_pictures.of_page(page))
    if model.objects.withdrawn().filter(slug=slug).exists():
        return TemplateResponse(request, "410.html", status=410)
    raise Http404


@require_safe
def site_share_picture(request: HttpRequest) -> HttpResponse:
    """The picture of the pages that are nobody's own, such as lists."""
    return _picture(request, share_pictures.of_site())


def _picture(request: HttpRequest, picture: share_pictures.Picture) -> HttpResponse:
    response = get_conditional_response(request, etag=picture.etag)
    if not response:
        response = HttpResponse(picture.png(), "image/png", headers={"ETag": picture.etag})
    response.headers["Cache-Control"] = f"public, max-age={_SHARED_FOR}"
    return response
