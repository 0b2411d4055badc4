"""No script is needed to read anything, nor to get anywhere."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, Opened
from tests.browser.served import Site


@pytest.fixture(scope="session")
def plain(browser: Browser, site: Site) -> Iterator[Page]:
    """A tab in which scripts are turned off, on a narrow screen."""
    context = browser.new_context(base_url=site.address, java_script_enabled=False, viewport=PHONE)
    yield context.new_page()
    context.close()


def test_the_text_is_the_same(opened: Opened, plain: Page, path: str) -> None:
    opened.page.set_viewport_size(PHONE)
    plain.goto(path)
    text = plain.locator("body").inner_text()
    assert len(text) > 300
    assert text == opened.page.locator("body").inner_text()


def test_the_menu_opens_leads_on_and_closes(plain: Page) -> None:
    plain.goto("/")
    menu = plain.locator("#meny")
    expect(menu).to_be_hidden()
    plain.get_by_role("button", name="Meny", exact=True).click()
    expect(menu.get_by_role("link")).to_have_count(6)
    plain.get_by_role("button", name="Stäng menyn").click()
    expect(menu).to_be_hidden()
    plain.get_by_role("button", name="Meny", exact=True).click()
    menu.get_by_role("link", name="Insatser").click()
    assert plain.url.endswith("/insatser/")


def test_the_language_menu_opens_and_leads_on(plain: Page) -> None:
    plain.goto("/omraden/norrby/")
    plain.get_by_role("button", name="Språk").click()
    plain.locator("#sprak").get_by_role("link", name="العربية").click()
    expect(plain.locator("html")).to_have_attribute("dir", "rtl")


def test_the_question_what_fits_me_is_answered(plain: Page) -> None:
    plain.goto("/")
    plain.locator("main form [name=age]").fill("40")
    plain.locator("main form").get_by_role("button").click()
    assert "age=40" in plain.url
    expect(plain.locator("h1")).to_be_visible()
