"""How long 50 000 rows take, and how much memory: previewed, stored, seen again and changed.

    VAR_DIR=/tmp/measure [DATABASE_URL=postgres://…] python -m tests.reports.importing.measure

It works in a database of its own, which it makes and removes.
"""

import io
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import django

ROWS = 50_000
TERRITORIES = 4
HEADERS = [
    "indikator",
    "geografi",
    "period från",
    "period till",
    "kön",
    "ålder från",
    "ålder till",
    "antal",
    "nämnare",
    "värde",
    "undre gräns",
    "övre gräns",
    "antal svar",
    "svarsandel",
    "status",
    "anmärkning",
]


def rows(shift: int) -> Iterator[list[str | int | float]]:
    """Each with a new cell: sexes, then ages, then years, territories and indicators."""
    for number in range(ROWS):
        rest, sex = divmod(number, 3)
        rest, age = divmod(rest, 9)
        rest, year = divmod(rest, 10)
        indicator, territory = divmod(rest, TERRITORIES)
        count = 20 + number % 300 + shift
        who = ["Alla", "Kvinnor", "Män"][sex]
        period = 2010 + year
        value = round(count / 4, 2)
        yield [f"matt-{indicator}", f"plats-{territory}", period, period, who, age * 10,
               age * 10 + 9, count, 400, value, max(value - 3, 0), value + 3, 400, 55.5,
               "", f"Anmärkning {number}" if number % 10 == 0 else ""]  # fmt: skip


def xlsx(shift: int = 0) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Värden")
    for row in [HEADERS, *rows(shift)]:
        sheet.append([None if content == "" else content for content in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def csv(shift: int = 0) -> bytes:
    told = [";".join(str(content).replace(".", ",") for content in row) for row in rows(shift)]
    return "\n".join([";".join(HEADERS), *told]).encode()


@contextmanager
def measured(what: str) -> Iterator[None]:
    clock, processor = time.monotonic(), time.process_time()
    yield
    clock, processor = time.monotonic() - clock, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"{what:34}{clock:6.1f} s, {processor:5.1f} s of work, peak {peak} MB\n")


def furnish() -> None:
    from reports.models import Indicator, Territory

    for number in range(ROWS // (3 * 9 * 10 * TERRITORIES) + 1):
        Indicator.objects.create(
            code=f"matt-{number}", title="Mått", value_type="proportion", multiplier=100
        )
    for number in range(TERRITORIES):
        Territory.objects.create(code=f"plats-{number}", title="Plats", division="district")


def through(kind: str, make: Callable[[int], bytes]) -> None:
    """A file looked through and stored; then again; then with every number changed."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    from reports.models import Observation

    Observation.objects.all().delete()
    client = Client()
    client.force_login(
        get_user_model().objects.get_or_create(username="m", is_staff=True, is_superuser=True)[0]
    )
    for shift, named in ((0, "new"), (0, "same"), (1, "changed")):
        content = io.BytesIO(make(shift))
        content.name = f"varden.{kind.lower()}"
        with measured(f"{kind}, {named}: sent in"):
            address = client.post("/admin/siffror/", {"file": content})["Location"]
        with measured(f"{kind}, {named}: looked through"):
            page = client.get(address).getvalue().decode()
        if 'name="seen" value="' in page:
            seen = page.split('name="seen" value="')[1].split('"')[0]
            with measured(f"{kind}, {named}: taken in"):
                assert "Filen är införd" in client.post(address, {"seen": seen}).getvalue().decode()
        assert Observation.objects.count() == ROWS, page[-3000:]


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    from django.db import connection
    from django.utils.translation import activate

    activate("sv")
    connection.settings_dict["TEST"]["MIGRATE"] = False  # the tables straight from the models
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        furnish()
        with measured(f"{connection.vendor}: before anything"):
            pass
        kinds = {"CSV": csv, "XLSX": xlsx}
        through(chosen := sys.argv[1] if sys.argv[1:] else "XLSX", kinds[chosen])
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


if __name__ == "__main__":
    main()
