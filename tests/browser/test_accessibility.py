"""axe-core on every type of page, in both directions, both schemes and two widths.

In the other languages a page differs by its words alone, so one look at each is enough.
"""

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.conftest import Opened
from tests.browser.places import PAGES, SCHEMES, STAFF, WIDTHS, Place, Scheme

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
TAGS = [*WCAG, "best-practice"]
# One look a language: the longest words where there is least room, the shortest on a wide screen.
LOOKS = {"so": (320, "light"), "sv-x-latt": (1280, "dark")}


def violations(page: Page, width: int, scheme: Scheme, tags: list[str]) -> list[str]:
    """Every broken rule in one look, with what breaks it. The page has axe already."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    options = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
    result: dict[str, Any] = page.evaluate("options => axe.run(options)", options)
    page.emulate_media(color_scheme="null")
    return [
        f"{page.url}, {scheme}, {width} px: {rule['id']}: {node['target']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


def in_every_look(page: Page, widths: list[int], tags: list[str] = TAGS) -> list[str]:
    """The violations of a page that is open, in light and dark at each width."""
    page.evaluate(AXE_SCRIPT)
    looks = [(width, scheme) for scheme in SCHEMES for width in widths]
    return [it for width, scheme in looks for it in violations(page, width, scheme, tags)]


def test_readers_meet_no_violation(opened: Opened) -> None:
    found = in_every_look(opened.page, WIDTHS)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("place", PAGES, ids=lambda place: place.name)
def test_readers_of_the_other_languages_meet_no_violation(reader: Page, place: Place) -> None:
    found = []
    for language, look in LOOKS.items():
        reader.goto(address_in(reader, place, language))
        assert reader.locator("html").get_attribute("lang") == language
        reader.evaluate(AXE_SCRIPT)
        found += violations(reader, *look, TAGS)
    assert not found, "\n".join(found)


def address_in(page: Page, place: Place, language: str) -> str:
    """The address of a place in any language, as the language menu tells it."""
    if place.name == "not found":
        return f"/{language.split('-')[-1]}/finns-inte/"
    page.goto(place.sv)
    link = page.locator(f"#sprak a[hreflang={language}]")
    return str(link.get_attribute("href"))


def test_the_login_has_no_violation(tab: Page) -> None:
    tab.goto("/admin/login/")
    found = in_every_look(tab, [1280])
    assert not found, "\n".join(found)


@pytest.mark.parametrize("place", STAFF.values(), ids=STAFF.keys())
def test_staff_meet_no_violation(staff: Page, place: str) -> None:
    staff.goto(place)
    found = in_every_look(staff, [1280])
    assert not found, "\n".join(found)


@pytest.mark.parametrize("written", [" جديد", "&lt;script&gt;"], ids=["new text", "faults"])
def test_a_file_from_a_translator_is_looked_through_without_violation(
    staff: Page, written: str
) -> None:
    asked = "/admin/oversattning/hamta/?languages=ar&amount=all&format=xliff-1.2"
    file = staff.request.get(asked).text().replace("</target>", f"{written}</target>")
    staff.goto("/admin/oversattning/leveranser/")
    sent = {"name": "ar.xlf", "mimeType": "application/xml", "buffer": file.encode()}
    staff.set_input_files("[name=file]", sent)
    staff.locator("#content-main form [type=submit]").click()
    staff.wait_for_url("**/leveranser/*/")
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
