"""What every template knows about languages."""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils.translation import get_language, override

from languages.names import direction_of
from languages.routing import language_of


def _path_in(language: str, request: HttpRequest) -> tuple[str, bool]:
    """The path of the same page in another language, else of its home page, and which it is."""
    try:
        if getattr(request, "leads_nowhere", False):
            raise Resolver404
        with override(language_of(request.path_info)):
            match = resolve(request.path_info)
        with override(language):
            return reverse(match.view_name, args=match.args, kwargs=match.kwargs), True
    except (Resolver404, NoReverseMatch):
        with override(language):
            return reverse("home"), False


def address_in(language: str, request: HttpRequest) -> str:
    """The address of the same page in another language; its home page if there is none."""
    path, same = _path_in(language, request)
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query and same else path


def canonical_in(language: str, request: HttpRequest) -> str:
    """The absolute address that a page is known by, without its query."""
    path, _ = _path_in(language, request)
    return f"{settings.SITE_URL}{path}"


def languages(request: HttpRequest) -> dict[str, Any]:
    """The language menu: each language in its own name, on the same page."""
    current = get_language()

    @cache
    def menu() -> list[dict[str, Any]]:
        return [
            {
                "code": code,
                "name": name,
                "direction": direction_of(code),
                "address": address_in(code, request),
                "canonical": canonical_in(code, request),
                "current": code == current,
            }
            for code, name in settings.LANGUAGES
        ]

    return {"language_menu": menu, "site_url": settings.SITE_URL}
