"""The workbook of a release: what a reader of Excel or LibreOffice finds in it."""

import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.utils.translation import gettext
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.files import workbook
from reports.files.edition import Edition
from reports.files.table import COLUMNS, NAMES, rows
from reports.models import Observation
from tests.reports.files.handmade import (
    DATA,
    RELEASED,
    edition_of,
    make_edition,
    make_indicator,
    make_observation,
)
from tests.reports.files.office import Office

FRONT = ["Om utgåvan", "Innehåll", "Läs så här", "Kolumner", "Koder", "Mått"]
CHAPTERS = ["Arbete", "Barn och ungas hälsa i hela…", "Om området"]


def written(edition: Edition) -> bytes:
    with edition.told():
        return workbook.write(edition)


def opened(edition: Edition) -> Workbook:
    return load_workbook(BytesIO(written(edition)))


def cells(sheet: Worksheet, first: int = 1) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(min_row=first, values_only=True)]


def told(sheet: Worksheet) -> str:
    return "\n".join(str(value) for row in cells(sheet) for value in row if value is not None)


def figures(edition: Edition) -> list[list[Any]]:
    """The rows as a cell of Excel holds them."""
    with edition.told():
        found = list(rows(edition))
    days = {column.name for column in COLUMNS if column.kind == "date"}
    return [
        [
            datetime.fromisoformat(value) if name in days and value else value or None
            for name, value in row.items()
        ]
        for row in found
    ]


# --- Sheets ----------------------------------------------------------------------------------


def test_it_has_a_sheet_for_each_chapter_with_figures_after_what_explains_them() -> None:
    assert opened(make_edition()).sheetnames == FRONT + CHAPTERS


def test_the_cover_tells_what_it_is_and_how_it_may_be_used() -> None:
    edition = make_edition()
    cover = told(opened(edition).worksheets[0])
    for text in (
        "Kunskap om Norrby",
        "norrby-2026-1",
        "2026-11-30",
        "Första utgåvan.",
        "CC BY 4.0",
        "https://halsa.example.se/kunskapsunderlag/norrby/2026-1/",
        "Borås Stad",
        "Områdesutvecklare",
        "033-00 00 00",
        edition.citation,
        edition.release.sha256,
    ):
        assert text in cover
    assert "påhittade" not in cover


def test_invented_figures_say_so_on_the_cover_in_the_rows_and_on_every_printed_page() -> None:
    indicators = {"arbete": make_indicator("Arbete", is_example=True)}
    book = opened(make_edition(indicators=indicators, observations=[make_observation()]))
    marker = "Exempeldata, påhittade värden"
    assert marker in told(book.worksheets[0])
    assert book.properties.category == marker
    assert book["Arbete"].cell(2, len(NAMES)).value == marker
    assert all(marker in sheet.oddHeader.right.text for sheet in book)


def test_the_contents_lead_to_every_sheet_that_follows() -> None:
    book = opened(make_edition())
    contents = book["Innehåll"]
    links = [row[0].hyperlink.location for row in contents.iter_rows(min_row=2)]
    assert [re.fullmatch("'(.+)'!A1", link)[1] for link in links] == book.sheetnames[2:]
    assert "Barn och ungas hälsa i hela Borås" in told(contents)
    assert [row[2] for row in cells(contents, 2)] == [
        book[it].max_row - 1 for it in FRONT[2:] + CHAPTERS
    ]


def test_the_notes_explain_each_column_status_and_measure() -> None:
    book = opened(make_edition())
    assert [row[0] for row in cells(book["Kolumner"], 2)] == list(NAMES)
    assert all(row[1] for row in cells(book["Kolumner"], 2))
    assert {"suppressed", "Visas inte: för få"} <= {*told(book["Koder"]).split("\n")}
    assert {*Observation.Status} <= {row[1] for row in cells(book["Koder"], 2)}
    assert [row[0] for row in cells(book["Mått"], 2)] == ["arbete", "halsa", "folk"]
    assert "Räknas i november." in told(book["Mått"])
    assert "slumpen" in told(book["Läs så här"])


