"""What a reader is told about the translation of a page, counting all that the page shows."""

from typing import Any

import pytest
from django.test import Client
from lxml import html

from languages.translated import State
from partners.models import Agreement, FocusArea
from publishing.models import Contact
from reports.models import Chapter, ReportChapter
from tests.conftest import LANGUAGES, make_agreement, make_area, make_report
from tests.languages.test_whole_pages import marked, read

pytestmark = pytest.mark.django_db

TRANSLATED = [code for code in LANGUAGES if code != "sv"]


@pytest.fixture
def agreement() -> Agreement:
    """A whole page, made by people, with a part of which the same holds."""
    made = make_agreement(**marked(LANGUAGES))
    FocusArea.objects.create(agreement=made, **marked(LANGUAGES, ("title", "text")))
    return made


def notices(page: html.HtmlElement) -> list[str]:
    return [" ".join(it.text_content().split()) for it in page.find_class("notice")]


def follow(row: Any, language: str, day: str) -> None:
    """Lets a translation be as old as the Swedish text of a day, which has changed since."""
    row.languages[language] |= {"of": "older", "dated": f"{day}T12:00:00+00:00"}
    type(row).objects.filter(pk=row.pk).update(languages=row.languages)


def make_by_machine(row: Any, language: str) -> None:
    row.languages[language]["state"] = State.MACHINE
    type(row).objects.filter(pk=row.pk).update(languages=row.languages)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_part_made_by_a_machine_is_told_of(
    client: Client, agreement: Agreement, language: str
) -> None:
    assert notices(read(client, agreement, language)) == []
    make_by_machine(agreement.focus_areas.get(), language)
    assert len(notices(read(client, agreement, language))) == 1


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_oldest_text_on_the_page_is_told_of(
    client: Client, agreement: Agreement, language: str
) -> None:
    follow(agreement, language, "2026-03-18")
    follow(agreement.focus_areas.get(), language, "2024-11-02")
    (notice,) = notices(read(client, agreement, language))
    assert "2024" in notice
    assert "2026" not in notice


def test_a_part_that_is_old_but_unchanged_is_not(client: Client, agreement: Agreement) -> None:
    part = agreement.focus_areas.get()
    part.languages["en"]["dated"] = "2020-01-01T12:00:00+00:00"
    FocusArea.objects.update(languages=part.languages)
    follow(agreement, "en", "2026-03-18")
    (notice,) = notices(read(client, agreement, "en"))
    assert "18 March 2026" in notice


def test_a_part_told_in_swedish_is_marked_and_not_counted(
    client: Client, agreement: Agreement
) -> None:
    part = agreement.focus_areas.get()
    follow(part, "en", "2024-11-02")
    FocusArea.objects.update(text_en="")
    page = read(client, agreement, "en")
    assert notices(page) == []
    assert page.xpath("//*[@lang='sv']//*[. = '[sv:title]']")


def test_what_a_part_stands_on_is_counted_too(client: Client) -> None:
    report = make_report(area=make_area(), **marked(LANGUAGES))
    chapter = Chapter.objects.create(**marked(LANGUAGES, ("title",)))
    ReportChapter.objects.create(report=report, chapter=chapter, **marked(LANGUAGES, ("body",)))
    make_by_machine(chapter, "fi")
    assert len(notices(read(client, report, "fi"))) == 1
    assert notices(read(client, report, "en")) == []


def test_easy_swedish_stands_first_among_the_translations(client: Client, settings: Any) -> None:
    settings.LANGUAGES = sorted(settings.LANGUAGES, key=lambda it: it[0] == "sv-x-latt")
    page = make_area(**marked(["sv", "sv-x-latt", "en", "so"]))
    links = read(client, page, "ar").find_class("notice")[0].findall(".//li/a")
    assert [link.get("hreflang") for link in links] == ["sv-x-latt", "en", "so"]
    assert links[0].get("href") == f"/latt/omraden/{page.slug}/"
    assert links[0].text == "Lätt svenska"


def test_a_page_in_swedish_only_says_so(client: Client) -> None:
    (notice,) = read(client, make_area(**marked(["sv"])), "en").find_class("notice")
    assert not notice.findall(".//a")


def test_cards_say_what_is_in_swedish_only(client: Client) -> None:
    contact = Contact.objects.create(title_sv="Folkhälsoplanerare", office_id=1)
    page = make_area(**marked(LANGUAGES), contact=contact)
    page.arenas.create(title_sv="Norrbyhuset", published_at=page.published_at)
    shown = read(client, page, "en")
    for name in ("Norrbyhuset", "Folkhälsoplanerare"):
        (heading,) = shown.xpath(f"//h3[contains(., '{name}')]")
        assert heading.xpath("string(*[@lang='sv'])") == name
        assert "(in Swedish)" in heading.text_content()
