"""A release is what was published: nothing changes it, and nothing hidden is in it."""

import hashlib
import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from lxml import html

from reports.dataset import dataset
from reports.models import Observation, Release, ReleaseFile, Territory
from reports.models.releases import canonical
from tests.conftest import make_area
from tests.reports.stored import Place, make_indicator, make_territory, observe

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Place:
    return Place(title="Provby")


def correct(place: Place, count: int = 700) -> Observation:
    """Another count for the newest figure of the area."""
    figure = Observation.objects.get(territory=place.here, period_from__year=2023)
    figure.count = count
    figure.save()
    return figure


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return " ".join(html.document_fromstring(response.content.decode()).text_content().split())


# --- Frozen ----------------------------------------------------------------------------------


def test_later_edits_of_the_figures_change_nothing(client: Client, place: Place) -> None:
    indicator = place.counted((500, 1_000), (5_500, 11_000))
    release = place.give_out()
    addresses = [
        place.report.get_absolute_url(),
        release.get_absolute_url(),
        f"{place.report.get_absolute_url()}matt/{indicator.code}/",
    ]
    before = [read(client, address) for address in addresses]
    correct(place)
    place.counted((900, 1_000), (5_500, 11_000))
    assert [read(client, address) for address in addresses] == before


@pytest.mark.parametrize(
    ("field", "value"), [("content", "{}"), ("content", " {}"), ("sha256", "0" * 64)]
)
def test_its_content_can_not_be_changed(place: Place, field: str, value: str) -> None:
    place.counted((500, 1_000), (5_500, 11_000))
    release = place.give_out()
    setattr(release, field, value)
    with pytest.raises(ValueError, match="never changes"):
        release.save()


def test_its_fingerprint_is_that_of_its_bytes_and_the_same_every_time(place: Place) -> None:
    place.counted((500, 1_000), (5_500, 11_000))
    release = place.give_out()
    assert hashlib.sha256(release.content.encode()).hexdigest() == release.sha256
    assert canonical(json.loads(release.content)) == release.content
    assert canonical(dataset(place.report).data | {"edition": release.data["edition"]}) == (
        release.content
    )


def test_the_order_that_figures_are_stored_in_makes_no_difference(place: Place) -> None:
    indicator = place.counted((500, 1_000), (5_500, 11_000), year=2021)
    place.counted((3, 1_000), (5_500, 11_000), of=indicator)
    for sex, ages in (("women", (None, 0)), ("men", (0, None)), ("women", (0, 17))):
        values = {"sex": sex, "age_from": ages[0], "age_to": ages[1]}
        observe(indicator, place.here, count=100, denominator=300, **values)
    before = canonical(dataset(place.report).data)
    stored = list(Observation.objects.filter(territory__in=[place.here, place.whole]).values())
    Observation.objects.filter(pk__in=[row["id"] for row in stored]).delete()
    for row in reversed(stored):
        Observation.objects.create(**{name: row[name] for name in row if name != "id"})
    assert canonical(dataset(place.report).data) == before


# --- Numbered --------------------------------------------------------------------------------


def test_releases_are_numbered_by_year(place: Place) -> None:
    year = timezone.localdate().year
    place.counted((500, 1_000), (5_500, 11_000))
    assert place.give_out().number == f"{year}-1"
    correct(place)
    assert place.give_out().number == f"{year}-2"
    ReleaseFile.objects.filter(release__report=place.report).delete()
    Release.objects.filter(report=place.report).delete()
    assert place.give_out().number == f"{year}-1"


def test_the_tenth_comes_after_the_ninth(place: Place) -> None:
    place.counted((500, 1_000), (5_500, 11_000))
    for each in range(11):
        correct(place, 600 + each)
        last = place.give_out()
    assert last.number.endswith("-11")


@pytest.mark.parametrize("number", ["2026-99", "finns-inte", "9999-1"])
def test_a_release_that_is_not_there_is_not_found(
    client: Client, place: Place, number: str
) -> None:
    place.counted((500, 1_000), (5_500, 11_000))
    place.give_out()
    address = place.report.get_absolute_url()
    assert client.get(f"{address}{number}/").status_code == 404
    assert client.get(f"{address}matt/{number}/").status_code == 404


