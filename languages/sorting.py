"""The alphabet of each language, in the database: Swedish has å, ä and ö last.

PostgreSQL has the collations of ICU. SQLite gets simpler ones by the same names, so that a list is
in the same order on both.
"""

import unicodedata
from functools import lru_cache, partial
from string import ascii_lowercase
from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Case, F, Q, TextField, When
from django.db.models.functions import Collate
from django.utils.translation import get_language
from modeltranslation.utils import build_localized_fieldname

from languages.translated import SOURCE, State

# The letters that stand last. Elsewhere accents don't count, so that é is an e.
_LAST = {"sv": "åäö", "fi": "åäö", "ar": ascii_lowercase}
_BEYOND_ALL_LETTERS = 0xF0000


def alphabetical(field: str) -> Collate:
    """Orders by a text as its reader sees it: `.order_by(alphabetical("title"))`."""
    language = get_language() or SOURCE
    own, swedish = (F(build_localized_fieldname(field, code)) for code in (language, SOURCE))
    relation = field.rpartition("__")[0]
    read = When(_is_read_in(language, relation), then=own)
    seen = Case(read, default=swedish, output_field=TextField())
    return Collate(seen, collation_of(language))


def _is_read_in(language: str, relation: str) -> Q:
    """`is_readable_in`, for the database."""
    stamp = f"{relation}__languages__{language}".removeprefix("__")
    whole = Q(**{f"{stamp}__whole": True})
    waits = Q(**{f"{stamp}__state": State.MACHINE})
    return whole & ~waits if language in settings.REVIEW_FIRST else whole


def collation_of(language: str) -> str:
    """The name of a language's alphabet in the database; easy Swedish has that of Swedish."""
    return f"{language.split('-')[0]}-x-icu"


def teach_alphabets(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Gives SQLite the collations of all languages, when a connection is made."""
    if connection.vendor == "sqlite":
        for code in settings.MODELTRANSLATION_LANGUAGES:
            compare = partial(_compare, code.split("-")[0])
            connection.connection.create_collation(collation_of(code), compare)


def _compare(language: str, first: str, second: str) -> int:
    one, other = _sorted_as(first, language), _sorted_as(second, language)
    return (one > other) - (one < other)


@lru_cache(maxsize=4096)
def _sorted_as(text: str, language: str) -> tuple[str, str]:
    last = {
        ord(letter): chr(_BEYOND_ALL_LETTERS + place)
        for place, letter in enumerate(_LAST.get(language, ""))
    }
    letters = unicodedata.normalize("NFC", text.casefold()).translate(last)
    plain = (it for it in unicodedata.normalize("NFD", letters) if not unicodedata.combining(it))
    return "".join(plain), text
