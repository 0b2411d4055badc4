"""What the guide to the languages says in bold is what staff read on the screen."""

import re
from pathlib import Path

import pytest
from django.conf import settings

# Bold for other reasons.
HEADINGS = {"En hel sida på ett språk.", "Notiser.", "En sida:", "Flera på en gång:"}
HEADINGS |= {"fetstil", "Granska först."}


def said_in(*places: str) -> str:
    """All the text of some files, with one space for every break."""
    files = (path for place in places for path in Path(settings.BASE_DIR).glob(place))
    return " ".join(" ".join(path.read_text() for path in files).split())


def words_in_bold() -> list[str]:
    return sorted({*re.findall(r"\*\*(.+?)\*\*", said_in("docs/sprak.md"))} - HEADINGS)


SCREEN = said_in(
    "templates/admin/*.html",
    "templates/admin/translations/*.html",
    "translations/**/*.py",
    "boras_halsa/settings.py",
)


@pytest.mark.parametrize("word", words_in_bold())
def test_a_word_in_bold_stands_on_the_screen(word: str) -> None:
    assert re.search(rf"(?<!\w){re.escape(word)}(?!\w)", SCREEN), word


def test_the_guide_has_words_in_bold() -> None:
    assert {"Inför", "Liten ändring", "Markera som granskade"} <= {*words_in_bold()}
