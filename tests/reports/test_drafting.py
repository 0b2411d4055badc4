"""Staff see a report with the figures of today, and what is hidden, before they give it out."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import OperationalError
from django.test import Client, RequestFactory
from lxml import html

from reports.drafting import give_out
from reports.files import making
from reports.models import Observation, Release
from reports.models.files import release_storage
from reports.releasing import Releasing
from tests.open_data.served import connection_kept
from tests.reports.stored import Place, make_indicator, observe

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Place:
    place = Place(title="Provby")
    place.counted((900, 1_000), (5_900, 11_000), title="Skolgång")
    few = make_indicator(title="Få fall")
    for sex, count, of in (("all", 403, 1_003), ("women", 3, 502), ("men", 400, 501)):
        observe(few, place.here, count=count, denominator=of, sex=sex)
    return place


def addresses(place: Place) -> list[str]:
    base = f"/admin/underlag/{place.report.slug}"
    return [f"{base}/utkast/", f"{base}/ge-ut/"]


def words(response: Any) -> str:
    page = html.document_fromstring(response.getvalue().decode())
    return " ".join(page.text_content().split())


def someone(client: Client, *rights: str) -> Client:
    user = get_user_model().objects.create_user("someone", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)
    return client


def test_the_draft_shows_the_figures_of_today_where_readers_see_the_old(
    staff: Client, place: Place
) -> None:
    place.give_out()
    Observation.objects.filter(count=900).update(count=800)
    draft, _ = addresses(place)
    response = staff.get(draft)
    assert "Provby (stadsdel) 80 (" in words(response)
    assert "Bara personalen ser det." in words(response)
    assert "no-store" in response.headers["Cache-Control"]
    assert "Provby (stadsdel) 90 (" in words(Client().get(place.report.get_absolute_url()))
    assert Release.objects.filter(report=place.report).count() == 1


def test_a_report_that_is_not_published_can_be_seen_as_a_draft(staff: Client, place: Place) -> None:
    type(place.report).objects.filter(pk=place.report.pk).update(published_at=None)
    assert "Provby (stadsdel) 90 (" in words(staff.get(addresses(place)[0]))
    assert Client().get(place.report.get_absolute_url()).status_code == 404


def test_staff_see_what_is_hidden_and_why(staff: Client, place: Place) -> None:
    _, give_out = addresses(place)
    page = html.document_fromstring(staff.get(give_out).content.decode())
    rows = [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in page.xpath("//div[@id='content-main']//tbody/tr")
    ]
    assert sorted(row[2:] for row in rows) == [
        ["Kvinnor", "2023", "För få."],
        ["Män", "2023", "Skulle avslöja en annan siffra som är dold."],
    ]
    assert {row[0] for row in rows} == {"Få fall"}


def test_staff_see_what_a_correction_changes(staff: Client, place: Place) -> None:
    place.give_out()
    Observation.objects.filter(count=900).update(count=800)
    text = words(staff.get(addresses(place)[1]))
    assert "Skolgång · Provby · 2023: var 90, är 80." in text


@pytest.mark.parametrize("rights", [(), ("change_report", "view_release", "change_observation")])
def test_others_are_refused(client: Client, place: Place, rights: tuple[str, ...]) -> None:
    for address in addresses(place):
        assert someone(client, *rights).get(address).status_code == 403
        assert client.post(address, {"note_sv": "Nytt."}).status_code == 403
        get_user_model().objects.all().delete()
    assert not place.report.releases.exists()


def test_visitors_are_asked_to_sign_in(client: Client, place: Place) -> None:
    for address in addresses(place):
        response = client.get(address)
        assert response.status_code == 302
        assert response["Location"].startswith("/admin/login/")


def test_the_right_to_give_out_is_enough(client: Client, place: Place) -> None:
    for address in addresses(place):
        get_user_model().objects.all().delete()
        assert someone(client, "add_release").get(address).status_code == 200


def test_the_report_leads_there_for_those_who_may(staff: Client, place: Place) -> None:
    form = staff.get(f"/admin/reports/report/{place.report.pk}/change/").content.decode()
    for address in addresses(place):
        assert f'href="{address}"' in form


def test_giving_out_takes_a_note_and_says_that_it_is_done(staff: Client, place: Place) -> None:
    notes = {"note_sv": "Första utgåvan.", "note_en": "The first release."}
    text = words(staff.post(addresses(place)[1], notes))
    release = place.report.releases.get()
    assert (release.note_sv, release.note_en) == ("Första utgåvan.", "The first release.")
    assert release.released_by.username == "staff"
    assert f"Utgåva {release.number} är utgiven." in text
    files = list(release.files.all())
    assert len(files) == len(making.KINDS)
    for number, file in enumerate(files, 1):
        assert f"({number} av {len(files)})" in text
        assert file.name in text


def break_the_last_file(monkeypatch: pytest.MonkeyPatch) -> None:
    last = list(making.WRITERS)[-1]
    monkeypatch.setitem(making.WRITERS, last, lambda *_: 1 / 0)


def test_a_file_that_can_not_be_made_stops_the_release_and_says_why(
    staff: Client, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_the_last_file(monkeypatch)
    text = words(staff.post(addresses(place)[1], {"note_sv": "Med dessa ord."}))
    assert "gick inte att göra: division by zero" in text
    assert "Utgåvan är inte utgiven" in text
    assert "Med dessa ord." in text
    assert not place.report.releases.exists()
    assert not release_storage().exists(place.report.slug) or not any(stored(place))


def test_a_database_that_falls_silent_at_the_end_is_told_and_no_file_is_kept(
    staff: Client, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*args: Any, **kwargs: Any) -> None:
        raise OperationalError

    monkeypatch.setattr(Releasing, "_saved", silent)
    text = words(staff.post(addresses(place)[1], {"note_sv": "Med dessa ord."}))
    assert "Databasen svarade inte." in text
    assert "Med dessa ord." in text
    assert not any(stored(place))


def stored(place: Place) -> Iterator[str]:
    """The files in the store that belong to the place's report."""
    folders, _files = release_storage().listdir(place.report.slug)
    for folder in folders:
        yield from release_storage().listdir(f"{place.report.slug}/{folder}")[1]


