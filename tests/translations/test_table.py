"""The staff's table of all that is translated: what it says, finds and marks, and for whom."""

from collections import defaultdict
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from lxml import html

from areas.models import Area
from initiatives.models import Initiative, Occasion
from languages.translated import State, Translated
from publishing.models import Office
from tests.conftest import make_area, tomorrow
from translations.registry import ticked, translated_models
from translations.table import PROGRESS

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/oversattning/"
FIVE = {
    "missing": "Saknas",
    "outdated": "Inaktuell",
    "machine": "Maskinöversatt",
    "human": "Översatt",
    "reviewed": "Granskad",
}


def page_at(client: Client, **asked: Any) -> html.HtmlElement:
    response = client.get(ADDRESS, asked)
    assert response.status_code == 200
    return html.document_fromstring(response.content.decode())


def names(page: html.HtmlElement) -> list[str]:
    spans = page.xpath("//tbody//label/span/text()[1]")
    return [text.strip() for text in spans if text.strip()]


def cell(page: html.HtmlElement, name: str, column: int = 0) -> str:
    row = page.xpath(f"//tr[.//label/span[contains(., '{name}')]]")[0]
    return " ".join(row.findall("td")[column].text_content().split())


def told(page: html.HtmlElement) -> str:
    return " ".join(page.xpath("string(//ul[@class='messagelist'])").split())


def area_in(step: str, title: str) -> Area:
    """An area whose English text has come as far as `step`."""
    english = {} if step == "missing" else {"title_en": "English"}
    area = make_area(title_sv=title, **english)
    if step in State.values:
        area.confirm("en", step, by="Anna Ek")
        area.save(update_fields=["languages"])
    if step == "outdated":
        area.title_sv = f"{title} ny"
        area.save()
    return area


@pytest.fixture
def cast() -> dict[str, Area]:
    return {step: area_in(step, f"Ort {step}") for step in FIVE}


def may_change(*models: type[Translated]) -> Any:
    user = get_user_model().objects.create_user("redaktör", password="x", is_staff=True)
    codenames = [f"change_{model._meta.model_name}" for model in models]
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return user


# --- What it says ----------------------------------------------------------------------------


@pytest.mark.parametrize("step", FIVE)
def test_each_state_is_told_in_words_and_with_a_sign(
    staff: Client, cast: dict[str, Area], step: str
) -> None:
    text = cell(page_at(staff, language="en", text="Ort"), f"Ort {step}")
    assert FIVE[step] in text
    assert text.startswith(PROGRESS[step].sign)


def test_a_reviewed_text_says_by_whom_and_when(staff: Client, cast: dict[str, Area]) -> None:
    day = cast["reviewed"].languages["en"]["at"][:10]
    assert f"Anna Ek, {day}" in cell(page_at(staff, language="en"), "Ort reviewed")


def test_an_outdated_text_says_which_swedish_text_it_follows(
    staff: Client, cast: dict[str, Area]
) -> None:
    day = cast["outdated"].languages["en"]["dated"][:10]
    assert f"följer texten {day}" in cell(page_at(staff, language="en"), "Ort outdated")


def test_a_translation_that_is_not_whole_is_missing_and_begun(staff: Client) -> None:
    make_area(title_sv="Halvort", lead_sv="Ingress", title_en="Half")
    text = cell(page_at(staff, language="en"), "Halvort")
    assert "Saknas" in text
    assert "påbörjad" in text


def test_what_has_no_title_is_called_by_its_first_text_without_markup(staff: Client) -> None:
    swimming = Initiative.objects.get(slug="simskola-for-kvinnor")
    Occasion.objects.create(initiative=swimming, starts_at=tomorrow(), place_sv="Badet, hall 2")
    plan = "Två grupper stod i centrum i planen för 2014."
    found = names(page_at(staff)) + names(page_at(staff, page=2))
    assert {"Badet, hall 2", plan} <= {*found}


def test_what_has_nothing_in_swedish_is_not_there(staff: Client) -> None:
    Office.objects.create(title_en="Only English")
    Office.objects.create(title_sv="Nya nämnden")
    assert names(page_at(staff, text="nämnden")) == ["Nya nämnden"]
    assert "Only English" not in page_at(staff, kind="publishing.office").text_content()


def test_names_follow_the_swedish_alphabet(staff: Client) -> None:
    for title in ("Ö-test", "Ä-test", "Å-test", "z-test", "A-test"):
        make_area(title_sv=title)
    assert names(page_at(staff, text="-test")) == ["A-test", "z-test", "Å-test", "Ä-test", "Ö-test"]


