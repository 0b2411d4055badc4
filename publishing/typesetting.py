"""What everything that typst draws has in common: the fonts and the colours.

System fonts are left out, for with them a file would differ from one machine to another. The
colours are those of the style sheet, as they are in the light.
"""

import re
from functools import cache
from pathlib import Path

import fontpkg_amiri
import fontpkg_ibm_plex_sans
import typst
from django.contrib.staticfiles import finders

PACKAGES = ("typst", "fontpkg-ibm-plex-sans", "fontpkg-amiri")
_PLUM = "plum"
_REMEMBERED = 10
ROOTS = (fontpkg_ibm_plex_sans.ROOT, fontpkg_amiri.ROOT)
_TOKEN = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")


@cache
def fonts() -> typst.Fonts:
    """Found once, and the only ones that are used."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(root) for root in ROOTS])


def forget() -> None:
    """Frees what typst remembers of a long document: 40 MB, which it keeps for ten more."""
    empty = typst.Compiler(font_paths=fonts(), ignore_system_fonts=True)
    for _each in range(_REMEMBERED):
        empty.compile(b" ", format="svg")


@cache
def tokens() -> dict[str, str]:
    """The colours of the style sheet by name."""
    light, _dark = Path(str(finders.find("css/tokens.css"))).read_text().split("@media screen", 1)
    return dict(_TOKEN.findall(light))


def colours(dye: str) -> dict[str, str]:
    """A dye: its block, the text on that, its three threads, and text on the ground.

    An unknown dye is plum.
    """
    name = dye if dye in tokens() else _PLUM
    return {
        "block": tokens()[name],
        "on": tokens()[f"on-{name}"],
        "warp": tokens()[f"{name}-1"],
        "weft": tokens()[f"{name}-2"],
        "dark": tokens()[f"{name}-3"],
        "text": tokens()[f"{name}-text"],
    }
