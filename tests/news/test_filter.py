"""The list of news, narrowed by what a reader asks for."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from lxml import html

from areas.models import Area
from news.models import NewsItem
from tests.conftest import make_area, make_news

pytestmark = pytest.mark.django_db
HUGE = "9" * 400


def visit(client: Client, query: str, path: str = "/nyheter/") -> html.HtmlElement:
    response = client.get(f"{path}?{query}")
    assert response.status_code == 200
    return html.document_fromstring(response.content.decode())


def words(page: html.HtmlElement, xpath: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in page.xpath(xpath)]


def titles(page: html.HtmlElement) -> list[str]:
    return words(page, "//section[@aria-labelledby='lista']//h3/a")


def heading(page: html.HtmlElement) -> str:
    return words(page, "//h2[@id='lista']")[0]


def chosen(page: html.HtmlElement) -> dict[str, str]:
    """What stands chosen in each menu that does not stand on all."""
    menus = {
        menu.get("name"): menu.xpath("option[@selected]/@value") for menu in page.iter("select")
    }
    return {name: values[0] for name, values in menus.items() if values and values[0]}


@pytest.fixture
def told() -> None:
    """Three pieces of news of 2015 and 2016, one of them about Norrby."""
    make_news(title="Om Norrby", dated_at=datetime(2015, 5, 1, tzinfo=UTC)).areas.add(
        Area.objects.get(slug="norrby")
    )
    make_news(title="Femton", dated_at=datetime(2015, 6, 1, tzinfo=UTC), kind="press-release")
    make_news(title="Sexton", dated_at=datetime(2016, 6, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=news", ["Sexton", "Om Norrby"]),
        ("area=norrby", ["Om Norrby"]),
        ("year=2015", ["Femton", "Om Norrby"]),
        ("kind=press-release&year=2015", ["Femton"]),
        ("kind=news&area=norrby&year=2015", ["Om Norrby"]),
    ],
)
def test_each_answer_narrows_the_list(
    client: Client, told: None, query: str, found: list[str]
) -> None:
    assert titles(visit(client, query)) == found


def test_answers_that_are_left_out_ask_for_all(client: Client, told: None) -> None:
    assert titles(visit(client, "kind=&area=&year=")) == titles(visit(client, ""))
    assert len(titles(visit(client, ""))) == 4


def test_the_first_minute_of_a_year_belongs_to_it_in_swedish_time(client: Client) -> None:
    make_news(title="Nyår", dated_at=datetime(2017, 12, 31, 23, 30, tzinfo=UTC))
    assert titles(visit(client, "year=2018")) == ["Nyår"]


def test_the_years_to_choose_are_those_with_news(client: Client, told: None) -> None:
    make_news(published_at=None, dated_at=datetime(1999, 1, 1, 12, tzinfo=UTC))
    assert words(visit(client, ""), "//select[@name='year']/option") == [
        "Alla år",
        "2016",
        "2015",
        "2013",
    ]


def test_an_area_that_is_a_draft_can_not_be_chosen(client: Client) -> None:
    hidden = make_area(published_at=None, title="Hemligheten")
    page = visit(client, f"area={hidden.slug}")
    assert "Hemligheten" not in page.text_content()
    assert "Välj ett område i listan." in page.text_content()


def test_the_choice_is_kept_and_told_in_words(client: Client, told: None) -> None:
    page = visit(client, "kind=news&area=norrby&year=2015")
    assert chosen(page) == {"kind": "news", "area": "norrby", "year": "2015"}
    assert words(page, "//ul[@aria-labelledby='valt']/li") == ["Nyhet", "Norrby", "2015"]
    assert page.xpath("//section[@aria-labelledby='lista']//a[@href='/nyheter/']")


def test_the_choices_are_in_the_language_of_the_reader(client: Client) -> None:
    page = visit(client, "kind=press-release", "/en/news/")
    assert words(page, "//select[@name='kind']/option[@selected]") == ["Press release"]
    assert page.xpath("//form/@action") == ["/en/news/#lista"]


@pytest.mark.parametrize(("query", "count"), [("year=2016", "1 nyhet"), ("year=2015", "2 nyheter")])
def test_the_hits_are_counted_in_words(client: Client, told: None, query: str, count: str) -> None:
    assert heading(visit(client, query)) == count


def test_no_hit_says_what_to_do(client: Client, told: None) -> None:
    page = visit(client, "kind=press-release&year=2016")
    assert heading(page) == "0 nyheter"
    (empty,) = page.xpath("//*[@class='empty']")
    assert "Ändra ett val" in empty.text_content()
    assert empty.xpath(".//a/@href") == ["/nyheter/"]


def test_an_empty_list_does_not_blame_the_reader(client: Client) -> None:
    NewsItem.objects.all().delete()
    assert words(visit(client, ""), "//*[@class='empty']") == ["Inga nyheter är inlagda än."]


@pytest.mark.parametrize(
    ("name", "wrong", "message"),
    [
        ("kind", "rykte", "Det valet finns inte."),
        ("area", "månen", "Välj ett område i listan."),
        ("area", "%FF%FE", "Välj ett område i listan."),
        ("year", HUGE, "Det valet finns inte."),
        ("year", "-1", "Det valet finns inte."),
        ("year", "i+fjol", "Det valet finns inte."),
    ],
)
def test_a_wrong_value_is_explained_where_it_stands(
    client: Client, told: None, name: str, wrong: str, message: str
) -> None:
    page = visit(client, f"{name}={wrong}")
    field = page.get_element_by_id(f"id_{name}")
    assert field.get("aria-invalid") == "true"
    error = page.get_element_by_id(field.get("aria-describedby").split()[0])
    assert message in error.text_content()
    assert len(titles(page)) == 4
    assert "Rätta det som är markerat" in page.text_content()


def test_beside_a_wrong_value_the_right_ones_stay_chosen(client: Client, told: None) -> None:
    page = visit(client, f"kind=news&area=norrby&year={HUGE}")
    assert chosen(page) == {"kind": "news", "area": "norrby"}


def test_a_page_further_on_keeps_the_choice(client: Client) -> None:
    norrby = Area.objects.get(slug="norrby")
    for _ in range(21):
        make_news().areas.add(norrby)
    page = visit(client, "kind=news&area=norrby")
    assert heading(page) == "21 nyheter"
    (onwards,) = page.xpath("//a[@rel='next']/@href")
    last = visit(client, onwards.removeprefix("?"))
    assert chosen(last) == {"kind": "news", "area": "norrby"}
    assert len(titles(last)) == 1


def test_search_engines_are_sent_to_the_whole_list(client: Client) -> None:
    page = visit(client, "kind=news&area=norrby")
    assert page.xpath("//link[@rel='canonical']/@href") == ["http://testserver/nyheter/"]
