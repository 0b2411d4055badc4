"""How the API answers: who may ask, how long it may be kept, and what is said of mistakes."""

from typing import Any

import pytest
from django.test import Client

from languages.routing import path_of
from tests.conftest import LANGUAGES, make_area
from tests.open_data.conftest import Ask

pytestmark = pytest.mark.django_db

HUGE = "9" * 400
LISTS = ("areas", "arenas", "initiatives", "agreements", "indicators", "releases", "news")
ADDRESSES = ["", "openapi.json", *LISTS, "observations?report=norrby", "areas/norrby"]


@pytest.fixture
def visitor(client: Client) -> Client:
    client.raise_request_exception = False
    return client


# --- Answers -------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_can_be_kept_and_asked_for_again(client: Client, address: str) -> None:
    first = client.get(f"/api/v1/{address}")
    assert first.headers["Cache-Control"] == "public, max-age=300"
    again = client.get(
        f"/api/v1/{address}",
        headers={"If-None-Match": first.headers["ETag"], "Origin": "https://a"},
    )
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    head = client.head(f"/api/v1/{address}")
    assert head.content == b""
    for name in ("ETag", "Cache-Control", "Content-Type", "Content-Length"):
        assert head.headers[name] == first.headers[name], name


def test_an_answer_is_another_when_something_has_changed(client: Client) -> None:
    before = client.get("/api/v1/areas").headers["ETag"]
    make_area()
    assert client.get("/api/v1/areas", headers={"If-None-Match": before}).status_code == 200


@pytest.mark.parametrize("address", [*ADDRESSES, "areas/finns-inte", "areas?page=0"])
def test_no_answer_sets_a_cookie_or_depends_on_one(client: Client, address: str) -> None:
    response = client.get(f"/api/v1/{address}")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("address", ["/api/v1/areas", "/en/api/v1/", "/api/v1/finns-inte"])
def test_the_scripts_of_any_site_may_read(client: Client, address: str) -> None:
    origin = {"Origin": "https://partner.example"}
    response = client.get(address, headers=origin)
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "link" in response.headers["Access-Control-Expose-Headers"]
    asks_first = origin | {"Access-Control-Request-Method": "GET"}
    leave = client.options(address, headers=asks_first)
    assert leave.status_code == 200
    assert leave.headers["Access-Control-Allow-Origin"] == "*"
    assert leave.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "if-none-match" in leave.headers["Access-Control-Allow-Headers"]


@pytest.mark.parametrize(
    ("address", "is_open"),
    [
        ("/kunskapsunderlag/norrby/2026-1/norrby-2026-1.sv.csv-metadata.json", True),
        ("/datasets/dcat", True),
        ("/kunskapsunderlag/flode.json", True),
        ("/kunskapsunderlag/norrby/flode.json", True),
        ("/fi/tietopaketit/norrby/syote.json", True),
        ("/kunskapsunderlag/schema/release-1.json", True),
        ("/insatser/kalender.ics", True),
        ("/ar/initiatives/kalender.ics", True),
        ("/", False),
        ("/admin/login/", False),
        ("/admin/finns-inte.json", False),
        ("/uppladdat/finns-inte.json", False),
        ("/kunskapsunderlag/norrby/2026-1/", False),
    ],
)
def test_only_open_data_is_open_to_scripts(client: Client, address: str, is_open: bool) -> None:
    response = client.get(address, headers={"Origin": "https://partner.example"})
    b"".join(response)  # a file is closed when it has been read
    assert ("Access-Control-Allow-Origin" in response.headers) == is_open


