"""Small makers of editions, of a release that is frozen but not stored."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from reports.dataset import dataset
from reports.files.edition import Edition
from reports.files.pdf import document
from reports.models import Chapter, Release
from reports.models.releases import canonical
from tests.reports.files.pdf import Pdf
from tests.reports.stored import Place

MOMENT = datetime(2026, 11, 30, 5, tzinfo=UTC)
Change = Callable[[dict[str, Any]], None]


def a_place(measures: int = 2, **values: Any) -> Place:
    """An area with figures in a chapter: five years of each measure."""
    place, chapter = Place(title="Provby"), Chapter.objects.create(title="Provkapitel", order=1)
    for number in range(1, measures + 1):
        indicator = None
        for year in range(2019, 2024):
            of = {"of": indicator} if indicator else {"title": f"Prov nummer {number}", **values}
            here = (500 + 10 * number + year - 2000, 1_000)
            indicator = place.counted(here, (5_500, 11_000), year, chapter=chapter, **of)
    return place


def edition_of(place: Place, language: str = "sv", change: Change | None = None) -> Edition:
    """The figures of today as if they were released now, after a `change` of the data."""
    edition = {
        "number": "2026-1",
        "released_at": MOMENT.isoformat(),
        "note": {"sv": "Första utgåvan."},
        "site": "https://halsa.example.se",
    }
    data = dataset(place.report).data | {"edition": edition}
    if change:
        change(data)
    content = canonical(data)
    release = Release(
        report=place.report,
        number="2026-1",
        released_at=MOMENT,
        content=content,
        sha256=Release.fingerprint(content),
        is_example=any(each["is_example"] for each in data["indicators"].values()),
    )
    return Edition(release, language)


def written(edition: Edition) -> Pdf:
    """The edition as a PDF."""
    with edition.told():
        return Pdf(document.write(edition))


def invented(data: dict[str, Any]) -> None:
    """Marks every figure as invented."""
    for indicator in data["indicators"].values():
        indicator["is_example"] = True
