"""Whatever is sent in is read or turned away: fast, with a reason, and nothing is kept of it."""

import contextlib
import io
import os
import re
import resource
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from reports.importing import packed, tables
from reports.importing.mistakes import UnreadableError
from reports.importing.tables import checked
from reports.models import FigureFile, Observation
from tests.reports.importing.files import (
    csv,
    look_through,
    outcome,
    refusals,
    row,
    send,
    take_in,
    text_of,
    turned_away,
    xlsx,
)

NINE_MB = 9 * 1024 * 1024
SHEET = "xl/worksheets/sheet1.xml"
GOOD = xlsx(row())


@contextmanager
def cheap() -> Iterator[None]:
    """Fails if what is done takes long, or much memory."""
    began, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert time.process_time() - began < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150 * 1024


def with_part(name: str, *pieces: bytes) -> bytes:
    """A good file in which one part is another."""
    file = io.BytesIO()
    good = zipfile.ZipFile(io.BytesIO(xlsx(row())))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bad:
        for member in good.namelist():
            if member != name:
                bad.writestr(member, good.read(member))
        with bad.open(name, "w") as part:
            for piece in pieces:
                part.write(piece)
    return file.getvalue()


def with_sheet(data: bytes) -> bytes:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    head = b'<worksheet xmlns="' + space + b'"><sheetData>'
    return with_part(SHEET, head + data + b"</sheetData></worksheet>")


def bomb() -> bytes:
    """Less than a megabyte, with a sheet that unpacks to six hundred."""
    return with_part(SHEET, *[b"0" * 1024 * 1024] * 600)


def lying(content: bytes) -> bytes:
    """The same, with the sheet as a thousand bytes in the list of members."""
    told = bytearray(content)
    name = content.rfind(SHEET.encode())  # the list is at the end of the file
    told[name - 22 : name - 18] = (1000).to_bytes(4, "little")
    return bytes(told)


def test_a_bomb_of_nine_megabytes_is_turned_away_by_its_size(staff: Client) -> None:
    content = os.urandom(NINE_MB)
    with cheap():
        assert "större än 8 MB" in turned_away(staff, b"PK\x03\x04" + content)
        assert "större än 8 MB" in turned_away(staff, b"indikator;geografi\n" * (NINE_MB // 19))
    assert not FigureFile.objects.exists()


def test_a_bomb_of_less_is_turned_away_by_what_it_would_unpack_to(staff: Client) -> None:
    content = bomb()
    assert len(content) < tables.LARGEST
    with cheap():
        assert "för stor när den packas upp" in turned_away(staff, content)


def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_says(staff: Client) -> None:
    content = lying(bomb())
    with cheap():
        assert "går inte att läsa" in turned_away(staff, content)


@pytest.mark.parametrize(
    "content",
    [
        with_sheet(b"<row>" + b"<c/>" * 9_000_000 + b"</row>"),
        with_sheet(b"<row><c><v>1</v></c></row>" * 2_000_000),
        with_sheet(b'<row><c t="inlineStr"><is><t>' + b"ab " * 20_000_000 + b"</t></is></c></row>"),
        with_sheet(b"<x>" * 9_000_000),
        with_sheet(b"".join(b"<x%d/>" % number for number in range(3_000_000))),
        with_sheet(b"".join(b"<x x%d=''/>" % number for number in range(3_000_000))),
        with_part("xl/styles.xml", b"<styleSheet>" + b"<xf/>" * 9_000_000),
    ],
    ids=["cells", "rows", "text", "depth", "names", "attributes", "styles"],
)
def test_a_sheet_without_end_is_turned_away(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with cheap(), pytest.raises(UnreadableError):
        checked(content)
    monkeypatch.setattr(packed, "_HIGHEST_RATIO", 10_000)  # as if it were packed like any other
    with cheap(), pytest.raises(UnreadableError):
        checked(content)


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "1E400", "1E-999999", "-1E999999"])
@pytest.mark.parametrize("place", ["A2", "C2", "E2"])
def test_a_number_that_excel_can_not_hold_is_named(staff: Client, place: str, number: str) -> None:
    sheet = zipfile.ZipFile(io.BytesIO(GOOD)).read(SHEET).decode()
    cell = f'<c r="{place}"><v>{number}</v></c>'
    content, replaced = re.subn(rf'<c r="{place}".*?</c>', cell, sheet)
    assert replaced == 1
    with cheap():
        [(line, where, problem), *_] = refusals(staff, with_part(SHEET, content.encode()))
    assert (line, where[0]) == (2, place[0])
    assert "Talet i cellen går inte att läsa" in problem


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "_rels/.rels"])
def test_entities_are_never_unfolded(staff: Client, part: str) -> None:
    laughs = b"".join(
        b'<!ENTITY a%d "%s">' % (number, b"&a%d;" % (number - 1) * 10) for number in range(1, 20)
    )
    content = b'<!DOCTYPE x [<!ENTITY a0 "ha">' + laughs + b"]><x>&a19;</x>"
    with cheap():
        assert "som Excel inte skriver" in turned_away(staff, with_part(part, content))


