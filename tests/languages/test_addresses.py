"""The first part of an address decides the language, and nothing else does."""

import pytest
from django.test import Client
from django.utils.translation import override

from areas.models import Area
from languages.routing import address, told_in
from tests.conftest import make_area, make_page

pytestmark = pytest.mark.django_db

NORRBY = {
    "sv": "/omraden/norrby/",
    "sv-x-latt": "/latt/omraden/norrby/",
    "en": "/en/areas/norrby/",
}


@pytest.mark.parametrize(("language", "path"), NORRBY.items())
def test_each_language_has_its_own_words_in_the_path(language: str, path: str) -> None:
    with override(language):
        assert Area.objects.get(slug="norrby").get_absolute_url() == path


def test_the_words_of_one_language_are_not_found_in_another(client: Client) -> None:
    for path in ("/en/omraden/norrby/", "/areas/norrby/", "/sv/omraden/norrby/", "/fi/areas/"):
        assert client.get(path).status_code == 404


def test_what_a_browser_asks_for_does_not_change_the_language(client: Client) -> None:
    client.cookies["django_language"] = "ar"
    response = client.get("/omraden/", headers={"accept-language": "ar"})
    assert response.headers["Content-Language"] == "sv"
    assert "Accept-Language" not in response.headers.get("Vary", "")


def test_an_address_keeps_to_the_reader_inside_a_text_in_another_language() -> None:
    with override("ar"), told_in("sv"):
        assert address("home") == "/ar/"
    with override("ar"):
        assert address("home") == "/ar/"


def test_the_language_menu_keeps_the_page_and_its_filter(client: Client) -> None:
    text = client.get("/insatser/?area=norrby&age=30").content.decode()
    assert 'href="/en/initiatives/?area=norrby&amp;age=30"' in text


def test_the_language_menu_of_a_missing_page_leads_home(client: Client) -> None:
    text = client.get("/omraden/finns-inte/").content.decode()
    assert 'href="/ar/"' in text
    assert "/ar/areas/finns-inte/" not in text


def test_a_later_page_of_a_list_is_its_own_and_a_page_has_no_later_pages(client: Client) -> None:
    for _ in range(25):
        make_area()
    assert 'rel="canonical" href="http://testserver/omraden/?page=2"' in read(
        client, "/omraden/?page=2"
    )
    assert 'rel="canonical" href="http://testserver/omraden/norrby/"' in read(
        client, "/omraden/norrby/?page=7"
    )


def read(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_standing_pages_have_an_address_of_their_own_and_others_stand_below_about() -> None:
    assert address("pages:detail", slug="kontakt") == "/kontakt/"
    assert make_page(slug="historia").get_absolute_url() == "/om/historia/"


def test_a_page_with_a_place_of_its_own_is_not_found_below_about_too(client: Client) -> None:
    response = client.get("/om/kontakt/")
    assert (response.status_code, response.headers["Location"]) == (301, "/kontakt/")
