"""What the languages are called."""

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

EASY = f"{settings.LANGUAGE_CODE}-x-latt"  # Easy Swedish, as any other language to the site
# Those that Django has no translated name of.
_NAMES: dict[str, Promise] = {EASY: _("Lätt svenska"), "so": _("Somaliska")}


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


def name_of(language: str) -> str:
    """What a language is called in the language of the reader; its code if that is not known."""
    if own := _NAMES.get(language):
        return str(own)
    try:
        return str(get_language_info(language)["name_translated"])
    except KeyError:
        return language


def direction_of(language: str) -> str:
    """Which way a language is written, as the attribute `dir` has it."""
    return "rtl" if get_language_info(language)["bidi"] else "ltr"
