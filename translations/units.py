"""A row's texts as the units that a translator works on: a paragraph, a heading, a short text.

Every unit is told as HTML, also that of a plain text, so that a file treats all of them alike.
The block tags around the paragraphs of a rich text are its skeleton, which stays at home: what
comes back is put into the skeleton of the Swedish text of today.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from typing import NamedTuple, Self

from django.db import models
from django.utils.html import strip_tags
from modeltranslation.utils import build_localized_fieldname

from languages.translated import SOURCE, State, Translated
from translations.checks import TAG, is_rich, problems

_BLOCK = re.compile(r"""(</?(?:p|h[1-6]|ul|ol|li|blockquote)\b(?:"[^"]*"|'[^']*'|[^'"<>])*>)""")
_TAGS = re.compile(f"({TAG})")
_SPACE = " \t\r\n"
_KEY = re.compile(r"(\w+\.\w+):([0-9]{1,18}):(\w+):([0-9]{1,6})", re.ASCII)
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Key(NamedTuple):
    """Where a unit belongs, written `areas.area:3:body:2`. The first paragraph is number 1."""

    model: str
    pk: int
    field: str
    number: int

    def __str__(self) -> str:
        return ":".join(map(str, self))

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """A key as it stands in a file; nothing if it isn't one."""
        match = _KEY.fullmatch(text)
        return cls(match[1], int(match[2]), match[3], int(match[4])) if match else None


@dataclass(frozen=True)
class Unit:
    """What a translator gets: `target` is what there is already, and `state` how far it came.

    `state` is empty where the translation is to be made, or to be looked over. `before` is the
    Swedish text that the target was made from, if it was another.
    """

    key: Key
    source: str
    target: str
    state: str
    before: str


def units_of(row: Translated, language: str, before: dict[str, str]) -> Iterator[Unit]:
    """Every unit of the texts of a row that are filled in Swedish.

    `before` holds the Swedish texts that the translation was made from, if they were others.
    """
    for name, source in row.texts_in(SOURCE).items():
        field = field_in(type(row), name, language)
        now = paragraphs(field, source)
        made = paragraphs_like(field, source, row.text_in(name, language)) or [""] * len(now)
        was = paragraphs_like(field, source, before.get(name, "")) or now
        for number, (text, target, old) in enumerate(zip(now, made, was, strict=True), start=1):
            key = Key(row._meta.label_lower, row.pk, name, number)
            state = _state(row, language) if _fits(field, text, target) else ""
            yield Unit(key, text, target, state, old if old != text else "")


def _state(row: Translated, language: str) -> str:
    state = row.languages.get(language, {}).get("state", "")
    waits = state == State.MACHINE or row.is_out_of_date_in(language)
    return "" if waits else state


def _fits(field: models.Field, source: str, target: str) -> bool:
    return not problems(field, *(as_kept(field, text) for text in (source, target)))


def field_in(model: type[Translated], name: str, language: str) -> models.Field:
    """The field that holds a text in one language."""
    return model._meta.get_field(build_localized_fieldname(name, language))


# --- Texts and their paragraphs --------------------------------------------------------------


def paragraphs(field: models.Field, text: str) -> list[str]:
    """The paragraphs of a text, as HTML. A plain text is one, whatever lines it has."""
    if not is_rich(field):
        return [escaped(tellable(text).strip())]
    return [canonical(piece.strip(_SPACE)) for piece in _pieces(text) if _has_words(piece)]


def paragraphs_like(field: models.Field, source: str, text: str) -> list[str]:
    """The paragraphs of a translation; none if it is not built like the Swedish text."""
    alike = text and _skeleton(field, text) == _skeleton(field, source)
    return paragraphs(field, text) if alike else []


def assembled(field: models.Field, source: str, translated: list[str]) -> str:
    """A text built like the Swedish one, of the translations of its paragraphs."""
    if not is_rich(field):
        return as_kept(field, translated[0])
    following = iter(translated)
    return "".join(
        piece.replace(piece.strip(_SPACE), next(following)) if _has_words(piece) else piece
        for piece in _pieces(source)
    )


def _skeleton(field: models.Field, text: str) -> list[str]:
    """The tags between the paragraphs, with an empty place for each paragraph."""
    if not is_rich(field):
        return []
    pieces = [piece.strip(_SPACE) for piece in _pieces(text)]
    return ["" if _has_words(piece) else piece for piece in pieces if piece]


def _pieces(text: str) -> list[str]:
    """The block tags of a rich text, and what stands between them."""
    return _BLOCK.split(tellable(text))


def tellable(text: str) -> str:
    """A text without what no file can hold, and with one kind of line breaks."""
    return _NOT_IN_XML.sub("", text.replace("\r\n", "\n"))


def _has_words(piece: str) -> bool:
    return bool(unescape(strip_tags(piece)).strip())


# --- HTML ------------------------------------------------------------------------------------


def escaped(text: str) -> str:
    """Plain text as HTML, written as the sanitiser writes it."""
    return escape(text, quote=False).replace("\u00a0", "&nbsp;")


def canonical(html: str) -> str:
    """HTML written as the sanitiser writes it, whichever way a translator's tool wrote it."""
    pieces = tags_and_texts(html)
    return "".join(p if n % 2 else escaped(unescape(p)) for n, p in enumerate(pieces))


def tags_and_texts(html: str) -> list[str]:
    """The parts of HTML: every second one, beginning with the first, is text; the rest are tags."""
    return _TAGS.split(html)


def as_kept(field: models.Field, html: str) -> str:
    """The HTML of a unit as the field keeps it."""
    return html if is_rich(field) else unescape(html)
