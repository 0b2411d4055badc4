"""The lists of agreements and organisations, narrowed by what a reader asks for."""

import pytest
from django.test import Client
from lxml import html

from areas.models import Area
from partners.models import Organisation
from tests.conftest import make_agreement, make_organisation

pytestmark = pytest.mark.django_db
DECLARATION = "Avsiktsförklaring mellan Borås Stad och Södra Älvsborgs Sjukhus"
AGREEMENTS, ORGANISATIONS = "/samverkan/avtal/", "/samverkan/parter/"


def visit(client: Client, address: str) -> html.HtmlElement:
    response = client.get(address)
    assert response.status_code == 200
    return html.document_fromstring(response.content.decode())


def words(page: html.HtmlElement, xpath: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in page.xpath(xpath)]


def titles(page: html.HtmlElement) -> list[str]:
    return words(page, "//section[@aria-labelledby='lista']//h3/a")


@pytest.mark.parametrize(
    ("address", "found"),
    [
        (f"{AGREEMENTS}?kind=intent", [DECLARATION]),
        (f"{AGREEMENTS}?area=norrby", ["Folkhälsoavtal"]),
        (f"{AGREEMENTS}?kind=public-health&area=sjobo", ["Folkhälsoavtal"]),
        (f"{ORGANISATIONS}?kind=hospital", ["Södra Älvsborgs Sjukhus"]),
    ],
)
def test_each_answer_narrows_the_list(client: Client, address: str, found: list[str]) -> None:
    page = visit(client, address)
    assert titles(page) == found
    assert words(page, "//h2[@id='lista']")[0].startswith("1 ")


def test_an_agreement_about_several_areas_stands_once(client: Client) -> None:
    agreement = make_agreement(title="Om allt")
    agreement.areas.set(Area.objects.all())
    assert titles(visit(client, f"{AGREEMENTS}?area=hulta")) == ["Om allt"]


def test_the_choice_is_kept_and_told_in_words(client: Client) -> None:
    page = visit(client, f"{AGREEMENTS}?kind=public-health&area=norrby")
    assert page.xpath("//select/option[@selected]/@value") == ["public-health", "norrby"]
    assert words(page, "//ul[@aria-labelledby='valt']/li") == ["Folkhälsoavtal", "Norrby"]


@pytest.mark.parametrize(
    ("address", "message"),
    [
        (f"{AGREEMENTS}?kind=handslag", "Det valet finns inte. Välj något i listan."),
        (f"{AGREEMENTS}?area={'9' * 400}", "Välj ett område i listan."),
        (f"{AGREEMENTS}?area=%FF", "Välj ett område i listan."),
        (f"{ORGANISATIONS}?kind=%FF%FE", "Det valet finns inte. Välj något i listan."),
    ],
)
def test_a_wrong_value_is_explained_and_everything_shown(
    client: Client, address: str, message: str
) -> None:
    page = visit(client, address)
    assert words(page, "//*[@class='error']") == [message]
    assert page.xpath("//select[@aria-invalid='true']")
    assert titles(page) == titles(visit(client, address.partition("?")[0]))


def test_beside_a_wrong_value_the_right_one_stays_chosen(client: Client) -> None:
    page = visit(client, f"{AGREEMENTS}?kind=handslag&area=norrby")
    assert page.xpath("//select/option[@selected]/@value") == ["norrby"]


@pytest.mark.parametrize("address", [AGREEMENTS, ORGANISATIONS])
def test_nul_is_refused(client: Client, address: str) -> None:
    assert client.get(f"{address}?kind=%00").status_code == 400


@pytest.mark.parametrize(
    ("address", "count"),
    [
        (f"{AGREEMENTS}?kind=intent&area=norrby", "0 avtal"),
        (f"{ORGANISATIONS}?kind=federation", "0 organisationer"),
    ],
)
def test_no_hit_says_what_to_do(client: Client, address: str, count: str) -> None:
    Organisation.objects.filter(kind="federation").update(kind="region")
    page = visit(client, address)
    assert words(page, "//h2[@id='lista']") == [count]
    (empty,) = page.xpath("//*[@class='empty']")
    assert "Ändra ett val" in empty.text_content()
    assert empty.xpath(".//a/@href") == [address.partition("?")[0]]


def test_a_page_further_on_keeps_the_choice(client: Client) -> None:
    for _ in range(25):
        make_organisation(kind="association")
    (onwards,) = visit(client, f"{ORGANISATIONS}?kind=association").xpath("//a[@rel='next']/@href")
    last = visit(client, ORGANISATIONS + onwards)
    assert last.xpath("//select/option[@selected]/@value") == ["association"]
    assert set(words(last, "//p[@class='kind']")) == {"Förening"}


@pytest.mark.parametrize("address", [AGREEMENTS, ORGANISATIONS])
def test_search_engines_are_sent_to_the_whole_list(client: Client, address: str) -> None:
    page = visit(client, f"{address}?kind=intent")
    assert page.xpath("//link[@rel='canonical']/@href") == [f"http://testserver{address}"]
