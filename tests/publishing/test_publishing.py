"""Draft, scheduled, published, withdrawn."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils.formats import date_format
from django.utils.translation import override
from lxml import html

from news.models import NewsItem
from publishing.models import Office
from tests.conftest import (
    MAKERS,
    make_area,
    make_news,
    make_page,
    make_report,
    recently,
    tomorrow,
    yesterday,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"published_at": None}, "Utkast"),
        ({"published_at": tomorrow()}, "Schemalagd"),
        ({"published_at": yesterday()}, "Publicerad"),
        ({"published_at": yesterday(), "withdrawn_at": recently()}, "Tillbakadragen"),
        ({"published_at": yesterday(), "withdrawn_at": tomorrow()}, "Publicerad"),
    ],
)
def test_staff_see_the_status_in_a_word(values: dict, status: str) -> None:
    item = make_news(**values)
    assert item.status == status
    assert (item in NewsItem.objects.published()) == (status == "Publicerad")


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
def test_a_withdrawn_page_says_so_and_leads_on(client: Client, language: str) -> None:
    page = make_area(withdrawn_at=recently())
    with override(language):
        response = client.get(page.get_absolute_url())
    shown = html.document_fromstring(response.content.decode())
    assert response.status_code == 410
    assert shown.get("lang") == language
    assert shown.xpath("//main//a[@href]")
    assert page.title not in shown.text_content()


@pytest.mark.parametrize("published_at", [None, tomorrow()])
def test_what_was_never_published_was_never_there(client: Client, published_at: Any) -> None:
    page = make_area(published_at=published_at, withdrawn_at=recently())
    assert client.get(page.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("published_at", [None, tomorrow()])
def test_a_withdrawal_that_can_not_work_is_refused(published_at: Any) -> None:
    page = make_area(published_at=published_at, withdrawn_at=recently())
    with pytest.raises(ValidationError, match="publicerats först"):
        page.full_clean()


@pytest.mark.parametrize("year", [1, 1899, 2200, 9999])
def test_a_time_that_no_database_can_give_back_is_refused(year: int) -> None:
    page = make_area()
    page.published_at = datetime(year, 1, 2, tzinfo=UTC)
    with pytest.raises(ValidationError, match="Året måste"):
        page.full_clean()


def test_staff_see_what_a_page_waits_for() -> None:
    report = make_report(area=make_area(published_at=None))
    assert report.status == "Väntar på annat som inte är publicerat"


def test_the_page_tells_the_day_and_the_office_but_no_person(staff: Client) -> None:
    office = Office.objects.create(title="Kulturförvaltningen")
    page = make_page(office=office)
    address = f"/admin/pages/page/{page.pk}/change/"
    form = html.document_fromstring(staff.get(address).content.decode()).get_element_by_id(
        "page_form"
    )
    staff.post(address, dict(form.form_values()) | {"lead_sv": "Ändrad"})
    shown = html.document_fromstring(staff.get(page.get_absolute_url()).content.decode())
    meta = shown.xpath("//footer[contains(@class, 'meta')]")[0].text_content()
    assert "Kulturförvaltningen" in meta
    assert date_format(page.changed_at, "DATE_FORMAT") in meta
    assert "staff" not in shown.text_content()


def test_an_address_chosen_by_staff_picks_no_template(client: Client) -> None:
    page = make_page(slug="braid_across")
    assert "<html" in client.get(page.get_absolute_url()).content.decode()


@pytest.mark.parametrize("kind", sorted(set(MAKERS) - {"arena"}))
def test_staff_reach_the_public_page_from_the_form(staff: Client, kind: str) -> None:
    page = MAKERS[kind]()
    meta = type(page)._meta
    text = staff.get(
        f"/admin/{meta.app_label}/{meta.model_name}/{page.pk}/change/"
    ).content.decode()
    assert f'href="{page.get_absolute_url()}"' in text
