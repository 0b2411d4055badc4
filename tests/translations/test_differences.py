"""What has changed in a text is told word by word."""

import pytest

from translations.differences import Piece, difference, plain


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text.strip()) for piece in difference(before, after)]


def test_a_word_that_was_exchanged_is_removed_and_added() -> None:
    assert told("Öppet varje måndag kväll", "Öppet varje tisdag kväll") == [
        ("same", "Öppet varje"),
        ("removed", "måndag"),
        ("added", "tisdag"),
        ("same", "kväll"),
    ]


def test_words_that_are_new_at_the_end_leave_the_rest_alone() -> None:
    assert told("Kom hit", "Kom hit i dag") == [("same", "Kom hit"), ("added", "i dag")]


@pytest.mark.parametrize(
    ("before", "after", "kind"), [("", "Ny text", "added"), ("Gammal text", "", "removed")]
)
def test_a_whole_text_can_be_new_or_gone(before: str, after: str, kind: str) -> None:
    assert told(before, after) == [(kind, before or after)]


def test_what_is_the_same_is_one_piece() -> None:
    assert difference("En\nrad till", "En\nrad till") == [Piece("same", "En\nrad till")]
    assert difference("", "") == []


def test_both_texts_can_be_read_out_of_the_difference() -> None:
    before, after = "Vi ses klockan ett i parken nu", "Nu ses vi klockan två i stora parken"
    pieces = told(before, after)
    assert " ".join(text for kind, text in pieces if kind != "added") == before
    assert " ".join(text for kind, text in pieces if kind != "removed") == after


def test_a_rich_text_is_read_without_its_markup_a_paragraph_a_line() -> None:
    html = '<h2>Livet</h2><p>A &amp; <a href="/x">o</a>&nbsp;&lt;b&gt;<br>u</p><ul><li>y</li></ul>'
    assert plain(html) == "Livet\nA & o\xa0<b>\nu\ny"
