"""What Excel does to a file on its own is named, in words that say what to do about it."""

from datetime import date, datetime, time
from typing import Any

import pytest
from django.test import Client
from openpyxl.worksheet.formula import ArrayFormula

from reports.models import Observation
from tests.reports.importing.files import (
    book,
    look_through,
    outcome,
    refusals,
    row,
    saved,
    take_in,
    text_of,
    turned_away,
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (datetime(2026, 3, 2), "Här står ett datum, 2026-03-02. Excel gör om tal som 2.3"),
        (time(12, 30), "Här står ett klockslag, 12:30"),
        ("=B2/C2", "Här står en formel. Klistra in resultatet som värde"),
        (ArrayFormula("E2:E3", "=A1:A2"), "Här står en formel"),
        ("#DIV/0!", "Excel har skrivit ett fel, #DIV/0!"),
        (True, "Här står SANT"),
    ],
)
def test_a_cell_that_excel_has_spoilt_is_named(staff: Client, content: Any, said: str) -> None:
    made, sheet = book(row())
    sheet["E2"] = content
    found = refusals(staff, saved(made))
    assert [(number, where) for number, where, _ in found] == [(2, "E: värde")]
    assert said in found[0][2]


def test_a_cell_that_shows_percent_is_named(staff: Client) -> None:
    made, sheet = book(row(indikator="andel", värde=0.125))
    sheet["E2"].number_format = "0.0%"
    [(number, where, problem)] = refusals(staff, saved(made))
    assert (number, where) == (2, "E: värde")
    assert "Cellen visar procent" in problem


def test_a_code_that_became_a_date_is_named(staff: Client) -> None:
    made, sheet = book(row())
    sheet["A2"] = date(2026, 3, 2)
    [(_, where, problem)] = refusals(staff, saved(made))
    assert where == "A: indikator"
    assert "Har Excel gjort om en text?" in problem


def test_merged_cells_are_named(staff: Client) -> None:
    made, sheet = book(row(), row(kön="Män"))
    sheet.merge_cells("A2:A3")
    found = refusals(staff, saved(made))
    assert (2, "Hela raden") in [(number, where) for number, where, _ in found]
    assert any("Cellerna A2:A3 är sammanfogade" in problem for _, _, problem in found)


def test_days_are_read_from_cells_with_dates(staff: Client) -> None:
    made, sheet = book(row())
    sheet["C2"], sheet["D2"] = datetime(2023, 1, 31), date(2023, 2, 28)
    take_in(staff, saved(made))
    found = Observation.objects.get(indicator__code="medel")
    assert (found.period_from, found.period_to) == (date(2023, 1, 31), date(2023, 2, 28))


def test_numbers_that_are_stored_as_text_are_read(staff: Client) -> None:
    take_in(staff, saved(book(row(värde="1\xa0234,5", period_från="2023"))[0]))
    assert Observation.objects.get(indicator__code="medel").value == 1234.5


def test_empty_rows_are_skipped_and_the_numbers_of_rows_are_those_of_excel(staff: Client) -> None:
    made, sheet = book(row())
    sheet.append([])
    sheet.append([None, "", "  "])
    sheet.append(["medel", "norr", 2022, 2022, "x"])
    assert [number for number, _, _ in refusals(staff, saved(made))] == [5]


def test_a_row_of_totals_is_named(staff: Client) -> None:
    made, sheet = book(row())
    sheet.append(["Totalt", None, None, None, 12.5])
    sheet.append([None, None, None, None, 12.5])
    found = refusals(staff, saved(made))
    assert "summarad. Ta bort den." in found[0][2]
    assert {number for number, _, _ in found} == {3, 4}
    assert any("ta bort raden om den är en summarad" in problem for _, _, problem in found)


def test_the_sheet_with_values_is_read_and_the_others_are_named(staff: Client) -> None:
    made, _ = book(row())
    other = made.create_sheet("Gammalt", 0)
    other.append(["något", "annat"])
    page = look_through(staff, saved(made))
    assert outcome(page)["Nya"] == 1
    assert "Bladet ”Värden” lästes. Andra blad lästes inte: ”Gammalt”." in text_of(page)


def test_without_a_sheet_of_that_name_the_first_that_is_shown_is_read(staff: Client) -> None:
    made, _ = book(row(), title="Blad1")
    hidden = made.create_sheet("Arbete", 0)
    hidden.sheet_state = "hidden"
    made.active = 1
    text = text_of(look_through(staff, saved(made)))
    assert "Bladet ”Blad1” lästes." in text
    assert "Filen har dolda blad: ”Arbete”." in text


def test_hidden_rows_and_columns_are_read_and_mentioned(staff: Client) -> None:
    made, sheet = book(row(), row(kön="Män"))
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["E"].hidden = True
    page = look_through(staff, saved(made))
    assert outcome(page)["Nya"] == 2
    assert "Dolda rader lästes som alla andra: 3." in text_of(page)
    assert "dolda kolumner" in text_of(page)


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        (["Rapport 2023"], "Första raden ska vara rubriker"),
        (["indikator", "geografi", "period från"], "Kolumnen ”period till” saknas"),
        (
            ["indikator", "geografi", "period från", "period till", "färg"],
            "Rubriken ”färg” är okänd",
        ),
        (
            ["indikator", "geografi", "period från", "period till", "Värde", "värde"],
            "Rubriken ”värde” finns i flera kolumner",
        ),
    ],
)
def test_a_sheet_of_another_shape_is_turned_away(
    staff: Client, headers: list[str], said: str
) -> None:
    made, sheet = book()
    sheet.delete_rows(1)
    for place, header in enumerate(headers, start=1):
        sheet.cell(1, place, header)
    sheet.append(["medel", "norr", 2023, 2023, 12])
    assert said in turned_away(staff, saved(made))


def test_headers_are_known_whatever_their_case_spaces_and_order(staff: Client) -> None:
    made, sheet = book()
    sheet.delete_rows(1)
    for place, header in enumerate(
        ["VÄRDE ", "Period_från", "period  till", "Geografi", " Indikator"], start=1
    ):
        sheet.cell(1, place, header)
    sheet.append([12.5, 2023, 2023, "norr", "medel"])
    assert outcome(look_through(staff, saved(made)))["Nya"] == 1


def test_what_stands_beside_the_columns_is_named(staff: Client) -> None:
    made, sheet = book(row())
    sheet["H2"] = "obs!"
    [(number, where, problem)] = refusals(staff, saved(made))
    assert (number, where) == (2, "H")
    assert "”obs!”, men kolumnen har ingen rubrik" in problem


def test_a_file_from_a_mac_of_old_has_its_own_first_day(staff: Client) -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    made, sheet = book(row())
    made.epoch = CALENDAR_MAC_1904
    sheet["C2"] = sheet["D2"] = date(2023, 5, 6)
    take_in(staff, saved(made))
    assert Observation.objects.get(indicator__code="medel").period_from == date(2023, 5, 6)
