"""A file is looked through before it is taken in: then all of it is, once, or none."""

import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import IntegrityError, OperationalError
from django.test import Client
from openpyxl import load_workbook

from languages.models import SourceText
from reports.importing import applying, reading
from reports.models import FigureFile, Indicator, Observation
from tests.reports.importing.files import (
    ADDRESS,
    book,
    csv,
    look_through,
    outcome,
    read,
    row,
    saved,
    send,
    take_in,
    text_of,
    xlsx,
)


def mine() -> Any:
    """The values of this test's indicators."""
    return Observation.objects.filter(indicator__code__in=["andel", "folk", "medel", "tal", "lek"])


def test_a_file_is_looked_through_and_nothing_is_stored_until_it_is_taken_in(staff: Client) -> None:
    page = look_through(staff, xlsx(row(), row(kön="Män")))
    assert outcome(page) == {"Nya": 2, "Ändrade": 0, "Oförändrade": 0, "Rader med fel": 0}
    assert "medel, norr, 2023, Män" in text_of(page)
    assert not mine().exists()


def test_a_file_is_taken_in(staff: Client) -> None:
    told = row(ålder_från=6, ålder_till=9, undre_gräns=11.5, övre_gräns="13,5")
    more = {"antal svar": 400, "svarsandel": 61.25, "status": "Preliminärt", "anmärkning": "Ny."}
    page = take_in(staff, xlsx(told | more))
    assert "Filen är införd. Nya värden: 1. Ändrade: 0. Oförändrade: 0." in text_of(page)
    found = mine().get()
    assert (found.period_from, found.period_to) == (date(2023, 1, 1), date(2023, 12, 31))
    assert (found.sex, found.age_from, found.age_to) == ("all", 6, 9)
    assert (found.value, found.lower, found.upper) == (Decimal("12.5"), 11.5, 13.5)
    assert (found.answers, found.response_rate) == (400, Decimal("61.3"))
    assert (found.status, found.note) == ("provisional", "Ny.")


def test_taken_in_twice_is_once(staff: Client) -> None:
    content = xlsx(row(), row(indikator="andel", värde=12.34567), row(kön="Män", anmärkning="Ny."))
    take_in(staff, content)
    before = list(mine().order_by("pk").values())
    page = look_through(staff, content)
    assert outcome(page) == {"Nya": 0, "Ändrade": 0, "Oförändrade": 3, "Rader med fel": 0}
    assert "Inget nytt." in text_of(page)
    assert not page.xpath("//button[text()='Inför alla värden']")
    assert list(mine().order_by("pk").values()) == before


def test_the_same_file_can_not_be_taken_in_twice(staff: Client) -> None:
    address = send(staff, csv(row()))["Location"]
    seen = read(staff, address).xpath("//input[@name='seen']/@value")[0]
    staff.post(address, {"seen": seen}).getvalue()
    assert "Filen är redan införd." in staff.post(address, {"seen": seen}).getvalue().decode()
    assert mine().count() == 1
    assert "Värdena finns nu bland" in text_of(read(staff, address))


def test_what_changes_is_shown_field_by_field(staff: Client) -> None:
    take_in(staff, csv(row(värde=1234.5, anmärkning="Gammal.")))
    content = csv(row(värde=1235, anmärkning=None, status="Reviderat"), row(kön="Män"))
    page = look_through(staff, content)
    assert outcome(page) == {"Nya": 1, "Ändrade": 1, "Oförändrade": 0, "Rader med fel": 0}
    changes = [" ".join(li.text_content().split()) for li in page.xpath("//details[@open]//li")]
    assert changes == [
        "värde: 1 234,5 blir 1 235",
        "status: Värde finns blir Reviderat",
        "anmärkning: Gammal. blir tomt",
    ]
    take_in(staff, content)
    changed = mine().get(sex="all")
    assert (changed.value, changed.status, changed.note) == (1235, "revised", "")
    assert mine().count() == 2


def test_a_column_that_the_file_leaves_out_stays_as_it_is(staff: Client) -> None:
    take_in(staff, csv(row(anmärkning="Kvar.", undre_gräns=10)))
    take_in(staff, csv(row(värde=13)))
    assert mine().values_list("value", "lower", "note").get() == (13, 10, "Kvar.")


