"""What is not published is seen nowhere: every type on every surface, in every state."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from django.db import transaction
from django.test import Client
from django.utils.text import slugify
from django.utils.translation import override
from modeltranslation.utils import build_localized_fieldname

from areas.models import Area
from initiatives.models import Initiative, InitiativeArea, InitiativePartner, Occasion
from languages.routing import language_of
from news.models import NewsItem
from partners.models import Agreement, Organisation, Signatory
from reports.models import Indicator, Observation, Report, Territory
from reports.releasing import release
from tests.conftest import LANGUAGES, MAKERS, recently, tomorrow, yesterday
from tests.test_queries import API
from tests.test_whole_site import LISTS, PAGES, sitemap_addresses

pytestmark = pytest.mark.django_db

SITE_URL = "http://testserver"
SECRET_VALUE = 987_654_321
WRITTEN_VALUE = "987\N{NO-BREAK SPACE}654\N{NO-BREAK SPACE}321"

HIDDEN = {
    "draft": {"published_at": None},
    "scheduled": {"published_at": tomorrow()},
    "withdrawn": {"published_at": yesterday(), "withdrawn_at": recently()},
}


def relate(thing: Any, title: str) -> None:
    """Ties something to as much of the published site as can point at it."""
    norrby = Area.objects.get(slug="norrby")
    swimming = Initiative.objects.get(slug="simskola-for-kvinnor")
    agreement = Agreement.objects.get(slug="folkhalsoavtalet")
    city = Organisation.objects.get(slug="boras-stad")
    if isinstance(thing, Area):
        InitiativeArea.objects.create(initiative=swimming, area=thing)
        swimming.lives_in.add(thing)
        agreement.areas.add(thing)
        where = {"code": slugify(title), "title": title, "division": "district", "area": thing}
        territory = Territory.objects.create(**where)
        Observation.objects.create(
            indicator=Indicator.objects.get(code="befolkning"), territory=territory, value=1
        )
    if isinstance(thing, Report):
        observe_in_secret(thing.area, title)
        release(thing, {"note_sv": title})
    if isinstance(thing, Initiative):
        Occasion.objects.create(initiative=thing, starts_at=tomorrow(), place=title)
        InitiativeArea.objects.create(initiative=thing, area=norrby)
        InitiativePartner.objects.create(initiative=thing, organisation=city)
    if isinstance(thing, Organisation):
        agreement.parties.add(thing)
        InitiativePartner.objects.create(initiative=swimming, organisation=thing)
        Signatory.objects.create(agreement=agreement, organisation=thing, name="N", title=title)
    told = NewsItem.objects.get(slug="avsiktsforklaring-2013")
    if hasattr(thing, "news"):
        thing.news.add(told)
    for field, target in {
        "areas": norrby,
        "parties": city,
        "initiatives": swimming,
        "agreements": agreement,
        "organisations": city,
    }.items():
        if hasattr(type(thing), field) and not isinstance(thing, Organisation | Area):
            getattr(thing, field).add(target)


def observe_in_secret(area: Area, title: str) -> None:
    """A figure of an indicator and a place that give themselves away."""
    code = slugify(title)
    indicator = Indicator.objects.create(code=code, title=title, value_type="count")
    where = {"code": code, "title": title, "division": "district", "area": area}
    territory = Territory.objects.create(**where)
    Observation.objects.create(indicator=indicator, territory=territory, value=SECRET_VALUE)


def secret(kind: str, state: str) -> str:
    """A title that gives a thing away; without signs that a calendar or XML writes otherwise."""
    return f"Hemligheten om {kind} som är {state}"


def secret_slug(kind: str, state: str) -> str:
    return f"hemlig-{kind}-{state}"


SECRET_MEASURE = "Hemligt mått"
COMPARED = [
    "/kunskapsunderlag/jamfor/",
    "/kunskapsunderlag/jamfor/?indicator=hemligt-matt",
]
BELOW_A_REPORT = ["utgavor/", "2026-1/"]


def files(state: str) -> list[str]:
    """Where the files and the feeds of a hidden report would be."""
    slug = secret_slug("report", state)
    names = ("sv.csv", "en.json", "sv.zip", "sha256")
    there = [f"2026-1/{slug}-2026-1.{name}" for name in names]
    newest = [f"senaste/{slug}.sv.csv", "flode/", "flode.json"]
    return [f"/kunskapsunderlag/{slug}/{below}" for below in (*there, *newest)]


# What programs read, and each kind of thing that it tells of when all is published.
MACHINES = {
    "/api/v1/areas?per_page=100": {"area"},
    "/api/v1/arenas?per_page=100": {"arena"},
    "/api/v1/initiatives?per_page=100": {"initiative", "area", "organisation"},
    "/api/v1/agreements?per_page=100": {"agreement", "area", "organisation"},
    "/api/v1/indicators?per_page=100": {"report"},
    "/api/v1/releases?per_page=100": {"report"},
    "/api/v1/news?per_page=100": {
        "news",
        "area",
        "organisation",
        "initiative",
        "agreement",
        "report",
    },
    "/en/api/v1/observations?report=norrby": set(),
    "/insatser/kalender.ics": {"initiative"},
    "/en/initiatives/kalender.ics": {"initiative"},
    "/datasets/dcat": {"report"},
    "/kunskapsunderlag/flode/": {"report"},
    "/kunskapsunderlag/flode.json": {"report"},
    "/nyheter/flode/": {"news"},
    "/en/news/feed/": {"news"},
}
FEEDS = [
    "/kunskapsunderlag/ladda-ner/?language=ar",
    "/kunskapsunderlag/kontrollera/?text=2026-1",
    *MACHINES,
    *(address for state in HIDDEN for address in files(state)),
    *COMPARED,
    *(f"/kunskapsunderlag/jamfor/?report={secret_slug('report', state)}" for state in HIDDEN),
    *(f"/kunskapsunderlag/norrby/{below}" for below in (*BELOW_A_REPORT, "matt/hemligt-matt/")),
    "/insatser/?area=norrby&age=30",
    "/sitemap.xml",
    *(
        f"/sitemap-{name}.xml"
        for name in (
            "area",
            "initiative",
            "newsitem",
            "page",
            "report",
            "agreement",
            "organisation",
        )
    ),
]


def surfaces(client: Client) -> list[str]:
    """The addresses of everything the site shows: pages, lists, filters, feeds, sitemaps."""
    pages = [address.removeprefix(SITE_URL) for address in sitemap_addresses(client)]
    return [*pages, *FEEDS]


def told_at(client: Client, address: str) -> str:
    """What a page tells, but for the question in its own address."""
    response = client.get(address)
    assert response.status_code == 200 or address not in MACHINES, address
    text = response.content.decode().replace("\r\n ", "")  # a long line of a calendar is folded
    question = address.partition("?")[2]
    return text.replace(question, "") if question else text


def make_one_of_each(state: str, **values: Any) -> dict[str, Any]:
    """One thing of every type, with a title that gives it away, tied to the published site."""
    things = {}
    for kind, make in MAKERS.items():
        names = (build_localized_fieldname("title", language) for language in LANGUAGES)
        titles = dict.fromkeys(names, secret(kind, state))
        own = {} if kind == "arena" else {"slug": secret_slug(kind, state)}
        things[kind] = make(**titles, **own)
        relate(things[kind], secret(kind, state))
        type(things[kind]).objects.filter(pk=things[kind].pk).update(**values)
    return things


class Secrets(NamedTuple):
    """What is hidden, by state and kind, and what all surfaces tell while it is there."""

    hidden: dict[str, dict[str, Any]]
    seen: dict[str, str]


@pytest.fixture(scope="module")
def secrets(django_db_setup: None, django_db_blocker: Any) -> Iterator[Secrets]:
    """One thing of every type in every state, a measure that is not released, and one walk."""
    with django_db_blocker.unblock(), transaction.atomic(), override("sv"):
        hidden = {state: make_one_of_each(state, **values) for state, values in HIDDEN.items()}
        observe_in_secret(Area.objects.get(slug="norrby"), SECRET_MEASURE)
        client = Client()
        yield Secrets(hidden, {each: told_at(client, each) for each in surfaces(client)})
        transaction.set_rollback(True)


@pytest.mark.parametrize("state", HIDDEN)
def test_what_is_not_published_leaks_nowhere(client: Client, secrets: Secrets, state: str) -> None:
    for address, text in secrets.seen.items():
        names = {secret(kind, state): secret_slug(kind, state) for kind in MAKERS}
        assert not [title for title, slug in names.items() if title in text or slug in text], (
            address
        )
    for kind in set(MAKERS) - {"arena"}:
        response = client.get(secrets.hidden[state][kind].get_absolute_url())
        assert response.status_code == (410 if state == "withdrawn" else 404), kind
        assert secret(kind, state) not in response.content.decode()


@pytest.mark.parametrize("state", HIDDEN)
def test_nothing_below_a_report_is_told_before_the_report_is(
    client: Client, secrets: Secrets, state: str
) -> None:
    report = secrets.hidden[state]["report"]
    below = (*BELOW_A_REPORT, f"matt/{slugify(secret('report', state))}/")
    pages = [f"{report.get_absolute_url()}{each}" for each in below]
    for address in (*pages, *(each for each in files(state) if "flode" not in each)):
        response = client.get(address)
        assert response.status_code == (410 if state == "withdrawn" else 404), address
        assert secret("report", state) not in response.content.decode()


def test_figures_are_seen_nowhere_before_they_are_released(
    client: Client, secrets: Secrets
) -> None:
    for address, text in secrets.seen.items():
        for told in (SECRET_MEASURE, WRITTEN_VALUE, str(SECRET_VALUE)):
            assert told not in text, address
    release(Report.objects.get(slug="norrby"), {"note_sv": "Nu är måttet med."})
    measures, figures = "/api/v1/indicators?per_page=100", "/en/api/v1/observations?report=norrby"
    for address in ("/kunskapsunderlag/norrby/", "/omraden/norrby/", measures, *COMPARED):
        assert SECRET_MEASURE in told_at(client, address), address
    assert str(SECRET_VALUE) in told_at(client, figures)
    assert WRITTEN_VALUE in told_at(client, "/kunskapsunderlag/norrby/matt/hemligt-matt/")


def test_the_same_things_are_found_once_they_are_published(client: Client) -> None:
    """Without this the test above could pass by looking in the wrong places."""
    shown = make_one_of_each("published")
    addresses = surfaces(client)
    assert len(addresses) == (LISTS + PAGES + len(MAKERS) - 1) * len(LANGUAGES) + len(FEEDS)
    seen = [told_at(client, each) for each in addresses if language_of(each) == "sv"]
    assert not [kind for kind in shown if not any(secret(kind, "published") in it for it in seen)]


def test_programs_find_each_kind_of_thing_once_it_is_published(client: Client) -> None:
    shown = make_one_of_each("published")
    texts = {address: told_at(client, address) for address in MACHINES}
    assert {
        address: {kind for kind in shown if secret(kind, "published") in text}
        for address, text in texts.items()
    } == MACHINES
    assert {address.rpartition("/")[2].partition("?")[0] for address in MACHINES} > {*API}


@pytest.mark.parametrize("kind", ["arena", "report"])
def test_nothing_is_shown_of_an_area_that_is_a_draft(client: Client, kind: str) -> None:
    area: Callable[..., Any] = MAKERS["area"]
    thing = MAKERS[kind](area=area(published_at=None))
    assert thing not in type(thing).objects.published()


def test_a_schedule_is_compared_with_the_clock_of_the_database(client: Client) -> None:
    page = MAKERS["news"](published_at=tomorrow())
    queryset = type(page).objects.published()
    assert page not in queryset
    type(page).objects.filter(pk=page.pk).update(published_at=yesterday())
    assert page in queryset.all()
