"""No page costs more because there is more content."""

from collections.abc import Iterator
from copy import copy
from itertools import count, product
from time import perf_counter
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from areas.models import Area, Arena
from initiatives.models import Initiative, InitiativeArea, InitiativePartner, Occasion
from news.models import NewsItem
from pages.models import Page
from partners.models import ActionPlan, Agreement, FocusArea, Organisation, Signatory
from publishing.models import Office
from reports.models import (
    Chapter,
    Indicator,
    Kind,
    Release,
    ReleaseFile,
    Report,
    ReportChapter,
)
from reports.models.files import file_name
from reports.releasing import release
from tests.conftest import LANGUAGES, tomorrow, yesterday
from tests.reports.stored import NOTE, make_territory, observe

pytestmark = pytest.mark.django_db

CEILING = 8
CEILING_OF_REPORTS = 12
MOST_BYTES = 70_000
MOST_BYTES_OF_REPORTS = 150_000
MOST_BYTES_OF_API = 500_000  # a hundred things, which can be asked for in smaller parts
MOST_INDICATORS, MOST_AREAS = 25, 100
API = ("areas", "arenas", "initiatives", "agreements", "indicators", "releases", "news")
ADDRESSES = [
    "/",
    "/omraden/",
    "/omraden/norrby/",
    "/insatser/",
    "/insatser/?area=norrby&age=30",
    "/insatser/simskola-for-kvinnor/",
    "/samverkan/",
    "/samverkan/avtal/",
    "/samverkan/avtal/?kind=intent&area=norrby",
    "/samverkan/avtal/folkhalsoavtalet/",
    "/samverkan/parter/",
    "/samverkan/parter/?kind=association",
    "/samverkan/parter/boras-stad/",
    "/kunskapsunderlag/",
    "/kunskapsunderlag/norrby/",
    "/kunskapsunderlag/norrby/utgavor/",
    "/kunskapsunderlag/ladda-ner/",
    "/kunskapsunderlag/ladda-ner/?area=norrby&language=ar",
    "/kunskapsunderlag/kontrollera/",
    "/kunskapsunderlag/kontrollera/?text=norrby-2026-1",
    "/kunskapsunderlag/flode/",
    "/kunskapsunderlag/norrby/flode/",
    "/kunskapsunderlag/norrby/flode.json",
    "/kunskapsunderlag/norrby/matt/befolkning/",
    "/kunskapsunderlag/jamfor/?indicator=befolkning",
    "/kunskapsunderlag/jamfor/?report=norrby",
    "/nyheter/",
    "/nyheter/?kind=news&area=norrby",
    "/nyheter/?year=2013",
    "/nyheter/avsiktsforklaring-2013/",
    "/om/",
    "/kontakt/",
    "/samverkan/omradesutveckling/",
    "/nyheter/flode/",
    "/oppna-data/",
    "/insatser/kalender.ics",
    "/sitemap.xml",
    "/en/",
    "/ar/areas/norrby/",
    "/oppna-data/api/",
    *(f"/api/v1/{name}" for name in API),
    "/api/v1/observations?report=norrby",
]
_numbers = count(1)


def measure(client: Client) -> dict[str, int]:
    """How many queries each page asks."""
    client.get("/api/v1/indicators")  # What a release holds is read once and then remembered.
    found = {}
    for address in ADDRESSES:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address, follow=True)
        assert response.status_code == 200, address
        assert len(response.content) < most_bytes(address), address
        found[address] = len(queries)
    return found


def rows(model: Any, number: int, **values: Any) -> list[Any]:
    """So many rows of a kind: copies of one, since making each from nothing is slow."""
    like = model(**values)
    made = [copy(like) for _ in range(number)]
    for row in made:
        _make_its_own(row)
    return model.objects.bulk_create(made, batch_size=500)


def _make_its_own(row: Any) -> None:
    """Gives a row what differs from row to row."""
    key = f"{type(row).__name__.lower()}-{next(_numbers)}"
    names = {field.name for field in row._meta.fields}
    for name in {"title_sv", "slug", "code"} & names:
        setattr(row, name, key)


def pages(model: Any, number: int, **values: Any) -> list[Any]:
    office = Office.objects.first()
    return rows(model, number, office=office, published_at=yesterday(), **values)


