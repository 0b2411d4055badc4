"""Staff edit in Swedish, in one group of fields per language."""

from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from lxml import html
from modeltranslation.utils import build_localized_fieldname

from areas.models import Area
from pages.models import Page
from publishing.models import Office
from tests.conftest import LANGUAGES

pytestmark = pytest.mark.django_db

NAMES = ["Svenska", "Lätt svenska", "English", "Suomi", "العربية", "Soomaali"]
REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label_lower)


def page_at(client: Client, address: str) -> html.HtmlElement:
    response = client.get(address)
    assert response.status_code == 200, address
    return html.document_fromstring(response.content.decode())


def filled(form: html.HtmlElement) -> dict[str, Any]:
    return dict(form.form_values())


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label_lower)
def test_every_list_and_form_opens(staff: Client, model: Any) -> None:
    base = f"/admin/{model._meta.app_label}/{model._meta.model_name}"
    if page_at(staff, f"{base}/?q=a").xpath("//ul[@class='object-tools']//a[@class='addlink']"):
        page_at(staff, f"{base}/add/")
    if first := model._default_manager.first():
        page_at(staff, f"{base}/{first.pk}/change/")


def test_the_admin_speaks_swedish_whatever_the_browser_asks(staff: Client) -> None:
    response = staff.get("/admin/", headers={"accept-language": "en"})
    page = html.document_fromstring(response.content.decode())
    assert page.get("lang") == "sv"
    assert "Borås Hälsa" in page.text_content()
    assert "Områden" in page.text_content()


def test_each_language_is_a_group_of_its_own(staff: Client) -> None:
    area = Area.objects.get(slug="norrby")
    page = page_at(staff, f"/admin/areas/area/{area.pk}/change/")
    groups = page.xpath("//fieldset[contains(@class, 'language')]")
    assert [group.xpath(".//h2")[0].text_content().strip() for group in groups] == NAMES
    for code, group in zip(LANGUAGES, groups, strict=True):
        name = build_localized_fieldname("title", code)
        title = group.xpath(f".//*[@name='{name}']")[0]
        assert title.get("lang") == code
        assert title.get("dir") == ("rtl" if code == "ar" else "ltr")


def test_an_edit_is_seen_by_readers(staff: Client) -> None:
    area = Area.objects.get(slug="norrby")
    address = f"/admin/areas/area/{area.pk}/change/"
    form = page_at(staff, address).get_element_by_id("area_form")
    response = staff.post(address, filled(form) | {"title_sv": "Nya Norrby", "lead_so": "Cusub"})
    assert response.status_code == 302
    assert "Nya Norrby" in staff.get("/omraden/norrby/").content.decode()
    area.refresh_from_db()
    assert area.languages["so"]["state"] == "machine"
    assert area.languages["en"]["state"] == "machine"


def test_a_page_without_a_swedish_title_is_refused_and_nothing_is_lost(staff: Client) -> None:
    office = Office.objects.first()
    typed = {"title_sv": "", "title_en": "Only English", "slug": "x", "office": office.pk}
    response = staff.post("/admin/pages/page/add/", typed)
    page = html.document_fromstring(response.content.decode())
    assert response.status_code == 200
    assert page.xpath("//*[@name='title_en']/@value") == ["Only English"]
    assert page.xpath("//ul[contains(@class, 'errorlist')]")
    assert not Page.objects.filter(slug="x").exists()


def test_a_page_that_the_site_links_to_everywhere_cannot_be_deleted(staff: Client) -> None:
    page = Page.objects.get(slug="tillganglighet")
    assert staff.post(f"/admin/pages/page/{page.pk}/delete/", {"post": "yes"}).status_code == 403
    form = page_at(staff, f"/admin/pages/page/{page.pk}/change/")
    assert not form.xpath("//*[@name='slug']")


def test_what_is_in_use_is_not_deleted_and_its_uses_are_listed(staff: Client) -> None:
    area = Area.objects.get(slug="norrby")
    text = staff.get(f"/admin/areas/area/{area.pk}/delete/").content.decode()
    assert "Norrbyhuset" in text
    staff.post(f"/admin/areas/area/{area.pk}/delete/", {"post": "yes"})
    assert Area.objects.filter(pk=area.pk).exists()


def test_visitors_are_asked_to_sign_in(client: Client) -> None:
    response = client.get("/admin/areas/area/")
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/admin/login/")
