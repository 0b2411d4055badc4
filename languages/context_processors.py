"""What every template knows about languages."""

from contextlib import suppress
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, Resolver404, ResolverMatch, resolve, reverse
from django.utils.translation import get_language, override

from languages.names import direction_of
from languages.routing import language_of


def _match(request: HttpRequest) -> ResolverMatch | None:
    """What the address leads to, or None."""
    if getattr(request, "leads_nowhere", False):
        return None
    with suppress(Resolver404), override(language_of(request.path_info)):
        return resolve(request.path_info)
    return None


def _path_in(language: str, match: ResolverMatch | None) -> tuple[str, bool]:
    """The path of the same page in another language, else of its home page, and which it is."""
    with override(language):
        if match:
            with suppress(NoReverseMatch):
                return reverse(match.view_name, args=match.args, kwargs=match.kwargs), True
        return reverse("home"), False


def languages(request: HttpRequest) -> dict[str, Any]:
    """The language menu: each language in its own name, on the same page.

    Its canonical address is the absolute one that the page is known by, without its query.
    """
    current = get_language()

    @cache
    def menu() -> list[dict[str, Any]]:
        match, query = _match(request), request.META.get("QUERY_STRING", "")
        paths = {code: _path_in(code, match) for code, _ in settings.LANGUAGES}
        return [
            {
                "code": code,
                "name": name,
                "direction": direction_of(code),
                "address": f"{path}?{query}" if query and same else path,
                "canonical": f"{settings.SITE_URL}{path}",
                "current": code == current,
            }
            for (code, name), (path, same) in zip(settings.LANGUAGES, paths.values(), strict=True)
        ]

    return {"language_menu": menu, "site_url": settings.SITE_URL}
