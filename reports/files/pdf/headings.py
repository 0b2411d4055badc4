"""Headings of a document that never skip a level, whatever its authors have written."""

from collections.abc import Iterable

from reports.files.pdf.rich_text import Block


def settle(blocks: Iterable[Block], above: list[int] | None = None) -> None:
    """Gives each heading the level below the one that it stands under.

    Level 1 is the title of the section. `above` holds the levels, as written, of the headings that
    the next one may stand under.
    """
    above = [] if above is None else above
    for block in blocks:
        if block["kind"] == "heading":
            _place(block, above)
        for inside in (block.get("blocks", ()), *block.get("items", ())):
            settle(inside, above)


def _place(heading: Block, above: list[int]) -> None:
    while above and above[-1] >= heading["level"]:
        above.pop()
    above.append(heading["level"])
    heading["level"] = 1 + len(above)
