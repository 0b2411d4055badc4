"""The one table that CSV, XLSX and JSON are written from."""

from typing import Any

import pytest

from reports.files.edition import Edition
from reports.files.table import COLUMNS, NAMES, rows
from reports.models import Release

pytestmark = pytest.mark.django_db


def written(edition: Edition) -> list[dict[str, Any]]:
    with edition.told():
        return list(rows(edition))


def row_of(edition: Edition, **told: Any) -> dict[str, Any]:
    """The first row that holds these values."""
    return next(row for row in written(edition) if told.items() <= row.items())


def test_every_observation_is_a_row_with_every_column_in_order(hard: Release) -> None:
    found = written(Edition(hard, "sv"))
    assert len(found) == len(hard.data["observations"])
    assert {tuple(row) for row in found} == {NAMES}


def test_numbers_and_codes_are_the_data_s_own(hard: Release) -> None:
    same = ("indicator", "territory", "sex", "age_from", "age_to", "count", "denominator", "value")
    same += ("lower", "upper", "answers", "response_rate", "status")
    for row, frozen in zip(written(Edition(hard, "ar")), hard.data["observations"], strict=True):
        assert {name: row[name] for name in same} == {name: frozen[name] for name in same}
        compared = frozen.get("comparison") or {}
        assert row["outcome"] == compared.get("outcome", "")
        assert row["outcome_level"] == (compared.get("level") or None)
        for side in ("rest", "difference"):
            told = compared.get(side) or dict.fromkeys(("value", "lower", "upper"))
            value = row["rest_value"] if side == "rest" else row["difference"]
            assert (value, row[f"{side}_lower"], row[f"{side}_upper"]) == tuple(
                told[name] for name in ("value", "lower", "upper")
            )


def test_numbers_are_the_same_in_every_language(hard: Release) -> None:
    columns = [column.name for column in COLUMNS if column.kind != "text"]
    told = [
        [[row[name] for name in columns] for row in written(Edition(hard, language))]
        for language in ("sv", "en", "ar")
    ]
    assert told[0] == told[1] == told[2]


def test_words_are_of_the_edition_s_language_and_else_swedish(hard: Release) -> None:
    english = Edition(hard, "en")
    row = row_of(english, indicator="prov-serie", period_from="2023-01-01", outcome="better")
    words = ("indicator_name", "unit", "chapter", "sex_name", "outcome_name")
    assert [row[name] for name in words] == [
        "Made",
        "percent",
        "School",
        "Everyone",
        "Clearly better",
    ]
    assert row_of(english, indicator_name="Grupper", sex="men")["sex_name"] == "Men"


def test_what_is_hidden_has_no_number_and_says_so(swedish: Edition) -> None:
    row = row_of(swedish, status="suppressed")
    numbers = [c.name for c in COLUMNS if c.is_number and not c.name.startswith("age")]
    assert {row[name] for name in numbers} == {None}
    assert row["status_name"] == "Visas inte: för få"
    assert row["reason"] == "Siffran visas inte, för att skydda enskilda personer."


def test_zero_is_a_number_and_no_number_is_none(swedish: Edition) -> None:
    assert [row["value"] for row in written(swedish) if row["value"] == 0]
    assert row_of(swedish, status="not-collected")["value"] is None


def test_only_the_area_is_compared(swedish: Edition) -> None:
    row = row_of(swedish, division="municipality")
    assert (row["outcome"], row["outcome_name"], row["reason"]) == ("", "", "")


def test_names_of_columns_are_for_machines_and_differ() -> None:
    assert len({*NAMES}) == len(NAMES)
    assert all(name.isidentifier() and name.islower() for name in NAMES)
