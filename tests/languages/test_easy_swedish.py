"""Easy Swedish is a language of its own, with a way to it and back that can't be missed."""

from typing import Any

import pytest
from django.test import Client
from lxml import html

from tests.conftest import LANGUAGES, MAKERS
from tests.languages.test_whole_pages import marked, read

pytestmark = pytest.mark.django_db

KINDS = sorted(set(MAKERS) - {"arena"})
LISTS = [
    "",
    "omraden/",
    "insatser/",
    "samverkan/avtal/",
    "samverkan/parter/",
    "kunskapsunderlag/",
    "nyheter/",
]


def ways(page: html.HtmlElement) -> list[tuple[str, str, str]]:
    """The links between ordinary and easy Swedish."""
    links = page.xpath("//p[@class='easy']/a")
    return [(it.get("href"), it.get("hreflang"), it.text_content().strip()) for it in links]


def alternates(page: html.HtmlElement) -> list[str]:
    return page.xpath("//link[@rel='alternate']/@hreflang")


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_in_easy_swedish_is_reached_from_the_swedish_one(client: Client, kind: str) -> None:
    page = MAKERS[kind](**marked(["sv", "sv-x-latt"]))
    address = page.get_absolute_url()
    swedish, easy = read(client, page, "sv"), read(client, page, "sv-x-latt")
    assert ways(swedish) == [(f"/latt{address}", "sv-x-latt", "Läs på lätt svenska")]
    (back,) = ways(easy)
    assert back[:2] == (address, "sv")
    assert "sv-x-latt" in alternates(swedish)
    assert easy.get("lang") == "sv-x-latt"
    assert ways(read(client, page, "en")) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["sv", "sv-x-latt", "en"])
def test_there_is_no_way_to_what_is_not_there(client: Client, kind: str, language: str) -> None:
    page = MAKERS[kind](**marked([code for code in LANGUAGES if code != "sv-x-latt"]))
    shown = read(client, page, language)
    assert ways(shown) == []
    assert "sv-x-latt" not in alternates(shown)


@pytest.mark.parametrize("path", LISTS)
def test_the_lists_are_told_in_both(client: Client, path: str) -> None:
    def at(address: str) -> Any:
        return ways(html.document_fromstring(client.get(address).content.decode()))

    assert at(f"/{path}")[0][:2] == (f"/latt/{path}", "sv-x-latt")
    assert at(f"/latt/{path}")[0][:2] == (f"/{path}", "sv")
    assert at("/finns-inte/") == []


def test_other_sites_are_told_that_easy_swedish_is_swedish(client: Client) -> None:
    page = html.document_fromstring(client.get("/latt/").content.decode())
    assert page.xpath("//meta[@property='og:locale']/@content") == ["sv_SE"]
