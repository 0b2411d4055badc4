"""One hard release for all tests of files: making it takes most of their time."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from django.db import transaction

from reports.files.edition import Edition
from reports.models import Kind, Release
from tests.reports.files.hard import hard_release
from tests.stand_ins import REAL


@pytest.fixture(scope="package")
def hard(django_db_setup: None, django_db_blocker: Any) -> Iterator[Release]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield hard_release()
        transaction.set_rollback(True)


File = Callable[[Release, str, Kind], bytes]


@pytest.fixture(scope="package")
def file(hard: Release) -> File:
    """The real files of releases, each made once: `file(release, "sv", Kind.CSV)`."""

    @cache
    def made(release: Release, language: str, kind: Kind) -> bytes:
        edition = Edition(release, language)
        with edition.told():
            return REAL[kind](edition)

    return made


@pytest.fixture
def swedish(hard: Release) -> Edition:
    return Edition(hard, "sv")
