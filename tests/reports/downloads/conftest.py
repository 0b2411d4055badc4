"""Releases with every kind of file, made in no time: what is in the files is tested elsewhere."""

from typing import Any

import pytest

from reports.files import making
from reports.files.edition import Edition
from reports.models import Observation, Release
from tests.reports.stored import Place


@pytest.fixture
def _quick_files(monkeypatch: pytest.MonkeyPatch) -> None:
    def content(kind: Any, edition: Edition, made: dict[str, bytes]) -> bytes:
        return f"{edition.file_name(kind)}\n".encode() * 10

    monkeypatch.setattr(making, "_content", content)


@pytest.fixture
def place(_quick_files: None) -> Place:
    """An area whose report can be given out, over and over."""
    place = Place(title="Provby")
    place.counted((500, 1_000), (5_500, 11_000), title="Mått")
    return place


def give_out_again(place: Place, count: int = 700, **notes: str) -> Release:
    """A release in which one figure is another."""
    Observation.objects.filter(territory=place.here).update(count=count)
    return place.give_out(**notes)


def withdraw(release: Release, reason: str = "Två tal var fel.") -> None:
    release.withdrawn_at = release.released_at
    release.withdrawn_reason_sv = reason
    release.save()
