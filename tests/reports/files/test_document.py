"""The PDF of a release: what it holds, and how those who don't see it can use it."""

import re
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
import typst
from django.test import Client
from django.utils.translation import gettext, override
from lxml import html

from reports.files.edition import Edition
from reports.files.pdf import document, row_headers
from reports.files.pdf.chapter_tables import tables
from reports.models import Release, Voice
from tests.reports.files.editions import a_place, edition_of, invented, written
from tests.reports.files.pdf import Pdf
from tests.reports.stored import Place

pytestmark = pytest.mark.django_db
VOWELS = re.compile("[\u064b-\u0652]")
UA_1 = b"<pdfuaid:part>1</pdfuaid:part>"


@pytest.fixture
def place() -> Place:
    return a_place()


def norrby(language: str) -> Edition:
    """The city's own first release of Norrby."""
    return Edition(Release.objects.get(report__slug="norrby"), language)


def told(text: str) -> str:
    """A text with one space between words, as it is seen."""
    return re.sub("[ \n]+", " ", text).strip()


# --- Tagged ----------------------------------------------------------------------------------


def test_it_says_that_it_is_accessible_and_in_what_language(place: Place) -> None:
    pdf = written(edition_of(place))
    assert pdf.content.startswith(b"%PDF-1.7")
    assert pdf.root["/MarkInfo"]["/Marked"]
    assert UA_1 in pdf.root["/Metadata"].get_object().get_data()
    assert pdf.root["/Lang"] == "sv-SE"
    assert pdf.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.reader.metadata.title == "Provunderlag, 2026-1"
    assert pdf.reader.metadata.creation_date.isoformat() == "2026-11-30T05:00:00+00:00"


def test_every_row_and_column_of_a_table_has_a_header(place: Place) -> None:
    pdf = written(edition_of(place))
    scopes = [pdf.said("Scope", tag) for tag in pdf.tags("TH")]
    assert scopes == ["/Column"] * 8 + ["/Row"] * 2
    rows = [tag["/K"] for tag in pdf.tags("TR")]
    kinds = [[cell.get_object()["/S"] for cell in row] for row in rows]
    assert kinds[1:] == [["/TH"] + ["/TD"] * 7] * 2
    assert not [tag for tag in pdf.tags("TD") if pdf.said("Headers", tag)]


def test_a_table_whose_rows_are_not_found_is_refused() -> None:
    source = b'#set document(title: "x")\n#table(table.header[A], [B], [C])'
    content = typst.compile(source, format="pdf", pdf_standards="ua-1")
    assert len(Pdf(row_headers.with_row_headers(content, 2)).tags("TH")) == 3
    with pytest.raises(ValueError, match="should have 3 rows"):
        row_headers.with_row_headers(content, 3)


def test_headings_are_bookmarks_and_never_skip_a_level(place: Place) -> None:
    def change(data: dict[str, Any]) -> None:
        data["about"]["body"] = {"sv": "<h3>Djup</h3><h2>Hög</h2><h3>Under</h3><h2> </h2>"}

    pdf = written(edition_of(place, change=change))
    assert pdf.bookmarks()[:4] == ["Om underlaget", "Djup", "Hög", "Under"]
    assert {"På tio sekunder", "Provkapitel", "Prov nummer 1", "Utgåva"} <= {*pdf.bookmarks()}
    levels = [int(tag["/S"][2:]) for tag in pdf.tags() if tag["/S"][:2] == "/H"]
    assert levels[0] == 1
    assert max(below - above for above, below in pairwise(levels)) == 1


def test_the_contents_lead_to_each_section_and_give_its_page(place: Place) -> None:
    pdf = written(edition_of(place))
    contents = pdf.pages()[1]
    assert contents.startswith("Innehåll På tio sekunder 3")
    for number, page in enumerate(pdf.pages()[2:], 3):
        if "Vad siffrorna inte kan säga" in page:
            assert f"Vad siffrorna inte kan säga {number}" in contents
    links = [each.get_object() for each in pdf.reader.pages[1]["/Annots"]]
    assert len(links) >= 4


