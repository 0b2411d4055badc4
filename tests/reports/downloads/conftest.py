"""What the tests of downloads share."""

import pytest

from reports.files.making import WRITERS
from reports.models import Kind


@pytest.fixture
def quick_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Releases are given out with files that take no time to make, but for the CSV and the ZIP."""
    for kind in (Kind.PDF, Kind.XLSX, Kind.CSVW, Kind.JSON, Kind.EXCEL_CSV):
        monkeypatch.setitem(WRITERS, kind, lambda edition: b"quick")
