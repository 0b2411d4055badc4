"""A page is read whole in one language, and says which."""

from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override
from lxml import html
from modeltranslation.utils import build_localized_fieldname

from areas.models import Arena
from languages.translated import State
from publishing.models import Contact, Office
from tests.conftest import LANGUAGES, make_area, make_news

pytestmark = pytest.mark.django_db

FIELDS = ("title", "lead", "body")


def marked(languages: list[str], fields: tuple[str, ...] = FIELDS) -> dict[str, str]:
    """Texts that tell which language and field they are, such as [ar:title]."""
    return {
        build_localized_fieldname(field, code): f"[{code}:{field}]"
        for code in languages
        for field in fields
    }


def read(client: Client, page: Any, language: str) -> html.HtmlElement:
    with override(language):
        return html.document_fromstring(client.get(page.get_absolute_url()).content.decode())


def languages_of_marks(page: html.HtmlElement) -> dict[str, str]:
    """Each marked text with the language that the markup gives it."""
    found = {}
    for element in page.iter():
        if isinstance(element.tag, str) and (element.text or "").strip().startswith("["):
            nearest = element.xpath("ancestor-or-self::*[@lang][1]/@lang")
            found[element.text.strip()] = nearest[-1]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translated_page_is_whole_in_its_language(client: Client, language: str) -> None:
    page = make_area(**marked(LANGUAGES))
    marks = languages_of_marks(read(client, page, language))
    assert {f"[{language}:title]", f"[{language}:lead]"} <= set(marks)
    assert all(mark.startswith(f"[{lang}:") for mark, lang in marks.items())


@pytest.mark.parametrize("language", ["en", "ar", "so"])
def test_a_page_with_one_text_missing_is_whole_in_swedish(client: Client, language: str) -> None:
    page = make_area(**marked(["sv"]), **marked([language], ("title", "lead")))
    shown = read(client, page, language)
    marks = languages_of_marks(shown)
    assert {"[sv:title]", "[sv:lead]"} <= set(marks)
    assert set(marks.values()) == {"sv"}
    assert shown.get("lang") == language
    article = shown.find(".//main//article")
    assert (article.get("lang"), article.get("dir")) == ("sv", "ltr")
    title = shown.find("head/title")
    assert title.get("lang") == "sv"
    assert shown.xpath("//*[contains(@class, 'notice')]")


def test_a_page_in_swedish_points_search_engines_at_swedish(client: Client) -> None:
    page = make_area(title="Bara svenska")
    shown = read(client, page, "en")
    swedish = f"http://testserver/omraden/{page.slug}/"
    assert shown.xpath("//link[@rel='canonical']/@href") == [swedish]
    links = shown.xpath("//link[@rel='alternate'][@hreflang]")
    assert {link.get("hreflang") for link in links} == {"sv", "x-default"}


def test_lists_say_what_is_in_swedish_only(client: Client) -> None:
    make_news(title="Endast svenska")
    with override("en"):
        page = html.document_fromstring(client.get("/en/news/").content.decode())
    link = page.xpath("//main//a[contains(., 'Endast svenska')]")[0]
    assert link.get("lang") == "sv"
    assert "(in Swedish)" in link.getparent().getparent().text_content()


def test_a_machine_translation_says_so_until_a_person_has_confirmed_it(client: Client) -> None:
    page = make_area(**marked(LANGUAGES))
    page.stamp()
    page.languages["en"]["state"] = "machine"
    type(page).objects.filter(pk=page.pk).update(languages=page.languages)
    assert "machine" in read(client, page, "en").text_content()
    page.refresh_from_db()
    page.title_en = "[en:title] by hand"
    page.save()
    assert "machine" in read(client, page, "en").text_content()
    page.confirm("en", State.REVIEWED, "Anna")
    page.save()
    assert "machine" not in read(client, page, "en").text_content()


def test_a_translation_that_has_aged_says_so(client: Client) -> None:
    page = make_area(**marked(LANGUAGES))
    assert not read(client, page, "en").xpath("//*[contains(@class, 'notice')]")
    page.lead_sv = "[sv:lead] i ny lydelse"
    page.save()
    notice = read(client, page, "en").xpath("//*[contains(@class, 'notice')]")[0]
    assert "has changed since" in notice.text_content()
    page.lead_en = "[en:lead] in new words"
    page.save()
    assert not read(client, page, "en").xpath("//*[contains(@class, 'notice')]")


def test_what_belongs_to_a_page_is_marked_with_its_own_language(client: Client) -> None:
    office = Office.objects.create(title_sv="[sv:office]")
    contact = Contact.objects.create(title_sv="[sv:contact]", office=office)
    page = make_area(**marked(LANGUAGES), office=office, contact=contact)
    Arena.objects.create(area=page, title_sv="[sv:arena]", published_at=page.published_at)
    marks = languages_of_marks(read(client, page, "ar"))
    related = {"office", "contact", "arena"}
    assert related <= {mark[4:-1] for mark in marks}
    assert all(mark.startswith(f"[{language}:") for mark, language in marks.items())
