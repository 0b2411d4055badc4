"""Questions that nobody would think of, made from the API's own description of itself."""

import os
from collections.abc import Iterator

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings

from reports.models import Release

pytestmark = pytest.mark.django_db

# SCHEMATHESIS_EXAMPLES=100 asks longer.
EXAMPLES = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "3"))
HOST = {"Host": "testserver"}

schema = schemathesis.openapi.from_wsgi(
    "/api/v1/openapi.json", get_wsgi_application(), headers=HOST
)


@pytest.fixture(autouse=True, scope="module")
def _one_connection() -> Iterator[None]:
    """Keeps the connection of a test, which alone sees what is stored for it, through requests."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_whatever_is_asked_is_answered_as_described(case: schemathesis.Case) -> None:
    case.call_and_validate(headers=HOST)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/areas/{slug}", {"slug": "norrby"}),
        ("/initiatives/{slug}", {"slug": "simskola-for-kvinnor"}),
        ("/agreements/{slug}", {"slug": "avsiktsforklaring-2013"}),
        ("/news/{slug}", {"slug": "avsiktsforklaring-2013"}),
        ("/indicators/{code}", {"code": "befolkning"}),
    ],
)
def test_what_is_there_is_told_as_described(path: str, name: dict[str, str]) -> None:
    """Few guesses hit a name."""
    response = schema[path]["GET"].Case(path_parameters=name).call_and_validate(headers=HOST)
    assert response.status_code == 200


def test_a_release_is_told_as_described() -> None:
    release = Release.objects.get(report__slug="norrby")
    name = {"report": "norrby", "number": release.number}
    case = schema["/releases/{report}/{number}"]["GET"].Case(path_parameters=name)
    assert case.call_and_validate(headers=HOST).status_code == 200