def test_the_sums_agree_with_the_rows_that_they_lead_to(
    staff: Client, cast: dict[str, Area]
) -> None:
    page = page_at(staff)
    links = page.xpath("//table[@class='sums']//td/a")
    assert len(links) > len(FIVE)
    for link in links:
        number = int(link.text)
        found = html.document_fromstring(staff.get(link.get("href")).content.decode())
        assert f"av {number}" in found.xpath("string(//*[@id='rows-name'])")


# --- What it finds ---------------------------------------------------------------------------


@pytest.mark.parametrize("step", FIVE)
def test_the_table_is_filtered_by_state(staff: Client, cast: dict[str, Area], step: str) -> None:
    found = names(page_at(staff, language="en", state=step, text="Ort"))
    assert [name.removesuffix(" ny") for name in found] == [f"Ort {step}"]


def test_what_needs_work_is_found_together(staff: Client, cast: dict[str, Area]) -> None:
    found = names(page_at(staff, language="en", state="todo", text="ORT"))
    assert found == ["Ort machine", "Ort missing", "Ort outdated ny"]


def test_without_a_language_a_state_is_found_in_any(staff: Client) -> None:
    area = make_area(title_sv="Ort", title_so="Magaalo")
    area.confirm("so", State.REVIEWED, by="Anna Ek")
    area.save(update_fields=["languages"])
    assert names(page_at(staff, state="reviewed")) == ["Ort"]
    assert not names(page_at(staff, state="reviewed", language="en"))


def test_the_table_is_filtered_by_kind(staff: Client) -> None:
    kinds = page_at(staff, kind="areas.area").xpath("//tbody//small[1]/text()")
    assert kinds
    assert {*kinds} == {"Område"}


@pytest.mark.parametrize(
    "asked",
    [{"language": "xx"}, {"language": "sv"}, {"state": "klar"}, {"kind": "auth.user"}],
    ids=str,
)
def test_a_choice_that_is_not_there_is_explained(staff: Client, asked: dict[str, str]) -> None:
    page = page_at(staff, **asked)
    assert "Det valet finns inte." in page.text_content()
    assert names(page)


@pytest.mark.parametrize("number", ["0", "-1", "abc", "9" * 400, ""])
def test_an_odd_page_number_is_a_page(staff: Client, number: str) -> None:
    assert names(page_at(staff, page=number))


def test_nothing_found_is_said(staff: Client) -> None:
    assert "Inget stämmer med filtret." in page_at(staff, text="[%_\\").text_content()


# --- Where it leads --------------------------------------------------------------------------


EACH = 2  # So many rows of each kind are opened: a form takes a while.


def cells_of(staff: Client) -> dict[str, list[str]]:
    """The fragments of all cells of the table, by the address of their form."""
    pages = [page_at(staff), page_at(staff, page=2)]
    links = [it for page in pages for it in page.xpath("//table[@class='progress']//td/a/@href")]
    cells = defaultdict(list)
    for link in links:
        address, _, fragment = link.partition("#")
        cells[address].append(fragment)
    return cells


def some_of_each(cells: dict[str, list[str]]) -> list[str]:
    """Of each kind of form, those that most cells lead to: they have parts of many kinds."""
    kinds = defaultdict(list)
    for address in sorted(cells, key=lambda address: -len(cells[address])):
        kinds[tuple(address.split("/")[2:4])].append(address)
    return [address for of_a_kind in kinds.values() for address in of_a_kind[:EACH]]


def test_each_cell_opens_the_form_with_that_text(staff: Client) -> None:
    cells = cells_of(staff)
    assert len(cells) > 30
    opened = some_of_each(cells)
    assert len(opened) > 10
    for address in opened:
        response = staff.get(address)
        assert response.status_code == 200, address
        form = html.document_fromstring(response.content.decode())
        assert len(cells[address]) >= 5
        assert not [fragment for fragment in cells[address] if not is_there(form, fragment)], (
            address
        )


def is_there(form: html.HtmlElement, fragment: str) -> bool:
    """Whether a form has the field; a part's is found as language-tabs.js finds it."""
    if fragment.startswith("id_"):
        return bool(form.xpath(f"//*[@id='{fragment}']"))
    rows, key, field = fragment.split("-")
    hidden = f"//input[starts-with(@name, '{rows}-')][@value='{key}']/@id"
    found = [html_id for html_id in form.xpath(hidden) if html_id.endswith("-id")]
    return bool(form.xpath(f"//*[@id='{found[0].removesuffix('id')}{field}']"))


