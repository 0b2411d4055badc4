"""Whatever a visitor or an editor sends, the answer is a page in their language, never a crash."""

import pytest
from django.contrib import admin
from django.test import Client
from lxml import html

from reports.models import Indicator, Territory

pytestmark = pytest.mark.django_db

HUGE = "9" * 400
ODD_ADDRESSES = [
    "/nyheter/?page=99999",
    "/nyheter/?page=0",
    "/nyheter/?page=-1",
    f"/nyheter/?page={HUGE}",
    "/nyheter/?page=abc",
    "/nyheter/?page=%00",
    "/nyheter/?page=%FF%FE",
    "/?x=%00",
    "/%00",
    "/%FF%FE",
    "/omraden/%00/",
    "/omraden/%C3%28/",
    "/omraden/norrby%00/",
    f"/omraden/{'a' * 3000}/",
    "/insatser/?area=%00&age=1",
    "/sitemap-finns-inte.xml",
    "/sitemap-area.xml?p=99999",
    "/sitemap-area.xml?p=%00",
    "/uppladdat/../../etc/passwd",
    "/uppladdat/%2e%2e/%2e%2e/manage.py",
    "/uppladdat/%00",
    "/uppladdat/image/..%2fdocument/x.pdf",
    f"/uppladdat/{'a' * 3000}",
    "/uppladdat/document/finns-inte.pdf",
    "/sv/",
    "/xx/",
    "/omraden//norrby/",
]
PREFIXES = {"": "sv", "/en": "en", "/fi": "fi", "/ar": "ar", "/so": "so"}


@pytest.fixture
def visitor(client: Client) -> Client:
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("address", ODD_ADDRESSES)
def test_an_odd_address_gets_a_plain_no(visitor: Client, address: str) -> None:
    response = visitor.get(address)
    assert 400 <= response.status_code < 500
    page = html.document_fromstring(response.content.decode())
    assert page.get("lang") == "sv"
    assert len(page.findall(".//h1")) == 1
    assert page.xpath("//main//a[@href='/']"), "no way on"


@pytest.mark.parametrize(("prefix", "language"), PREFIXES.items())
@pytest.mark.parametrize("odd", ["/finns-inte/", "/?x=%00", "/%00", "/%FF"])
def test_the_no_is_in_the_language_of_the_reader(
    visitor: Client, prefix: str, language: str, odd: str
) -> None:
    response = visitor.get(prefix + odd)
    assert response.status_code in (400, 404)
    page = html.document_fromstring(response.content.decode())
    assert page.get("lang") == language
    assert page.xpath("//meta[@name='robots'][@content='noindex']")
    assert not page.xpath("//link[@rel='canonical']")


@pytest.mark.parametrize(
    ("age", "message"), [("gammal", "siffror"), (HUGE, "mellan"), ("-1", "mellan")]
)
def test_a_wrong_age_is_explained_and_kept(visitor: Client, age: str, message: str) -> None:
    response = visitor.get("/insatser/", {"area": "norrby", "age": age})
    assert response.status_code == 200
    page = html.document_fromstring(response.content.decode())
    field = page.get_element_by_id("id_age")
    assert field.get("value") == age
    assert field.get("aria-invalid") == "true"
    assert (
        message in page.get_element_by_id(field.get("aria-describedby").split()[0]).text_content()
    )
    assert page.xpath("//select/option[@selected]/@value") == ["norrby"]


def test_an_unknown_area_is_explained(visitor: Client) -> None:
    assert "Välj ett område i listan." in visitor.get("/insatser/?area=månen").content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_are_only_read(visitor: Client, method: str) -> None:
    assert getattr(visitor, method)("/omraden/norrby/").status_code == 405


def test_a_crash_is_told_in_the_language_of_the_reader(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("areas.views.AreaDetail.related", lambda self, page: 1 / 0)
    response = visitor.get("/ar/areas/norrby/")
    assert response.status_code == 500
    assert html.document_fromstring(response.content.decode()).get("lang") == "ar"


ODD_ENDS = [
    "?published_at__year=99999999999",
    "?last_login__year=99999999999",
    "?title_sv__regex=(",
    "?languages__contains=x",
    f"?id__in={HUGE}",
    "?q=%00",
    "?p=99999",
    "?o=9.9.9",
    f"{HUGE}/change/",
    "%00/change/",
    "add/?published_at=abc",
    "finns/inte/",
]


@pytest.mark.parametrize("end", ODD_ENDS)
def test_an_odd_address_never_crashes_the_admin(staff: Client, end: str) -> None:
    staff.raise_request_exception = False
    for model in admin.site._registry:
        address = f"/admin/{model._meta.app_label}/{model._meta.model_name}/{end}"
        assert staff.get(address, follow=True).status_code < 500, address


def test_an_action_on_a_nonsensical_choice_never_crashes_the_admin(staff: Client) -> None:
    for model in admin.site._registry:
        address = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        chosen = {"action": "delete_selected", "_selected_action": "abc"}
        assert staff.post(address, chosen, follow=True).status_code < 500, address


@pytest.mark.parametrize("odd", ["\x00", "abc", "-1", "1e400", "NaN", HUGE])
@pytest.mark.parametrize(
    ("model", "field"),
    [("observation", "indicator"), ("observation", "denominator"), ("indicator", "initiatives")],
)
def test_an_odd_value_in_a_form_is_explained(
    staff: Client, model: str, field: str, odd: str
) -> None:
    staff.raise_request_exception = False
    share = Indicator.objects.create(code="andel", title="Andel", value_type="proportion")
    place = Territory.objects.first()
    sound = {"indicator": share.pk, "territory": place.pk, "sex": "all", "status": "ok", "value": 9}
    response = staff.post(f"/admin/reports/{model}/add/", sound | {field: odd})
    assert response.status_code == 200
    page = html.document_fromstring(response.content.decode())
    assert page.xpath(f"//*[contains(@class, 'field-{field}')]//*[@class='errorlist']")


def test_an_odd_cookie_is_refused(visitor: Client) -> None:
    visitor.cookies["session"] = "\x00aaaaaaaa"
    assert visitor.get("/admin/login/").status_code == 400


def test_nul_in_a_form_is_refused_with_what_was_typed_kept(staff: Client) -> None:
    typed = {"title_sv": "Nämnd\x00", "title_en": "Board"}
    response = staff.post("/admin/publishing/office/add/", typed)
    assert response.status_code == 200
    assert 'value="Board"' in response.content.decode()
