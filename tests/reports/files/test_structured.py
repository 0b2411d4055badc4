"""The JSON, its schema, and the description that it carries for search engines."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override
from jsonschema import Draft202012Validator, FormatChecker

from reports.files import structured
from reports.files.dataset_description import describe
from reports.files.edition import Edition
from reports.files.table import COLUMNS, NAMES
from reports.models import Kind, Licence, Release

pytestmark = pytest.mark.django_db

SCHEMA: dict[str, Any] = json.loads(Path("reports/files/schema.json").read_text())
OBSERVATION = SCHEMA["$defs"]["observation"]


def faults(told: Any) -> list[str]:
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(told)]


def content(edition: Edition) -> bytes:
    with edition.told():
        return structured.write(edition)


@pytest.fixture
def told(swedish: Edition) -> dict[str, Any]:
    return json.loads(content(swedish))


# --- The schema ------------------------------------------------------------------------------


def test_the_schema_is_valid_and_tells_all_in_swedish_and_in_english() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    objects = [SCHEMA, SCHEMA["properties"]["release"], *SCHEMA["$defs"].values()]
    for each in objects:
        for name, told in each.get("properties", {}).items():
            assert {"title", "description"} <= {*told}, name


def test_the_schema_has_the_columns_of_the_csv_by_the_same_names_and_titles() -> None:
    assert tuple(OBSERVATION["properties"]) == tuple(OBSERVATION["required"]) == NAMES
    with override("sv"):
        for column in COLUMNS:
            assert OBSERVATION["properties"][column.name]["title"] == str(column.title)


def test_every_release_follows_the_schema_in_every_language(hard: Release) -> None:
    for release in Release.objects.published():
        for language in release.data["languages"]:
            assert not faults(json.loads(content(Edition(release, language)))), (release, language)


def test_what_is_left_out_added_or_of_another_kind_is_found(told: dict[str, Any]) -> None:
    short = {name: it[:1] if isinstance(it, list) else it for name, it in told.items()}
    for part in ("release", "indicators", "territories", "observations", "trends"):
        one = short[part][0] if isinstance(short[part], list) else short[part]
        for name, value in [*one.items(), ("more", None)]:
            one.pop(name, None)
            assert faults(short) or name == "more", (part, name)
            one[name] = {"odd": 1}
            assert faults(short), (part, name)
            one[name] = value
        del one["more"]
    assert not faults(short)
    assert faults(short | {"more": 1})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("status", "hidden"),
        ("sex", ""),
        ("value", "12"),
        ("period_from", "2023-13-01"),
        ("count", -1),
        ("outcome_level", 0.9),
    ],
)
def test_a_value_that_can_not_be_is_found(told: dict[str, Any], name: str, value: Any) -> None:
    told["observations"][0][name] = value
    assert faults(told)


def test_the_schema_is_where_the_file_says(told: dict[str, Any]) -> None:
    address = told["$schema"].removeprefix("http://testserver")
    response = Client().get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/schema+json"
    assert response.json() == SCHEMA
    again = Client().get(address, headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert Client().head(address).status_code == 200
    assert Client().post(address).status_code == 405


# --- The file --------------------------------------------------------------------------------


def test_every_figure_stands_on_a_line_of_its_own(swedish: Edition) -> None:
    lines = content(swedish).decode().splitlines()
    rows = [line for line in lines if line.startswith('{"release": ')]
    assert len(rows) == len(swedish.data["observations"])


def test_the_same_edition_is_the_same_bytes(swedish: Edition) -> None:
    assert content(Edition(swedish.release, "sv")) == content(swedish)


def test_texts_are_as_they_were_written(told: dict[str, Any]) -> None:
    """Nothing of JSON runs, so that nothing needs a mark in it."""
    assert "=1+1" in {row["note"] for row in told["observations"]}


def test_a_measure_says_which_language_it_is_told_in(hard: Release) -> None:
    measures = {
        it["indicator"]: it for it in json.loads(content(Edition(hard, "ar")))["indicators"]
    }
    assert measures["prov-serie"]["language"] == "ar"
    others = {
        it["language"]
        for code, it in measures.items()
        if code.startswith("prov-") and it["indicator_name"].startswith("Provmått")
    }
    assert others == {"sv"}


# --- For search engines ----------------------------------------------------------------------


def test_search_engines_are_told_of_every_file(swedish: Edition) -> None:
    with swedish.told():
        found = describe(swedish)
    addresses = [each["contentUrl"] for each in found["distribution"]]
    assert addresses == [swedish.file_address(kind) for kind in Kind]
    assert found["temporalCoverage"] == "2017-01-01/2023-12-31"
    assert found["spatialCoverage"]["name"] == "Provby"


@pytest.mark.parametrize(("licence", "has_address"), [("", False), ("cc0", True), ("cc-by", True)])
def test_terms_are_told_in_words_and_have_an_address_once_they_are_decided(
    swedish: Edition, licence: str, has_address: bool
) -> None:
    swedish.data = swedish.data | {"licence": licence}
    with swedish.told():
        found = describe(swedish)
    assert found["copyrightNotice"] == Licence(licence).words
    assert ("license" in found) == has_address


def test_invented_figures_are_told_to_be_so_first(swedish: Edition) -> None:
    measures = swedish.data["indicators"]
    invented = {code: each | {"is_example": True} for code, each in measures.items()}
    swedish.data = swedish.data | {"indicators": invented}
    marker = "Exempeldata, påhittade värden"
    with swedish.told():
        assert describe(swedish)["description"].startswith(f"{marker}. ")
        told = structured.told(swedish)
    assert (told["release"]["is_example"], told["release"]["example"]) == (True, marker)
    assert {row["example"] for row in told["observations"]} == {marker}
