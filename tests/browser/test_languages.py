"""The language menu changes the language and nothing else."""

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.places import PAGES, Place

SAME = {place.sv: place for place in PAGES} | {place.ar: place for place in PAGES}


def test_both_language_menus_lead_to_the_same_page(opened: Opened, path: str) -> None:
    if opened.status == 404:
        return
    for code in ("sv", "ar"):
        links = opened.page.locator(f"#sprak a[hreflang={code}], .foot a[hreflang={code}]").all()
        addresses = [urljoin(path, str(link.get_attribute("href"))) for link in links]
        assert addresses == [getattr(SAME[path], code)] * 2


@pytest.mark.parametrize("place", [PAGES[2], PAGES[5]], ids=lambda place: place.name)
def test_a_reader_gets_there_and_back(reader: Page, place: Place) -> None:
    reader.goto(place.sv)
    for name, language, address in (("العربية", "ar", place.ar), ("Svenska", "sv", place.sv)):
        reader.locator(".lang-btn").click()
        reader.locator("#sprak").get_by_role("link", name=name, exact=True).click()
        expect(reader.locator("html")).to_have_attribute("lang", language)
        assert reader.url.endswith(address)


def test_a_page_that_is_not_there_can_be_left_in_any_language(reader: Page) -> None:
    reader.goto("/finns-inte/")
    reader.locator(".lang-btn").click()
    reader.locator("#sprak").get_by_role("link", name="English").click()
    expect(reader.locator("html")).to_have_attribute("lang", "en")