def test_too_many_members_are_turned_away(staff: Client) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(501):
            archive.writestr(str(number), b"")
    assert "för många delar" in turned_away(staff, file.getvalue())


def test_more_rows_than_a_hundred_thousand_are_turned_away(staff: Client) -> None:
    head = "indikator;geografi;period från;period till;värde\n"
    with cheap():
        assert "fler än 100 000 rader" in turned_away(
            staff, (head + "a;b;1;2;3\n" * 100_001).encode()
        )
        assert "fler än 100 000 rader" in turned_away(staff, (head + "1\n" * 3_000_000).encode())
    checked((head + "1\n" * 100_000).encode())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Filen är tom"),
        (b" \n ", "Filen är tom"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "äldre Excelfil, eller låst med lösenord"),
        (b"PK\x03\x04" + b"x" * 100, "går inte att läsa"),
        (b"%PDF-1.7\n\xff\x81\x8d", "varken XLSX eller text"),
        (b"indikator;geografi\0;period", "Rad 1 har ett nolltecken"),
        (b"indikator," * 700_000, "för många celler"),
        (b'indikator;"geografi\n' + b"x" * 200_000, "Citattecken ska stå både före och efter"),
        (b'indikator;geografi;period fran\n"a"b;c;d', "Första raden|saknas|okänd"),
        ("hej hej".encode("utf-16"), "Första raden ska vara rubriker"),
    ],
)
def test_what_is_no_table_is_turned_away(staff: Client, content: bytes, said: str) -> None:
    with cheap():
        told = turned_away(staff, content)
    assert any(each in told for each in said.split("|"))
    assert not FigureFile.objects.exists()


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("damage", [b"", b"<a", b"\xff\xfe\x00", b"<worksheet/>"])
def test_a_damaged_part_is_no_crash(staff: Client, part: str, damage: bytes) -> None:
    assert send(staff, with_part(part, damage)).status_code in (200, 302)


@given(st.lists(st.tuples(st.integers(0), st.integers(0, 255)), min_size=1, max_size=5))
def test_no_damaged_byte_is_a_crash(damage: list[tuple[int, int]]) -> None:
    content = bytearray(GOOD)
    for place, byte in damage:
        content[place % len(content)] = byte
    with contextlib.suppress(UnreadableError):
        checked(bytes(content))


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize(
    ("encoding", "remark"),
    [("utf-8", ""), ("utf-8-sig", ""), ("cp1252", "Windows-1252"), ("utf-16", "UTF-16")],
)
def test_csv_is_read_as_excel_writes_it(
    staff: Client, separator: str, encoding: str, remark: str
) -> None:
    note = "Första raden\nandra; raden, ”så”"
    content = csv(row(anmärkning=note), separator=separator, encoding=encoding)
    assert (f"Filen lästes som {remark}." in text_of(look_through(staff, content))) == bool(remark)
    take_in(staff, content)
    found = Observation.objects.get(indicator__code="medel")
    assert (found.note, float(found.value)) == (note, 12.5)


def test_decimal_commas_between_commas_are_explained(staff: Client) -> None:
    content = "indikator,geografi,period från,period till,värde\nmedel,norr,2023,2023,12,5".encode()
    [(number, where, problem)] = refusals(staff, content)
    assert (number, where) == (2, "F")
    assert "ska tal som 12,5 stå inom citattecken" in problem


def test_a_cell_of_csv_that_begins_like_a_formula_is_refused(staff: Client) -> None:
    [(_, where, problem)] = refusals(staff, csv(row(anmärkning="=HYPERLINK(1)")))
    assert where == "F: anmärkning"
    assert "formel" in problem


def test_xlsx_and_csv_say_the_same(staff: Client) -> None:
    rows = [
        row(),
        row(kön="Män", värde=1234.25, anmärkning="Åäö"),
        row(period_från=2020, period_till=2020),
    ]
    take_in(staff, xlsx(*rows))
    assert outcome(look_through(staff, csv(*rows)))["Oförändrade"] == 3
