"""Nothing is cut, hidden or too small: on narrow screens, zoomed in, with text set wide."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Opened

# 320 x 256 is a window of 1280 x 1024 at 400 %.
SIZES = [(320, 256), (320, 800), (640, 512), (1280, 800)]


def unreadable_at(page: Page, sizes: list[tuple[int, int]]) -> list[str]:
    """Each text that can't be read, with the size of the window."""
    found = []
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        for question in ("scrollsSideways", "cutTexts", "overlappingTexts"):
            answers = page.evaluate(f"probe.{question}()")
            found += [f"{width} x {height}: {question}: {answer}" for answer in answers]
    return found


def test_all_text_is_there_without_scrolling_sideways(opened: Opened) -> None:
    found = unreadable_at(opened.page, SIZES)
    assert not found, "\n".join(found)


def test_all_text_is_there_when_readers_space_it_out(opened: Opened) -> None:
    opened.page.evaluate("probe.spaceOut(true)")
    found = unreadable_at(opened.page, SIZES)
    opened.page.evaluate("probe.spaceOut(false)")
    assert not found, "\n".join(found)


def test_all_text_is_there_when_letters_are_twice_as_large(opened: Opened) -> None:
    opened.page.evaluate("document.documentElement.style.fontSize = '200%'")
    found = unreadable_at(opened.page, [(1280, 800)])
    opened.page.evaluate("document.documentElement.style.fontSize = ''")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [320, 1280])
def test_every_target_can_be_hit_with_a_finger(opened: Opened, width: int) -> None:
    opened.page.set_viewport_size({"width": width, "height": 800})
    found = opened.page.evaluate("probe.smallTargets()")
    assert not found, "\n".join(found)
