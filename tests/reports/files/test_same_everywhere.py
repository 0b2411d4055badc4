"""What one reads is the same everywhere: the pages and every file, cell by cell."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import override
from lxml import html

from publishing.glyphs import writable
from reports.comparisons import Outcome
from reports.files.edition import Edition
from reports.files.making import KINDS
from reports.files.table import NAMES, rows
from reports.models import Indicator, Kind, Observation, Release, Territory
from reports.sentences import certainty, from_to, number
from reports.statistics import CLEAR
from reports.templatetags.figures import signed
from tests.reports.files.conftest import File
from tests.reports.files.pdf import Pdf
from tests.reports.files.readers import FORMATS, KEY, differences

pytestmark = pytest.mark.django_db

Cells = tuple[str, ...]
Data = dict[str, Any]


def everywhere() -> Iterator[tuple[Release, str]]:
    """Every release in each of its languages."""
    for release in Release.objects.published():
        for language in release.data["languages"]:
            yield release, language


# --- The files -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", FORMATS)
def test_every_cell_of_every_file_is_that_of_the_data(file: File, kind: Kind) -> None:
    seen = 0
    for release, language in everywhere():
        edition = Edition(release, language)
        with edition.told():
            expected = list(rows(edition))
        found = FORMATS[kind].read(file(release, language, kind))
        assert not differences(expected, found, FORMATS[kind].text), (release, language)
        assert {tuple(row) for row in found} == {NAMES}
        seen += 1
    assert seen == 3 * 5 + 3


def test_every_kind_of_file_is_compared() -> None:
    """CSVW has no figures, and the PDF is compared below."""
    assert {*KINDS} == {*FORMATS} | {Kind.PDF, Kind.CSVW, Kind.ZIP}


@pytest.mark.parametrize("cell", ["value", "difference_upper", "note", "status", "outcome_name"])
def test_one_cell_that_differs_is_found(hard: Release, file: File, cell: str) -> None:
    found = FORMATS[Kind.JSON].read(file(hard, "sv", Kind.JSON))
    expected = [dict(row) for row in found]
    assert not differences(expected, found, str)
    expected[0][cell] = "en annan"
    assert len(differences(expected, found, str)) == 1
    assert len(differences(expected[1:], found, str)) == 1


# --- The pages -------------------------------------------------------------------------------


def table_rows(address: str, where: str) -> list[Cells]:
    """The texts of a page's tables, a cell each."""
    response = Client().get(address)
    assert response.status_code == 200, address
    tree = html.document_fromstring(response.content.decode())
    found = tree.xpath(f"//{where}//tbody/tr")
    return [tuple(_words(cell) for cell in row.xpath("th|td")) for row in found]


def _words(cell: html.HtmlElement) -> str:
    return " ".join(cell.text_content().split())


def spaced(*parts: object) -> str:
    """Words as a browser shows them, with one space between."""
    return " ".join(" ".join(str(part) for part in parts if part not in (None, "")).split())


class Told:
    """What a JSON file says, written as a page writes it."""

    def __init__(self, content: bytes) -> None:
        self.data: Data = json.loads(content)
        self.measures = {each["indicator"]: each for each in self.data["indicators"]}
        self.here = {it["territory"] for it in self.data["territories"] if it["is_in_area"]}

    def lines(self) -> Iterator[Cells]:
        """The newest figures of each measure for everybody, as the tables of the report."""
        newest: dict[tuple[str, str], Data] = {}
        for row in self.data["observations"]:
            everybody = (row["sex"], row["age_from"], row["age_to"]) == ("all", None, None)
            told_apart = self.measures[row["indicator"]]["by_residents"]
            if everybody and row["territory"] in self.here and not told_apart:
                newest[row["indicator"], row["territory"]] = row
        for row in newest.values():
            with override(self.measures[row["indicator"]]["language"]):
                yield self._line(row)

    def _line(self, row: Data) -> Cells:
        measure, figure = self.measures[row["indicator"]], self.figure(row)
        unit = f"({measure['unit']})" if measure["unit"] else ""
        outcome = Outcome(row["outcome"])
        return tuple(
            map(
                spaced,
                (
                    spaced(measure["plain_title"] or measure["indicator_name"], unit),
                    row["territory_name"],
                    figure.formatted_value,
                    self._reach(figure),
                    number(figure.indicator, row["rest_value"]),
                    number(figure.indicator, self._whole(row)),
                    self._difference(row, figure),
                    certainty(outcome, is_clear=row["outcome_level"] == CLEAR),
                ),
            )
        )

    def figures(self, code: str) -> Iterator[Cells]:
        """All figures of a measure, as its own page has them."""
        with override(self.measures[code]["language"]):
            for row in self.data["observations"]:
                if row["indicator"] == code:
                    yield self._figure(row)

    def _figure(self, row: Data) -> Cells:
        figure = self.figure(row)
        division = Territory.Division(row["division"]).label
        shown = [figure.formatted_value]
        if figure.has_value:
            shown += [row["unit"], "" if row["status"] == "ok" else figure.get_status_display()]
        return (
            spaced(row["territory_name"], f"({division})", figure.group),
            spaced(*shown),
            self._reach(figure),
            spaced(capfirst(figure.period)),
            spaced(row["note"]),
        )

    def figure(self, row: Data) -> Observation:
        """The figure as the pages know it."""
        indicator = Indicator(decimals=self.measures[row["indicator"]]["decimals"])
        same = ("value", "lower", "upper", "status", "sex", "age_from", "age_to")
        days = {
            name: row[name] and date.fromisoformat(row[name])
            for name in ("period_from", "period_to")
        }
        return Observation(indicator=indicator, **{name: row[name] for name in same}, **days)

    def _reach(self, of: Observation) -> str:
        if of.lower is None:
            return ""
        return spaced(from_to(number(of.indicator, of.lower), number(of.indicator, of.upper)))

    def _whole(self, row: Data) -> float | None:
        same = [name for name in KEY if name != "territory"]
        for other in self.data["observations"]:
            whole = other["division"] == "municipality"
            if whole and all(other[name] == row[name] for name in same):
                return other["value"]
        return None

    def _difference(self, row: Data, figure: Observation) -> str:
        if row["difference"] is None:
            return ""
        names = ("difference", "difference_lower", "difference_upper")
        # `signed` asks only for the indicator of what it is given.
        value, lower, upper = (html.fromstring(signed(row[n], figure)).text for n in names)
        return f"{value} ({from_to(lower, upper)})"


