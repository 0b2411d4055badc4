"""The interface texts: one catalogue a language in locale/, compiled without outside programs."""

from collections.abc import Iterator
from pathlib import Path

import django.conf
import polib
from django.conf import settings
from django.utils.translation import to_locale

from languages.lint import faults


class CatalogueError(Exception):
    """A catalogue can't be read, or holds a translation that must not reach a page."""


def paths() -> Iterator[Path]:
    """The catalogue of each language other than the source."""
    for folder in settings.LOCALE_PATHS:
        yield from sorted(Path(folder).glob("*/LC_MESSAGES/django.po"))


def path_of(language: str) -> Path:
    """Where the catalogue of a language lies, also before there is one."""
    return Path(settings.LOCALE_PATHS[0]) / to_locale(language) / "LC_MESSAGES" / "django.po"


def read(path: Path) -> polib.POFile:
    """A catalogue, to be saved without broken lines."""
    try:
        return polib.pofile(str(path), encoding="utf-8", wrapwidth=0)
    except (OSError, ValueError) as error:
        raise CatalogueError(f"{path} can't be read: {error}") from error


def djangos_own(language: str) -> polib.MOFile | None:
    """Django's own catalogue of a language; none if Django does not speak it."""
    folder = Path(django.conf.__file__).parent / "locale" / to_locale(language)
    path = folder / "LC_MESSAGES" / "django.mo"
    return polib.mofile(str(path)) if path.exists() else None


def compile_all() -> int:
    """Compiles each catalogue that is newer than its result; returns how many were.

    None is compiled if one holds a translation that would break or take over a page.
    """
    stale = {path: read(path) for path in paths() if _is_stale(path)}
    found = [f"{path}: {fault}" for path, texts in stale.items() for fault in faults(texts)]
    if found:
        raise CatalogueError("\n".join(found))
    for path, texts in stale.items():
        texts.save_as_mofile(str(path.with_suffix(".mo")))
    return len(stale)


def _is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime
