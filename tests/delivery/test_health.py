"""What load balancers ask."""

import pytest
from django.db import DatabaseError
from django.test import Client

from delivery import health


@pytest.fixture(autouse=True)
def _not_yet_known_to_be_migrated() -> None:
    health.migrated.clear()


@pytest.mark.django_db
def test_a_site_that_works_says_ok(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"
    assert client.get("/readyz").content == b"ok\n"


def test_the_process_is_alive_without_a_database_and_under_any_name(client: Client) -> None:
    assert client.get("/healthz", headers={"host": "10.0.0.1"}).status_code == 200


def test_a_database_that_does_not_answer_is_told(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(connection: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(health, "MigrationExecutor", broken)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"database: no answer\n")


@pytest.mark.django_db
def test_missing_migrations_are_told(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "django.db.migrations.executor.MigrationExecutor.migration_plan", lambda *args: [1, 2]
    )
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"migrations: 2 missing\n")
