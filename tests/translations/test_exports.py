"""Staff fetch files for translators, with all that a translator needs to know."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import polib
import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from lxml import etree

from languages.translated import State
from pages.models import Page
from tests.conftest import make_initiative, make_page
from translations.models import Term
from translations.xliff import V1, V2

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/oversattning/hamta/"
BODY = '<h2>Rubrik</h2><p>Läs <a href="https://x.example/?a=1&amp;b=2">mer <em>nu</em></a>.</p>'


@pytest.fixture
def page() -> Page:
    """A page that exists in Swedish and Finnish, made by a person."""
    page = make_page(title="Folkhälsan i dag", lead="Kort", body=BODY, slug="folkhalsan-i-dag")
    page.title_fi, page.lead_fi, page.body_fi = "Terveys", "Lyhyesti", BODY.replace("Läs", "Lue")
    page.save()
    return page


def fetch(client: Client, **asked: Any) -> Any:
    defaults = {"languages": ["fi"], "amount": "all", "format": "xliff-1.2"}
    return client.get(ADDRESS, defaults | asked)


def units(response: Any, page: Page) -> dict[str, Any]:
    """The units of a page in an XLIFF file, by field and paragraph."""
    root = etree.fromstring(response.content)
    start = f"pages.page:{page.pk}:"
    found = [*root.iter(f"{{{V1}}}trans-unit"), *root.iter(f"{{{V2}}}unit")]
    return {u.get("id").removeprefix(start): u for u in found if u.get("id").startswith(start)}


def notes(unit: Any) -> list[str]:
    return [f"{note.get('category', '')}{note.text}" for note in unit.iter("{*}note")]


def test_one_language_is_one_file(staff: Client, page: Page) -> None:
    response = fetch(staff)
    name = response["Content-Disposition"].split('"')[1]
    assert name.startswith("boras-halsa-fi-2")
    assert name.endswith(".xlf")
    assert response.content.startswith(b"<?xml")
    assert fetch(staff, format="po")["Content-Disposition"].endswith('.po"')


def test_an_agency_gets_a_file_for_each_language(staff: Client, page: Page) -> None:
    response = fetch(staff, languages=["fi", "ar", "sv-x-latt"], format="po")
    assert response["Content-Type"] == "application/zip"
    archive = ZipFile(BytesIO(response.content))
    languages = {name: archive.read(name).decode() for name in archive.namelist()}
    assert len(languages) == 3
    for name, content in languages.items():
        language = name.removeprefix("boras-halsa-")[:-14]
        assert f'"Language: {language}\\n"' in content


def test_xliff_1_2_is_built_as_its_schema_says(staff: Client, page: Page) -> None:
    unit = units(fetch(staff), page)["body:2"]
    names = [etree.QName(element).localname for element in unit]
    assert names == ["source", "target", "note", "note", "note"]
    source, target = unit[0], unit[1]
    assert [(ph.get("id"), ph.text) for ph in source] == [
        ("1", '<a href="https://x.example/?a=1&amp;b=2">'),
        ("2", "<em>"),
        ("3", "</em>"),
        ("4", "</a>"),
    ]
    assert [ph.get("id") for ph in target] == ["1", "2", "3", "4"]
    assert target.get("state") == "translated"
    assert "".join(source.xpath("text()")) == "Läs mer nu."
    lead = units(fetch(staff), page)["lead:1"]
    assert (lead.get("maxwidth"), lead.get("size-unit")) == ("500", "char")
    ids = [unit.get("id") for unit in etree.fromstring(fetch(staff).content).iter("{*}trans-unit")]
    assert len(ids) == len({*ids}) > 200


def test_xliff_2_0_is_built_as_its_schema_says(staff: Client, page: Page) -> None:
    unit = units(fetch(staff, format="xliff-2.0"), page)["body:2"]
    assert [etree.QName(each).localname for each in unit] == ["notes", "originalData", "segment"]
    data = {each.get("id"): each.text for each in unit[1]}
    segment = unit[2]
    assert segment.get("state") == "translated"
    for text in segment:
        placeholders = [*text]
        assert [ph.get("id") for ph in placeholders] == ["1", "2", "3", "4"]
        assert [data[ph.get("dataRef")] for ph in placeholders][1:] == ["<em>", "</em>", "</a>"]
        assert all(ph.get("disp") == data[ph.get("dataRef")] for ph in placeholders)
        assert {(ph.get("canDelete"), ph.get("canCopy")) for ph in placeholders} == {("no", "no")}
    bare = units(fetch(staff, format="xliff-2.0"), page)["title:1"]
    assert [etree.QName(each).localname for each in bare] == ["notes", "segment"]


def test_how_far_each_translation_has_come_is_told(staff: Client, page: Page) -> None:
    told = {}
    for state in (State.HUMAN, State.REVIEWED, State.MACHINE):
        page.confirm("fi", state)
        page.save()
        first = units(fetch(staff), page)["title:1"].find("{*}target")
        second = units(fetch(staff, format="xliff-2.0"), page)["title:1"].find("{*}segment")
        told[state] = (first.get("state"), second.get("state"))
    assert told == {
        State.HUMAN: ("translated", "translated"),
        State.REVIEWED: ("final", "reviewed"),
        State.MACHINE: ("needs-review-translation", "initial"),
    }
    page.confirm("fi", State.HUMAN)
    page.lead = "Kort och gott"
    page.save()
    old = units(fetch(staff), page)
    assert old["title:1"].find("{*}target").get("state") == "needs-review-translation"
    assert "Texten löd förut: Kort" in notes(old["lead:1"])
    assert "Texten löd förut" not in str(notes(old["title:1"]))


def test_what_is_missing_has_no_translation(staff: Client, page: Page) -> None:
    first = units(fetch(staff, languages=["ar"]), page)["title:1"]
    assert first.find("{*}target") is None
    second = units(fetch(staff, languages=["ar"], format="xliff-2.0"), page)["title:1"]
    assert second.find("{*}segment").get("state") == "initial"
    assert second.find(".//{*}target") is None
    entry = entries(fetch(staff, languages=["ar"], format="po"))[f"pages.page:{page.pk}:title:1"]
    assert (entry.msgstr, entry.flags) == ("", [])


def entries(response: Any) -> dict[str, polib.POEntry]:
    return {entry.msgctxt: entry for entry in polib.pofile(response.content.decode())}


def test_a_translation_built_otherwise_is_not_told_as_one(staff: Client, page: Page) -> None:
    page.body_fi = "<p>Yksi kappale</p>"
    page.save()
    assert units(fetch(staff), page)["body:1"].find("{*}target") is None
    page.body_fi = BODY.replace(" <em>nu</em>", "")
    page.save()
    target = units(fetch(staff), page)["body:2"].find("{*}target")
    assert target.get("state") == "needs-review-translation", "its tags differ"


def test_a_translator_is_told_where_a_text_stands(staff: Client, page: Page) -> None:
    Term.objects.create(title_sv="folkhälsa", title_fi="kansanterveys")
    told = notes(units(fetch(staff), page)["title:1"])
    for note in (
        "Sida: Folkhälsan i dag",
        "Adress: http://testserver/om/folkhalsan-i-dag/",
        "Fält: rubrik",
        "Längd: högst 300 tecken",
        "Ordlista: folkhälsa = kansanterveys",
    ):
        assert note in told
    assert "SidaFolkhälsan i dag" in notes(units(fetch(staff, format="xliff-2.0"), page)["title:1"])
    entry = entries(fetch(staff, format="po"))[f"pages.page:{page.pk}:title:1"]
    assert "Fält: rubrik\n" in entry.comment


def test_only_what_is_asked_for_is_fetched(staff: Client, page: Page) -> None:
    assert units(fetch(staff, amount="all"), page)
    draft = make_page(title="Utkast")
    draft.title_fi = "Luonnos"
    draft.confirm("fi", State.MACHINE)
    draft.save()
    missing = make_page(title="Saknas")
    answers = {amount: fetch(staff, amount=amount) for amount in ("unfinished", "drafts")}
    assert units(answers["unfinished"], missing)
    assert not units(answers["unfinished"], draft)
    assert units(answers["drafts"], draft)
    assert not units(answers["drafts"], page)
    page.lead = "Nytt"
    page.save()
    assert units(fetch(staff, amount="unfinished"), page)


def test_a_part_is_told_with_its_page(staff: Client) -> None:
    initiative = make_initiative(title="Gå ut", slug="ga-ut")
    occasion = initiative.occasions.create(place_sv="Parken", starts_at="2026-01-01T10:00Z")
    entry = entries(fetch(staff, format="po"))[f"initiatives.occasion:{occasion.pk}:place:1"]
    assert "Insats: Gå ut" in entry.comment
    assert "Adress: http://testserver/insatser/ga-ut/" in entry.comment


def test_only_what_the_user_may_change_is_fetched(client: Client, page: Page) -> None:
    user = get_user_model().objects.create_user("page-editor", password="x", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="change_page"))
    client.force_login(user)
    kinds = {key.partition(":")[0] for key in entries(fetch(client, format="po"))}
    assert kinds == {"pages.page"}


def test_nothing_to_translate_is_said(client: Client, page: Page) -> None:
    user = get_user_model().objects.create_user("page-editor", password="x", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="change_page"))
    client.force_login(user)
    Page.objects.exclude(pk=page.pk).delete()
    assert "Det finns inget att hämta" in fetch(client, amount="unfinished").content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        {"languages": []},
        {"languages": ["sv"]},
        {"languages": ["xx"]},
        {"amount": "x"},
        {"format": "x"},
    ],
)
def test_an_odd_choice_is_explained(staff: Client, asked: dict[str, Any]) -> None:
    response = fetch(staff, **asked)
    assert response["Content-Type"].startswith("text/html")
    assert "errorlist" in response.content.decode()


def test_the_form_can_be_reached_with_a_language_chosen(staff: Client) -> None:
    text = staff.get(ADDRESS, {"languages": "ar"}).content.decode()
    assert 'value="ar" id="id_languages_3" checked' in text
    assert "errorlist" not in text