def test_a_changed_remark_makes_its_translations_out_of_date_and_loses_none(staff: Client) -> None:
    take_in(staff, csv(row(anmärkning="Gammal.")))
    found = mine().get()
    found.note_en = "Old."
    found.save()
    take_in(staff, csv(row(värde=13, anmärkning="Gammal.")))
    assert not mine().get().is_out_of_date_in("en")
    take_in(staff, csv(row(anmärkning="Ny.")))
    found = mine().get()
    assert (found.note_sv, found.note_en) == ("Ny.", "Old.")
    assert found.is_out_of_date_in("en")
    kept = SourceText.objects.get(pk=found.languages["en"]["of"])
    assert kept.texts == {"note": "Gammal."}
    assert SourceText.objects.filter(pk=found.languages["sv"]["is"]).exists()


def test_what_is_stored_has_the_stamps_that_saving_gives(staff: Client) -> None:
    take_in(staff, csv(row(anmärkning="Ny."), row(kön="Män")))
    for found in mine():
        before = found.languages
        found.save()
        assert found.languages == before


def test_one_fault_and_nothing_can_be_taken_in(staff: Client) -> None:
    address = send(staff, csv(row(), row(kön="Män", värde="x")))["Location"]
    page = read(staff, address)
    assert outcome(page)["Nya"] == outcome(page)["Rader med fel"] == 1
    assert not page.xpath("//input[@name='seen']")
    answer = staff.post(address, {"seen": ""}).getvalue().decode()
    assert "Inget infördes: filen har fel." in answer
    assert not mine().exists()
    assert FigureFile.objects.get().applied_at is None


def test_values_that_changed_in_the_meantime_are_looked_through_again(staff: Client) -> None:
    take_in(staff, csv(row()))
    address = send(staff, csv(row(värde=13)))["Location"]
    seen = read(staff, address).xpath("//input[@name='seen']/@value")[0]
    mine().update(value=99)
    answer = staff.post(address, {"seen": seen}).getvalue().decode()
    assert "Inget infördes: värdena har ändrats sedan du såg igenom filen." in answer
    assert mine().get().value == 99


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ZeroDivisionError, "Något gick fel hos oss"),
        (IntegrityError, "Någon annan ändrade värdena samtidigt"),
        (OperationalError, "Någon annan ändrade värdena samtidigt"),
    ],
)
def test_an_error_in_the_middle_ends_in_a_whole_page_and_nothing_is_stored(
    staff: Client, monkeypatch: pytest.MonkeyPatch, error: type[Exception], said: str
) -> None:
    monkeypatch.setattr(applying, "_BATCH", 2)
    address = send(
        staff, csv(*(row(period_från=year, period_till=year) for year in range(2000, 2007)))
    )["Location"]
    seen = read(staff, address).xpath("//input[@name='seen']/@value")[0]
    write, written = applying._write, []

    def breaks(changes: Any) -> None:
        written.append(len(changes))
        write(changes)
        if len(written) == 3:
            raise error

    monkeypatch.setattr(applying, "_write", breaks)
    answer = staff.post(address, {"seen": seen}).getvalue().decode()
    assert written == [2, 2, 2]
    assert said in answer
    assert "Inget infördes." in answer
    assert answer.rstrip().endswith("</html>")
    assert not mine().exists()
    assert FigureFile.objects.get().applied_at is None


def test_a_large_file_tells_how_far_it_has_come(
    staff: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "ROWS_BETWEEN_WORDS", 10)
    monkeypatch.setattr(applying, "ROWS_BETWEEN_WORDS", 10)
    monkeypatch.setattr(applying, "_BATCH", 10)
    content = csv(*(row(ålder_från=age, ålder_till=age) for age in range(25)))
    address = send(staff, content)["Location"]
    response = staff.get(address)
    assert response.streaming
    pieces = [piece.decode() for piece in response.streaming_content]
    assert pieces[0].rstrip().endswith('<div class="working" role="status">')
    assert [piece.strip() for piece in pieces[1:-1]] == [
        "<p>10 rader är lästa.</p>",
        "<p>20 rader är lästa.</p>",
        "<p>25 rader jämförs med de värden som finns.</p>",
        "<p>Filen är genomgången.</p>",
    ]
    assert pieces[-1].rstrip().endswith("</html>")
    seen = pieces[-1].split('name="seen" value="')[1].split('"')[0]
    told = staff.post(address, {"seen": seen}).getvalue().decode()
    assert "<p>20 värden är skrivna.</p>" in told