# --- Corrected -------------------------------------------------------------------------------


def test_an_older_release_can_be_read_with_a_way_to_the_newest(
    client: Client, place: Place
) -> None:
    place.counted((500, 1_000), (5_500, 11_000))
    first = place.give_out()
    correct(place)
    second = place.give_out()
    old, new = (read(client, it.get_absolute_url()) for it in (first, second))
    assert f"Du läser utgåva {first.number}. Den nyaste är {second.number}." in old
    assert "Du läser utgåva" not in new
    assert "Provby (stadsdel) 50 (" in old
    assert "Provby (stadsdel) 70 (" in new
    assert "Provby (stadsdel) 70 (" in read(client, place.report.get_absolute_url())


def test_a_correction_tells_what_changed_figure_by_figure(client: Client, place: Place) -> None:
    same = place.counted((500, 1_000), (5_500, 11_000), year=2022, title="Samma")
    place.counted((500, 1_000), (5_500, 11_000), title="Rättat")
    place.counted((400, 1_000), (5_500, 11_000), year=2021, title="Ny siffra").observations.filter(
        territory=place.here
    ).delete()
    gone = place.counted((300, 1_000), (5_500, 11_000), year=2020, title="Borta")
    place.give_out(note_sv="Första.")
    correct(place)
    for figure in Observation.objects.filter(indicator__title_sv="Ny siffra"):
        observe(figure.indicator, place.here, 2021, count=444, denominator=1_000)
    Observation.objects.filter(indicator=gone).delete()
    gone.delete()
    place.give_out(note_sv="Ett fel är rättat.")
    text = read(client, f"{place.report.get_absolute_url()}utgavor/")
    assert "Ett fel är rättat." in text
    assert "Rättat · Provby · 2023: var 50, är 70." in text
    assert "Ny siffra · Provby · 2021: ny, 44." in text
    assert "Borta · Provby · 2020: borttagen, var 30." in text
    assert same.title not in text


def test_a_change_that_rounding_hides_is_told_by_its_counts(client: Client, place: Place) -> None:
    place.counted((500, 1_000), (5_500, 11_000), title="Mått")
    place.give_out()
    correct(place, 501)
    place.give_out()
    text = read(client, f"{place.report.get_absolute_url()}utgavor/")
    assert "var 50, 500/1 000" in text
    assert "är 50, 501/1 000" in text


# --- Refused ---------------------------------------------------------------------------------


def test_nothing_changed_is_nothing_to_give_out(place: Place) -> None:
    place.counted((500, 1_000), (5_500, 11_000))
    first = place.give_out()
    with pytest.raises(ValidationError, match=f"Inget har ändrats sedan utgåva {first.number}"):
        place.give_out()
    assert place.report.releases.count() == 1


def test_a_report_that_waits_to_be_published_is_compared_with_its_last_release(
    place: Place,
) -> None:
    type(place.report).objects.filter(pk=place.report.pk).update(published_at=None)
    place.counted((500, 1_000), (5_500, 11_000))
    place.give_out()
    with pytest.raises(ValidationError, match="Inget har ändrats"):
        place.give_out()
    correct(place)
    assert place.give_out().changed == 1


def test_the_address_of_a_report_is_fixed_once_it_has_been_given_out(
    staff: Client, place: Place
) -> None:
    place.counted((500, 1_000), (5_500, 11_000))
    form = f"/admin/reports/report/{place.report.pk}/change/"
    assert 'name="slug"' in staff.get(form).content.decode()
    place.give_out()
    assert 'name="slug"' not in staff.get(form).content.decode()


def test_no_figures_is_nothing_to_give_out(place: Place) -> None:
    with pytest.raises(ValidationError, match="inga siffror"):
        place.give_out()


def test_invented_figures_are_not_given_out_as_real(place: Place) -> None:
    indicator = place.counted((500, 1_000), (5_500, 11_000), is_example=True)
    Territory.objects.filter(pk__in=[place.here.pk, place.whole.pk]).update(is_example=True)
    with pytest.raises(ValidationError, match="inga siffror"):
        place.give_out()
    place.report.is_example = True
    place.report.save()
    assert place.give_out().is_example
    assert indicator.code in place.report.releases.get().data["indicators"]


