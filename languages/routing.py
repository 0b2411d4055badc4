"""Which language an address is in, and how it is written.

The first segment of the path decides the language, and nothing else does: no cookie, no header.
So the same address is the same page for everybody, and can be kept by any cache.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import URLResolver, reverse
from django.urls.resolvers import LocalePrefixPattern
from django.utils.translation import get_language, override

# The language of the page around, while a piece of it is told in another one.
_reader_language: ContextVar[str | None] = ContextVar("reader_language", default=None)


def path_of(language: str) -> str:
    """The first path segment of a language; empty for Swedish."""
    return settings.LANGUAGE_PATHS.get(language, language)


def language_of(path: str) -> str:
    """The language that a path is in: Swedish unless its first segment names another."""
    first = path.lstrip("/").split("/", 1)[0]
    for code, _ in settings.LANGUAGES:
        if first and path_of(code) == first:
            return code
    return settings.LANGUAGE_CODE


def reader_language() -> str:
    """The language of the page as a whole, also inside a part that is told in another."""
    return _reader_language.get() or get_language() or settings.LANGUAGE_CODE


@contextmanager
def told_in(language: str) -> Iterator[None]:
    """Tells a part of a page in another language; addresses keep to the reader's.

    >>> with told_in("sv"): article.render()
    """
    token = _reader_language.set(reader_language())
    try:
        with override(language):
            yield
    finally:
        _reader_language.reset(token)


def address(view: str, **kwargs: Any) -> str:
    """The path of a view, in the reader's language."""
    with override(reader_language()):
        return reverse(view, kwargs=kwargs)


class LanguagePrefix(LocalePrefixPattern):
    """Django's prefix pattern, with addresses that need not equal the language code."""

    @property
    def language_prefix(self) -> str:
        path = path_of(get_language() or settings.LANGUAGE_CODE)
        return f"{path}/" if path else ""


def in_every_language(*urls: Any) -> list[URLResolver]:
    """Wraps URL patterns so that each language has its own."""
    return [URLResolver(LanguagePrefix(), list(urls))]


class LanguageMiddleware:
    """Speaks the language of the address; the admin always speaks Swedish."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request.path_info)
        with override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