def test_leaving_the_page_half_way_gives_out_nothing(rf: RequestFactory, place: Place) -> None:
    request = rf.post("/", {"note_sv": "Nytt."})
    request.user = get_user_model().objects.create_superuser("boss")
    response = give_out(request, place.report.slug)
    pieces = iter(response.streaming_content)
    for _ in range(3):
        next(pieces)
    assert any(stored(place))
    with connection_kept():
        response.close()
    assert not any(stored(place))
    assert not place.report.releases.exists()


def test_a_missing_note_is_asked_for_and_what_was_typed_is_kept(
    staff: Client, place: Place
) -> None:
    response = staff.post(addresses(place)[1], {"note_sv": " ", "note_en": "Kept as typed."})
    assert response.status_code == 200
    assert "Skriv på svenska vad som är nytt i utgåvan." in words(response)
    assert "Kept as typed." in words(response)
    assert not place.report.releases.exists()


def test_what_can_not_be_given_out_is_said_and_what_was_typed_is_kept(
    staff: Client, place: Place
) -> None:
    first = place.give_out()
    _, give_out = addresses(place)
    text = words(staff.get(give_out))
    assert f"Inget har ändrats sedan utgåva {first.number}." in text
    response = staff.post(give_out, {"note_sv": "En gång till, med dessa ord."})
    assert "En gång till, med dessa ord." in words(response)
    assert place.report.releases.get() == first


def test_a_report_that_does_not_exist_is_not_found(staff: Client) -> None:
    for page in ("utkast", "ge-ut"):
        assert staff.get(f"/admin/underlag/finns-inte/{page}/").status_code == 404
