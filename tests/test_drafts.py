"""What is not published is seen nowhere: every type on every surface, in every state."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from modeltranslation.utils import build_localized_fieldname

from areas.models import Area
from initiatives.models import Initiative, InitiativeArea, InitiativePartner, Occasion
from news.models import NewsItem
from partners.models import Agreement, Organisation, Signatory
from reports.models import Indicator, Observation, Report, Territory
from reports.releasing import release
from tests.conftest import LANGUAGES, MAKERS, recently, tomorrow, yesterday
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
        territory = Territory.objects.create(title=title, division="district", area=thing)
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
    indicator = Indicator.objects.create(code="hemligt-matt", title=title, value_type="count")
    where = {"code": "hemlig-plats", "title": title, "division": "district", "area": area}
    territory = Territory.objects.create(**where)
    Observation.objects.create(indicator=indicator, territory=territory, value=SECRET_VALUE)


BELOW_A_REPORT = ["utgavor/", "2026-1/", "matt/hemligt-matt/"]
FEEDS = [
    "/kunskapsunderlag/jamfor/",
    "/kunskapsunderlag/jamfor/?indicator=hemligt-matt",
    "/kunskapsunderlag/jamfor/?report=hemlig-report",
    *(f"/kunskapsunderlag/norrby/{below}" for below in BELOW_A_REPORT),
    "/insatser/?area=norrby&age=30",
    "/nyheter/flode/",
    "/en/news/feed/",
    "/insatser/kalender.ics",
    "/en/initiatives/kalender.ics",
    "/datasets/dcat",
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


def surfaces(client: Client) -> dict[str, str]:
    """Everything the site shows: pages, lists, filters, feeds, sitemaps."""
    pages = [address.removeprefix(SITE_URL) for address in sitemap_addresses(client)]
    return {address: told_at(client, address) for address in [*pages, *FEEDS]}


def told_at(client: Client, address: str) -> str:
    """What a page tells, but for the question in its own address."""
    text = client.get(address).content.decode()
    question = address.partition("?")[2]
    return text.replace(question, "") if question else text


def secret(kind: str) -> str:
    return f"Hemligheten om {kind}"


def make_one_of_each(**values: Any) -> dict[str, Any]:
    """One thing of every type, with a title that gives it away, tied to the published site."""
    things = {}
    for kind, make in MAKERS.items():
        names = (build_localized_fieldname("title", language) for language in LANGUAGES)
        titles = dict.fromkeys(names, secret(kind))
        own = {} if kind == "arena" else {"slug": f"hemlig-{kind}"}
        things[kind] = make(**titles, **own)
        relate(things[kind], secret(kind))
        type(things[kind]).objects.filter(pk=things[kind].pk).update(**values)
    return things


@pytest.mark.parametrize("state", HIDDEN)
def test_what_is_not_published_leaks_nowhere(client: Client, state: str) -> None:
    hidden = make_one_of_each(**HIDDEN[state])
    for address, text in surfaces(client).items():
        leaks = [kind for kind in hidden if secret(kind) in text or f"hemlig-{kind}" in text]
        assert not leaks, address
    for kind in set(hidden) - {"arena"}:
        response = client.get(hidden[kind].get_absolute_url())
        assert response.status_code == (410 if state == "withdrawn" else 404), kind
        assert secret(kind) not in response.content.decode()


@pytest.mark.parametrize("state", HIDDEN)
def test_nothing_below_a_report_is_told_before_the_report_is(client: Client, state: str) -> None:
    report = make_one_of_each(**HIDDEN[state])["report"]
    for below in BELOW_A_REPORT:
        response = client.get(f"{report.get_absolute_url()}{below}")
        assert response.status_code == (410 if state == "withdrawn" else 404), below
        assert secret("report") not in response.content.decode()


def test_figures_are_seen_nowhere_before_they_are_released(client: Client) -> None:
    report = Report.objects.get(slug="norrby")
    observe_in_secret(report.area, "Hemligt mått")
    for address, text in surfaces(client).items():
        for told in ("Hemligt mått", WRITTEN_VALUE, str(SECRET_VALUE)):
            assert told not in text, address
    release(report, {"note_sv": "Nu är måttet med."})
    seen = surfaces(client)
    for address in ("/kunskapsunderlag/norrby/", "/omraden/norrby/", *FEEDS[:2]):
        assert "Hemligt mått" in seen[address], address
    assert WRITTEN_VALUE in seen["/kunskapsunderlag/norrby/matt/hemligt-matt/"]


def test_the_same_things_are_found_once_they_are_published(client: Client) -> None:
    """Without this the test above could pass by looking in the wrong places."""
    shown = make_one_of_each()
    seen = surfaces(client)
    assert len(seen) == (LISTS + PAGES + len(MAKERS) - 1) * len(LANGUAGES) + len(FEEDS)
    for kind in shown:
        assert [address for address, text in seen.items() if secret(kind) in text], kind


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
