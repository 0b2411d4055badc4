"""What the fonts can write, so that a file can always be made."""

import pytest

from publishing.glyphs import UNKNOWN, writable


@pytest.mark.parametrize(
    "text",
    [
        "Hässleholmen – “så” 12 %, 4 ≥ 3",
        "عن المنطقة، ١٢",
        "Äänestäneet (%)",
        "1\N{NO-BREAK SPACE}580",
    ],
)
def test_the_words_of_every_language_stay_as_they_are(text: str) -> None:
    assert writable(text) == text


def test_each_run_of_what_no_font_has_is_one_sign() -> None:
    assert writable("Hej 🎉🎉 och 中文!") == f"Hej {UNKNOWN} och {UNKNOWN}!"
    assert writable("En familj: 👩\u200d👩\u200d👧\ufe0f.") == f"En familj: {UNKNOWN}."


def test_what_is_not_seen_is_left_out() -> None:
    assert writable("a\x00b\x07c\ufeffd") == "abcd"


def test_a_letter_with_its_mark_beside_is_one_letter() -> None:
    assert writable("Bora\u030as") == "Borås"