def test_the_start_page_leads_to_the_table(staff: Client, client: Client) -> None:
    assert f'href="{ADDRESS}"' in staff.get("/admin/").content.decode()
    client.force_login(may_change())
    assert ADDRESS not in client.get("/admin/").content.decode()


# --- Review ----------------------------------------------------------------------------------


def mark(client: Client, language: str, *rows: Any) -> html.HtmlElement:
    values = [row if isinstance(row, str) else f"{row._meta.label_lower}:{row.pk}" for row in rows]
    response = client.post(ADDRESS, {"language": language, "rows": values}, follow=True)
    assert response.status_code == 200
    return html.document_fromstring(response.content.decode())


def test_a_review_says_who_and_when_until_the_text_changes(
    client: Client, cast: dict[str, Area]
) -> None:
    editor = may_change(Area)
    editor.first_name, editor.last_name = "Bo", "Lind"
    editor.save()
    client.force_login(editor)
    page = mark(client, "en", cast["machine"], cast["outdated"])
    assert "2 texter är markerade som granskade på English." in told(page)
    for step in ("machine", "outdated"):
        area = Area.objects.get(pk=cast[step].pk)
        assert "Bo Lind" in cell(page_at(client, language="en"), f"Ort {step}")
        area.title_en = "Changed"
        area.save()
        text = cell(page_at(client, language="en"), f"Ort {step}")
        assert "Översatt" in text
        assert "Bo Lind" not in text


def test_a_review_of_an_outdated_text_is_outdated_by_the_next_change(
    staff: Client, cast: dict[str, Area]
) -> None:
    mark(staff, "en", cast["outdated"])
    area = Area.objects.get(pk=cast["outdated"].pk)
    assert not area.is_out_of_date_in("en")
    area.title_sv = "Ort igen"
    area.save()
    assert "Inaktuell" in cell(page_at(staff, language="en"), "Ort igen")


def test_what_is_not_whole_is_left_and_named(staff: Client, cast: dict[str, Area]) -> None:
    page = mark(staff, "en", cast["missing"], cast["human"])
    assert "1 text är markerad som granskad på English." in told(page)
    assert "Inte markerade, för att de inte är hela på English: Ort missing." in told(page)
    assert "en" not in Area.objects.get(pk=cast["missing"].pk).languages


@pytest.mark.parametrize(
    "value", ["areas.area:999999999", "auth.user:1", "areas.area:x", "x", f"areas.area:{'9' * 400}"]
)
def test_a_row_that_is_not_there_is_told_and_nothing_is_marked(staff: Client, value: str) -> None:
    assert "inte finns, eller som du inte får ändra, är orörda: 1" in told(mark(staff, "en", value))


def test_a_review_needs_a_row_and_a_language(staff: Client, cast: dict[str, Area]) -> None:
    assert "Kryssa för minst en rad." in told(mark(staff, "en"))
    for language in ("", "sv", "xx"):
        assert "Välj vilket språk det gäller." in told(mark(staff, language, cast["human"]))


def test_after_a_review_the_filter_is_still_there(staff: Client, cast: dict[str, Area]) -> None:
    chosen = {"language": "en", "rows": f"areas.area:{cast['human'].pk}"}
    response = staff.post(f"{ADDRESS}?language=en&state=human", chosen)
    assert response.headers["Location"] == f"{ADDRESS}?language=en&state=human"


# --- For whom --------------------------------------------------------------------------------


def test_an_editor_sees_and_marks_only_what_they_may_change(
    client: Client, cast: dict[str, Area]
) -> None:
    client.force_login(may_change(Office))
    assert {*page_at(client).xpath("//tbody//small[1]/text()")} == {"Förvaltning"}
    assert "orörda: 1" in told(mark(client, "en", cast["human"]))
    assert Area.objects.get(pk=cast["human"].pk).languages["en"]["state"] == "human"


def test_a_part_is_shown_to_those_who_may_change_its_page(client: Client) -> None:
    editor = may_change(Occasion, Area)
    assert translated_models(editor) == [Area]


def test_ticked_rows_are_those_that_the_user_may_change(cast: dict[str, Area]) -> None:
    area, office = cast["human"], Office.objects.get()
    values = [f"areas.area:{area.pk}", f"publishing.office:{office.pk}"]
    assert ticked(values, may_change(Area)) == [area]


def test_nobody_else_sees_the_table(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 302
    client.force_login(get_user_model().objects.create_user("läsare", password="x"))
    assert client.get(ADDRESS).status_code == 302
    assert client.post(ADDRESS, {"language": "en"}).status_code == 302
    client.force_login(may_change())
    assert client.get(ADDRESS).status_code == 403
    assert client.post(ADDRESS, {"language": "en"}).status_code == 403
