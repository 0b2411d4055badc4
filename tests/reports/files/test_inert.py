"""Texts in a CSV are marked where a cell could begin as a formula, and only there."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.files.inert import inert

PIECES = st.sampled_from(["=", "+", "-", "@", "＝", "'", '"', " ", ";", ",", "\t", "\n", "1", "å"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Andel trångbodda",
        "18-24 år",
        "a=b",
        "Norrby (kommundel); 2020",
        "'Allo",
        "ja\tnej",
        "–",
    ],
)
def test_a_text_that_runs_nowhere_is_left_alone(text: str) -> None:
    assert inert(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("-2", "'-2"),
        ("\tord", "'\tord"),
        (" \u00a0\u200b＝1", "' \u00a0\u200b＝1"),
        ("Ja;=1+1;", "Ja;'=1+1;"),
        ('Ja,"@SUM(1)"', 'Ja,\'"@SUM(1)"'),
        ("rad\n+1", "rad\n'+1"),
        ("'=1", "''=1"),
    ],
)
def test_a_cell_that_could_begin_as_a_formula_begins_with_an_apostrophe(
    text: str, expected: str
) -> None:
    assert inert(text) == expected


@given(st.lists(PIECES).map("".join), st.lists(PIECES).map("".join))
def test_two_texts_never_become_one(one: str, other: str) -> None:
    assert (inert(one) == inert(other)) == (one == other)


@given(st.lists(PIECES).map("".join))
def test_what_is_marked_holds_the_text_and_nothing_but_apostrophes_beside_it(text: str) -> None:
    left = iter(inert(text))
    assert all(letter in left for letter in text)
    assert inert(text).replace("'", "") == text.replace("'", "")


def test_a_text_of_only_separators_and_blanks_takes_no_time() -> None:
    began = time.perf_counter()
    for hostile in (", '" * 20_000, "\t" * 50_000 + "-", ";" + " " * 50_000, "'" * 50_000 + "="):
        inert(hostile)
    assert time.perf_counter() - began < 1
