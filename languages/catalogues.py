"""The interface texts: one catalogue a language in locale/, compiled without outside programs."""

from collections.abc import Iterator
from pathlib import Path

import polib
from django.conf import settings


def paths() -> Iterator[Path]:
    """The catalogue of each language other than the source."""
    for folder in settings.LOCALE_PATHS:
        yield from sorted(Path(folder).glob("*/LC_MESSAGES/django.po"))


def compile_all() -> int:
    """Compiles each catalogue that is newer than its result; returns how many were."""
    stale = [path for path in paths() if _is_stale(path)]
    for path in stale:
        polib.pofile(str(path), encoding="utf-8").save_as_mofile(str(path.with_suffix(".mo")))
    return len(stale)


def _is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime
