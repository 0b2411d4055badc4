"""The CSV for programs, and that for Excel in Swedish."""

import csv
from io import StringIO

import pytest

from reports.files import separated
from reports.files.edition import Edition
from reports.files.inert import inert
from reports.files.table import NAMES
from tests.reports.files.hard import NOTES, TITLES

pytestmark = pytest.mark.django_db
MARK = b"\xef\xbb\xbf"


def plain(edition: Edition) -> bytes:
    with edition.told():
        return separated.write(edition)


def for_excel(edition: Edition) -> bytes:
    with edition.told():
        return separated.write_for_excel(edition)


def column(content: bytes, name: str, delimiter: str = ",") -> list[str]:
    text = StringIO(content.decode("utf-8-sig"), newline="")
    return [row[name] for row in csv.DictReader(text, delimiter=delimiter, strict=True)]


def test_the_header_is_the_names_of_the_columns_in_both(swedish: Edition) -> None:
    assert plain(swedish).decode().split("\r\n")[0] == ",".join(NAMES)
    assert for_excel(swedish).decode("utf-8-sig").split("\r\n")[0] == ";".join(NAMES)


def test_only_the_one_for_excel_begins_with_a_byte_order_mark(swedish: Edition) -> None:
    assert for_excel(swedish).startswith(MARK)
    assert for_excel(swedish).count(MARK) == 1
    assert MARK not in plain(swedish)


def test_every_row_ends_as_the_standard_says(swedish: Edition) -> None:
    """A line feed by itself stands only inside a note."""
    content, rows = plain(swedish), len(swedish.data["observations"])
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == rows + 1
    assert content.replace(b"\r\n", b"").count(b"\n") == sum(it.count("\n") for it in NOTES)


def test_decimals_have_a_point_in_one_and_a_comma_in_the_other(swedish: Edition) -> None:
    assert "1234567.8912" in column(plain(swedish), "value")
    assert "1234567,8912" in column(for_excel(swedish), "value", ";")
    assert not [it for it in column(for_excel(swedish), "value", ";") if "." in it]


def test_numbers_are_written_in_full_without_empty_decimals(swedish: Edition) -> None:
    found = column(plain(swedish), "value")
    assert {"0", "0.0001", "-1.25", "50"} <= {*found}
    assert not [it for it in found if "e" in it or it.endswith(".0") or it == "-0"]


def test_a_negative_difference_is_a_number_and_not_marked_as_a_formula(swedish: Edition) -> None:
    assert [it for it in column(plain(swedish), "difference") if it.startswith("-")]
    assert [it for it in column(for_excel(swedish), "difference", ";") if it.startswith("-")]


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_quotes_line_breaks_and_separators_come_back_as_they_were(
    swedish: Edition, delimiter: str
) -> None:
    content = plain(swedish) if delimiter == "," else for_excel(swedish)
    assert {*map(inert, NOTES)} <= {*column(content, "note", delimiter)}
    assert {*map(inert, TITLES)} <= {*column(content, "indicator_name", delimiter)}


def test_the_same_edition_is_the_same_bytes(swedish: Edition) -> None:
    again = Edition(swedish.release, "sv")
    assert (plain(again), for_excel(again)) == (plain(swedish), for_excel(swedish))
