"""The table of translations costs the same questions however much there is to translate."""

import random
import time
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from languages.translated import SOURCE, State
from tests.test_queries import grow
from translations.registry import translated_models
from translations.table import Table

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/oversattning/"
NINE = ["en", "fi", "ar", "so", "sv-x-latt", "uk", "fa", "de", "pl"]
CEILING = 10
OBJECTS = 1_000
SECONDS = 5  # A tenth of a second on an idle machine. This only tells if something went very wrong.
ASKED: list[dict[str, str]] = [
    {},
    {"language": "uk", "state": "todo"},
    {"state": "outdated", "text": "a"},
    {"kind": "areas.area", "page": "2"},
]


def stamps() -> dict[str, Any]:
    """Nine languages, in any state."""
    some = random.Random()  # noqa: S311
    dated = {"dated": "2025-03-03T10:00:00Z", "by": "Anna Ek", "at": "2025-03-04T10:00:00Z"}
    made = {
        code: dated
        | {"is": "0" * 16, "of": some.choice(["now", "now", "before"])}
        | {"whole": some.random() < 0.8, "state": some.choice(State.values)}
        for code in NINE
    }
    return {SOURCE: {"is": "now", "dated": "2025-03-03T10:00:00Z"}, **made}


def fill(each: int) -> int:
    """So many more of each kind, and everything with stamps in nine languages."""
    grow(each)
    made = 0
    for model in translated_models(get_user_model()(is_superuser=True)):
        rows = [*model._default_manager.all()]
        for row in rows:
            row.languages = stamps()
        made += model._default_manager.bulk_update(rows, ["languages"], batch_size=500)
    return made


def measure(client: Client) -> dict[str, int]:
    """How many queries the page asks, by what is asked of it."""
    found = {}
    for asked in ASKED:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(ADDRESS, asked)
        assert response.status_code == 200
        assert response.content.count(b'<bdi lang="pl">') > 10 or "language" in asked
        found[str(asked)] = len(queries)
    return found


@pytest.fixture
def editor(client: Client) -> Client:
    """Somebody whose rights are in the database, which costs two questions more."""
    user = get_user_model().objects.create_user("redaktör", password="x", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__startswith="change_"))
    client.force_login(user)
    return client


def test_the_page_asks_no_more_of_a_thousand_than_of_ten(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "translations.views.table.other_language_names", lambda: {code: code for code in NINE}
    )
    fill(10)
    at_ten = measure(editor)
    assert fill(50) >= OBJECTS
    begun = time.monotonic()
    assert measure(editor) == at_ten
    assert (time.monotonic() - begun) / len(ASKED) < SECONDS
    assert max(at_ten.values()) < CEILING


def test_the_table_is_one_question(django_assert_num_queries: Any) -> None:
    fill(10)
    models = translated_models(get_user_model()(is_superuser=True))
    with django_assert_num_queries(1):
        table = Table(models, NINE)
        sums = table.sums()
        rows = table.narrowed(languages=NINE)
        assert all(len(row.cells(NINE)) == 9 for row in rows)
    assert {row.model for row in rows} == {*models} - {
        model for model in models if not model.objects.exists()
    }
    assert sum(sums.values()) == 9 * len(rows)
