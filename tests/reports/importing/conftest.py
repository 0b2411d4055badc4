import pytest

from tests.reports.importing.files import furnish


@pytest.fixture(autouse=True)
def _codes(db: None) -> None:
    furnish()
