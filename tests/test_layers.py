"""The architecture: imports point down, never sideways, never up. This list is the document."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT = Path(settings.BASE_DIR)

LAYERS = [
    "boras_halsa",  # the root: settings, urls, home page. Nothing imports it
    "open_data",  # what machines and partners take: API, catalogue, page of examples
    "news",
    "reports",
    "initiatives",
    "partners",
    "areas",
    "pages",
    "publishing",  # what it means to be published. Names no domain word
    "uploads",
    "translations",  # how staff and translators work with languages
    "languages",
    "delivery",  # how a finished page reaches the reader. Knows no content
]
# Settings are read through django.conf; gunicorn starts before Django and reads them itself.


def imported(source: str) -> set[str]:
    """The top-level packages that a module imports, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names


def upward(layer: str, source: str) -> set[str]:
    """The layers that a module of `layer` imports though they stand above it."""
    above = set(LAYERS[: LAYERS.index(layer)])
    return imported(source) & above


def modules(layer: str) -> Iterator[Path]:
    return (ROOT / layer).rglob("*.py")


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_point_down(layer: str) -> None:
    wrong = {
        str(path.relative_to(ROOT)): upward(layer, path.read_text()) for path in modules(layer)
    }
    assert wrong, f"{layer} has no modules"
    assert not {path: names for path, names in wrong.items() if names}


def test_an_import_upwards_is_seen() -> None:
    assert upward("areas", "def f():\n    from initiatives.models import Initiative") == {
        "initiatives"
    }
    assert upward("delivery", "import areas.models") == {"areas"}
    assert not upward("initiatives", "from areas.models import Area")


def test_every_app_has_a_place() -> None:
    own = {app.name for app in apps.get_app_configs() if Path(app.path).parent == ROOT}
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert own == packages == set(LAYERS)


def test_publishing_names_no_domain_word() -> None:
    words = ("area", "initiative", "agreement", "report", "norrby")
    for layer in ("publishing", "uploads", "languages", "delivery"):
        for path in modules(layer):
            text = path.read_text().lower()
            assert not [word for word in words if f"{word}s" in text or f'"{word}"' in text], path