# --- Mistakes ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("finns-inte", 404),
        ("areas/", 404),
        ("areas/norrby/", 404),
        ("areas/finns-inte", 404),
        (f"areas/{'a' * 3000}", 422),
        ("areas/%00", 400),
        ("areas/%FF", 404),
        ("areas?kind=%00", 400),
        ("areas?%00=1", 400),
        ("areas?kind=%FF%FE", 422),
        ("areas?kind=", 422),
        ("areas?page=0", 422),
        ("areas?page=-1", 422),
        ("areas?page=1.5", 422),
        ("areas?page=abc", 422),
        ("areas?page=1e3", 422),
        (f"areas?page={HUGE}", 422),
        ("areas?page=99999", 404),
        ("areas?per_page=101", 422),
        ("areas?per_page=1&per_page=2", 422),
        ("areas?kynd=priority", 422),
        ("arenas?area=månen", 422),
        ("arenas?area=manen", 404),
        (f"arenas/{HUGE}", 422),
        ("arenas/0", 422),
        ("initiatives?age=121", 422),
        ("indicators?report=finns-inte", 404),
        ("indicators?is_example=kanske", 422),
        ("indicators/finns-inte", 404),
        ("releases/norrby/1999-1", 404),
        ("releases/norrby", 404),
        ("observations", 422),
        ("observations?report=finns-inte", 404),
        ("observations?report=norrby&release=1999-1", 404),
        ("observations?report=norrby&indicator=finns-inte", 404),
        ("observations?report=norrby&territory=finns-inte", 404),
        ("observations?report=norrby&sex=x", 422),
        ("observations?report=norrby&year=20266", 422),
        ("news?year=99999999999", 422),
        (f"news?{'&'.join(f'a{n}=1' for n in range(5001))}", 400),
    ],
)
def test_a_mistake_is_a_problem_with_the_right_status(
    visitor: Client, ask: Ask, address: str, status: int
) -> None:
    problem = ask(address, status)
    assert problem["status"] == status
    assert problem["type"] == f"http://testserver/oppna-data/api/#fel-{status}"
    assert problem["title"]
    assert problem["detail"]


def test_a_mistake_is_kept_by_nobody(client: Client) -> None:
    for address in ("areas/finns-inte", "areas?page=0", "finns-inte"):
        assert client.get(f"/api/v1/{address}").headers["Cache-Control"] == "no-store"


def test_every_kind_of_problem_is_explained_where_it_points(visitor: Client) -> None:
    page = visitor.get("/oppna-data/api/").content.decode()
    for status in (400, 404, 405, 406, 410, 422, 500):
        assert f'id="fel-{status}"' in page


def test_a_mistake_tells_what_there_is_instead(ask: Ask) -> None:
    told = ask("arenas?kynd=park&page=1&page=2", 422)["errors"]
    assert [(fault["parameter"], fault.get("known")) for fault in told] == [
        ("kynd", ["page", "per_page", "area", "kind"]),
        ("page", None),
    ]
    assert ask("arenas?kind=bar", 422)["errors"] == [
        {"parameter": "kind", "detail": "Välj bland: house, park, sport, family, school."}
    ]
    assert "norrby" in ask("arenas?area=manen", 404)["errors"][0]["known"]
    assert "norrby" in ask("observations?report=manen", 404)["errors"][0]["known"]
    several = ask("observations?per_page=x&year=1", 422)["errors"]
    assert {fault["parameter"] for fault in several} == {"report", "per_page", "year"}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("address", ["/api/v1/", "/api/v1/areas", "/api/v1/finns-inte"])
def test_nothing_can_be_changed(method: str, address: str) -> None:
    client = Client(enforce_csrf_checks=True)
    response = getattr(client, method)(address)
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert response.json()["status"] == 405
    allowed = client.options(address)
    assert (allowed.status_code, allowed.headers["Allow"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("*/*", 200),
        ("application/*;q=0.1", 200),
        ("text/html, application/json", 200),
        ("text/html,application/xhtml+xml,*/*;q=0.8", 200),
        ("application/json; charset=utf-8", 200),
        ("text/html", 406),
        ("application/json;q=0", 406),
        ("application/xml, image/*", 406),
        (";;;,,/", 406),
        ("å" * 100, 406),
        ("x" * 10_000, 406),
    ],
)
def test_what_the_reader_takes_is_heeded(client: Client, accept: str, status: int) -> None:
    response = client.get("/api/v1/areas", headers={"Accept": accept})
    assert response.status_code == status


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("odd", ["finns-inte", "areas?page=x", "%00", "areas?x=%00"])
def test_a_problem_is_told_in_the_language_of_the_address(
    visitor: Client, ask: Ask, language: str, odd: str
) -> None:
    path = f"/{path_of(language)}".rstrip("/")
    response = visitor.get(f"{path}/api/v1/{odd}")
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Content-Language"] == language
    assert response.json()["type"].startswith("http://testserver/oppna-data/api/#fel-")


def test_a_crash_is_a_problem_too(visitor: Client, ask: Ask, monkeypatch: Any) -> None:
    monkeypatch.setattr("open_data.api.places.page_of", lambda *_: 1 / 0)
    problem = ask("areas", 500, language="/en")
    assert problem["title"] == "Something went wrong at our end"


def test_a_foreign_host_is_a_problem_too(visitor: Client) -> None:
    response = visitor.get("/api/v1/areas", headers={"host": "evil.example"})
    assert (response.status_code, response.json()["status"]) == (400, 400)