# --- Hidden ----------------------------------------------------------------------------------


def numbers(release: Release) -> set[Any]:
    """Every number that the figures of a release hold, wherever in them."""

    def inside(it: Any) -> set[Any]:
        if isinstance(it, dict):
            return set().union(*(inside(each) for each in it.values()))
        if isinstance(it, list):
            return set().union(*map(inside, it))
        return {it} if isinstance(it, int | float) and not isinstance(it, bool) else set()

    return inside([release.data["observations"], release.data["trends"]])


def test_a_hidden_figure_is_not_in_the_release_at_all(client: Client, place: Place) -> None:
    indicator = place.counted((503, 1_017), (5_517, 11_007))
    for sex, count, of in (("women", 4, 509), ("men", 499, 508)):
        values = {"value": count / of * 100, "lower": 0.123, "upper": 7.321}
        observe(indicator, place.here, count=count, denominator=of, sex=sex, **values)
    release = place.give_out()
    assert {503, 1017, 5517, 11007} <= numbers(release)
    hidden = {4, 509, 499, 508, 0.123, 7.321, 0.7859, 98.2283}
    assert not numbers(release) & hidden
    told = canonical(release.data | {"edition": None})  # Its moment has any digits.
    assert not [it for it in ("0.78", "98.2", "499", "509") if it in told]
    text = read(client, f"{place.report.get_absolute_url()}matt/{indicator.code}/")
    assert text.count("Visas inte, för att skydda enskilda personer") == 2
    assert "98" not in text.split("Om måttet")[0].split("Alla siffror")[1]


def test_an_area_that_leaves_only_few_in_the_rest_of_the_city_is_hidden(place: Place) -> None:
    place.counted((97, 1_000), (99, 11_000))
    release = place.give_out()
    assert not numbers(release) & {97, 2, 9.7}
    assert 99 in numbers(release)


def test_what_another_report_hides_is_not_given_away_by_this_one(place: Place) -> None:
    """Two areas are the whole city: the one would tell of the other."""
    indicator = place.counted((503, 1_000), (506, 2_000))
    other = make_territory(make_area())
    observe(indicator, other, count=3, denominator=1_000)
    assert not numbers(place.give_out()) & {503, 50.3}


def test_three_districts_that_make_up_the_city_protect_each_other(place: Place) -> None:
    indicator = place.counted((503, 1_000), (1_206, 3_000))
    for count in (3, 700):
        observe(indicator, make_territory(make_area()), count=count, denominator=1_000)
    assert 503 not in numbers(place.give_out())


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ({"value_type": "count"}, {"value": 3}),
        ({}, {"value": 6, "denominator": 50}),
        ({"value_type": "mean"}, {"value": 6, "lower": 5, "upper": 7, "denominator": 3}),
        ({"disclosure_rule": "answers"}, {"value": 50, "denominator": 4}),
    ],
)
def test_a_small_number_is_found_out_also_without_a_count(
    place: Place, kind: dict, values: dict
) -> None:
    observe(make_indicator(**kind), place.here, **values)
    (row,) = place.give_out().data["observations"]
    assert (row["status"], row["value"], row["denominator"]) == ("suppressed", None, None)
    assert row["comparison"] == {
        "outcome": "not-calculated",
        "level": 0,
        "reason": "hidden" if kind.get("value_type") != "count" else "not-a-share",
        "base_needed": None,
    }


def test_the_stored_figure_is_left_as_it_was(place: Place) -> None:
    place.counted((3, 1_000), (5_500, 11_000))
    place.give_out()
    assert Observation.objects.get(territory=place.here).count == 3


def test_a_translation_that_waits_for_review_is_not_in_the_release(
    place: Place, settings: Any
) -> None:
    settings.REVIEW_FIRST = ["fi"]
    told = {"title_en": "Made", "title_fi": "Kone", "unit_en": "%", "unit_fi": "%"}
    indicator = place.counted((500, 1_000), (5_500, 11_000), **told)
    for language in ("en", "fi"):
        indicator.languages[language]["state"] = "machine"
    indicator.save()
    title = place.give_out().data["indicators"][indicator.code]["title"]
    assert "Made" in title.values()
    assert "Kone" not in title.values()
