"""What the API tells: what is published, whole in one language, in pieces of one size."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from areas.models import Area
from initiatives.models import InitiativeArea, InitiativePartner
from partners.models import Organisation, Signatory
from publishing.views import MOST
from reports.models import Release
from tests.conftest import (
    make_agreement,
    make_area,
    make_initiative,
    make_news,
    make_organisation,
    make_report,
    recently,
    yesterday,
)
from tests.open_data.conftest import Ask
from tests.reports.stored import Place, observe

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
PAGES = ("areas", "initiatives", "agreements", "news")


def titles(answer: Any) -> list[str]:
    return [item["title"] for item in answer["items"]]


@pytest.fixture
def place() -> Place:
    """An area with figures of its own, given out once."""
    place = Place(title="Provområdet", slug="provomradet")
    place.report.slug = "prov"
    place.report.save()
    place.counted((30, 100), (400, 2_000), title="Provmåttet", code="provmattet")
    place.give_out()
    return place


def test_the_first_address_leads_to_everything(client: Client, ask: Ask) -> None:
    found = ask("", language="/en")
    assert len(found["collections"]) == 8
    for address in [*found["collections"].values(), found["openapi"], found["documentation"]]:
        assert address.startswith(f"{SITE}/en/")
        question = "?report=norrby" if address.endswith("observations") else ""
        assert client.get(address.removeprefix(SITE) + question).status_code == 200, address


@pytest.mark.parametrize("name", PAGES)
def test_an_object_is_told_in_the_language_of_the_address(ask: Ask, name: str) -> None:
    swedish, english = ask(name)["items"][0], ask(name, language="/en")["items"][0]
    assert (swedish["language"], english["language"]) == ("sv", "en")
    assert swedish["slug"] == english["slug"]
    assert swedish["body"] != english["body"]
    assert english["address"].startswith(f"{SITE}/en/")
    assert ask(name, language="/latt")["items"][0]["language"] == "sv-x-latt"


def test_what_is_not_translated_is_whole_in_swedish(ask: Ask) -> None:
    area = make_area(slug="ny", title="Ny", title_en="New", lead="Ingress", kind="priority")
    told = ask("areas/ny", language="/en")
    assert (told["title"], told["lead"], told["language"]) == ("Ny", "Ingress", "sv")
    assert told["kind_name"] == "Prioriterat område"
    assert told["address"] == f"{SITE}/en/areas/ny/"
    area.lead_en = "Introduction"
    area.save()
    assert ask("areas/ny", language="/en")["title"] == "New"


@pytest.mark.parametrize("name", PAGES)
def test_every_object_of_a_list_has_its_own_address_and_page(
    client: Client, ask: Ask, name: str
) -> None:
    for told in ask(f"{name}?per_page=100", language="/fi")["items"]:
        assert ask(f"{name}/{told['slug']}", language="/fi") == told
        assert client.get(told["address"].removeprefix(SITE)).status_code == 200


def test_rich_text_is_clean_and_plain_text_is_as_written(ask: Ask) -> None:
    make_news(slug="html", title="<b>&", body="<p onclick='x()'>Hej<script>alert(1)</script></p>")
    told = ask("news/html")
    assert (told["title"], told["body"]) == ("<b>&", "<p>Hej</p>")


@pytest.mark.parametrize("hidden", [{"published_at": None}, {"withdrawn_at": recently()}])
def test_what_is_tied_to_an_object_is_told_only_while_it_is_published(
    ask: Ask, hidden: dict[str, Any]
) -> None:
    area, organisation = make_area(title="Osedd"), make_organisation(title="Osedd")
    initiative, agreement = make_initiative(slug="prov"), make_agreement(slug="prov")
    news = make_news(slug="prov")
    initiative.lives_in.add(area)
    InitiativeArea.objects.create(initiative=initiative, area=area)
    InitiativePartner.objects.create(initiative=initiative, organisation=organisation)
    agreement.areas.add(area)
    agreement.parties.add(organisation)
    Signatory.objects.create(agreement=agreement, organisation=organisation, name="Osedd")
    news.areas.add(area)
    news.organisations.add(organisation)
    seen = ("initiatives/prov", 3), ("agreements/prov", 3), ("news/prov", 2)
    for address, times in seen:
        assert str(ask(address)).count("'Osedd'") >= times
    for model in (Area, Organisation):
        model.objects.filter(title_sv="Osedd").update(**hidden)
    for address, _times in seen:
        assert "Osedd" not in str(ask(address))


def test_lists_are_narrowed(ask: Ask) -> None:
    assert {it["slug"] for it in ask("areas?kind=priority")["items"]} == {
        "hassleholmen",
        "norrby",
        "sjobo",
    }
    assert titles(ask("arenas?area=norrby")) == ["Norrbyhuset", "Kronängsparken"]
    assert titles(ask("arenas?area=norrby&kind=park")) == ["Kronängsparken"]
    assert ask("agreements?kind=intent&party=boras-stad")["total"] == 1
    assert ask("agreements?area=hulta")["total"] == 0
    assert ask("news?year=2013&kind=press-release")["total"] == 1
    assert ask("news?year=2014")["total"] == 0
    swimming = "Simskola för kvinnor"
    assert swimming in titles(ask("initiatives?area=hulta&age=16"))
    assert swimming not in titles(ask("initiatives?area=hulta&age=15"))


def test_a_list_comes_in_pieces_that_lead_to_each_other(client: Client, ask: Ask) -> None:
    for number in range(25):
        make_news(title=f"Nyhet {number}", dated_at=yesterday())
    found, address, seen = [], f"{SITE}/api/v1/news?per_page=7&kind=news", 0
    while address:
        response = client.get(address.removeprefix(SITE))
        piece = response.json()
        found += [item["slug"] for item in piece["items"]]
        assert piece["total"] == 25
        for rel, to in (("next", piece["next"]), ("prev", piece["previous"])):
            assert (f'<{to}>; rel="{rel}"' in response.headers["Link"]) == bool(to)
        address, seen = piece["next"], seen + 1
    assert seen == 4
    assert len(found) == len({*found}) == 25


# --- Figures -----------------------------------------------------------------------------------


def test_indicators_are_those_with_figures_in_the_newest_releases(ask: Ask, place: Place) -> None:
    told = ask("indicators?report=prov")
    assert titles(told) == ["Provmåttet"]
    assert told["items"][0]["sources"] == [
        {
            "report": "prov",
            "release": "prov-2026-1".replace("2026", str(timezone.now().year)),
            "address": f"{SITE}/kunskapsunderlag/prov/matt/provmattet/",
        }
    ]
    assert ask("indicators/provmattet")["example"] is None
    place.counted((1, 2), (3, 4), title="Inte utgivet", code="inte-utgivet")
    assert "Inte utgivet" not in titles(ask("indicators?per_page=100"))
    ask("indicators/inte-utgivet", status=404)


def test_observations_are_those_of_the_release_and_not_as_stored(ask: Ask, place: Place) -> None:
    indicator = place.here.observations.first().indicator
    place.here.observations.update(count=99)
    observe(indicator, place.here, 2024, count=77, denominator=100)
    told = ask("observations?report=prov")
    assert told["total"] == 2
    here = next(it for it in told["items"] if it["territory"] == place.here.code)
    assert (here["count"], here["value"], here["sex"]) == (30, 30.0, "all")
    assert (here["period_from"], here["indicator"]) == ("2023-01-01", "provmattet")
    assert here["outcome"] == "better"
    place.give_out(note_sv="Rättat.")
    assert ask("observations?report=prov&year=2024")["items"][0]["count"] == 77
    first = Release.objects.filter(report=place.report).last().number
    assert ask(f"observations?report=prov&release={first}") == told | {"items": told["items"]}


def test_observations_are_narrowed(ask: Ask, place: Place) -> None:
    for year, total in ((2022, 0), (2023, 2)):
        assert ask(f"observations?report=prov&year={year}")["total"] == total
    assert ask("observations?report=prov&indicator=provmattet")["total"] == 2
    assert ask(f"observations?report=prov&territory={place.here.code}")["total"] == 1
    assert ask("observations?report=prov&sex=women")["total"] == 0


def test_invented_figures_say_so_in_words(ask: Ask, place: Place) -> None:
    place.report.is_example = True
    place.report.save()
    type(place.here).objects.update(is_example=True)
    place.counted((1, 2), (3, 4), code="pahittat", is_example=True)
    release = place.give_out()
    words = "Exempeldata, påhittade värden"
    assert ask("indicators/pahittat")["example"] == words
    assert ask(f"releases/prov/{release.number}")["example"] == words
    assert ask("observations?report=prov")["items"][0]["example"] == words
    assert ask("releases?report=prov&is_example=true")["total"] == 1
    assert ask("indicators?is_example=true")["total"] == 1


def test_a_release_is_told_with_its_files(client: Client, ask: Ask, place: Place) -> None:
    told = ask("releases?report=prov")["items"][0]
    assert ask(f"releases/prov/{told['number']}") == told
    assert told["sha256"] == place.report.releases.first().sha256
    assert told["licence_name"].startswith("Villkoren för att använda siffrorna är inte bestämda")
    assert told["files"]
    for file in told["files"]:
        response = client.get(file["address"].removeprefix(SITE))
        assert len(b"".join(response)) == file["size"]


def test_a_withdrawn_release_is_told_of_only_when_it_is_asked_for(ask: Ask, place: Place) -> None:
    number = place.report.releases.first().number
    withdrawn = {"withdrawn_at": timezone.now(), "withdrawn_reason_sv": "Fel nämnare."}
    Release.objects.filter(report=place.report).update(**withdrawn)
    assert "prov" not in {it["report"]["slug"] for it in ask("releases")["items"]}
    assert "provmattet" not in str(ask("indicators?per_page=100"))
    assert "prov" not in ask("observations?report=prov", status=404)["errors"][0]["known"]
    gone = ask(f"releases/prov/{number}", status=410)
    assert (gone["reason"], gone["successor"]) == ("Fel nämnare.", None)
    place.counted((1, 50), (3, 400), code="nytt")
    after = place.give_out()
    for address in (f"releases/prov/{number}", f"observations?report=prov&release={number}"):
        assert ask(address, status=410)["successor"] == f"{SITE}{after.get_absolute_url()}"
    assert ask("observations?report=prov")["items"][0]["release"] == after.name


def test_an_indicator_is_found_although_the_newest_release_is_withdrawn(
    ask: Ask, place: Place
) -> None:
    place.counted((1, 50), (3, 400), code="nytt")
    latest = place.give_out()
    Release.objects.filter(pk=latest.pk).update(withdrawn_at=timezone.now())
    told = ask("indicators?report=prov")
    assert [it["code"] for it in told["items"]] == ["provmattet"]


def test_who_asks_for_figures_is_told_why_there_are_none(ask: Ask, place: Place) -> None:
    number, report = place.report.releases.first().number, place.report
    figures = f"observations?report=prov&release={number}"
    withdrawn = {"withdrawn_at": timezone.now(), "withdrawn_reason_sv": "Fel nämnare."}
    Release.objects.filter(report=report).update(**withdrawn)
    assert ask(figures, status=410)["reason"] == "Fel nämnare."
    report.withdrawn_at = recently()
    report.save()
    below = (figures, "observations?report=prov", f"releases/prov/{number}", "releases?report=prov")
    for address in (*below, "indicators?report=prov"):
        assert "borttagen" in ask(address, status=410)["detail"], address


def test_what_is_not_there_is_named_by_where_it_was_asked_for(ask: Ask) -> None:
    asked = {
        "observations?report=manen&release=2026-1": "report",
        "observations?report=norrby&release=1999-1": "release",
        "releases/manen/2026-1": "report",
        "releases/norrby/1999-1": "number",
    }
    for address, parameter in asked.items():
        (fault,) = ask(address, status=404)["errors"]
        assert fault["parameter"] == parameter, address


def test_indicators_of_many_reports_are_all_told_and_each_release_is_read_once(
    ask: Ask, place: Place
) -> None:
    like = place.report.releases.first()
    for _ in range(MOST + 1):
        same = {"content": like.content, "sha256": like.sha256}
        Release.objects.create(report=make_report(), number="2026-1", **same)
    assert len(ask("indicators/provmattet")["sources"]) == MOST + 2
    with CaptureQueriesContext(connection) as queries:
        ask("indicators?report=prov")
        ask("indicators")
    assert not [it for it in queries if '"content"' in it["sql"]]
    assert len(queries) <= 8


@pytest.mark.parametrize("name", PAGES)
def test_a_withdrawn_page_is_said_to_be_gone(ask: Ask, name: str) -> None:
    makers = {"areas": make_area, "initiatives": make_initiative, "agreements": make_agreement}
    make = makers.get(name, make_news)
    make(slug="borta", title="Hemligt", withdrawn_at=recently())
    make(slug="utkast", title="Hemligt", published_at=None)
    assert "Hemligt" not in str([ask(f"{name}/borta", status=410), ask(name)])
    ask(f"{name}/utkast", status=404)
