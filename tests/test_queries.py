"""No page costs more because there is more content."""

from itertools import count
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
from reports.models import Chapter, Indicator, Observation, Report, ReportChapter, Territory
from tests.conftest import tomorrow, yesterday

pytestmark = pytest.mark.django_db

CEILING = 8
MOST_BYTES = 150_000
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
    "/nyheter/",
    "/nyheter/?kind=news&area=norrby",
    "/nyheter/?year=2013",
    "/nyheter/avsiktsforklaring-2013/",
    "/om/",
    "/kontakt/",
    "/samverkan/omradesutveckling/",
    "/nyheter/flode/",
    "/sitemap.xml",
    "/en/",
    "/ar/areas/norrby/",
]
_numbers = count(1)


def measure(client: Client) -> dict[str, int]:
    """How many queries each page asks."""
    found = {}
    for address in ADDRESSES:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address, follow=True)
        assert response.status_code == 200, address
        assert len(response.content) < MOST_BYTES, address
        found[address] = len(queries)
    return found


def rows(model: Any, number: int, **values: Any) -> list[Any]:
    made = [model(**values, **_own(model)) for _ in range(number)]
    return model.objects.bulk_create(made)


def _own(model: Any) -> dict[str, Any]:
    """What differs from row to row."""
    key = f"{model.__name__.lower()}-{next(_numbers)}"
    names = {field.name for field in model._meta.fields}
    return {name: key for name in ("title_sv", "slug", "code") if name in names}


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
    territories = rows(Territory, number, division="district", area=norrby)
    indicators = rows(Indicator, number, value_type="count")
    pairs = zip(indicators, territories, strict=True)
    Observation.objects.bulk_create(
        Observation(indicator=i, territory=t, value=1) for i, t in pairs
    )


def test_a_page_asks_at_most_eight_questions(client: Client) -> None:
    costly = {address: asked for address, asked in measure(client).items() if asked > CEILING}
    assert not costly


def test_a_page_asks_no_more_of_a_thousand_than_of_ten(client: Client) -> None:
    grow(10)
    at_ten = measure(client)
    grow(990)
    assert measure(client) == at_ten
    assert max(at_ten.values()) <= CEILING
