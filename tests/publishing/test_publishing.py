"""Draft, scheduled, published, withdrawn."""

import pytest
from django.test import Client
from django.utils.translation import override
from lxml import html

from news.models import NewsItem
from tests.conftest import MAKERS, make_area, make_news, make_page, tomorrow, yesterday

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"published_at": None}, "Utkast"),
        ({"published_at": tomorrow()}, "Schemalagd"),
        ({"published_at": yesterday()}, "Publicerad"),
        ({"published_at": yesterday(), "withdrawn_at": yesterday()}, "Tillbakadragen"),
        ({"published_at": yesterday(), "withdrawn_at": tomorrow()}, "Publicerad"),
    ],
)
def test_staff_see_the_status_in_a_word(values: dict, status: str) -> None:
    item = make_news(**values)
    assert item.status == status
    assert (item in NewsItem.objects.published()) == (status == "Publicerad")


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
def test_a_withdrawn_page_says_so_and_leads_on(client: Client, language: str) -> None:
    page = make_area(withdrawn_at=yesterday())
    with override(language):
        response = client.get(page.get_absolute_url())
    shown = html.document_fromstring(response.content.decode())
    assert response.status_code == 410
    assert shown.get("lang") == language
    assert shown.xpath("//main//a[@href]")
    assert page.title not in shown.text_content()


def test_what_was_withdrawn_before_it_was_published_was_never_there(client: Client) -> None:
    page = make_area(published_at=None, withdrawn_at=yesterday())
    assert client.get(page.get_absolute_url()).status_code == 404


def test_the_page_tells_the_day_and_the_office_but_no_person(client: Client) -> None:
    page = make_page(title="Ny sida")
    text = client.get(page.get_absolute_url()).content.decode()
    assert "Borås Stad" in text
    assert f'datetime="{page.changed_at:%Y-%m-%d}' in text


@pytest.mark.parametrize("kind", sorted(set(MAKERS) - {"arena"}))
def test_staff_reach_the_public_page_from_the_form(staff: Client, kind: str) -> None:
    page = MAKERS[kind]()
    meta = type(page)._meta
    text = staff.get(
        f"/admin/{meta.app_label}/{meta.model_name}/{page.pk}/change/"
    ).content.decode()
    assert f'href="{page.get_absolute_url()}"' in text