def grow(number: int) -> None:
    """As many of everything, all tied to the pages that are measured."""
    norrby = Area.objects.get(slug="norrby")
    swimming = Initiative.objects.get(slug="simskola-for-kvinnor")
    agreement = Agreement.objects.get(slug="folkhalsoavtalet")
    city = Organisation.objects.get(slug="boras-stad")
    report = Report.objects.get(slug="norrby")
    areas = pages(Area, number)
    rows(Arena, number, area=norrby, published_at=yesterday())
    initiatives = pages(Initiative, number)
    links = [InitiativeArea(initiative=i, area=norrby) for i in initiatives]
    links += [InitiativeArea(initiative=swimming, area=a) for a in areas]
    InitiativeArea.objects.bulk_create(links)
    organisations = pages(Organisation, number, kind="association")
    partners = [InitiativePartner(initiative=i, organisation=city) for i in initiatives]
    partners += [InitiativePartner(initiative=swimming, organisation=o) for o in organisations]
    InitiativePartner.objects.bulk_create(partners)
    rows(Occasion, number, initiative=swimming, starts_at=tomorrow())
    agreements = pages(Agreement, number, kind="intent")
    norrby.agreements.add(*agreements)
    city.agreements.add(*agreements)
    agreement.parties.add(*organisations)
    agreement.areas.add(*areas)
    swimming.lives_in.add(*areas)
    rows(Signatory, number, agreement=agreement, organisation=city, name="N")
    rows(FocusArea, number, agreement=agreement)
    rows(ActionPlan, number, agreement=agreement, year=2030)
    news = pages(NewsItem, number, dated_at=yesterday())
    for thing in (norrby, swimming, agreement, city, report):
        thing.news.add(*news)
    pages(Page, number)
    pages(Report, number, area=norrby)
    chapters = rows(Chapter, number)
    ReportChapter.objects.bulk_create(ReportChapter(report=report, chapter=c) for c in chapters)
    give_out(report, min(number, MOST_INDICATORS))
    furnish(areas[:MOST_AREAS])


def give_out(report: Report, number: int) -> None:
    """So many more indicators in a report, each with efforts that answer it, all released."""
    here, whole = make_territory(report.area), make_territory(None)
    kind = {"value_type": "proportion", "multiplier": 100, "chapter": Chapter.objects.first()}
    for indicator in rows(Indicator, number, **kind):
        for territory, of in ((here, 1_000), (whole, 10_000)):
            for year in (2022, 2023):
                observe(indicator, territory, year, count=of // 2, denominator=of)
        indicator.initiatives.set(Initiative.objects.all()[:2])
        indicator.agreements.set(Agreement.objects.all()[:2])
    release(report, NOTE)


def furnish(areas: list[Area]) -> None:
    """A report for each of the areas, with figures as many as those of Norrby."""
    content = Release.objects.filter(report__slug="norrby").first().content
    reports = [pages(Report, 1, area=area)[0] for area in areas]
    told = {"number": "2026-1", "content": content, "sha256": Release.fingerprint(content)}
    made = Release.objects.bulk_create(Release(report=report, **told) for report in reports)
    ReleaseFile.objects.bulk_create(it for release in made for it in files_of(release))


def files_of(release: Release) -> Iterator[ReleaseFile]:
    """The files that a release has in every language, with nothing in them."""
    for language, kind in product(LANGUAGES, Kind):
        name = file_name(release.name, language, kind)
        values = {"kind": kind, "language": language, "name": name, "size": 1_000_000}
        yield ReleaseFile(release=release, file=name, sha256=release.sha256, **values)


def is_of_reports(address: str) -> bool:
    return address.startswith("/kunskapsunderlag/")


def ceiling(address: str) -> int:
    return CEILING_OF_REPORTS if is_of_reports(address) else CEILING


def most_bytes(address: str) -> int:
    if "/api/v1/" in address:
        return MOST_BYTES_OF_API
    return MOST_BYTES_OF_REPORTS if is_of_reports(address) else MOST_BYTES


def test_a_page_asks_at_most_eight_questions_and_a_report_twelve(client: Client) -> None:
    measured = measure(client)
    assert not {it: asked for it, asked in measured.items() if asked > ceiling(it)}


def test_a_page_asks_no_more_of_two_hundred_than_of_ten(client: Client) -> None:
    grow(10)
    at_ten = measure(client)
    grow(190)
    at_two_hundred = measure(client)
    assert at_two_hundred == at_ten
    assert not {it: asked for it, asked in at_two_hundred.items() if asked > ceiling(it)}


def seconds(client: Client, address: str) -> float:
    """The time of the fastest of some tries."""
    taken = []
    for _ in range(5):
        started = perf_counter()
        assert client.get(address).status_code == 200
        taken.append(perf_counter() - started)
    return min(taken)


def test_a_report_is_no_slower_with_a_hundred_areas(client: Client) -> None:
    address = "/kunskapsunderlag/norrby/"
    give_out(Report.objects.get(slug="norrby"), MOST_INDICATORS)
    alone = seconds(client, address)
    furnish(pages(Area, 100))
    assert seconds(client, address) < 1.5 * alone + 0.02
