"""A machine makes drafts: never over a person's words, and never a mess when it fails."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from areas.models import Area
from languages.translated import State
from tests.conftest import make_area
from tests.translations.libre import Service, error_page, in_json, pointer, served
from translations import drafts, machine
from translations.machine import LibreTranslate, TranslatorError, translator
from translations.views import machine as view

pytestmark = pytest.mark.django_db
BODY = '<p>Vi ses på <a href="https://example.org/">torget</a>.</p>'


@pytest.fixture
def service(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with served() as service:
        settings.TRANSLATOR_URL = service.address
        yield service


@pytest.fixture
def area() -> Area:
    return make_area(title="Torpa", lead="En del av staden.", body=BODY)


def ask(staff: Client, *rows: Any, language: str = "en", query: str = "") -> HttpResponse:
    """Ticks rows in the table, presses the button, and lands on the table again."""
    values = [f"{row._meta.label_lower}:{row.pk}" for row in rows]
    address = reverse("translations:translate") + query
    answer = staff.post(address, {"rows": values, "language": language}, follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain[0][0].startswith(reverse("translations:table"))
    return answer


def told(answer: HttpResponse) -> str:
    return " ".join(str(message) for message in answer.context["messages"])


def stored(area: Area) -> dict[str, Any]:
    now = Area.objects.get(pk=area.pk)
    return {field.attname: field.value_from_object(now) for field in Area._meta.fields}


# --- Off and on ------------------------------------------------------------------------------


def test_it_is_off_until_there_is_an_address(staff: Client, area: Area) -> None:
    before = stored(area)
    assert translator() is None
    assert "Översätt med maskin" not in staff.get(reverse("translations:table")).content.decode()
    assert "Ingen maskinöversättning är inkopplad" in told(ask(staff, area))
    assert stored(area) == before


def test_the_button_keeps_the_filter(service: Service, staff: Client, area: Area) -> None:
    page = staff.get(reverse("translations:table"), {"language": "en", "text": "Torpa"})
    address = f"{reverse('translations:translate')}?language=en&amp;text=Torpa"
    assert f'formaction="{address}"' in page.content.decode()
    answer = ask(staff, area, query="?language=en&text=Torpa")
    assert answer.redirect_chain[0][0].endswith("?language=en&text=Torpa")


def test_the_key_goes_along(service: Service, staff: Client, area: Area, settings: Any) -> None:
    service.key = "hemlig"
    assert "Översättningstjänsten sade nej: Invalid API key" in told(ask(staff, area))
    settings.TRANSLATOR_KEY = "hemlig"
    assert "1 text är maskinöversatt till English" in told(ask(staff, area))


def test_another_translator_is_named_in_the_settings(settings: Any) -> None:
    settings.TRANSLATOR, settings.TRANSLATOR_URL = f"{__name__}.Other", "https://example.se"
    assert isinstance(translator(), Other)


# --- A draft ---------------------------------------------------------------------------------


def test_a_draft_is_read_with_a_notice(service: Service, staff: Client, area: Area) -> None:
    assert "1 text är maskinöversatt till English" in told(ask(staff, area))
    area.refresh_from_db()
    assert area.title_en == "[en] Torpa"
    assert area.body_en == BODY.replace("<p>", "<p>[en] ")
    assert area.languages["en"]["state"] == State.MACHINE
    assert not area.is_out_of_date_in("en")
    assert [asked["format"] for asked in service.asked] == ["text", "html"]
    page = Client().get(f"/en/areas/{area.slug}/").content.decode()
    assert "[en] Torpa" in page
    assert "translated by a machine" in page


def test_where_review_comes_first_nobody_reads_it_before(
    service: Service, staff: Client, area: Area, settings: Any
) -> None:
    settings.REVIEW_FIRST = ["ar"]
    ask(staff, area, language="ar")
    arabic = reads(area, "ar")
    assert "[ar] Torpa" not in arabic
    assert '<article lang="sv"' in arabic
    assert not is_offered(area, "ar")

    row = f"{area._meta.label_lower}:{area.pk}"
    staff.post(reverse("translations:table"), {"rows": [row], "language": "ar"})
    assert "[ar] Torpa" in reads(area, "ar")
    assert is_offered(area, "ar")


def reads(area: Area, language: str) -> str:
    cache.clear()
    return Client().get(f"/{language}/areas/{area.slug}/").content.decode()


def is_offered(area: Area, language: str) -> bool:
    """Whether search engines are told of the page; both ways must agree."""
    links = f'rel="alternate" hreflang="{language}"' in reads(area, "en")
    sitemap = Client().get("/sitemap-area.xml").content.decode()
    listed = f"/{language}/areas/{area.slug}/" in sitemap
    assert links == listed
    return links


def test_an_earlier_draft_is_made_anew(service: Service, staff: Client, area: Area) -> None:
    ask(staff, area)
    area.refresh_from_db()
    area.title, area.lead = "Nya Torpa", ""
    area.save()
    assert area.is_out_of_date_in("en")
    ask(staff, area)
    area.refresh_from_db()
    assert (area.title_en, area.lead_en) == ("[en] Nya Torpa", "")
    assert not area.is_out_of_date_in("en")
    assert area.languages["en"]["state"] == State.MACHINE


@pytest.mark.parametrize("state", [State.HUMAN, State.REVIEWED])
@pytest.mark.parametrize("changed", [False, True])
def test_what_a_person_wrote_is_never_written_over(
    service: Service, staff: Client, area: Area, state: State, changed: bool
) -> None:
    area.title_en = "Torpa, by hand"
    area.confirm("en", state, by="Ebba")
    area.save()
    if changed:
        area.title = "Nya Torpa"
        area.save()
    before = stored(area)
    assert f"text av en människa, som maskinen inte skriver över. Orört på English: {area}" in told(
        ask(staff, area)
    )
    assert stored(area) == before
    assert not service.asked


def test_other_languages_keep_their_stamps(service: Service, staff: Client, area: Area) -> None:
    area.title_fi = "Torpa suomeksi"
    area.save()
    area.title = "Nya Torpa"
    area.save()
    before = stored(area)["languages"]["fi"]
    ask(staff, area)
    assert stored(area)["languages"]["fi"] == before
    assert area.is_out_of_date_in("fi")


# --- While the machine works -------------------------------------------------------------------


class Other:
    """A translator that lets something happen in the meantime."""

    def __init__(self, address: str = "", key: str = "") -> None:
        self.meanwhile: Callable[[], Any] = lambda: None

    def languages(self) -> set[str]:
        return {"en"}

    def translate(self, texts: list[str], language: str, *, markup: bool) -> list[str]:
        assert not connection.savepoint_ids, "a transaction waits for the machine"
        self.meanwhile()
        return texts


def write(area: Area, **values: str) -> Callable[[], None]:
    def meanwhile() -> None:
        other = Area.objects.get(pk=area.pk)
        for name, value in values.items():
            setattr(other, name, value)
        other.save()

    return meanwhile


@pytest.mark.parametrize(
    ("values", "reason"),
    [({"title_en": "By hand"}, "en människa"), ({"title_sv": "Nya Torpa"}, "svenska texten")],
)
def test_what_a_person_does_in_the_meantime_stays(
    area: Area, values: dict[str, str], reason: str
) -> None:
    other = Other()
    other.meanwhile = write(area, **values)
    with pytest.raises(drafts.DraftError, match=reason):
        drafts.draft(area, "en", other)
    now = stored(area)
    assert {name: now[name] for name in values} == values
    assert not now["body_en"]


def test_the_rows_that_there_is_no_time_for_are_named(
    service: Service, staff: Client, area: Area, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = make_area(title="Kvar")
    monkeypatch.setattr(view, "_MOST_ROWS", 1)
    answer = told(ask(staff, area, other))
    assert "1 text är maskinöversatt" in answer
    assert "Kryssa för dem igen. Orört på English: Kvar." in answer
    monkeypatch.setattr(view, "_SECONDS", -1)
    assert "Orört på English: Torpa, Kvar." in told(ask(staff, area, other))


# --- What goes wrong -----------------------------------------------------------------------------


def instead(texts: Callable[[list[str]], Any]) -> Callable[[dict[str, Any]], Any]:
    return lambda asked: in_json({"translatedText": texts(asked["q"])})


def raw(content: bytes) -> Callable[[dict[str, Any]], Any]:
    return lambda asked: (200, "application/json", content)


def endless(answer: Any) -> Any:
    status, kind, content = answer
    return status, kind, content + b" " * 200_000


NONSENSE = "något som inte går att förstå"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (lambda asked: error_page(502), "felkod 502"),
        (lambda asked: error_page(200), NONSENSE),
        (lambda asked: in_json({"error": "en is <b>not</b> ready"}, 400), "en is <b>not</b> ready"),
        (lambda asked: in_json({"error": ["x"]}, 429), "['x']"),
        (lambda asked: in_json(["x"], 500), "felkod 500"),
        (lambda asked: in_json(["x"]), NONSENSE),
        (lambda asked: in_json({"translatedText": None}), NONSENSE),
        (instead(lambda texts: texts[:-1]), NONSENSE),
        (instead(lambda texts: [*texts, "till"]), NONSENSE),
        (instead(lambda texts: [1 for _ in texts]), NONSENSE),
        (instead(lambda texts: "".join(texts)), NONSENSE),
        (instead(lambda texts: ["" for _ in texts]), "Översättningen är tom."),
        (instead(lambda texts: [f"{t}<script>alert(1)</script>" for t in texts]), "<script>"),
        (instead(lambda texts: [t.replace("</a>", "") for t in texts]), "</a> saknas"),
        (instead(lambda texts: [t.replace("example.org", "evil.org") for t in texts]), "evil.org"),
        (instead(lambda texts: [t + "x" * 500 for t in texts]), "tecken: fältet rymmer högst"),
        (instead(lambda texts: [f"{t}\x00" for t in texts]), "osynliga styrtecken"),
        (instead(lambda texts: [f"{t}\ud800" for t in texts]), NONSENSE),
        (raw(b"[" * 100_000), NONSENSE),
        (raw(b"\xff\xfe"), NONSENSE),
        (raw(b""), NONSENSE),
        (lambda asked: endless(in_json({"translatedText": asked["q"]})), NONSENSE),
    ],
)
def test_a_useless_answer_changes_nothing_and_is_told_of(
    service: Service,
    staff: Client,
    area: Area,
    monkeypatch: pytest.MonkeyPatch,
    answer: Callable[[dict[str, Any]], Any],
    reason: str,
) -> None:
    monkeypatch.setattr(machine, "_MOST_BYTES", 150_000)
    before = stored(area)
    service.answer = answer
    page = ask(staff, area)
    assert reason in told(page)
    assert f"Orört på English: {area}" in told(page)
    assert "<b>not</b>" not in page.content.decode()
    assert "<script>alert" not in page.content.decode()
    assert stored(area) == before
    service.answer = service.translate
    assert "1 text är maskinöversatt" in told(ask(staff, area))


def test_one_bad_row_takes_nothing_from_another(
    service: Service, staff: Client, area: Area
) -> None:
    bad = make_area(title="Dålig")
    service.answer = lambda asked: (
        error_page(500) if "Dålig" in asked["q"] else service.translate(asked)
    )
    answer = told(ask(staff, bad, area))
    assert "1 text är maskinöversatt" in answer
    assert "felkod 500. Orört på English: Dålig." in answer
    assert stored(area)["title_en"] == "[en] Torpa"


@pytest.mark.parametrize("pause", [0.05, 1.0])
def test_a_slow_answer_is_not_waited_for(
    service: Service, staff: Client, area: Area, monkeypatch: pytest.MonkeyPatch, pause: float
) -> None:
    monkeypatch.setattr(machine, "_SECONDS", 0.3)
    long = make_area(title="Lång", lead="ord " * 100)
    service.pause = pause
    with pytest.raises(TranslatorError, match="svarar inte"):
        LibreTranslate(service.address, "").translate([long.lead], "en", markup=False)
    assert "svarar inte" in told(ask(staff, long))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_the_key_and_the_texts_go_nowhere_but_to_the_address_in_the_settings(
    service: Service, status: int
) -> None:
    with served() as other:
        service.languages = lambda: pointer(f"{other.address}/languages", status)
        service.answer = lambda asked: pointer(f"{other.address}/translate", status)
        machine = LibreTranslate(service.address, "nyckel")
        with pytest.raises(TranslatorError, match=f"felkod {status}"):
            machine.languages()
        with pytest.raises(TranslatorError, match=f"felkod {status}"):
            machine.translate(["Torget"], "en", markup=False)
        assert not other.asked


def test_a_service_that_is_down_is_told_of(
    service: Service, staff: Client, area: Area, settings: Any
) -> None:
    settings.TRANSLATOR_URL = "http://127.0.0.1:1"
    assert "Översättningstjänsten svarar inte. Försök igen" in told(ask(staff, area))


@pytest.mark.parametrize("told_of", [[1], {"error": "x"}, [{"code": "sv"}], None])
def test_a_list_of_languages_that_is_none(service: Service, told_of: Any) -> None:
    service.languages = lambda: in_json(told_of)
    with pytest.raises(TranslatorError, match=NONSENSE):
        LibreTranslate(service.address, "").languages()


# --- Who asks for what ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("so", "Maskinen kan inte översätta från svenska till Soomaali"),
        ("uk", "Välj vilket språk"),
        ("sv", "Välj vilket språk"),
        ("", "Välj vilket språk"),
        ("x' OR 1", "Välj vilket språk"),
    ],
)
def test_a_language_that_can_not_be_had(
    service: Service, staff: Client, area: Area, language: str, reason: str
) -> None:
    before = stored(area)
    assert reason in told(ask(staff, area, language=language))
    assert stored(area) == before


def test_no_row_is_asked_for(service: Service, staff: Client) -> None:
    assert "Kryssa för minst en rad." in told(ask(staff))


def test_only_staff_can_ask_and_only_for_what_they_may_change(
    service: Service, client: Client, area: Area, django_user_model: Any
) -> None:
    before = stored(area)
    rows = {"rows": [f"areas.area:{area.pk}"], "language": "en"}
    address = reverse("translations:translate")
    assert "/login/" in client.post(address, rows).headers["Location"]
    client.force_login(django_user_model.objects.create_user("ny", is_staff=True))
    assert client.post(address, rows).status_code == 403
    assert stored(area) == before
    assert not service.asked


def test_it_is_never_done_by_a_link(service: Service, staff: Client) -> None:
    assert staff.get(reverse("translations:translate")).status_code == 405
