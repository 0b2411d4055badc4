"""No text of a release runs as a formula, in any file and whichever way a spreadsheet opens it."""

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.files import separated, workbook
from reports.files.edition import Edition
from reports.files.inert import inert
from reports.files.table import NAMES
from tests.reports.files.handmade import make_edition, make_indicator, make_observation, with_notes
from tests.reports.files.office import Office, read_as

NASTY = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1;1)",
    " =1+1",
    "\u00a0\u200b\ufeff=1+1",
    "\t=1+1",
    "\n=1+1",
    "＝1+1",
    "＠SUM(1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://127.0.0.1/";"Klicka")',
    '=WEBSERVICE("http://127.0.0.1/")',
    '=DDE("soffice";"x";"y")',
    "Ja;=1+1;",
    "Ja,=1+1,",
    'Ja;"=1+1";',
    'Ja,"=1+1",',
    "Ja\t=1+1\t",
    "Ja\n=1+1\n",
    "'=1+1",
    '"=1+1"',
    "{=1+1}",
    "=" * 300,
    "<r><t>=1+1</t></r>",
    "<f>1+1</f>",
    "]]><f>1+1</f>",
    "_x003D_1+1",
    "https://127.0.0.1/",
    "mailto:a@example.se",
    "🧵=1+1",
    "مرحبا =1+1",
    "  blanka  ",
]
SIGNS = st.sampled_from([*"=+-@＝＋－＠'\";,|\t\n 1A(é", "\u00a0", "\u200b", "\ufeff"])
TEXTS = st.lists(SIGNS, min_size=1, max_size=12).map("".join) | st.sampled_from(NASTY)
BATCHES = st.lists(TEXTS, min_size=1, max_size=30)
CSV: dict[str, Callable[[Edition], bytes]] = {",": separated.write, ";": separated.write_for_excel}


def written(writer: Callable[[Edition], bytes], edition: Edition) -> bytes:
    with edition.told():
        return writer(edition)


def notes_in(file: BytesIO | Path, sheet: str = "") -> list[str]:
    """The notes of a workbook. None of its cells is a formula."""
    book = load_workbook(file)
    assert not [cell for each in book for cell in formulas(each)]
    rows = (book[sheet] if sheet else book.active).iter_rows(min_row=2, values_only=True)
    return [row[NAMES.index("note")] for row in rows]


def formulas(sheet: Worksheet) -> list[str]:
    return [cell.value for row in sheet for cell in row if cell.data_type == "f"]


def could_run(piece: str) -> bool:
    """Whether a cell with this text may be taken for a formula. Written apart from `inert`."""
    seen = (it for it in piece if unicodedata.category(it)[0] not in "CZ" and it != '"')
    first = unicodedata.normalize("NFKC", next(seen, "."))
    return first in ("=", "+", "-", "@") and not is_number(piece)


def is_number(piece: str) -> bool:
    return bool(re.fullmatch(r"-?\d+([.,]\d+)?", piece))


def pieces(text: str) -> Iterator[str]:
    """Every cell that a program could find, whatever sign it parts them by."""
    for signs in (",", ";", "\t", "|", ",;", ",;\t|"):
        yield from re.split(f"[{re.escape(signs)}\r\n]", text)


# --- Any text --------------------------------------------------------------------------------


@settings(max_examples=20, deadline=None)
@given(BATCHES)
def test_a_text_of_a_workbook_is_a_text_and_unchanged(notes: list[str]) -> None:
    book = BytesIO(written(workbook.write, with_notes(notes)))
    assert notes_in(book, "Arbete") == notes


@pytest.mark.parametrize("sign", CSV)
@settings(max_examples=40, deadline=None)
@given(notes=BATCHES)
def test_no_cell_of_a_csv_could_run_wherever_it_is_cut(sign: str, notes: list[str]) -> None:
    text = written(CSV[sign], with_notes(notes)).decode("utf-8-sig")
    assert not [piece for piece in pieces(text) if could_run(piece)]
    found = list(csv.DictReader(StringIO(text, newline=""), delimiter=sign))
    assert [row["note"] for row in found] == [inert(note) for note in notes]


def test_the_check_itself_sees_what_could_run() -> None:
    assert all(map(could_run, ["=1", " +1+1", "\u200b＝1", '"=1"', "-1+1", "@SUM(1)"]))
    assert not any(map(could_run, ["-1,5", "12", "'=1", "ord", ""]))
    assert "=1+1" in pieces("norrby,Ja;=1+1;")


@pytest.mark.parametrize("nasty", ["=1+1", "Ja;=1+1;", "<r>=1+1</r>", "\t@SUM(1)"])
def test_no_name_or_title_runs_either(nasty: str) -> None:
    told = {"sv": nasty}
    edition = make_edition(
        about={"title": told},
        office=told,
        place={"title": told, "dye": "plum", "weave": []},
        contact={"title": told, "office": told, "phone": nasty, "email": nasty},
        chapters=[{"title": told, "body": {}}],
        indicators={"m": make_indicator(nasty, unit=told, numerator_source=told, definition=told)},
        observations=[make_observation("m")],
    )
    book = load_workbook(BytesIO(written(workbook.write, edition)))
    assert not [cell for sheet in book for cell in formulas(sheet)]
    for writer in CSV.values():
        text = written(writer, edition).decode("utf-8-sig")
        assert not [piece for piece in pieces(text) if could_run(piece)]


def test_a_negative_number_is_still_a_number() -> None:
    edition = make_edition(observations=[make_observation(value=-1.5)])
    assert ",-1.5," in written(separated.write, edition).decode()
    assert ";-1,5;" in written(separated.write_for_excel, edition).decode()


# --- In a real program -----------------------------------------------------------------------

COUNTRIES = [("sv-SE", 1053, ";"), ("en-US", 1033, ",")]


@pytest.mark.parametrize(("country", "number", "sign"), COUNTRIES)
def test_libreoffice_runs_nothing_and_shows_every_text(
    country: str, number: int, sign: str, tmp_path: Path
) -> None:
    office = Office(tmp_path, country)
    book = tmp_path / "book.xlsx"
    book.write_bytes(written(workbook.write, with_notes(NASTY)))
    (saved,) = office.opened([book])
    assert notes_in(saved, "Arbete") == NASTY

    files = {each: tmp_path / f"{ord(each)}.csv" for each in CSV}
    for each, file in files.items():
        file.write_bytes(written(CSV[each], with_notes(NASTY)))
    unguarded = tmp_path / "unguarded.csv"
    unguarded.write_text(f"release{sign}note\nnorrby{sign}=1+1\n")
    *guarded, run = office.opened([*files.values(), unguarded], read_as=read_as(sign, number))
    shown = dict(zip(files, guarded, strict=True))
    assert notes_in(shown[sign]) == [inert(note) for note in NASTY]
    for file in guarded:  # one of them was parted by another sign
        assert not formulas(load_workbook(file).active)
    assert formulas(load_workbook(run).active) == ["=1+1"]
