"""The colours of the site against each other, in light and dark, for every dye."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

TOKENS = Path(settings.BASE_DIR) / "static/css/tokens.css"
DYES = ["red", "blue", "petrol", "ochre", "plum"]
GROUNDS = ["ground", "ground-2"]
SCHEMES = ["light", "dark"]

# What WCAG asks for: enhanced for what is read at length, minimum for other text and for shapes.
BODY, TEXT, SHAPE = 7, 4.5, 3

Pair = tuple[str, str, float]
Colour = tuple[float, float, float]


def pairs() -> Iterator[Pair]:
    """What lies on what, and the least contrast."""
    yield from (("ink", back, BODY) for back in [*GROUNDS, "weft"])
    yield from ((front, back, BODY) for front in ("ink-2", "link") for back in GROUNDS)
    yield from ((f"on-{block}", block, BODY) for block in [*DYES, "example", "brand"])
    yield "on-button", "button", TEXT
    yield from (("line", back, SHAPE) for back in GROUNDS)
    yield from (("focus", back, SHAPE) for back in [*GROUNDS, "weft", "focus-halo"])
    for dye in DYES:
        yield from pairs_of(dye)


def pairs_of(dye: str) -> Iterator[Pair]:
    yield "ink", f"{dye}-tint", BODY
    yield "link", f"{dye}-tint", TEXT
    yield from ((f"{dye}-text", back, TEXT) for back in GROUNDS)
    yield f"{dye}-text", f"{dye}-tint", SHAPE


def tokens(scheme: str) -> dict[str, str]:
    """The tokens in force: those of the root, and above them what dark changes."""
    light, dark = TOKENS.read_text().split("prefers-color-scheme: dark")
    text = light + dark if scheme == "dark" else light
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", text))


def colour(name: str, known: dict[str, str]) -> Colour:
    value = known[name]
    if other := re.fullmatch(r"var\(--([\w-]+)\)", value):
        return colour(other[1], known)
    red, green, blue = bytes.fromhex(value.removeprefix("#"))
    return (red, green, blue)


def luminance(parts: Colour) -> float:
    """How bright a colour is, by WCAG's own formula."""
    shares = [part / 255 for part in parts]
    lines = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * lines[0] + 0.7152 * lines[1] + 0.0722 * lines[2]


def contrast(one: Colour, other: Colour) -> float:
    dark, bright = sorted([luminance(one), luminance(other)])
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("front", "back", "least"), list(pairs()))
def test_colours_stand_out(scheme: str, front: str, back: str, least: float) -> None:
    known = tokens(scheme)
    assert contrast(colour(front, known), colour(back, known)) >= least


def test_every_pair_is_measured_once() -> None:
    assert len(list(pairs())) == len(set(pairs())) == 46


def test_the_formula_gives_the_known_values() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_both_schemes_are_read() -> None:
    light, dark = tokens("light"), tokens("dark")
    assert (light["ground"], dark["ground"]) == ("#ffffff", "#16111c")
    assert light["red"] == dark["red"]
