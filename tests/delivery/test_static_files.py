"""The style sheets go out as one file under a name of its content."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command


@pytest.fixture
def collected(settings, tmp_path: Path) -> Path:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "delivery.storage.BundledStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_the_bundle_holds_all_style_sheets_and_imports_nothing(collected: Path) -> None:
    manifest = json.loads((collected / "staticfiles.json").read_text())
    bundle = (collected / manifest["paths"]["css/site.css"]).read_text()
    assert "@import" not in bundle
    assert "--ground" in bundle
    assert "@media print" in bundle


def test_a_second_collection_follows_a_change_in_an_imported_file(collected: Path) -> None:
    (collected / "css" / "tokens.css").unlink()
    call_command("collectstatic", interactive=False, verbosity=0)
    manifest = json.loads((collected / "staticfiles.json").read_text())
    assert "--ground" in (collected / manifest["paths"]["css/site.css"]).read_text()
