"""Numbers are read as people write them in Swedish; what is unclear is asked about."""

import contextlib
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.importing.mistakes import CellError
from reports.importing.numbers import number, share, whole, written
from reports.importing.periods import begins, ends

stored = st.decimals(-(10**9), 10**9, places=4)


@given(stored)
def test_a_number_that_is_written_is_read_as_itself(told: Decimal) -> None:
    assert number(written(told)) == told


@given(stored, st.sampled_from([" ", "\xa0", "\u2009", "\u202f"]))
def test_whichever_space_stands_between_thousands(told: Decimal, space: str) -> None:
    assert number(written(told).replace("\xa0", space)) == told


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_explained(text: str) -> None:
    with contextlib.suppress(CellError):
        assert isinstance(number(text), Decimal)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1 234", "1234"),
        ("1\xa0234,5", "1234.5"),
        ("12 345 678", "12345678"),
        ("-3,25", "-3.25"),
        ("−3", "-3"),
        ("0,00005", "0.0001"),
        ("0.125", "0.125"),
        (Decimal("0.30000000000000004"), "0.3"),
        (Decimal("1E+2"), "100"),
        (None, None),
    ],
)
def test_a_number_is_read(text: Any, read: str | None) -> None:
    assert number(text) == (read and Decimal(read))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.234", "kan läsas på två sätt"),
        ("12.345.678", "kan läsas på två sätt"),
        ("12,5 %", "utan procenttecken"),
        ("1,234,567", "är inget tal"),
        ("12 34", "är inget tal"),
        ("1,5E+05", "är inget tal"),
        ("٣", "är inget tal"),
        ("ca 12", "är inget tal"),
        ("2 mar", "Här står ett datum, 2 mar"),
        ("mar-23", "Här står ett datum"),
        ("2023-03-02", "Här står ett datum"),
        ("2/3", "Här står ett datum"),
        ("#DIV/0!", "Excel har skrivit ett fel, #DIV/0!"),
        ("#SAKNAS!", "Excel har skrivit ett fel"),
        ("#####", "Excel har skrivit ett fel"),
        ("=A1+1", "Här står en formel"),
        (date(2026, 3, 2), "Här står ett datum, 2026-03-02"),
        (time(12, 30), "Här står ett klockslag, 12:30"),
        (True, "Här står SANT"),
        ("9" * 400, "för stort"),
        (Decimal("NaN"), "för stort"),
        (Decimal("1E+999999"), "för stort"),
    ],
)
def test_what_is_no_number_is_named_with_what_to_do(text: Any, said: str) -> None:
    with pytest.raises(CellError, match=said):
        number(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [("12,5", "har decimaler"), ("-1", "mindre än noll"), ("3 000 000 000", "för stort")],
)
def test_a_count_is_a_whole_number(text: str, said: str) -> None:
    with pytest.raises(CellError, match=said):
        whole(text)
    assert whole("1 234,0") == 1234


def test_a_share_is_up_to_a_hundred() -> None:
    assert share("45,67") == Decimal("45.7")
    for text in ("100,1", "-1"):
        with pytest.raises(CellError, match="0 till 100"):
            share(text)


@pytest.mark.parametrize(
    ("raw", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        (Decimal(2023), date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-02-03", date(2023, 2, 3), date(2023, 2, 3)),
        (date(2023, 2, 3), date(2023, 2, 3), date(2023, 2, 3)),
        (None, None, None),
    ],
)
def test_a_year_alone_is_the_whole_year(raw: Any, first: date | None, last: date | None) -> None:
    assert (begins(raw), ends(raw)) == (first, last)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("våren 2023", "ingen dag"),
        ("2023-02-30", "finns inte"),
        ("0023", "mellan 1900 och 2100"),
        (Decimal(44927), "inget år. Är det ett datum"),
        (Decimal("2023.5"), "inget år"),
        ("2023-1-1", "ingen dag"),
    ],
)
def test_what_is_no_period_is_named_with_what_to_do(raw: Any, said: str) -> None:
    with pytest.raises(CellError, match=said):
        begins(raw)