def test_a_large_file_takes_few_queries(staff: Client, django_assert_max_num_queries: Any) -> None:
    content = csv(
        *(row(ålder_från=age, ålder_till=age, kön=sex) for age in range(100) for sex in ("Män", ""))
    )
    address = send(staff, content)["Location"]
    with django_assert_max_num_queries(12):
        seen = read(staff, address).xpath("//input[@name='seen']/@value")[0]
    with django_assert_max_num_queries(30):
        staff.post(address, {"seen": seen}).getvalue()
    assert mine().count() == 200


def test_a_long_list_is_cut_and_says_how_much_is_left(staff: Client) -> None:
    content = csv(*(row(ålder_från=age, ålder_till=age) for age in range(120)))
    page = look_through(staff, content)
    assert "Nya, de första 100" in text_of(page)
    assert "Och 20 rader till." in text_of(page)


def test_only_those_who_may_add_and_change_values_get_in(client: Client) -> None:
    user = get_user_model().objects.create_user("redaktör", is_staff=True)
    file = FigureFile.objects.create(name="f.csv", content=csv(row()), uploaded_by=user)
    addresses = [ADDRESS, f"{ADDRESS}mall/", f"{ADDRESS}{file.pk}/"]
    assert [client.get(address).status_code for address in addresses] == [302, 302, 302]
    client.force_login(user)
    assert [client.get(address).status_code for address in addresses] == [403, 403, 403]
    assert client.post(addresses[2], {"seen": ""}).status_code == 403
    user.user_permissions.add(Permission.objects.get(codename="add_observation"))
    assert client.get(ADDRESS).status_code == 403
    user.user_permissions.add(Permission.objects.get(codename="change_observation"))
    assert [client.get(address).status_code for address in addresses] == [200, 200, 200]


def test_the_list_of_values_leads_to_files_for_those_who_may(client: Client) -> None:
    user = get_user_model().objects.create_user("redaktör", is_staff=True)
    client.force_login(user)
    for name, leads in (("view", False), ("add", False), ("change", True)):
        user.user_permissions.add(Permission.objects.get(codename=f"{name}_observation"))
        text = client.get("/admin/reports/observation/").content.decode()
        assert ('href="/admin/siffror/"' in text) == leads


def test_the_template_holds_every_column_and_code_and_no_formula(staff: Client) -> None:
    Indicator.objects.filter(code="folk").update(title_sv="=1+1", title="=1+1")
    response = staff.get(f"{ADDRESS}mall/")
    assert response["Content-Disposition"] == 'attachment; filename="varden.xlsx"'
    made = load_workbook(io.BytesIO(response.content))
    assert made.sheetnames == ["Värden", "Kolumner", "Koder"]
    cells = [cell for sheet in made for line in sheet.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells} == {"s"}
    codes = {(line[0], line[1]) for line in made["Koder"].iter_rows(min_row=2, values_only=True)}
    assert {("indikator", "folk"), ("geografi", "0115"), ("status", "suppressed")} <= codes
    assert "=1+1" in [cell.value for cell in made["Koder"]["C"]]


def test_the_template_is_read_as_soon_as_it_is_filled_in(staff: Client) -> None:
    made = load_workbook(io.BytesIO(staff.get(f"{ADDRESS}mall/").content))
    made["Värden"].append(["medel", "norr", "2023", None, None, None, None, None, None, 12.5])
    page = look_through(staff, saved(made))
    assert outcome(page)["Nya"] == 1
    assert "Andra blad" not in text_of(page)


def test_what_a_file_says_is_never_markup(staff: Client) -> None:
    content = csv(row(indikator="<script>alert(1)</script>"), row(anmärkning="<b>fet</b>"))
    response = send(staff, content, "<img src=x>.csv")
    text = staff.get(response["Location"]).getvalue().decode()
    assert "<script>alert(1)" not in text
    assert "<b>fet" not in text
    assert "<img src=x>" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_files_that_were_sent_in_are_listed(staff: Client) -> None:
    assert "Ingen fil har lästs in ännu." in staff.get(ADDRESS).content.decode()
    made, _ = book(row())
    send(staff, saved(made), "hälsa 2023.xlsx")
    text = staff.get(ADDRESS).content.decode()
    assert "hälsa 2023.xlsx" in text
    assert "Inte införd" in text
    assert staff.get(f"{ADDRESS}999999/").status_code == 404
    assert staff.get(f"{ADDRESS}{'9' * 400}/").status_code == 404
    assert staff.post(ADDRESS, {}).status_code == 200
