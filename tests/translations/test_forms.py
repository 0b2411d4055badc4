"""Beside each translation staff see its Swedish source, and they say what an edit means."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from initiatives.models import Initiative, Occasion
from languages.models import SourceText
from languages.translated import SOURCE, State
from tests.conftest import make_initiative, tomorrow
from translations.models import Term

pytestmark = pytest.mark.django_db

TEXTS = {
    "title_sv": "Promenad",
    "title_en": "A walk",
    "lead_sv": "Vi går varje måndag.",
    "lead_en": "We walk every Monday.",
    "body_sv": "<p>Hur folkhälsan mår.</p>",
    "body_en": "<p>How health is.</p>",
    "lead_ar": "نمشي كل اثنين.",
}


@pytest.fixture
def walk() -> Initiative:
    """Something whole in English and begun in Arabic, with one part."""
    made = make_initiative(**TEXTS)
    made.occasions.create(starts_at=tomorrow(), place_sv="Start", place_en="The start")
    return made


@pytest.fixture
def anna(staff: Client) -> Client:
    """The person in the staff browser has a name."""
    User.objects.filter(username="staff").update(first_name="Anna", last_name="Berg")
    return staff


def address(walk: Initiative) -> str:
    return f"/admin/initiatives/initiative/{walk.pk}/change/"


def page_of(client: Client, walk: Initiative) -> html.HtmlElement:
    response = client.get(address(walk))
    assert response.status_code == 200
    return html.document_fromstring(response.content.decode())


def save(client: Client, walk: Initiative, **typed: Any) -> Any:
    """Fills in the form as a person does, and sends it."""
    form = page_of(client, walk).get_element_by_id("initiative_form")
    typed = {name.replace("__", "-"): value for name, value in typed.items()}
    return client.post(address(walk), dict(form.form_values()) | typed)


def saved(client: Client, walk: Initiative, **typed: Any) -> tuple[Initiative, Occasion]:
    """The page and its part, after a form was sent."""
    assert save(client, walk, **typed).status_code == 302
    return Initiative.objects.get(pk=walk.pk), walk.occasions.get()


def about(page: html.HtmlElement, field: str) -> str:
    """What stands beside a field."""
    help_text = page.get_element_by_id(f"id_{field}_helptext")
    return " ".join(help_text.text_content().split())


# --- The source beside the field -------------------------------------------------------------


def test_the_swedish_text_of_today_stands_beside_its_translation(
    staff: Client, walk: Initiative
) -> None:
    page = page_of(staff, walk)
    assert "Vi går varje måndag." in about(page, "lead_en")
    assert "Vi går varje måndag." in about(page, "lead_ar")
    assert "Start" in about(page, "occasions-0-place_en")
    assert "följer" not in about(page, "lead_en").replace("följer efter fältet", "")
    assert not page.xpath("//*[@id='id_lead_sv_helptext']//*[@class='source']")


def test_swedish_in_an_arabic_field_keeps_its_language_and_direction(
    staff: Client, walk: Initiative
) -> None:
    field = page_of(staff, walk).get_element_by_id("id_lead_ar_helptext")
    source = field.xpath(".//*[@class='source']")[0]
    assert (source.get("lang"), source.get("dir")) == ("sv", "ltr")


def test_a_rich_text_is_shown_as_words(staff: Client, walk: Initiative) -> None:
    Initiative.objects.update(body_sv="<p>Ett <script>alert(1)</script></p><p>två &lt;b&gt;</p>")
    source = page_of(staff, walk).get_element_by_id("id_body_en_helptext")
    assert not source.xpath(".//script | .//b[not(@lang)]")
    assert source.xpath(".//*[@class='source-text']")[0].text.split("\n")[1] == "två <b>"


def test_a_translation_out_of_date_shows_what_has_changed_since(
    staff: Client, walk: Initiative
) -> None:
    walk.lead_sv = "Vi går varje tisdag."
    walk.save()
    page = page_of(staff, walk)
    told = about(page, "lead_en")
    assert "Översättningen följer den svenska texten från" in told
    assert "Borttaget: måndag. Tillagt: tisdag." in told
    field = page.get_element_by_id("id_lead_en_helptext")
    assert field.xpath(".//del/text()") == ["måndag."]
    assert field.xpath(".//ins/text()") == ["tisdag."]
    assert field.xpath(".//details[@open][.//del]")
    assert "Orden just här är desamma" in about(page, "title_en")


def test_a_long_text_is_folded(staff: Client, walk: Initiative) -> None:
    walk.lead_sv = "Vi går. " * 50
    walk.save()
    SourceText.objects.all().delete()
    page = page_of(staff, walk)
    folded = page.xpath("//*[@id='id_lead_en_helptext']//details[not(@open)]")
    assert "Vi går." in folded[0].text_content()
    assert "finns inte kvar att jämföra med" in about(page, "lead_en")


def test_a_text_that_is_gone_in_swedish_is_told_of(staff: Client, walk: Initiative) -> None:
    walk.lead_sv = ""
    walk.save()
    told = about(page_of(staff, walk), "lead_en")
    assert "Borttaget: Vi går varje måndag." in told
    assert "På svenska finns ingen text här i dag." in told


def test_words_of_the_glossary_stand_beside_the_field(staff: Client, walk: Initiative) -> None:
    Term.objects.create(title_sv="hur", title_fi="miten")
    page = page_of(staff, walk)
    told = about(page, "body_en")
    assert "folkhälsa public health Hur människor mår i hela befolkningen." in told
    assert "miten" not in told
    word = page.xpath("//*[@id='id_body_ar_helptext']//dd/b")[0]
    assert (word.get("lang"), word.get("dir")) == ("ar", "rtl")
    assert "public health" not in about(page, "lead_en")


def test_a_field_is_described_by_a_line_and_not_by_the_whole_text(
    staff: Client, walk: Initiative
) -> None:
    page = page_of(staff, walk)
    described = page.get_element_by_id("id_lead_en").get("aria-describedby")
    assert described == "id_lead_en_about"
    assert "Vi går" not in page.get_element_by_id(described).text_content()
    own_help = page.get_element_by_id("id_audience_sv").get("aria-describedby")
    assert own_help == "id_audience_sv_helptext"


def test_a_form_asks_once_for_the_glossary_and_once_a_row_for_old_texts(
    staff: Client, walk: Initiative
) -> None:
    walk.title_sv, walk.lead_sv, walk.body_sv = "Ny", "Ny", "Ny"
    walk.save()
    with CaptureQueriesContext(connection) as queries:
        page_of(staff, walk)
    asked = [query["sql"] for query in queries]
    assert sum('FROM "translations_term"' in sql for sql in asked) == 1
    assert sum('FROM "languages_sourcetext"' in sql for sql in asked) == 1


# --- Minor edits -----------------------------------------------------------------------------

CHANGED = {"lead_sv": "Vi går varje måndag!", "occasions__0__place_sv": "Starten"}


def test_after_a_change_the_translations_are_out_of_date(staff: Client, walk: Initiative) -> None:
    page, part = saved(staff, walk, **CHANGED)
    assert page.is_out_of_date_in("en")
    assert part.is_out_of_date_in("en")


def test_after_a_minor_edit_the_translations_still_hold(staff: Client, walk: Initiative) -> None:
    page, part = saved(staff, walk, **CHANGED, minor_edit="on")
    assert (page.lead_sv, part.place_sv) == ("Vi går varje måndag!", "Starten")
    assert not page.is_out_of_date_in("en")
    assert not part.is_out_of_date_in("en")


def test_a_minor_edit_does_not_make_an_old_translation_new(staff: Client, walk: Initiative) -> None:
    saved(staff, walk, **CHANGED)
    page, part = saved(staff, walk, lead_sv="Vi går på måndagar!", minor_edit="on")
    assert page.is_out_of_date_in("en")
    assert part.is_out_of_date_in("en")


def test_saving_without_a_change_loses_nothing_of_what_is_known(
    staff: Client, walk: Initiative
) -> None:
    walk.confirm("en", State.REVIEWED, by="Eva Ek")
    walk.save()
    before = walk.languages
    page, _ = saved(staff, walk)
    assert page.languages == before
    page, _ = saved(staff, walk, order="7")
    assert page.languages == before


# --- Reviews ---------------------------------------------------------------------------------


def test_a_review_tells_who_and_when_of_the_page_and_its_parts(
    anna: Client, walk: Initiative
) -> None:
    saved(anna, walk, **CHANGED)
    for row in saved(anna, walk, reviewed="en"):
        assert row.languages["en"]["state"] == State.REVIEWED
        assert row.languages["en"]["by"] == "Anna Berg"
        assert row.languages["en"]["at"]
        assert not row.is_out_of_date_in("en")
    states = page_of(anna, walk).xpath("//ul[@class='translation-states']/li[.//*[@lang='en']]")
    assert "Granskad av Anna Berg" in " ".join(states[0].text_content().split())


def test_a_person_without_a_name_is_known_by_the_account(staff: Client, walk: Initiative) -> None:
    page, _ = saved(staff, walk, reviewed="en")
    assert page.languages["en"]["by"] == "staff"


def test_a_text_that_is_changed_later_is_no_longer_reviewed(
    staff: Client, walk: Initiative
) -> None:
    saved(staff, walk, reviewed="en")
    page, part = saved(staff, walk, lead_en="We walk on Mondays.")
    assert page.languages["en"]["state"] == State.HUMAN
    assert "by" not in page.languages["en"]
    assert part.languages["en"]["state"] == State.REVIEWED


def test_what_is_filled_in_can_be_reviewed_at_once(staff: Client, walk: Initiative) -> None:
    texts = {"title_fi": "Kävely", "lead_fi": "Kävelemme.", "body_fi": "<p>Terveys.</p>"}
    part = {"occasions__0__place_fi": "Alku"}
    for row in saved(staff, walk, **texts, **part, reviewed="fi"):
        assert row.languages["fi"]["state"] == State.REVIEWED


def test_a_new_part_that_is_not_translated_is_left_and_told_of(
    staff: Client, walk: Initiative
) -> None:
    starts_at = {"starts_at_0": "2030-05-01", "starts_at_1": "10:00"}
    new = {"initiative": walk.pk, "place_sv": "Mål", **starts_at}
    typed = {f"occasions__1__{name}": value for name, value in new.items()}
    response = save(staff, walk, **typed, occasions__TOTAL_FORMS="2", reviewed="en")
    assert response.status_code == 302
    told = [str(message) for message in staff.get(address(walk)).context["messages"]]
    assert "English: 1 av sidans delar saknar text och är inte granskade." in told
    first, added = walk.occasions.order_by("pk")
    assert first.languages["en"]["state"] == State.REVIEWED
    assert "en" not in added.languages


def test_what_is_missing_cannot_be_reviewed_and_nothing_typed_is_lost(
    staff: Client, walk: Initiative
) -> None:
    response = save(staff, walk, title_ar="مشي", reviewed="ar", minor_edit="on", lead_sv="Nytt")
    page = html.document_fromstring(response.content.decode())
    assert response.status_code == 200
    error = " ".join(page.xpath("//*[contains(@class, 'field-reviewed')]//ul//li/text()"))
    assert "fyll i brödtext innan du markerar" in error
    assert page.xpath("//input[@name='title_ar']/@value") == ["مشي"]
    assert page.xpath("//input[@name='reviewed'][@checked]/@value") == ["ar"]
    assert page.xpath("//input[@name='minor_edit'][@checked]")
    assert "Vi går varje måndag." in about(page, "lead_en")
    walk.refresh_from_db()
    assert walk.title_ar in ("", None)


def test_a_part_with_nothing_in_swedish_is_no_obstacle(staff: Client, walk: Initiative) -> None:
    part = walk.occasions.get()
    part.place_sv = ""
    part.save()
    page, part = saved(staff, walk, reviewed="en")
    assert page.languages["en"]["state"] == State.REVIEWED
    assert SOURCE not in part.languages


# --- How the translations stand --------------------------------------------------------------


def test_the_form_lists_how_each_translation_stands(staff: Client, walk: Initiative) -> None:
    walk.lead_sv = "Nytt"
    walk.save()
    items = page_of(staff, walk).xpath("//ul[@class='translation-states']/li")
    told = {item.xpath(".//@lang")[0]: " ".join(item.text_content().split()) for item in items}
    assert "Inaktuell Följer den svenska texten från" in told["en"]
    assert "Översatt av en människa" in told["en"]
    assert "Saknas Några texter är ifyllda, men inte alla." in told["ar"]
    assert told["so"].endswith("Saknas")
    assert SOURCE not in told


def test_who_may_only_look_sees_the_states_and_no_choices(client: Client, walk: Initiative) -> None:
    reader = User.objects.create_user("reader", password="x", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_initiative"))
    client.force_login(reader)
    page = page_of(client, walk)
    assert page.xpath("//ul[@class='translation-states']")
    assert not page.xpath("//*[@name='reviewed' or @name='minor_edit']")


def test_what_is_new_has_no_translations_to_tell_of(staff: Client) -> None:
    response = staff.get("/admin/initiatives/initiative/add/")
    page = html.document_fromstring(response.content.decode())
    assert not page.xpath("//*[@class='source' or @name='reviewed' or @name='minor_edit']")


# --- The glossary ----------------------------------------------------------------------------


def test_the_list_of_words_tells_which_languages_have_one(staff: Client) -> None:
    Term.objects.create(title_sv="hälsosam", title_fi="terveellinen")
    response = staff.get("/admin/translations/term/?q=terveellinen")
    page = html.document_fromstring(response.content.decode())
    rows = page.xpath("//*[@id='result_list']/tbody/tr")
    assert [row.xpath("string(.//*[contains(@class, 'field-told_in')])") for row in rows] == [
        "Suomi"
    ]
