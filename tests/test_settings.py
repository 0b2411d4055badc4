"""Settings come from the environment, nonsense is refused, and the README tells all of them."""

import os
import re
import runpy
import sys
from pathlib import Path
from subprocess import run
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from boras_halsa import environment as env

ROOT = Path(settings.BASE_DIR)
CALLS = re.compile(
    r'\benv(?:ironment)?\.(text|secret|flag|choice|several|label|address|hosts|way_to_write|database|number)\(\s*"(\w+)"'
)


def names_in_code() -> set[str]:
    text = "".join(
        (ROOT / name).read_text() for name in ("boras_halsa/settings.py", "gunicorn.conf.py")
    )
    found = CALLS.findall(text)
    return {name for _, name in found} | {
        f"{name}_FILE" for kind, name in found if kind in ("secret", "database")
    }


def names_in_readme() -> set[str]:
    rows = re.findall(r"^\| `(\w+)`(?:, `(\w+)`)? \|", (ROOT / "README.md").read_text(), re.M)
    return {name for row in rows for name in row if name}


def test_the_readme_tells_every_setting() -> None:
    assert len(names_in_code()) >= 10
    assert names_in_readme() == names_in_code()


def test_no_setting_is_read_past_the_helpers() -> None:
    for path in [*ROOT.glob("*/*.py"), ROOT / "gunicorn.conf.py"]:
        if path.parent.name != "tests" and path.name not in ("environment.py", "wsgi.py"):
            assert "os.environ" not in path.read_text(), path


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda: env.flag("X"), "kanske"),
        (lambda: env.address("X", ""), "halsa.example.se"),
        (lambda: env.address("X", ""), "ftp://halsa.example.se"),
        (lambda: env.address("X", ""), "https://halsa.example.se/sida"),
        (lambda: env.address("X", ""), "https://a.example.se:abc"),
        (lambda: env.address("X", ""), "https://a.example.se#x"),
        (lambda: env.address("X", ""), "https://user:pass@a.example.se"),
        (lambda: env.hosts("X"), "*"),
        (lambda: env.hosts("X"), "https://a.example.se"),
        (lambda: env.way_to_write("X", ""), "me"),
        (lambda: env.database("X", ""), "nonsense"),
        (lambda: env.database("X", ""), "mysql://a/b"),
        (lambda: env.choice("X", ["INFO"], "INFO"), "LOUD"),
        (lambda: env.several("X", ["ar", "so"]), "ar,xx"),
        (lambda: env.label("X"), "Min hink"),
        (lambda: env.label("X"), "hink/mapp"),
        (lambda: env.number("X", 2), "många"),
        (lambda: env.number("X", 2), "0"),
        (lambda: env.secret("X"), ""),
    ],
)
def test_nonsense_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, read, value: str) -> None:
    monkeypatch.setenv("X", value)
    if not value:
        monkeypatch.setenv("X_FILE", "/finns/inte")
    with pytest.raises(ImproperlyConfigured, match="X"):
        read()


@pytest.mark.parametrize(
    ("value", "meant"), [("1", True), ("no", False), ("ON", True), ("", False)]
)
def test_a_flag_is_read_as_meant(monkeypatch: pytest.MonkeyPatch, value: str, meant: bool) -> None:
    monkeypatch.setenv("X", value)
    assert env.flag("X") is meant


def test_an_address_in_capitals_is_still_https(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("X", "HTTPS://Halsa.Example.se/")
    assert env.address("X", "") == "https://halsa.example.se"


def test_a_secret_can_lie_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("hemlig\n")
    monkeypatch.setenv("X_FILE", str(tmp_path / "key"))
    assert env.secret("X") == "hemlig"


def test_the_site_does_not_start_without_a_secret_key(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SECRET_KEY", "SECRET_KEY_FILE", "DEBUG"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY"):
        runpy.run_path(str(ROOT / "boras_halsa/settings.py"))


STORE = {
    "S3_BUCKET": "halsa",
    "S3_ENDPOINT": "https://s3.example.se",
    "S3_REGION": "se-1",
    "S3_ACCESS_KEY": "nyckel",
    "S3_SECRET_KEY": "hemlig",
}


def releases_of(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> dict[str, Any]:
    """Where the files of releases are kept by the settings."""
    for name in STORE:
        monkeypatch.setenv(name, environment.get(name, ""))
    return runpy.run_path(str(ROOT / "boras_halsa/settings.py"))["STORAGES"]["releases"]


def test_files_are_kept_on_disk_unless_there_is_a_bucket(monkeypatch: pytest.MonkeyPatch) -> None:
    assert releases_of(monkeypatch, {})["BACKEND"].endswith("FileSystemStorage")


def test_a_whole_description_of_a_bucket_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    found = releases_of(monkeypatch, STORE)
    store = import_string(found["BACKEND"])(**found["OPTIONS"])
    assert store.bucket_name == "halsa"
    assert store.url("a.csv").startswith("https://s3.example.se/halsa/a.csv?X-Amz-")
    assert (store.file_overwrite, store.default_acl) == (False, None)


@pytest.mark.parametrize("name", STORE)
def test_half_a_description_of_a_bucket_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"^{name} must be set too"):
        releases_of(monkeypatch, STORE | {name: ""})


def test_boto_is_not_loaded_where_files_are_kept_on_disk() -> None:
    told = (
        "import sys, django; django.setup(); import boras_halsa.urls; print('boto3' in sys.modules)"
    )
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    done = run([sys.executable, "-c", told], env=environment, capture_output=True, text=True)
    assert done.stdout.strip() == "False"
