"""Print and forced colours: what a page is without its own look."""

from tests.browser.conftest import Opened

# What lets readers go on or ask says nothing on paper. The cloths of home are its picture.
NOT_ON_PAPER = "nav:not(.loom-areas), form, button, input, select, .skip, .share"
# Each of these stands out by its colour alone, so it needs a border where there are no colours.
BLOCKS = (
    ".hero, .cover, .bolts > li, .swatches a, .loom-areas a, .weft-name, .knots > li, "
    ".btn, .label, .example, .foot"
)


def test_on_paper_are_no_menus_and_no_forms(opened: Opened) -> None:
    opened.page.emulate_media(media="print")
    left = opened.page.evaluate(f"probe.shown('{NOT_ON_PAPER}')")
    headings = opened.page.evaluate("probe.shown('h1')")
    opened.page.emulate_media(media="null")
    assert not left
    assert len(headings) == 1


def test_where_colours_are_forced_every_block_has_a_border(opened: Opened) -> None:
    opened.page.set_viewport_size({"width": 1280, "height": 800})
    blocks = opened.page.evaluate(f"probe.findBlocks('{BLOCKS}')")
    opened.page.emulate_media(forced_colors="active")
    bare = opened.page.evaluate("probe.blocksWithoutBorder()")
    opened.page.emulate_media(forced_colors="null")
    assert blocks > 0
    assert not bare
