"""Django's system check of the languages: none is shown to readers before it is whole."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.utils.translation import get_language_info

from languages.catalogues import CatalogueError, path_of, read
from languages.lint import problems


def check_shown_languages(**kwargs: Any) -> list[CheckMessage]:
    """Finds languages in LANGUAGES that would show a page with half of its words in Swedish."""
    return [
        Error(f"{code} stands in LANGUAGES, but {problem}", hint=hint, id="languages.E001")
        for code, _ in settings.LANGUAGES
        for problem, hint in _problems(code)
    ]


def _problems(code: str) -> Iterator[tuple[str, str]]:
    if code not in settings.MODELTRANSLATION_LANGUAGES:
        yield "there are no texts in it.", "Write it in MODELTRANSLATION_LANGUAGES too."
    elif not is_known(code):
        yield "Django does not know it.", "Tell Django of it in LANG_INFO, in the settings."
    elif code != settings.LANGUAGE_CODE:
        yield from _problems_of_catalogue(code)


def _problems_of_catalogue(code: str) -> Iterator[tuple[str, str]]:
    path = path_of(code)
    if not path.exists():
        yield f"{path} is missing.", f"Run: manage.py add_language {code}"
        return
    try:
        found = problems(read(path))
    except CatalogueError as error:
        found = [str(error)]
    if found:
        first = "\n".join(found[:5])
        hint = "Leave the language out of LANGUAGES until all of it is translated."
        yield f"{path} is not ready ({len(found)}):\n{first}", hint


def is_known(code: str) -> bool:
    """Whether Django knows the name and the direction of a language."""
    try:
        return bool(get_language_info(code))
    except KeyError:
        return False
