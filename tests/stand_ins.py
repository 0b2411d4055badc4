"""Stand-ins for the files of releases: real ones take seconds a release, and few tests read them.

A test that reads what a file holds asks for the fixture `real_files`, or gives its release out in
`with files_that_are_real():`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from reports.files import making
from reports.files.edition import Edition

REAL = dict(making.WRITERS)


def stand_in(kind: Any) -> making.Writer:
    """Writes the name of the file, of which no two have the same, so often that it has parts."""

    def write(edition: Edition) -> bytes:
        return f"I stället för {edition.file_name(kind)}.\n".encode() * 20

    return write


def use() -> None:
    making.WRITERS.update({kind: stand_in(kind) for kind in REAL})


@contextmanager
def files_that_are_real() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for kind, writer in REAL.items():
            patch.setitem(making.WRITERS, kind, writer)
        yield
