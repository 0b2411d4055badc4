"""What is not published is seen nowhere: every type on every surface, in every state."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from areas.models import Area
from initiatives.models import Initiative, InitiativeArea, InitiativePartner
from partners.models import Agreement, Organisation, Signatory
from tests.conftest import LANGUAGES, MAKERS, tomorrow, yesterday
from tests.test_whole_site import sitemap_addresses

pytestmark = pytest.mark.django_db

SECRET = "Hemligheten"
HIDDEN = {
    "draft": {"published_at": None},
    "scheduled": {"published_at": tomorrow()},
    "withdrawn": {"published_at": yesterday(), "withdrawn_at": yesterday()},
}


def titles() -> dict[str, str]:
    return {f"title_{language}": SECRET for language in LANGUAGES}


def relate(thing: Any) -> None:
    """Ties something to as much of the published site as can point at it."""
    norrby = Area.objects.get(slug="norrby")
    swimming = Initiative.objects.get(slug="simskola-for-kvinnor")
    agreement = Agreement.objects.get(slug="folkhalsoavtalet")
    city = Organisation.objects.get(slug="boras-stad")
    if isinstance(thing, Area):
        InitiativeArea.objects.create(initiative=swimming, area=thing)
        swimming.lives_in.add(thing)
        agreement.areas.add(thing)
    if isinstance(thing, Initiative):
        InitiativeArea.objects.create(initiative=thing, area=norrby)
        InitiativePartner.objects.create(initiative=thing, organisation=city)
    if isinstance(thing, Organisation):
        agreement.parties.add(thing)
        InitiativePartner.objects.create(initiative=swimming, organisation=thing)
        Signatory.objects.create(agreement=agreement, organisation=thing, name="N", title=SECRET)
    for field, target in {
        "areas": norrby,
        "parties": city,
        "initiatives": swimming,
        "agreements": agreement,
        "organisations": city,
    }.items():
        if hasattr(type(thing), field) and not isinstance(thing, Organisation | Area):
            getattr(thing, field).add(target)


def surfaces(client: Client) -> dict[str, str]:
    """Everything the site shows: pages, lists, filters, feeds, sitemaps."""
    pages = set(sitemap_addresses(client))
    extra = {"/insatser/?area=norrby&age=30", "/nyheter/flode/", "/sitemap.xml"}
    extra |= {f"/sitemap-{name}.xml" for name in ("area", "newsitem", "page", "report")}
    addresses = extra | {address.removeprefix("http://testserver") for address in pages}
    return {address: client.get(address).content.decode() for address in addresses}


@pytest.mark.parametrize("state", HIDDEN)
@pytest.mark.parametrize("kind", MAKERS)
def test_what_is_not_published_leaks_nowhere(client: Client, kind: str, state: str) -> None:
    hidden = (
        MAKERS[kind](**titles(), slug="hemlig") if kind != "arena" else MAKERS[kind](**titles())
    )
    relate(hidden)
    type(hidden).objects.filter(pk=hidden.pk).update(**HIDDEN[state])
    seen = surfaces(client)
    assert len(seen) > 180
    leaks = [a for a, text in seen.items() if SECRET in text or "hemlig" in text]
    assert not leaks
    if kind != "arena":
        assert client.get(hidden.get_absolute_url()).status_code == (
            410 if state == "withdrawn" else 404
        )


@pytest.mark.parametrize("kind", MAKERS)
def test_the_same_thing_is_found_once_it_is_published(client: Client, kind: str) -> None:
    """Without this the test above could pass by looking in the wrong places."""
    shown = MAKERS[kind](**titles())
    relate(shown)
    assert [address for address, text in surfaces(client).items() if SECRET in text]


@pytest.mark.parametrize("kind", ["arena", "report"])
def test_nothing_is_shown_of_an_area_that_is_a_draft(client: Client, kind: str) -> None:
    area: Callable[..., Any] = MAKERS["area"]
    thing = MAKERS[kind](area=area(published_at=None), **titles())
    assert thing not in type(thing).objects.published()


def test_a_schedule_is_compared_with_the_clock_of_the_database(client: Client) -> None:
    page = MAKERS["news"](published_at=tomorrow())
    queryset = type(page).objects.published()
    assert page not in queryset
    type(page).objects.filter(pk=page.pk).update(published_at=yesterday())
    assert page in queryset.all()
