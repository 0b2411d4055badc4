"""axe-core on every type of page, in both directions, both schemes and two widths."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Opened
from tests.browser.places import SCHEMES, WIDTHS

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
TAGS = [*WCAG, "best-practice"]


def violations(page: Page, tags: list[str]) -> list[str]:
    """Every broken rule, with what breaks it."""
    options = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
    found: list[dict[str, Any]] = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]


def in_every_look(page: Page, widths: list[int], tags: list[str] = TAGS) -> list[str]:
    """The violations of a page that is open, in light and dark at each width."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            found += [f"{page.url}, {scheme}, {width} px: {it}" for it in violations(page, tags)]
    page.emulate_media(color_scheme="null")
    return found


def test_readers_meet_no_violation(opened: Opened) -> None:
    found = in_every_look(opened.page, WIDTHS)
    assert not found, "\n".join(found)


def test_the_login_has_no_violation(tab: Page) -> None:
    tab.goto("/admin/login/")
    found = in_every_look(tab, [1280])
    assert not found, "\n".join(found)


@pytest.mark.parametrize("place", ["/admin/", "/admin/areas/area/"])
def test_staff_meet_no_violation(staff: Page, place: str) -> None:
    staff.goto(place)
    found = in_every_look(staff, [1280])
    assert not found, "\n".join(found)


@pytest.mark.parametrize("kind", ["areas/area", "initiatives/initiative"])
def test_the_edit_form_has_no_violation(staff: Page, kind: str) -> None:
    staff.goto(f"/admin/{kind}/")
    staff.locator("#result_list tbody th a").first.click()
    staff.locator("[contenteditable=true]").first.wait_for()
    found = in_every_look(staff, [1280])
    assert not found, "\n".join(found)


def test_no_component_in_any_state_has_a_violation(staff: Page) -> None:
    """By WCAG alone: a page of specimens repeats landmarks and skips levels of headings."""
    staff.goto("/komponenter/")
    assert staff.locator(".specimen").count() > 100
    found = in_every_look(staff, [1280], WCAG)
    assert not found, "\n".join(found)
