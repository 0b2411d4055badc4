"""Programs that readers have and that Python brings none of: they open what the site gives out."""

import os
import shutil

import pytest

# What each belongs to, as Debian calls it.
PACKAGES = {
    "soffice": "libreoffice-calc-nogui",
    "pdftotext": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "unzip": "unzip",
    "sha256sum": "coreutils",
    "curl": "curl",
}


def program(name: str) -> str:
    """Where a program lies. Without it a developer misses its tests, and a build fails."""
    found = shutil.which(name)
    if not found and os.environ.get("CI"):
        pytest.fail(f"Missing: {name} (Debian: {PACKAGES[name]}).")
    if not found:
        pytest.skip(
            f"Missing: {name} (Debian: {PACKAGES[name]}), so what it would read is untested."
        )
    return found