def test_the_rows_are_those_of_the_csv_with_numbers_days_and_empty_cells_as_such() -> None:
    edition = make_edition()
    book = opened(edition)
    found = [row for name in CHAPTERS for row in cells(book[name], 2)]
    assert found == figures(edition)
    assert all(tuple(cells(book[name])[0]) == NAMES for name in CHAPTERS)


def test_numbers_are_shown_with_the_decimals_of_their_measure_and_kept_with_all() -> None:
    row = dict(zip(NAMES, opened(make_edition())["Arbete"][2], strict=True))
    assert (row["lower"].value, row["lower"].number_format) == (46.903456, "#,##0.0")
    assert (row["difference"].value, row["difference"].number_format) == (-12.5, "#,##0.00")
    assert (row["count"].value, row["count"].number_format) == (500, "#,##0")
    assert (row["outcome_level"].value, row["outcome_level"].number_format) == (0.998, "General")
    assert row["period_from"].number_format == "yyyy-mm-dd"


def test_a_day_before_excel_can_count_is_written_as_text() -> None:
    book = opened(
        make_edition(observations=[make_observation(**{"from": "1749-01-01", "to": None})])
    )
    assert book["Arbete"].cell(2, NAMES.index("period_from") + 1).value == "1749-01-01"


def test_a_text_that_is_only_there_in_swedish_says_so() -> None:
    edition = make_edition("ar")
    book = opened(edition)
    with edition.told():
        measures = next(sheet for sheet in book if "arbete" in told(sheet) and sheet.max_column > 9)
        assert f"Räknas i november. {gettext('(på svenska)')}" in told(measures)


# --- Accessible, and ready for print ---------------------------------------------------------


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_every_sheet_is_one_marked_up_table_without_merged_or_blank_rows(language: str) -> None:
    for place, sheet in enumerate(opened(make_edition(language))):
        first = 2 if place == 0 else 1  # the cover has its title above
        (table,) = sheet.tables.values()
        assert table.ref == f"A{first}:{sheet.dimensions.split(':')[1]}", sheet.title
        assert table.headerRowCount == 1
        assert not sheet.merged_cells.ranges
        assert all(any(value is not None for value in row) for row in cells(sheet)), sheet.title
        assert sheet.freeze_panes == f"A{first + 1}"
        assert sheet.print_title_rows == f"${first}:${first}"


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_every_table_has_a_name_and_a_text_for_those_who_can_not_see_it(language: str) -> None:
    archive = ZipFile(BytesIO(written(make_edition(language))))
    tables = [archive.read(name).decode() for name in archive.namelist() if "tables/" in name]
    assert len(tables) == 9
    for attribute in ("displayName", "altText", "altTextSummary"):
        found = [re.search(f'{attribute}="([^"]+)"', table) for table in tables]
        assert len({each[1] for each in found if each}) == 9, attribute


def test_pages_are_printed_on_a4_with_what_they_are_from_and_their_number() -> None:
    for sheet in opened(make_edition()):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddHeader.left.text == "norrby-2026-1"
        assert "halsa.example.se/kunskapsunderlag/norrby/2026-1/" in sheet.oddFooter.left.text
        assert sheet.oddFooter.right.text == "&P / &N"


def test_columns_have_room_for_what_they_hold() -> None:
    sheet = opened(make_edition())["Arbete"]
    widths = [
        each.width
        for each in sheet.column_dimensions.values()
        for _ in range(each.min, each.max + 1)
    ]
    for column, width in zip(sheet.columns, widths, strict=True):
        assert width >= max(len(str(cell.value or "")) for cell in column if not cell.is_date)


def test_arabic_sheets_run_from_right_to_left_and_swedish_do_not() -> None:
    assert all(sheet.sheet_view.rightToLeft for sheet in opened(make_edition("ar")))
    assert not any(sheet.sheet_view.rightToLeft for sheet in opened(make_edition()))
    assert opened(make_edition("ar")).sheetnames[-2:] != CHAPTERS[-2:]


def test_the_properties_tell_of_the_document() -> None:
    edition = make_edition()
    book = opened(edition)
    known, more = book.properties, {each.name: each.value for each in book.custom_doc_props}
    assert known.title == "Kunskap om Norrby"
    assert known.subject == "Kunskapsunderlag, 2026-1"
    assert known.creator == "Borås Stad"
    assert known.description == edition.citation
    assert known.created.replace(tzinfo=UTC) == known.modified.replace(tzinfo=UTC) == RELEASED
    assert more["Language"] == "sv"
    assert more["SHA-256"] == edition.release.sha256
    assert more["Licence"] == "https://creativecommons.org/licenses/by/4.0/"


# --- Always the same, whatever it holds ------------------------------------------------------


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_the_same_edition_always_gives_the_same_bytes(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = written(make_edition(language))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert written(make_edition(language)) == first
    stamps = {part.date_time for part in ZipFile(BytesIO(first)).infolist()}
    assert stamps == {(1980, 1, 1, 0, 0, 0)}


ODD_TITLES = [
    "'[a]:b*c?d/e\\f'",
    "HISTORY",
    "Å" * 300,
    "👩‍👩‍👧" * 60,
    "تقرير " * 50,
    "å" * 300,
    "\x07\u202e",
    '&P "citat" <r>x</r>',
    "<r>x</r>",
]


def test_chapters_of_any_title_become_sheets_that_can_be_opened() -> None:
    titles = [*ODD_TITLES, *ODD_TITLES]
    book = opened(
        make_edition(
            about={"title": {"sv": "&&P\x00\x1b" + "lång " * 60}},
            chapters=[{"title": {"sv": title}, "body": {}} for title in titles],
            indicators={
                f"m-{place}": make_indicator(title, chapter=place)
                for place, title in enumerate(titles)
            },
            observations=[make_observation(f"m-{place}") for place in range(len(titles))],
        )
    )
    names = book.sheetnames
    assert len({name.casefold() for name in names}) == len(names) == len(FRONT) + len(titles)
    assert all(len(name.encode("utf-16-le")) <= 31 * 2 for name in names)
    assert not [
        name for name in names if re.search(r"[\[\]:*?/\\\x00-\x1f\u202e']|^history$", name, re.I)
    ]
    assert [book[name].cell(2, 4).value for name in names[len(FRONT) :]] == [
        title.replace("\x07", "_x0007_") for title in titles
    ]


def test_a_release_from_before_words_were_frozen_has_a_workbook_too() -> None:
    kept = ("report", "area", "territories", "observations", "trends")
    numbers = ("value_type", "multiplier", "decimals", "polarity", "by_residents", "is_example")
    indicators = {
        code: {name: told[name] for name in ("title", "unit", *numbers)}
        for code, told in DATA["indicators"].items()
    }
    edition = edition_of({name: DATA[name] for name in kept} | {"indicators": indicators})
    assert opened(edition).sheetnames == [*FRONT, "Om området"]


# --- In a real program -----------------------------------------------------------------------


def test_libreoffice_opens_it_without_a_word_and_finds_every_value(tmp_path: Path) -> None:
    editions = [make_edition("sv"), make_edition("ar")]
    for edition in editions:
        (tmp_path / f"{edition.language}.xlsx").write_bytes(written(edition))
    files = [tmp_path / "sv.xlsx", tmp_path / "ar.xlsx"]
    for edition, file, saved in zip(editions, files, Office(tmp_path).opened(files), strict=True):
        before, after = load_workbook(file), load_workbook(saved)
        assert after.sheetnames == before.sheetnames
        assert [cells(sheet) for sheet in after] == [cells(sheet) for sheet in before]
        assert after.properties.title == edition.title
        assert all(sheet.sheet_view.rightToLeft == (edition.language == "ar") for sheet in after)
