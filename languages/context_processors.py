"""What every template knows about languages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import get_language, get_language_info, override

from languages.routing import language_of


def address_in(language: str, request: HttpRequest) -> str:
    """The address of the same page in another language; its home page if there is none."""
    try:
        with override(language_of(request.path_info)):
            match = resolve(request.path_info)
        with override(language):
            path = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
    except (Resolver404, ValueError, LookupError):
        with override(language):
            return reverse("home")
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query else path


def languages(request: HttpRequest) -> dict[str, Any]:
    """The language menu: each language in its own name, on the same page."""
    current = get_language()

    def menu() -> list[dict[str, Any]]:
        return [
            {
                "code": code,
                "name": name,
                "direction": "rtl" if get_language_info(code)["bidi"] else "ltr",
                "address": address_in(code, request),
                "current": code == current,
            }
            for code, name in settings.LANGUAGES
        ]

    return {"language_menu": menu, "site_url": settings.SITE_URL}
