"""Areas side by side: what to compare stands in the address."""

import pytest
from django.test import Client
from lxml import html

from reports.models import Release
from tests.reports.stored import Place, observe

pytestmark = pytest.mark.django_db

ADDRESS = "/kunskapsunderlag/jamfor/"


def read(client: Client, **asked: str) -> html.HtmlElement:
    response = client.get(ADDRESS, asked)
    assert response.status_code == 200, asked
    return html.document_fromstring(response.content.decode())


def text_of(page: html.HtmlElement) -> str:
    return " ".join(page.xpath("string(//main)").split())


def choices(page: html.HtmlElement, name: str) -> set[str]:
    return {*page.xpath(f"//select[@name='{name}']/option/@value")}


@pytest.fixture
def places() -> list[Place]:
    """Two areas with one indicator in common, and one of its own in the first."""
    first, second = Place(title="Ettby", order=1), Place(title="Tvåby", order=2)
    common = first.counted((900, 1_000), (5_900, 11_000), code="gemensamt", title="Gemensamt")
    observe(common, second.here, count=300, denominator=1_000)
    first.counted((500, 1_000), (5_500, 11_000), code="eget", title="Eget")
    for place in (first, second):
        place.give_out()
    return [first, second]


def test_without_a_choice_the_page_asks_for_one(client: Client, places: list[Place]) -> None:
    page = read(client)
    assert "Välj ett mått eller ett område." in text_of(page)
    options = page.xpath("//select[@name='indicator']/option/@value")
    assert {"gemensamt", "eget"} <= {*options}
    assert {it.report.slug for it in places} <= {
        *page.xpath("//select[@name='report']/option/@value")
    }


def test_one_indicator_in_every_area_that_has_it(client: Client, places: list[Place]) -> None:
    page = read(client, indicator="gemensamt")
    items = [" ".join(it.text_content().split()) for it in page.xpath("//ul[@class='plot']/li")]
    assert len(items) == 2
    assert "Ettby: Gemensamt Tydligt bättre" in items[0]
    assert "Ettby (stadsdel) 90 (" in items[0]
    assert "Tvåby: Gemensamt Tydligt sämre" in items[1]
    assert len(read(client, indicator="eget").xpath("//ul[@class='plot']/li")) == 1


def test_the_areas_are_drawn_on_one_axis(client: Client, places: list[Place]) -> None:
    charts = read(client, indicator="gemensamt").find_class("chart")
    ends = [tuple(text.text for text in chart.xpath(".//text")) for chart in charts]
    assert len(ends) == 2
    assert len(set(ends)) == 1
    dots = [float(chart.xpath(".//circle/@cx")[0].strip("%")) for chart in charts]
    assert dots[0] > dots[1]


def test_one_area_over_all_its_chapters(client: Client, places: list[Place]) -> None:
    text = text_of(read(client, report=places[0].report.slug))
    assert "Ettby (stadsdel) 90 (" in text
    assert "Ettby (stadsdel) 50 (" in text
    assert "Tvåby (stadsdel) 30 (" not in text


def test_both_can_be_asked_at_once(client: Client, places: list[Place]) -> None:
    text = text_of(read(client, indicator="gemensamt", report=places[0].report.slug))
    assert "Tvåby (stadsdel) 30 (" in text
    assert "Eget" in text


@pytest.mark.parametrize("choice", ["finns-inte", "x" * 3_000, "<script>", "1 OR 1"])
@pytest.mark.parametrize(
    ("name", "complaint"),
    [("indicator", "Det måttet finns inte."), ("report", "Det området finns inte.")],
)
def test_a_choice_that_does_not_exist_gets_a_clear_error(
    client: Client, places: list[Place], name: str, complaint: str, choice: str
) -> None:
    page = read(client, **{name: choice})
    assert complaint in text_of(page)
    assert "Rätta det som är markerat i formuläret." in text_of(page)
    assert page.xpath(f"//select[@name='{name}']/@aria-invalid") == ["true"]


def test_a_wrong_choice_beside_a_right_one_shows_neither_in_part(
    client: Client, places: list[Place]
) -> None:
    page = read(client, indicator="gemensamt", report="finns-inte")
    assert not page.xpath("//ul[@class='plot']")


def test_only_the_newest_release_is_compared(client: Client, places: list[Place]) -> None:
    figure = places[0].here.observations.get(indicator__code="gemensamt")
    figure.count = 800
    figure.save()
    assert "Ettby (stadsdel) 90 (" in text_of(read(client, indicator="gemensamt"))
    places[0].give_out()
    text = text_of(read(client, indicator="gemensamt"))
    assert "Ettby (stadsdel) 80 (" in text
    assert "Ettby (stadsdel) 90 (" not in text
    assert Release.objects.filter(report=places[0].report).count() == 2