Tell = Callable[[Release, str], Told]


@pytest.fixture
def told(file: File) -> Tell:
    return lambda release, language: Told(file(release, language, Kind.JSON))


def test_the_tables_of_every_report_hold_what_its_files_hold(told: Tell) -> None:
    seen: Counter[str] = Counter()
    for release, language in everywhere():
        with override(language):
            found = table_rows(release.get_absolute_url(), "details")
        assert sorted(found) == sorted(told(release, language).lines()), (release, language)
        seen[language] += len(found)
    assert min(seen["sv"], seen["en"], seen["ar"]) > 20


def test_the_page_of_every_measure_holds_what_the_files_hold(told: Tell) -> None:
    for release, language in everywhere():
        expected = told(release, language)
        for code in expected.measures:
            with override(language):
                named = {"slug": release.report.slug, "code": code}
                address = reverse("reports:indicator", kwargs=named)
            found = table_rows(address, "section[@aria-labelledby='tabell']")
            where = (release, language, code)
            assert sorted(found) == sorted(expected.figures(code)), where


# --- The document ----------------------------------------------------------------------------


_NUMBER = re.compile("[+\N{MINUS SIGN}]?\\d[\\d.,]*")


def as_drawn(line: Cells) -> Cells:
    """A row as fonts can write it and readers can search for it: without Arabic short vowels."""
    return tuple(re.sub("[\u064b-\u0652]", "", writable(cell)) for cell in line)


def unbroken(line: Cells) -> Cells:
    """A row without blanks: where its lines are broken says nothing."""
    return tuple("".join(cell.split()) for cell in line)


def numbers(text: str) -> Counter[str]:
    """Every number with its sign, and how often it is there."""
    return Counter(_NUMBER.findall(text))


def test_every_cell_of_the_document_s_tables_is_that_of_the_other_files(
    file: File, told: Tell
) -> None:
    """In Swedish: to read the tags takes seconds, and what is drawn is the same in all."""
    for release in Release.objects.published():
        rows = Pdf(file(release, "sv", Kind.PDF)).cells()
        found = Counter(unbroken(as_drawn(tuple(row))) for row in rows if len(row) == 8)
        expected = Counter(unbroken(as_drawn(row)) for row in told(release, "sv").lines())
        assert expected - found == {}, release
        assert len(found - expected) == 1, release  # the names of the columns


def test_every_number_of_the_tables_can_be_found_in_the_document(file: File, told: Tell) -> None:
    for release, language in everywhere():
        cells = [cell for row in told(release, language).lines() for cell in row]
        text = Pdf(file(release, language, Kind.PDF)).text
        assert not numbers(" ".join(cells)) - numbers(text), (release, language)
        assert numbers(" ".join([*cells, "31415,9"])) - numbers(text) == {"31415,9": 1}


def test_every_word_of_the_tables_can_be_found_in_the_arabic_document(
    file: File, told: Tell
) -> None:
    for release in Release.objects.published():
        cells = [cell for row in told(release, "ar").lines() for cell in as_drawn(row)]
        words = {word for cell in cells for word in cell.split() if word.isalpha()}
        text = Pdf(file(release, "ar", Kind.PDF)).text
        assert not [word for word in words if word not in text], release
        assert len(words) > 5
