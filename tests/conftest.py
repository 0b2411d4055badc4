"""The named cast: a seeded site, and small factories for what a test needs beside it."""

import gc
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from areas.models import Area, Arena
from boras_halsa.content import Loader
from initiatives.models import Initiative
from languages.catalogues import compile_all
from news.models import NewsItem
from pages.models import Page
from partners.models import Agreement, Organisation
from publishing.models import Office, PublicPage
from reports.models import Report
from tests import stand_ins

LANGUAGES = [code for code, _ in settings.LANGUAGES]
_numbers = count(1)


def pytest_configure() -> None:
    """The catalogues are compiled before the first text is looked up."""
    compile_all()
    stand_ins.use()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what asks a database is run: the rest is the same as on SQLite."""
    if connection.vendor == "postgresql":
        apart = [item for item in items if not asks_a_database(item)]
        config.hook.pytest_deselected(items=apart)
        items[:] = [item for item in items if asks_a_database(item)]


def asks_a_database(item: Any) -> bool:
    return bool(item.get_closest_marker("django_db") or "django_db_setup" in item.fixturenames)


def pytest_collection_finish() -> None:
    """What is loaded by now stays, so it need not be looked through for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Every test starts from the site as a newcomer gets it, with the city's content."""
    with django_db_blocker.unblock():
        Loader().load()


@pytest.fixture(autouse=True)
def _swedish() -> Iterator[None]:
    """Texts that a test writes are Swedish unless it says otherwise."""
    with override("sv"):
        yield


def yesterday() -> Any:
    return timezone.now() - timedelta(days=1)


def recently() -> Any:
    return timezone.now() - timedelta(minutes=5)


def tomorrow() -> Any:
    return timezone.now() + timedelta(days=1)


def _page(model: type[PublicPage], **values: Any) -> Any:
    number = next(_numbers)
    values.setdefault("title", f"{model.__name__} {number}")
    values.setdefault("slug", f"{model.__name__.lower()}-{number}")
    values.setdefault("published_at", yesterday())
    values.setdefault("office", Office.objects.first())
    return model.objects.create(**values)


def make_area(**values: Any) -> Area:
    return _page(Area, **values)


def make_initiative(**values: Any) -> Initiative:
    return _page(Initiative, **values)


def make_organisation(**values: Any) -> Organisation:
    return _page(Organisation, **{"kind": "association", **values})


def make_agreement(**values: Any) -> Agreement:
    return _page(Agreement, **{"kind": "intent", **values})


def make_report(**values: Any) -> Report:
    return _page(Report, **{"area": Area.objects.get(slug="hulta"), **values})


def make_news(**values: Any) -> NewsItem:
    return _page(NewsItem, **{"dated_at": yesterday(), **values})


def make_page(**values: Any) -> Page:
    return _page(Page, **values)


def make_arena(**values: Any) -> Arena:
    values.setdefault("area", Area.objects.get(slug="hulta"))
    values.setdefault("title", f"Arena {next(_numbers)}")
    values.setdefault("published_at", yesterday())
    return Arena.objects.create(**values)


MAKERS: dict[str, Callable[..., Any]] = {
    "area": make_area,
    "initiative": make_initiative,
    "organisation": make_organisation,
    "agreement": make_agreement,
    "report": make_report,
    "news": make_news,
    "page": make_page,
    "arena": make_arena,
}


@pytest.fixture
def real_files() -> Iterator[None]:
    """What is given out in the test gets its real files, not the stand-ins."""
    with stand_ins.files_that_are_real():
        yield


@pytest.fixture
def staff(client: Client) -> Client:
    """A browser in which a superuser has signed in."""
    client.force_login(get_user_model().objects.create_superuser("staff", password="x"))
    return client
