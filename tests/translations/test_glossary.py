"""The city's own words are found in a text, however Swedish bends them."""

import pytest

from translations.glossary import glossary, terms_in
from translations.models import Term

HEALTH = Term(pk=1, title_sv="folkhälsa")
AGREEMENT = Term(pk=2, title_sv="folkhälsoavtal")
EASY = Term(pk=3, title_sv="lätt svenska")
EQUAL = Term(pk=4, title_sv="jämlik hälsa")
IDEA = Term(pk=5, title_sv="idéburen")
EFFORT = Term(pk=6, title_sv="insats")
TERMS = [HEALTH, AGREEMENT, EASY, EQUAL, IDEA, EFFORT]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Folkhälsan i Borås", [HEALTH]),
        ("FOLKHÄLSA", [HEALTH]),
        ("ett folkhälsoarbete", [HEALTH]),
        ("folkhälsoavtalet", [AGREEMENT]),
        ("I folkhälsoavtalet står folkhälsan först.", [AGREEMENT, HEALTH]),
        ("Den här sidan på lätt svenska", [EASY]),
        ("Läs på lätt\nsvenska", [EASY]),
        ("en mer jämlik hälsa", [EQUAL]),
        ("idéburna organisationer", [IDEA]),
        ("en idéburen förening", [IDEA]),
        ("insatser, insatsen, Insats", [EFFORT]),
        ("den svenska folkhögskolan", []),
        ("storinsats", []),
        ("inspiration", []),
        ("", []),
    ],
)
def test_a_word_is_found_by_its_beginning(text: str, found: list[Term]) -> None:
    assert terms_in(text, TERMS) == found


def test_what_is_written_as_a_term_is_no_pattern() -> None:
    odd = Term(pk=7, title_sv="c++ (.*")
    assert terms_in("vad som helst", [odd]) == []
    assert terms_in("C++ (.* här", [odd]) == [odd]


def test_a_very_short_word_is_not_found_everywhere() -> None:
    assert terms_in("ål och åar", [Term(pk=8, title_sv="ö")]) == []


def test_an_empty_glossary_finds_nothing() -> None:
    assert terms_in("folkhälsa", []) == []
    assert terms_in("folkhälsa", [Term(pk=9, title_sv="")]) == []


@pytest.mark.django_db
def test_the_city_has_a_word_of_its_own_in_every_language() -> None:
    words = {term.title_sv: term for term in glossary()}
    assert words["folkhälsa"].title_en == "public health"
    assert words["folkhälsa"].note
