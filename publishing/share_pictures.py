"""The picture that others show beside a link to a page: its kind, its title and its cloth.

Drawn by typst from share_picture.typ. What staff have written goes there as data, never as markup,
and the same page always gives the same bytes.
"""

import hashlib
import json
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import typst
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from languages.names import direction_of
from publishing import typesetting
from publishing.models import PublicPage

SITE = "Borås Hälsa"
WIDTH, HEIGHT = 1200, 630
_TEMPLATE = Path(__file__).with_name("share_picture.typ")
_CLOTH = Path(__file__).with_name("cloth.typ")
_PLUM = ("plum", ("10", "01"))
_KEPT = 64  # drawn pictures in memory, about 50 kB each


class Picture(NamedTuple):
    """All that a picture shows."""

    language: str
    kind: str
    title: str
    dye: str
    weave: tuple[str, ...]

    @property
    def words(self) -> str:
        """The picture for those who don't see it: what is written on it."""
        return f"{SITE}. {self.kind}: {self.title}" if self.kind else f"{SITE}. {self.title}"

    @property
    def etag(self) -> str:
        """Changes with what is shown and with the way it is drawn, without drawing it."""
        return f'"{hashlib.sha256((self._data + _way_of_drawing()).encode()).hexdigest()[:32]}"'

    def png(self) -> bytes:
        return _drawn(self._data)

    @property
    def _data(self) -> str:
        direction, colours = direction_of(self.language), typesetting.colours(self.dye)
        data = self._asdict() | {"site": SITE, "direction": direction, "dye": colours}
        return json.dumps(data, sort_keys=True)


def of_page(page: PublicPage) -> Picture:
    """The picture of a page, in the language that the page is read in."""
    language = page.reading_language
    with override(language):
        kind = page.kind_in_words if page.kind_in_words != page.title else ""
        dye, weave = page.cloth or _PLUM
        return Picture(language, kind, page.title or "", dye, tuple(weave))


def of_site() -> Picture:
    """The picture of the home page, the lists and all else that is no single page."""
    return Picture(get_language(), "", _("Hälsa där du bor"), *_PLUM)


@lru_cache(maxsize=_KEPT)
def _drawn(data: str) -> bytes:
    return typst.compile(
        str(_TEMPLATE),
        format="png",
        ppi=72,
        font_paths=typesetting.fonts(),
        ignore_system_fonts=True,
        sys_inputs={"picture": data},
    )


@cache
def _way_of_drawing() -> str:
    sources = (each.read_text(encoding="utf-8") for each in (_TEMPLATE, _CLOTH))
    return " ".join([*map(version, typesetting.PACKAGES), *sources])
