"""The page of components: for staff and developers, with everything there is."""

from collections import Counter

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles import finders
from django.test import Client, override_settings
from lxml import html

from boras_halsa.specimens import cast
from tests.test_whole_site import sitemap_addresses

pytestmark = pytest.mark.django_db

ADDRESS = "/komponenter/"
FILES = {
    f"components/{path.name}" for path in (settings.BASE_DIR / "templates/components").iterdir()
}


@pytest.fixture(scope="module")
def shown() -> html.HtmlElement:
    """The page as developers see it. No test has opened the database yet, so nothing can ask it."""
    with override_settings(DEBUG=True):
        return html.document_fromstring(Client().get(ADDRESS).content.decode())


@pytest.fixture(scope="module")
def specimens(shown: html.HtmlElement) -> list[html.HtmlElement]:
    found = shown.find_class("specimen")
    assert len(found) > 200
    return found


def test_visitors_find_no_such_page_and_get_no_cookie(client: Client) -> None:
    response = client.get(ADDRESS)
    assert response.status_code == 404
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("cookie", ["", "forged"])
def test_a_cookie_alone_opens_nothing(client: Client, cookie: str) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = cookie
    assert client.get(ADDRESS).status_code == 404


@pytest.mark.parametrize(
    ("rights", "status"),
    [({}, 404), ({"is_staff": True}, 200), ({"is_staff": True, "is_active": False}, 404)],
)
def test_only_staff_may_look(client: Client, rights: dict, status: int) -> None:
    client.force_login(get_user_model().objects.create_user("someone", **rights))
    response = client.get(ADDRESS)
    assert response.status_code == status
    assert status == 404 or response.headers["Cache-Control"] == "private, no-store"


def test_developers_may_look_without_signing_in(shown: html.HtmlElement) -> None:
    assert shown.xpath("string(//h1)") == "Komponenter"


def test_no_search_engine_is_led_there(client: Client, shown: html.HtmlElement) -> None:
    assert shown.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not [address for address in sitemap_addresses(client) if ADDRESS in address]


def test_every_component_is_shown_and_no_other(shown: html.HtmlElement) -> None:
    names = {code.text for code in shown.xpath("//section[contains(@class, 'component')]//h3/code")}
    assert names == FILES


def test_each_component_tells_when_to_use_it_and_what_it_takes(shown: html.HtmlElement) -> None:
    components = shown.xpath("//section[contains(@class, 'component')]")
    assert len(components) > len(FILES)
    for component in components:
        about = component.find_class("about")[0]
        assert all(len(text.text_content()) > 2 for text in (about.find("p"), about.find("dl/dd")))
        assert component.find_class("specimen")


def test_no_state_is_empty(specimens: list[html.HtmlElement]) -> None:
    for specimen in specimens:
        seen = specimen.text_content().strip() or specimen.xpath(".//svg | .//img")
        assert seen, html.tostring(specimen)


def test_states_are_shown_in_both_directions(specimens: list[html.HtmlElement]) -> None:
    directions = Counter((it.get("lang"), it.get("dir")) for it in specimens)
    assert set(directions) == {(it, "ltr") for it in ("sv", "sv-x-latt", "en", "fi", "so")} | {
        ("ar", "rtl")
    }
    assert directions["ar", "rtl"] > len(specimens) * 0.48


def test_arabic_specimens_are_arabic(specimens: list[html.HtmlElement]) -> None:
    """All but those that say that they are told in Swedish, and those without words."""
    for specimen in specimens:
        text = specimen.text_content().strip()
        if (
            specimen.get("lang") == "ar"
            and text
            and not specimen.xpath(".//*[@lang='sv'] | .//pre")
        ):
            assert any("\u0600" <= letter <= "\u06ff" for letter in text), text


def test_ids_are_unique_and_references_resolve(shown: html.HtmlElement) -> None:
    ids = Counter(shown.xpath("//@id"))
    assert not {name for name, times in ids.items() if times > 1}
    for attribute in ("aria-labelledby", "aria-describedby", "for", "popovertarget"):
        for value in shown.xpath(f"//@{attribute}"):
            assert set(value.split()) <= set(ids), (attribute, value)
    for reference in shown.xpath(
        "//@fill[starts-with(., 'url(')] | //a/@href[starts-with(., '#')]"
    ):
        assert reference.removeprefix("url(").strip("#)") in ids, reference


def test_nothing_on_it_needs_an_exception_from_the_security_policy(shown: html.HtmlElement) -> None:
    assert not shown.xpath("//script | //style | //*[@style]")
    sources = shown.xpath("//img/@src | //link[@rel='stylesheet']/@href")
    assert all(source.startswith("/") for source in sources)
    sheets = [source.removeprefix("/static/") for source in sources if source.endswith(".css")]
    assert len(sheets) == 2
    assert all(finders.find(sheet) for sheet in sheets)


@pytest.mark.parametrize("name", ["LONG_WORD", "LONG_WORD_AR", "LONG_TITLE", "LONG_TITLE_AR"])
def test_the_hard_texts_are_as_hard_as_they_say(name: str) -> None:
    text = getattr(cast, name)
    assert len(text) == (300 if "TITLE" in name else 80)
    assert (" " in text) == ("TITLE" in name)


def test_every_dye_and_weave_is_shown(shown: html.HtmlElement) -> None:
    cloths = shown.xpath("//ul[@class='cloths']/li/span/text()")
    assert len(set(cloths)) == 5 * 4
