"""What has changed between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape

from django.utils.html import strip_tags

_END_OF_BLOCK = re.compile(r"</(?:p|h[1-6]|li|blockquote)>|<br\s*/?>", re.IGNORECASE)


@dataclass(frozen=True)
class Piece:
    """Words in a row that have fared alike: `same`, `removed` or `added`."""

    kind: str
    text: str


def plain(html: str) -> str:
    """The words of a rich text, a paragraph a line. Not safe to show unescaped."""
    lines = unescape(strip_tags(_END_OF_BLOCK.sub("\n", html))).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def difference(before: str, after: str) -> list[Piece]:
    """Both texts as one, with the words that were removed and those that were added."""
    old, new = _words(before), _words(after)
    bare_old, bare_new = ([word.strip() for word in words] for words in (old, new))
    pieces = []
    for kind, i, j, k, m in SequenceMatcher(None, bare_old, bare_new).get_opcodes():
        same = kind == "equal"
        pieces += [Piece("same", "".join(new[k:m]))] if same else []
        pieces += [Piece("removed", "".join(old[i:j]).strip())] if i < j and not same else []
        pieces += [Piece("added", "".join(new[k:m]).strip())] if k < m and not same else []
    return pieces


def _words(text: str) -> list[str]:
    """The words, each with the space after it."""
    return re.findall(r"\S+\s*", text)
