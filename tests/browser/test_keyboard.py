"""All that a mouse can reach, a keyboard reaches too, in order and in sight."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import WIDTHS


@pytest.mark.parametrize("width", WIDTHS)
def test_every_control_gets_focus_in_order_and_shows_it(
    reader: Page, path: str, width: int
) -> None:
    reader.set_viewport_size({"width": width, "height": 800})
    reader.goto(path)
    for _ in range(reader.evaluate("probe.watch()")):
        reader.keyboard.down("Tab")  # Held, it goes on to the next as if pressed again.
    reader.keyboard.up("Tab")
    visits = reader.evaluate("probe.visits")
    assert visits["controls"] > 15
    assert visits["order"] == list(range(visits["controls"]))
    assert not visits["wrong"], "\n".join(visits["wrong"])


def test_the_skip_link_comes_first_and_leads_past_the_menu(reader: Page, path: str) -> None:
    reader.set_viewport_size({"width": 320, "height": 800})
    reader.goto(path)
    reader.keyboard.press("Tab")
    skip = reader.locator(":focus")
    expect(skip).to_have_attribute("href", "#innehall")
    expect(skip).to_be_in_viewport(ratio=1)
    reader.keyboard.press("Enter")
    expect(reader.locator("main")).to_be_focused()
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize(("path_of_home", "menu"), [("/", "Meny"), ("/ar/", "القائمة")])
def test_the_menu_opens_and_closes_by_keyboard(reader: Page, path_of_home: str, menu: str) -> None:
    reader.set_viewport_size({"width": 320, "height": 800})
    reader.goto(path_of_home)
    button = reader.get_by_role("button", name=menu, exact=True)
    button.focus()
    reader.keyboard.press("Enter")
    expect(reader.locator("#meny a").first).to_be_in_viewport()
    for _ in range(2):
        reader.keyboard.press("Tab")
    expect(reader.locator("#meny a").first).to_be_focused()
    reader.keyboard.press("Escape")
    expect(reader.locator("#meny")).to_be_hidden()
    expect(button).to_be_focused()
