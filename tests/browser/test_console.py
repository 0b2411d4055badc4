"""The browser has nothing to complain of: no error, nothing refused by the security policy."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Opened
from tests.browser.console import complaints
from tests.browser.places import STAFF


def test_readers_pages_are_silent(opened: Opened) -> None:
    told = f"status of {opened.status}"
    assert not [line for line in opened.complaints if opened.status != 404 or told not in line]


@pytest.mark.parametrize("place", STAFF.values(), ids=STAFF.keys())
def test_staff_see_a_silent_page(staff: Page, place: str) -> None:
    with complaints(staff) as found:
        staff.goto(place)
    assert not found


@pytest.mark.parametrize("kind", ["areas/area", "initiatives/initiative", "reports/report"])
def test_the_editor_is_silent_also_while_one_types(staff: Page, kind: str) -> None:
    staff.goto(f"/admin/{kind}/")
    with complaints(staff) as found:
        staff.locator("#result_list tbody th a").first.click()
        staff.locator("[contenteditable=true]").first.press_sequentially("Ny  text")
    assert not found


def test_an_inline_style_would_be_heard(reader: Page) -> None:
    reader.goto("/")
    with complaints(reader) as found:
        reader.evaluate("document.body.innerHTML += '<p style=\"color: red\"></p>'")
    assert any("Content Security Policy" in line for line in found)