def test_the_qr_code_and_the_address_lead_to_the_release(place: Place) -> None:
    pdf = written(edition_of(place))
    address = f"https://halsa.example.se/kunskapsunderlag/{place.report.slug}/2026-1/"
    alts = [tag["/Alt"] for tag in pdf.tags("Figure")]
    assert alts == [f"QR-kod till {address}"]
    links = [each.get_object()["/A"] for each in pdf.reader.pages[0]["/Annots"]]
    assert [link["/URI"] for link in links] == [address]
    assert pdf.pages()[0].count(f"{place.report.slug}-2026-1") == 1


def test_every_page_but_the_cover_names_the_release_at_its_foot(place: Place) -> None:
    pages = written(edition_of(place)).pages()
    for number, page in enumerate(pages[1:], 2):
        assert f"{place.report.slug}-2026-1" in page
        assert page.endswith(f" {number}")


# --- Languages -------------------------------------------------------------------------------


def test_what_is_not_translated_is_told_in_swedish_and_says_so(place: Place) -> None:
    def change(data: dict[str, Any]) -> None:
        data["about"]["title"] = {"sv": "Provunderlag", "ar": "تقرير التجربة"}
        data["about"]["body"] = {"sv": "<p>Bara på svenska.</p>"}

    pdf = written(edition_of(place, "ar", change))
    assert pdf.root["/Lang"] == "ar-SE"
    assert pdf.root["/ViewerPreferences"]["/Direction"] == "/R2L"
    assert "Bara på svenska." in pdf.text
    headers = [(pdf.said("Scope", tag), tag["/Lang"]) for tag in pdf.tags("TH")]
    assert headers == [("/Column", "ar-SE")] * 8 + [("/Row", "sv-SE")] * 2
    assert {tag["/Lang"] for tag in pdf.tags("H1")} == {"ar-SE", "sv-SE"}  # the chapter is Swedish


@pytest.mark.parametrize("language", ["sv", "en", "fi", "ar", "so"])
def test_the_city_s_own_report_is_made_in_every_language(language: str) -> None:
    pdf = written(norrby(language))
    assert pdf.root["/Lang"] == f"{language}-SE"
    with override(language):
        headings = {gettext("Om underlaget"), gettext("Vad siffrorna inte kan säga")}
    assert headings <= {*pdf.bookmarks()}
    kinds = ("H1", "H2", "TH", "TD", "Link")
    assert {tag["/Lang"] for kind in kinds for tag in pdf.tags(kind)} == {f"{language}-SE"}


def test_arabic_words_can_be_found_and_copied() -> None:
    edition = norrby("ar")
    pdf = written(edition)
    for each in edition.indicators.values():
        name = VOWELS.sub("", each.plain_title_ar)
        assert name in pdf.text, name
    assert "13,594" in pdf.text
    assert "norrby-2026-1" in pdf.text


def test_signs_for_vowels_do_not_hide_an_arabic_word(place: Place) -> None:
    def change(data: dict[str, Any]) -> None:
        data["about"]["title"] = {"ar": "لم يُحسب شخصًا"}

    assert "لم يحسب شخصا" in written(edition_of(place, "ar", change)).text


# --- The same figures as the page ------------------------------------------------------------


@pytest.mark.parametrize("language", ["sv", "en", "fi", "ar", "so"])
def test_the_tables_are_those_of_the_page(client: Client, language: str) -> None:
    edition = norrby(language)
    with edition.told():
        address = edition.release.get_absolute_url()
        found = [row.texts for table in tables(edition) for row in (table.head, *table.rows)]
    page = html.document_fromstring(client.get(address).content.decode())
    shown = [[told(cell.text_content()) for cell in row] for row in page.xpath("//table//tr")]
    assert len(shown) == 4
    assert found == shown


def test_a_reader_finds_the_cells_of_the_table_in_the_pdf(place: Place) -> None:
    edition = edition_of(place)
    with edition.told():
        rows = [row.texts for table in tables(edition) for row in (table.head, *table.rows)]
    assert written(edition).cells() == [[told(text) for text in row] for row in rows]


# --- Invented figures ------------------------------------------------------------------------


def test_the_two_voices_are_told_as_on_the_page(place: Place) -> None:
    register = place.report.observations_everywhere()[0].indicator
    words = {"title": "Tryggheten", "text": "De ser olika saker."}
    Voice.objects.create(report=place.report, register=register, **words)
    text = " ".join(written(edition_of(place)).pages())
    assert "Tryggheten Bara den ena vet" in text
    for said in ("Registren", "Prov nummer 1: Provby", "De boende", "Vet inte.", "De ser olika"):
        assert said in text, said


