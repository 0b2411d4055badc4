"""Names stand in the order of the reader's alphabet, on every database."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils.translation import override
from lxml import html

from languages.sorting import alphabetical
from languages.translated import State
from partners.models import Organisation
from tests.conftest import LANGUAGES, make_area, make_organisation

pytestmark = pytest.mark.django_db

NORDIC = ["Örby", "östra", "Ärla", "Åsa", "Zeta", "École", "Ek", "aspen"]
IN_ORDER = {
    "sv": ["aspen", "École", "Ek", "Zeta", "Åsa", "Ärla", "Örby", "östra"],
    "sv-x-latt": ["aspen", "École", "Ek", "Zeta", "Åsa", "Ärla", "Örby", "östra"],
    "fi": ["aspen", "École", "Ek", "Zeta", "Åsa", "Ärla", "Örby", "östra"],
    "en": ["Ärla", "Åsa", "aspen", "École", "Ek", "Örby", "östra", "Zeta"],
    "so": ["Ärla", "Åsa", "aspen", "École", "Ek", "Örby", "östra", "Zeta"],
    "ar": ["أحمد", "بيت", "تفاح", "ليلى", "هولتا", "ياسمين", "Norrby"],
}


def test_every_language_has_its_alphabet() -> None:
    assert set(IN_ORDER) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_stand_as_the_language_sorts_them(language: str) -> None:
    Organisation.objects.update(order=1)
    names = IN_ORDER[language]
    with override(language):
        for name in reversed(names):
            make_organisation(title_sv=name, title=name, order=2)
        found = Organisation.objects.filter(order=2).in_order()
        assert [it.readable_title for it in found] == names


def test_the_order_that_staff_have_set_goes_first() -> None:
    first, last = make_organisation(title="Ö", order=5), make_organisation(title="A", order=6)
    found = Organisation.objects.filter(pk__in=[first.pk, last.pk]).in_order()
    assert list(found) == [first, last]


def test_a_name_is_sorted_as_it_is_read(settings: Any) -> None:
    """What can't be read in the language stands by its Swedish name, which is what is shown."""
    settings.REVIEW_FIRST = ["en"]
    half = make_organisation(title_sv="Anka", title_en="Zebra", lead_sv="Ingen översatt ingress")
    waiting = make_organisation(title_sv="Bi", title_en="Yak")
    waiting.confirm("en", State.MACHINE)
    waiting.save()
    whole = make_organisation(title_sv="Älg", title_en="Cod")
    with override("en"):
        found = Organisation.objects.filter(pk__in=[half.pk, waiting.pk, whole.pk])
        shown = [it.readable_title for it in found.order_by(alphabetical("title"))]
    assert shown == ["Anka", "Bi", "Cod"]


def test_the_list_of_organisations_and_the_menu_of_areas_are_in_order(client: Client) -> None:
    for name in ("Östra", "Åsa", "Zeta"):
        make_organisation(title=name, order=900)
        make_area(title=name, order=900)
    page = html.document_fromstring(client.get("/samverkan/parter/").content.decode())
    assert page.xpath("//section[@aria-labelledby='lista']//h3/a/text()")[-3:] == [
        "Zeta",
        "Åsa",
        "Östra",
    ]
    for address in ("/insatser/", "/nyheter/"):
        form = html.document_fromstring(client.get(address).content.decode())
        options = form.xpath("//select[@name='area']/option/text()")
        assert [it.strip() for it in options][-3:] == ["Zeta", "Åsa", "Östra"], address


def test_the_database_itself_knows_the_alphabets() -> None:
    """Not only Django: so that the two databases are known to be asked the same question."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 'z' < 'ö' COLLATE \"sv-x-icu\", 'z' < 'ö' COLLATE \"en-x-icu\"")
        assert [bool(it) for it in cursor.fetchone()] == [True, False]
