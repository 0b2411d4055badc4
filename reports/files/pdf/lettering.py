"""Words as a document can draw them, and a reader of it find them."""

import re

from publishing.glyphs import writable

# Signs for Arabic short vowels, which readers do without. In a PDF they come before their letter,
# so that a word with one can be neither found nor copied.
_VOWELS = re.compile("[\u064b-\u0652]")
_LONG = re.compile(r"\w{40,}")  # no word of any language; it may be broken anywhere
_PIECE = re.compile(r"\w{20}(?=\w)")
_BREAK = "\N{ZERO WIDTH SPACE}"


def lettered(text: str) -> str:
    """A text without vowel signs, with a sign for what no font has, and with room to break."""
    words = writable(_VOWELS.sub("", text))
    return _LONG.sub(lambda word: _PIECE.sub(rf"\g<0>{_BREAK}", word[0]), words)