def test_invented_figures_say_so_on_every_page_and_at_every_table_and_chart(place: Place) -> None:
    marker = "Exempeldata, påhittade värden"
    pdf = written(edition_of(place, change=invented))
    assert len(pdf.pages()) > 4
    assert not [page for page in pdf.pages() if marker not in page]
    assert f"Provkapitel. {marker}" in pdf.text  # the caption of the table
    assert f"{marker} Området, med 95 procents intervall" in pdf.text
    assert f"[{marker}]" in pdf.text  # the citation


def test_real_figures_are_not_called_invented(place: Place) -> None:
    assert "påhittade" not in written(edition_of(place)).text


# --- The same every time ---------------------------------------------------------------------


def test_the_same_edition_gives_the_same_bytes(place: Place) -> None:
    first, second = (written(edition_of(place)).content for _each in range(2))
    assert first == second


def test_a_document_of_ten_pages_is_quickly_made() -> None:
    edition = edition_of(a_place(measures=16))
    written(edition_of(a_place(measures=1)))  # reads the fonts
    with edition.told():
        start = time.process_time()
        content = document.write(edition)
        took = time.process_time() - start
    assert len(Pdf(content).reader.pages) >= 10
    assert took < 3  # a third of that on a machine that does nothing else


# --- Odd input -------------------------------------------------------------------------------

ODD = {
    "markup": '#let x = 1 $a$ *b* _c_ <d> [e] @f \\ "g" / h',
    "emoji": "Hälsa 🎉👩\u200d👧 中文",
    "arabic": 'صحة / "نوربي" 🎉',
    "one long word": "Ä" * 300,
    "many words": "ord " * 75,
    "signs that are not seen": "\u202eabc\u2066\u200f\ufeff\x07\x85",
    "nothing": "",
    "spaces": "   ",
}


def everywhere(text: str) -> Callable[[dict[str, Any]], None]:
    """Puts a text wherever a release holds one."""

    def change(data: dict[str, Any]) -> None:
        told = {"sv": text}
        body = f"<p>{text}</p><h2>{text}</h2><ul><li>{text}<ul><li>{text}</li></ul></li></ul>"
        data["about"] |= {"title": told, "lead": told, "body": {"sv": body}}
        data |= {"office": told, "licence": "cc-by"}
        data["contact"] = {"title": told, "office": told, "phone": "033-35 70 00", "email": ""}
        data["chapters"] = [{"title": told, "body": {"sv": body}}]
        data["edition"]["note"] = told
        for row in (*data["indicators"].values(), *data["territories"].values()):
            row |= {name: told for name in ("title", "unit", "definition") if name in row}
        for row in data["observations"]:
            row["note"] = told

    return change


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_texts_stop_nothing(place: Place, text: str) -> None:
    pdf = written(edition_of(place, change=everywhere(text)))
    assert pdf.bookmarks()


def test_markup_is_told_as_it_is_written(place: Place) -> None:
    text = '#let x = 1 $a$ *b* _c_ [e] @f \\ "g" / h'
    pdf = written(edition_of(place, change=everywhere(text)))
    assert pdf.reader.metadata.title == f"{text}, 2026-1"
    assert text in pdf.bookmarks()


def test_what_no_font_can_write_is_told_by_a_sign(place: Place) -> None:
    pdf = written(edition_of(place, change=everywhere("Hälsa 🎉 för alla")))
    assert "Hälsa \N{REPLACEMENT CHARACTER} för alla" in pdf.bookmarks()


def test_a_release_with_one_figure_and_no_words_is_a_document(place: Place) -> None:
    def change(data: dict[str, Any]) -> None:
        code = data["observations"][0]["indicator"]
        data["observations"] = data["observations"][:1]
        data["indicators"] = {code: data["indicators"][code] | {"chapter": None}}
        data |= {"chapters": [], "about": {}, "office": {}, "contact": None, "trends": []}

    pdf = written(edition_of(place, change=change))
    assert "Om området" in pdf.bookmarks()
    assert len(pdf.cells()) == 2
