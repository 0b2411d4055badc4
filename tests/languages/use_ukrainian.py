"""Run by test_add_language.py in a copy of the site: reads it and writes it in Ukrainian."""

import json

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from areas.models import Area  # noqa: E402


def page(path: str) -> str:
    """What a reader gets, with the status in front."""
    answer = Client(headers={"host": "127.0.0.1"}).get(path)
    return f"{answer.status_code} {answer.content.decode()}"


def write_in_ukrainian(area: Area) -> None:
    for name in area.translated_fields():
        setattr(area, f"{name}_uk", "<p>Українською</p>" if name == "body" else "Норрбю")
    area.save()


call_command("compile_catalogues")
call_command("check")
call_command("makemigrations", check=True)
call_command("add_language", "uk")
seen = {"home": page("/uk/"), "before": page("/uk/areas/norrby/")}
write_in_ukrainian(Area.objects.get(slug="norrby"))
seen |= {"after": page("/uk/areas/norrby/"), "swedish": page("/omraden/norrby/")}
print(json.dumps(seen))  # noqa: T201
