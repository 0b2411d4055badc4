"""What the languages are called."""

from django.conf import settings
from django.utils.translation import get_language_info

EASY = f"{settings.LANGUAGE_CODE}-x-latt"  # Easy Swedish, as any other language to the site


def language_names() -> dict[str, str]:
    """Every language that texts can be written in, in its own words, also one not yet shown."""
    shown = dict(settings.LANGUAGES)
    return {
        code: shown.get(code) or get_language_info(code)["name_local"]
        for code in settings.MODELTRANSLATION_LANGUAGES
    }


def other_language_names() -> dict[str, str]:
    """The same without Swedish: every language that texts are translated to."""
    names = language_names()
    return {code: name for code, name in names.items() if code != settings.LANGUAGE_CODE}


def direction_of(language: str) -> str:
    """Which way a language is written, as the attribute `dir` has it."""
    return "rtl" if get_language_info(language)["bidi"] else "ltr"
