"""What protects readers and staff: on every page, and on the way in."""

import json
import logging
import os
import subprocess
import sys
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from pythonjsonlogger.json import JsonFormatter

from tests.conftest import make_page

pytestmark = pytest.mark.django_db


def policy(response) -> dict[str, str]:
    directives = response.headers["Content-Security-Policy"].split("; ")
    return dict(directive.partition(" ")[::2] for directive in directives)


@pytest.mark.parametrize("address", ["/", "/ar/areas/norrby/", "/finns-inte/", "/admin/login/"])
def test_only_the_site_itself_may_be_loaded(client: Client, address: str) -> None:
    response = client.get(address)
    assert policy(response)["default-src"] == "'none'"
    assert policy(response)["script-src"] == policy(response)["style-src"] == "'self'"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_the_editor_gets_a_nonce_and_nothing_else_inline(staff: Client) -> None:
    response = staff.get("/admin/pages/page/add/")
    nonce = policy(response)["script-src"].removeprefix("'self' 'nonce-").removesuffix("'")
    text = response.content.decode()
    assert f'<script type="importmap" nonce="{nonce}">' in text
    assert "<style" not in text
    assert " onclick=" not in text


def test_rich_text_is_cleaned_when_it_is_shown(client: Client) -> None:
    bad = '<p onclick="x()">Hej<script>alert(1)</script><a href="javascript:x()">länk</a></p>'
    page = make_page(body=bad)
    text = client.get(page.get_absolute_url()).content.decode()
    assert "<p>Hej<a>länk</a></p>" in text
    assert "alert(1)" not in text


def test_a_translation_is_escaped_like_any_text(client: Client) -> None:
    page = make_page(title_en="<script>alert(1)</script>", lead="")
    text = client.get(f"/en{page.get_absolute_url().replace('/om/', '/about/')}").content.decode()
    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;alert(1)" in text


@pytest.mark.parametrize("address", ["/", "/ar/"])
def test_a_foreign_host_is_refused_with_the_same_care(
    client: Client, settings: Any, address: str
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    response = client.get(address, headers={"host": "evil.example"})
    assert response.status_code == 400
    assert policy(response)["default-src"] == "'none'"
    assert f'lang="{"ar" if "ar" in address else "sv"}"' in response.content.decode()


def test_a_log_line_is_one_json_object_even_with_an_exception() -> None:
    config = dict(settings.LOGGING["formatters"]["json"])
    formatter = JsonFormatter(**{key: value for key, value in config.items() if key != "()"})
    try:
        raise ValueError("två\nrader")
    except ValueError:
        record = logging.LogRecord("site", logging.ERROR, "", 1, "Fel", None, sys.exc_info())
    line = formatter.format(record)
    told = json.loads(line)
    assert "\n" not in line
    assert (told["level"], told["logger"], told["message"]) == ("ERROR", "site", "Fel")
    assert told["time"].endswith("+00:00")
    assert "ValueError" in told["exc_info"]


def test_the_deployment_check_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a process of its own: the settings of a real site are read from the environment."""
    environment = os.environ | {
        "SECRET_KEY": "k" * 25 + "0123456789abcdefghijklmnopqrstuvwxyz",
        "SITE_URL": "https://halsa.example.se",
        "DEBUG": "0",
        "DJANGO_SETTINGS_MODULE": "boras_halsa.settings",
    }
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "0 silenced" in done.stdout + done.stderr
    assert "WARNING" not in done.stderr


def test_the_system_check_is_silent() -> None:
    call_command("check", fail_level="WARNING")
