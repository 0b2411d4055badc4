"""One hard release for all tests of files: making it takes most of their time."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from reports.files.edition import Edition
from reports.models import Release
from tests.reports.files.hard import hard_release


@pytest.fixture(scope="package")
def hard(django_db_setup: None, django_db_blocker: Any) -> Iterator[Release]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield hard_release()
        transaction.set_rollback(True)


@pytest.fixture
def swedish(hard: Release) -> Edition:
    return Edition(hard, "sv")
