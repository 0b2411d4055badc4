"""The metadata of the CSV, checked with a program that reads CSVW, and nothing from the net."""

import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from csvw import CSVW
from django.utils.translation import override

from reports.files import csvw, separated
from reports.files.edition import Edition
from reports.files.table import COLUMNS, NAMES
from reports.models import Kind, Release

pytestmark = pytest.mark.django_db


def lay(edition: Edition, folder: Path) -> tuple[Path, Path]:
    """The CSV and its metadata, side by side as they lie at their addresses."""
    paths = [folder / edition.file_name(kind) for kind in (Kind.CSV, Kind.CSVW)]
    with edition.told():
        for path, write in zip(paths, (separated.write, csvw.write), strict=True):
            path.write_bytes(write(edition))
    return paths[0], paths[1]


def faults(table: Path) -> list[str]:
    """What the program finds, once it has found the metadata by itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("always")  # its way to tell of a fault; some it raises
        try:
            read = CSVW(str(table), validate=True)
            assert not read.no_metadata
            return [] if read.is_valid else [str(each.message) for each in read.warnings]
        except ValueError as error:
            return [str(error)]


def test_every_release_is_valid_in_every_language(hard: Release, tmp_path: Path) -> None:
    for release in Release.objects.published():
        for language in release.data["languages"]:
            table, _metadata = lay(Edition(release, language), tmp_path)
            assert faults(table) == []


def edited(path: Path, change: Callable[[str], str]) -> None:
    text = path.read_bytes().decode()
    assert change(text) != text
    path.write_bytes(change(text).encode())


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("2023-01-01", "2023-13-01"),
        lambda text: text.replace(",700,", ",sju,"),
        lambda text: text + text.split("\r\n")[-2] + "\r\n",
        lambda text: text.replace("release,", "utgava,", 1),
    ],
    ids=["no such day", "no number", "the same figure twice", "another column"],
)
def test_a_fault_in_the_table_is_found(
    swedish: Edition, tmp_path: Path, change: Callable[[str], str]
) -> None:
    table, _metadata = lay(swedish, tmp_path)
    edited(table, change)
    assert faults(table)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace('"decimal"', '"date"', 1),
        lambda text: text.replace('"delimiter": ","', '"delimiter": ";"'),
        lambda text: text.replace("http://www.w3.org/ns/csvw", "http://a.example"),
    ],
    ids=["another type", "another delimiter", "no metadata at all"],
)
def test_a_fault_in_the_metadata_is_found(
    swedish: Edition, tmp_path: Path, change: Callable[[str], str]
) -> None:
    table, metadata = lay(swedish, tmp_path)
    edited(metadata, change)
    assert faults(table)


def told(edition: Edition) -> dict[str, Any]:
    with edition.told():
        return json.loads(csvw.write(edition))


def test_every_column_is_told_by_name_and_in_words(hard: Release) -> None:
    columns = told(Edition(hard, "en"))["tableSchema"]["columns"]
    assert tuple(each["name"] for each in columns) == NAMES
    with override("en"):
        for column, each in zip(COLUMNS, columns, strict=True):
            assert each["titles"] == {"und": column.name, "en": str(column.title)}


def test_codes_are_told_in_words(swedish: Edition) -> None:
    columns = {each["name"]: each for each in told(swedish)["tableSchema"]["columns"]}
    assert columns["sex"]["dc:description"] == "all: Alla; women: Kvinnor; men: Män"
    assert "suppressed: Visas inte: för få" in columns["status"]["dc:description"]
    assert "cannot-tell: Går inte att avgöra" in columns["outcome"]["dc:description"]


def test_terms_that_are_not_decided_have_no_address(swedish: Edition) -> None:
    about = told(swedish)
    assert "dc:license" not in about
    assert about["dc:rights"].startswith("Villkoren för att använda siffrorna är inte bestämda")
