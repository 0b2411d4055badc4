"""What a translation must keep of its Swedish source, and what it may never hold."""

import re
from collections import Counter
from html import unescape

from django.db import models
from django.utils.html import strip_tags
from django_prose_editor.fields import ProseEditorField

# A tag, with whatever stands between quotes; also one that never ends.
TAG = r"""</?[a-zA-Z](?:"[^"]*"|'[^']*'|[^'"<>])*>"""
_MARKS = re.compile(
    rf"{TAG}|<[a-zA-Z/!?][^<>]*>?"  # tags, whole or broken, and comments
    r"|\{\w*\}|%\(\w+\)[a-z]|%[sd]\b"  # placeholders
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_EMPTY = "Översättningen är tom."
_NEW_LINES = re.compile(r"[\t\n\u2028\u2029]")


def problems(field: models.Field, source: str, target: str) -> list[str]:
    """Why a translation can't be taken into a field, in words for staff; empty if it can.

    `source` and `target` are the whole texts of the field, or one paragraph of each.
    """
    if not target.strip():
        return [_EMPTY]
    found = [*_differing_marks(source, target), *_forbidden_characters(field, target)]
    if field.max_length and len(target) > field.max_length:
        found.append(f"{len(target)} tecken: fältet rymmer högst {field.max_length}. Korta texten.")
    return found or _unclean(field, target)


def is_rich(field: models.Field) -> bool:
    """Whether the texts of a field are HTML."""
    return isinstance(field, ProseEditorField)


def _differing_marks(source: str, target: str) -> list[str]:
    """A tag written as text counts as a tag: nobody means it as words."""
    wanted, given = (Counter(_MARKS.findall(unescape(text))) for text in (source, target))
    return [
        *(f"{mark} saknas. Den ska finnas som i den svenska texten." for mark in wanted - given),
        *(f"{mark} finns inte i den svenska texten. Ta bort den." for mark in given - wanted),
    ]


def _forbidden_characters(field: models.Field, target: str) -> list[str]:
    found = []
    if _CONTROLS.search(target):
        found.append("Texten innehåller osynliga styrtecken. Skriv den på nytt.")
    if not isinstance(field, models.TextField) and _NEW_LINES.search(target):
        found.append("Texten ska stå på en enda rad, utan radbrytning eller tabb.")
    return found


def _unclean(field: models.Field, target: str) -> list[str]:
    """Even with the right tags, they can stand so that the text would be changed when saved."""
    if not unescape(strip_tags(target)).strip():
        return [_EMPTY]
    if is_rich(field) and field.sanitize(target) != target:
        return ["Taggarna står i fel ordning eller är inte rätt avslutade."]
    return []
