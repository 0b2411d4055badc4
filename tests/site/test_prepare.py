"""The commands behind `make run`."""

import io

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client

from areas.models import Area

pytestmark = pytest.mark.django_db


def say(command: str) -> str:
    out = io.StringIO()
    call_command(command, stdout=out)
    return out.getvalue()


def test_the_staff_password_is_shown_once_and_works(client: Client) -> None:
    password = say("ensure_staff").strip().rpartition(" ")[2]
    assert client.login(username="admin", password=password)
    assert password not in say("ensure_staff")
    assert get_user_model().objects.count() == 1


def test_loading_the_first_content_again_keeps_what_was_edited() -> None:
    Area.objects.filter(slug="norrby").update(title_sv="Ändrat")
    assert "nothing changed" in say("load_content")
    assert Area.objects.get(slug="norrby").title_sv == "Ändrat"
    assert Area.objects.count() == 4


def test_robots_and_security_contact(client: Client) -> None:
    robots = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in robots
    security = client.get("/.well-known/security.txt").content.decode()
    assert "Contact: http://testserver/kontakt/" in security
    assert "Expires: 2" in security
