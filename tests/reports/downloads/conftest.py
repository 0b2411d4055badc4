"""Releases that tests of downloads give out and withdraw."""

import pytest

from reports.models import Observation, Release
from tests.reports.stored import Place


@pytest.fixture
def place() -> Place:
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
