"""The description of the API: for programs as OpenAPI, for people as a page made of it."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from lxml import html

from languages.routing import path_of
from tests.conftest import LANGUAGES
from tests.open_data.conftest import Ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def described(ask: Ask) -> Any:
    return ask("openapi.json")


def operations(described: Any) -> dict[str, Any]:
    return {path: at["get"] for path, at in described["paths"].items()}


def test_it_is_openapi_3_1_with_an_address_for_each_language(ask: Ask) -> None:
    described = ask("openapi.json", language="/ar")
    assert described["openapi"] == "3.1.0"
    paths = [f"{path_of(code)}/".lstrip("/") for code in LANGUAGES]
    expected = {f"http://testserver/{path}api/v1" for path in paths}
    assert {server["url"] for server in described["servers"]} == expected
    assert described["servers"][0]["url"] == "http://testserver/ar/api/v1"


def test_every_word_for_people_is_there(described: Any) -> None:
    found = operations(described)
    assert len(found) == 1 + 8 + 7
    for path, operation in found.items():
        assert operation["summary"], path
        assert all(it["description"] for it in operation["parameters"]), path
        assert {*operation["responses"]} == {"200", "400", "404", "406", "410", "422"}
    for name, schema in described["components"]["schemas"].items():
        for field, told in schema.get("properties", {}).items():
            assert told.get("description"), (name, field)


def test_every_reference_leads_somewhere_and_every_schema_is_used(described: Any) -> None:
    text = json.dumps(described)
    for kind, named in described["components"].items():
        for name in named:
            assert f'"#/components/{kind}/{name}"' in text, name
    for reference in {part.partition('"')[0] for part in text.split('"$ref": "#/')[1:]}:
        node = described
        for step in reference.split("/"):
            node = node[step]


def test_the_page_tells_all_that_the_description_does(client: Client, described: Any) -> None:
    page = html.document_fromstring(client.get("/oppna-data/api/").content.decode())
    words = {code.text for code in page.iter("code")}
    for path, operation in operations(described).items():
        if path != "/":
            assert f"GET {path}" in words
            parameters = {it["name"] for it in operation["parameters"] if it["in"] == "query"}
            assert parameters - {"page", "per_page"} <= words, path
    for field in described["components"]["schemas"]["ObservationData"]["properties"]:
        assert field in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_on_the_page_works(client: Client, language: str) -> None:
    with override(language):
        documentation = reverse("open_data:documentation")
    page = html.document_fromstring(client.get(documentation).content.decode())
    links = [href for href in page.xpath("//main//a/@href") if "/api/v1/" in href]
    assert len(links) == 2 + len(LANGUAGES) + 8
    for link in links:
        assert client.get(link.removeprefix("http://testserver")).status_code == 200, link
