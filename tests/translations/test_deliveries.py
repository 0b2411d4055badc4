"""A translator's file is taken in whole or not at all, and says line by line what is wrong."""

from dataclasses import replace
from resource import RUSAGE_SELF, getrusage
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.translation import override
from lxml import html

from languages.translated import State
from pages.models import Page
from tests.conftest import make_area, make_page
from translations.exports import Amount, packed
from translations.files import FORMATS
from translations.models import Delivery

pytestmark = pytest.mark.django_db

LIST = "/admin/oversattning/leveranser/"
LINK = '<a href="https://x.example/">{}</a>'
BODY = f"<h2>Bad</h2><p>Läs {LINK.format('mer')}.</p><ul><li>Ett</li><li>Två {{antal}}</li></ul>"
FINNISH_BODY = (
    f"<h2>Uinti</h2><p>Lue {LINK.format('lisää')}.</p>"
    "<ul><li>Yksi</li><li>Kaksi {antal}</li></ul>"
)
FINNISH = {
    "Om bad": "Uimisesta",
    "Kort": "Lyhyesti",
    "Bad": "Uinti",
    "Läs": "Lue",
    "mer": "lisää",
    "Ett": "Yksi",
    "Två": "Kaksi",
}


@pytest.fixture
def page() -> Page:
    """A page that exists in Swedish only."""
    return make_page(title="Om bad", lead="Kort", body=BODY)


def in_finnish(swedish: str) -> str:
    for word, finnish in FINNISH.items():
        swedish = swedish.replace(word, finnish)
    return swedish


def exported(row: Any, file_format: str = "po", state: str | None = None) -> str:
    """The file of a row; with a state, as a translator has filled it in."""
    units = [u for u in packed([type(row)], "fi", Amount.ALL) if u.unit.key.pk == row.pk]
    if state is not None:
        units = [
            replace(u, unit=replace(u.unit, target=in_finnish(u.unit.source), state=state))
            for u in units
        ]
    return FORMATS[file_format].write(units, "fi").decode()


def translated(row: Any, file_format: str = "po") -> str:
    return exported(row, file_format, State.HUMAN)


def upload(client: Client, content: str | bytes, name: str = "fil.po") -> Any:
    data = content.encode() if isinstance(content, str) else content
    return client.post(LIST, {"file": SimpleUploadedFile(name, data)}, follow=True)


def words_of(response: Any) -> str:
    """What the page says, with one space between words."""
    assert response.status_code == 200
    main = html.document_fromstring(response.content.decode()).get_element_by_id("content")
    return " ".join(main.text_content().split())


def faults(response: Any) -> list[tuple[str, str, str]]:
    """Line, text and problem, as the preview tells them."""
    page = html.document_fromstring(response.content.decode())
    rows = page.xpath("//table[caption[contains(., 'Fel i filen')]]/tbody/tr")
    return [tuple(cell.text_content().strip() for cell in row) for row in rows]


def apply(client: Client, response: Any) -> Any:
    """Presses the button of the preview."""
    page = html.document_fromstring(response.content.decode())
    seen = page.xpath("//input[@name='seen']/@value")
    assert seen, "no button"
    return client.post(response.request["PATH_INFO"], {"seen": seen[0]}, follow=True)


def line_of(content: str, words: str) -> str:
    """The number of the line that some words stand in."""
    return str(content[: content.index(words)].count("\n") + 1)


def state_of_everything() -> Any:
    return [*Page.objects.order_by("pk").values()]


# --- It works --------------------------------------------------------------------------------


def finnish_page(client: Client, page: Page) -> str:
    with override("fi"):
        address = page.get_absolute_url()
    return str(client.get(address).content.decode())


@pytest.mark.parametrize("file_format", FORMATS)
def test_what_a_translator_has_done_reaches_the_page(
    staff: Client, page: Page, file_format: str
) -> None:
    assert "Om bad" in finnish_page(staff, page)
    preview = upload(staff, translated(page, file_format))
    assert "Ny 6 Ändrad 0 Oförändrad 0" in words_of(preview)
    assert "Sida: Om bad" in words_of(preview)
    assert "Brödtext, stycke 2 Ny Nu Lue" in words_of(preview)
    assert "Om bad" in finnish_page(staff, page), "taken in before anyone said so"
    told = words_of(apply(staff, preview))
    assert "Filen är införd." in told or "Införd" in told
    shown = finnish_page(staff, page)
    assert "Uimisesta" in shown
    assert "Om bad" not in shown
    page.refresh_from_db()
    assert page.body_fi == FINNISH_BODY
    assert page.languages["fi"]["state"] == State.HUMAN
    assert not page.is_out_of_date_in("fi")
    assert "by" not in page.languages["fi"]


def test_an_old_translation_is_made_new(staff: Client, page: Page) -> None:
    apply(staff, upload(staff, translated(page)))
    page.refresh_from_db()
    page.lead = "Kort, ändrat"
    page.save()
    assert page.is_out_of_date_in("fi")
    outdated = exported(page)
    assert "#, fuzzy" in outdated
    assert '#| msgid "Kort"' in outdated
    assert "Texten löd förut: Kort" in outdated
    preview = upload(staff, translated(page))
    assert "Ny 0 Ändrad 1 Oförändrad 5" in words_of(preview)
    assert "Ingress Ändrad Förut Lyhyesti Nu Lyhyesti, ändrat" in words_of(preview)
    apply(staff, preview)
    page.refresh_from_db()
    assert page.lead_fi == "Lyhyesti, ändrat"
    assert not page.is_out_of_date_in("fi")


def test_a_machine_draft_that_a_person_has_approved_counts_as_theirs(
    staff: Client, page: Page, settings: Any
) -> None:
    settings.REVIEW_FIRST = ["fi"]
    apply(staff, upload(staff, translated(page)))
    page.refresh_from_db()
    page.confirm("fi", State.MACHINE)
    page.save()
    assert "Om bad" in finnish_page(staff, page), "a machine draft is not for readers"
    preview = upload(staff, translated(page))
    assert "Inga ord ändras." in words_of(preview)
    apply(staff, preview)
    assert "Uimisesta" in finnish_page(staff, page)


def test_twice_is_once(staff: Client, page: Page) -> None:
    content = translated(page)
    first = upload(staff, content)
    apply(staff, first)
    before = everything()
    again = staff.post(first.request["PATH_INFO"], {"seen": "x"}, follow=True)
    assert "Filen är redan införd." in again.content.decode()
    second = upload(staff, content)
    assert "Det finns inget att införa" in words_of(second)
    staff.post(second.request["PATH_INFO"], {"seen": second.context["looked"].seen})
    assert everything() == before


def test_a_reviewed_translation_stays_reviewed_if_nothing_differs(
    staff: Client, page: Page
) -> None:
    apply(staff, upload(staff, translated(page)))
    page.refresh_from_db()
    page.confirm("fi", State.REVIEWED, by="Rut")
    page.save()
    assert "Det finns inget att införa" in words_of(upload(staff, translated(page)))


def test_what_the_translator_has_not_done_is_left_and_counted(staff: Client, page: Page) -> None:
    content = translated(page).replace('msgstr "Lyhyesti"', 'msgstr ""')
    content = content.replace("#. Sida: Om bad", "#, fuzzy", 1)
    preview = upload(staff, content)
    assert "Ny 4 Ändrad 0 Oförändrad 0" in words_of(preview)
    assert "Inte klar enligt filen 2" in words_of(preview)
    apply(staff, preview)
    page.refresh_from_db()
    assert (page.title_fi or "", page.lead_fi or "", page.body_fi) == ("", "", FINNISH_BODY)
    assert not page.is_whole_in("fi")


def test_a_text_waits_for_its_last_paragraph(staff: Client, page: Page) -> None:
    content = translated(page).replace('msgstr "Yksi"', 'msgstr ""')
    preview = upload(staff, content)
    assert "Klar, men väntar på andra stycken i samma text 3" in words_of(preview)
    apply(staff, preview)
    page.refresh_from_db()
    assert (page.title_fi, page.body_fi or "") == ("Uimisesta", "")


def test_what_came_in_part_makes_nothing_newer(staff: Client, page: Page) -> None:
    apply(staff, upload(staff, translated(page)))
    page.refresh_from_db()
    page.title = "Om bad i sjön"
    page.save()
    content = translated(page).replace('msgstr "Lyhyesti"', 'msgstr ""')
    apply(staff, upload(staff, content))
    page.refresh_from_db()
    assert page.title_fi == "Uimisesta i sjön"
    assert page.is_out_of_date_in("fi")


@pytest.mark.parametrize("state", ["", "needs-translation", "new", "x-egen"])
def test_what_a_tool_says_is_not_done_waits(staff: Client, page: Page, state: str) -> None:
    content = exported(page, "xliff-1.2", "")
    content = content.replace("needs-review-translation", state or "needs-review-translation")
    assert "Inte klar enligt filen 6" in words_of(upload(staff, content))


def test_what_a_tool_adds_around_the_words_is_read_through(staff: Client, page: Page) -> None:
    content = translated(page, "xliff-1.2")
    content = content.replace(">Uimisesta<", '><mrk mtype="seg" mid="1">Uimis</mrk>esta<')
    content = content.replace(">Lyhyesti<", "><!-- hm --><![CDATA[Lyhyesti & heti]]><")
    apply(staff, upload(staff, content))
    page.refresh_from_db()
    assert (page.title_fi, page.lead_fi) == ("Uimisesta", "Lyhyesti & heti")


def test_the_list_tells_who_sent_what_in_and_when_it_was_taken_in(
    staff: Client, page: Page
) -> None:
    assert "Ingen fil har lästs in ännu." in words_of(staff.get(LIST))
    preview = upload(staff, translated(page), "ærlig.po")
    told = words_of(staff.get(LIST))
    assert "ærlig.po Suomi" in told
    assert "staff Inte införd" in told
    apply(staff, preview)
    assert "Inte införd" not in words_of(staff.get(LIST))


# --- It refuses ------------------------------------------------------------------------------


def everything() -> Any:
    return [*Page.objects.order_by("pk").values()]


def refused(client: Client, content: str) -> list[tuple[str, str, str]]:
    """The faults of a file, of which nothing may be taken in even if the button is pressed."""
    before = everything()
    preview = upload(client, content)
    found = faults(preview)
    assert found
    looked = preview.context["looked"]
    answer = client.post(preview.request["PATH_INFO"], {"seen": looked.seen}, follow=True)
    assert "Inget infördes" in answer.content.decode()
    assert everything() == before
    assert not Delivery.objects.exclude(applied_at=None).exists()
    return found


def beginning_of(content: str, words: str) -> str:
    """The number of the line in which the unit with some words begins."""
    before = content[: content.index(words)]
    start = max(before.rfind("\n\n") + 2, before.rfind("<trans-unit"), before.rfind("<unit"))
    return str(content[:start].count("\n") + 1)


def lead_of(content: str) -> str:
    return beginning_of(content, ":lead:1")


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_file_made_from_an_older_text(staff: Client, page: Page, file_format: str) -> None:
    content = translated(page, file_format)
    page.lead = "Kort och gott"
    page.save()
    [(line, text, problem)] = refused(staff, content)
    assert (line, text) == (lead_of(content), "Om bad: ingress")
    assert "har ändrats sedan filen gjordes" in problem


def test_a_file_from_before_a_paragraph_was_added(staff: Client, page: Page) -> None:
    content = translated(page)
    page.body += "<p>Nytt</p>"
    page.save()
    [(line, text, problem)] = refused(staff, content)
    assert (line, text) == (beginning_of(content, ":body:4"), "Om bad: brödtext, stycke 5")
    assert "saknas i filen" in problem


def test_a_file_from_before_a_text_was_taken_away(staff: Client, page: Page) -> None:
    content = translated(page)
    page.lead, page.body = "", "<h2>Bad</h2>"
    page.save()
    assert [text for _, text, _ in refused(staff, content)] == [
        "Om bad: ingress",
        "Om bad: brödtext",
        "Om bad: brödtext",
        "Om bad: brödtext",
    ]


def test_a_file_about_a_page_that_is_gone(staff: Client, page: Page) -> None:
    content = translated(page) + translated(make_page(title="Om bad 2")).partition("\n\n")[2]
    page.delete()
    found = refused(staff, content)
    assert len(found) == 6
    assert "finns inte på webbplatsen" in found[0][2]


LEAD = 'msgstr "Lyhyesti"'
LINKED = 'msgstr "Lue <a href=\\"https://x.example/\\">lisää</a>."'
COUNTED = 'msgstr "Kaksi {antal}"'
BROKEN = {
    "a tag left out": (LINKED, 'msgstr "Lue lisää."', "</a> saknas"),
    "a tag half left out": (LINKED, LINKED.replace("</a>", ""), "</a> saknas"),
    "a tag twice": (LINKED, LINKED.replace("</a>", "</a></a>"), "</a> finns inte i den svenska"),
    "a tag never ended": (LINKED, LINKED.replace("lisää", "<b lisää"), "finns inte i den svenska"),
    "another address": (LINKED, LINKED.replace("x.example", "y.example"), "y.example/"),
    "an attribute more": (LINKED, LINKED.replace('/\\">', '/\\" onclick=\\"x()\\">'), "onclick"),
    "tags in the wrong order": (
        LINKED,
        'msgstr "</a>Lue <a href=\\"https://x.example/\\">lisää."',
        "fel ordning",
    ),
    "a placeholder left out": (COUNTED, 'msgstr "Kaksi"', "{antal} saknas"),
    "a placeholder translated": (COUNTED, 'msgstr "Kaksi {määrä}"', "{määrä} finns inte"),
    "another kind of placeholder": (COUNTED, 'msgstr "Kaksi {antal} %(x)s"', "%(x)s finns inte"),
    "a script": (COUNTED, 'msgstr "Kaksi {antal}<script>x()</script>"', "<script> finns inte"),
    "a script in a plain text": (LEAD, 'msgstr "<script>x()</script>"', "<script> finns inte"),
    "a script told as words": (LEAD, 'msgstr "&lt;script&gt;x()"', "<script> finns inte"),
    "a picture that runs": (LEAD, 'msgstr "A <img src=x onerror=x()"', "<img src=x onerror"),
    "markup in a plain text": (LEAD, 'msgstr "<em>Lyhyesti</em>"', "<em> finns inte"),
    "a comment": (LEAD, 'msgstr "Lyhyesti <!-- hm -->"', "<!-- hm --> finns inte"),
    "nothing but space": (LEAD, 'msgstr "&nbsp; "', "Översättningen är tom."),
    "too long": (LEAD, f'msgstr "{"x" * 501}"', "501 tecken: fältet rymmer högst 500"),
    "a bell": (LEAD, 'msgstr "Lyhyesti\\b"', "styrtecken"),
    "a bell as it is": (LEAD, 'msgstr "Lyhyesti\a"', "styrtecken"),
    "half of a character": (LEAD, 'msgstr "Lyhyesti\ufffe"', "styrtecken"),
    "lines in a title": ('msgstr "Uimisesta"', 'msgstr "Uimis\\nesta"', "en enda rad"),
    "lines parted oddly": (
        'msgstr "Uimisesta"',
        'msgstr "Uimis\u2028esta"',
        "en enda",
    ),
}


@pytest.mark.parametrize(("good", "bad", "problem"), BROKEN.values(), ids=BROKEN)
def test_one_broken_text_among_good_ones(
    staff: Client, page: Page, good: str, bad: str, problem: str
) -> None:
    content = translated(page)
    assert content.count(good) == 1
    broken = content.replace(good, bad)
    line = beginning_of(broken, bad)
    found = refused(staff, broken)
    assert {told_line for told_line, _, _ in found} == {line}
    assert problem in " ".join(told for _, _, told in found)
    assert "Om bad: " in found[0][1]


def test_lines_are_allowed_where_there_is_room(staff: Client, page: Page) -> None:
    apply(staff, upload(staff, translated(page).replace(LEAD, 'msgstr "Yksi\\r\\n\\tkaksi"')))
    page.refresh_from_db()
    assert page.lead_fi == "Yksi\n\tkaksi"


IN_XLIFF = {
    "a script told as words": (">Lyhyesti<", ">&lt;script&gt;x()&lt;/script&gt;<", "<script>"),
    "a script in a placeholder": (
        ">Lyhyesti<",
        '><ph id="1">&lt;script&gt;</ph>x()<',
        "<script> finns inte",
    ),
    "what no tool should write": (">Lyhyesti<", '><g id="1">Lyhyesti</g><', "<g> finns inte"),
    "a script told as markup": (">Lyhyesti<", "><script>x()</script><", "<script> finns inte"),
}


@pytest.mark.parametrize("file_format", ["xliff-1.2", "xliff-2.0"])
@pytest.mark.parametrize(("good", "bad", "problem"), IN_XLIFF.values(), ids=IN_XLIFF)
def test_a_broken_text_in_xliff(
    staff: Client, page: Page, file_format: str, good: str, bad: str, problem: str
) -> None:
    content = translated(page, file_format)
    found = refused(staff, content.replace(good, bad))
    assert {line for line, _, _ in found} == {lead_of(content)}
    assert problem in " ".join(told for _, _, told in found)


def test_a_placeholder_of_xliff_2_without_its_data(staff: Client, page: Page) -> None:
    content = translated(page, "xliff-2.0")
    before, target = content.split("<target>Lue ")
    found = refused(staff, f"{before}<target>Lue {target.replace('d1', 'd9', 1)}")
    assert {line for line, _, _ in found} == {beginning_of(content, ":body:2")}


def test_units_that_have_no_place(staff: Client, page: Page) -> None:
    for wrong in ("slug:1", "finnsinte:1", "lead:2", "lead:0"):
        content = translated(page).replace("lead:1", wrong)
        [(line, *_), *_] = refused(staff, content)
        assert line == beginning_of(content, wrong)
    for wrong in (
        "auth.user:1:password:1",
        "x",
        "pages.page:0:lead:1",
        f"pages.page:{'9' * 30}:lead:1",
    ):
        content = translated(page).replace(f"pages.page:{page.pk}:lead:1", wrong)
        [(line, text, problem), *_] = refused(staff, content)
        assert (line, text) == (beginning_of(content, f'"{wrong}"'), wrong)
        assert "finns inte på webbplatsen" in problem


def test_the_same_unit_twice(staff: Client, page: Page) -> None:
    content = translated(page)
    twice = content + "\n" + content[content.index("#. Sida") :]
    found = refused(staff, twice)
    assert len(found) == 6
    assert f"också på rad {beginning_of(content, ':title:1')}." in found[0][2]
    assert int(found[0][0]) > content.count("\n")


def test_rows_that_the_user_may_not_change(client: Client, page: Page) -> None:
    content = translated(make_area(title="Om bad", lead="", body="")) + "\n"
    content += translated(page).partition("\n\n")[2]
    user = get_user_model().objects.create_user("page-editor", password="x", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="change_page"))
    client.force_login(user)
    [(line, _, problem)] = refused(client, content)
    assert line == beginning_of(content, "areas.area:")
    assert "får du inte ändra den" in problem
    assert "Filen är införd." in apply(client, upload(client, translated(page))).content.decode()


@pytest.mark.parametrize("address", [LIST, f"{LIST}1/", "/admin/oversattning/hamta/"])
def test_others_are_kept_out(client: Client, page: Page, address: str) -> None:
    assert client.get(address).status_code == 302
    assert client.post(f"{LIST}1/").status_code == 302
    client.force_login(get_user_model().objects.create_user("none", password="x", is_staff=True))
    assert client.get(address).status_code == 403


def test_what_changed_after_the_preview_is_looked_at_again(staff: Client, page: Page) -> None:
    preview = upload(staff, translated(page))
    page.lead_fi = "Jonkun muun sana"
    page.save()
    answer = apply(staff, preview)
    assert "texterna har ändrats" in answer.content.decode()
    page.refresh_from_db()
    assert page.lead_fi == "Jonkun muun sana"
    page.lead = "Ny"
    page.save()
    again = staff.get(preview.request["PATH_INFO"])
    assert faults(again)


# --- It can't be read ------------------------------------------------------------------------


def unreadable(client: Client, content: str | bytes, name: str = "fil.po") -> str:
    """What is said of a file that is not even kept."""
    before = everything()
    answer = upload(client, content, name)
    assert everything() == before
    assert not Delivery.objects.exists()
    page = html.document_fromstring(answer.content.decode())
    return " ".join(page.xpath("//ul[contains(@class, 'errorlist')]")[0].text_content().split())


XLIFF = '<?xml version="1.0" encoding="UTF-8"?>\n'
V1 = 'xmlns="urn:oasis:names:tc:xliff:document:1.2"'
UNREADABLE = {
    "nothing": ("", "Rad 1: Filen är tom."),
    "only space": (" \n \n", "Rad 1: Filen är tom."),
    "a letter in another encoding": ("a\nb\nå".encode("latin-1"), "Rad 3: Filen är inte i UTF-8."),
    "two bytes a letter": ("msgid".encode("utf-16"), "Rad 1: Filen är inte i UTF-8."),
    "a nil": ("a\nb\0", "Rad 2: Filen innehåller ett nolltecken."),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", "Rad 1: Filen är inte i UTF-8."),
    "a ZIP file": (b"PK\x03\x04\x14\0", "Rad 1: Filen är packad (ZIP) eller ett Word-dokument."),
    "prose": ("Hej\nhopp", "Rad 1: Raden går inte att läsa som PO."),
    "a page": ("<!doctype html><p>Hej", "Filen är inte hel"),
    "other xml": (f"{XLIFF}<rss/>", "Rad 2: Filen är varken XLIFF 1.2, XLIFF 2.0 eller PO."),
    "an older xliff": (f'{XLIFF}<xliff version="1.1"/>', "Rad 2: Filen är varken"),
    "an empty xliff": (f"{XLIFF}<xliff {V1}/>", "Rad 2: Filen ska ha texter på ett enda språk."),
    "half an xliff": (f"{XLIFF}<xliff {V1}>\n<file>", "Rad 3: Filen är inte hel"),
    "an entity": (
        f"{XLIFF}\n<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>",
        "Rad 3: Filen",
    ),
    "an unknown entity": (f"{XLIFF}<xliff {V1}>&y;</xliff>", "Rad 2: Filen är inte hel"),
}


@pytest.mark.parametrize(("content", "problem"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_file_of_a_translator(staff: Client, content: str | bytes, problem: str) -> None:
    assert problem in unreadable(staff, content)


def test_no_file_at_all(staff: Client) -> None:
    assert "Välj en fil." in words_of(staff.post(LIST))


def test_a_file_that_is_too_large(staff: Client) -> None:
    assert "större än 10 MB" in unreadable(staff, "#" * (10 * 1024 * 1024 + 1))


def test_a_bomb_of_entities_does_not_go_off(staff: Client, page: Page) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    content = translated(page, "xliff-1.2").replace("<xliff", f"{bomb}<xliff", 1)
    assert "Rad 2: Filen har en DOCTYPE." in unreadable(staff, content)


@pytest.mark.parametrize("sign", ["a", "\\\\n"])
def test_a_line_without_end_takes_little_memory(staff: Client, sign: str) -> None:
    line = sign * (8 * 1024 * 1024 // len(sign))
    before = getrusage(RUSAGE_SELF).ru_maxrss
    assert "kommer inte härifrån" in unreadable(staff, f'msgid "{line}"\nmsgstr ""\n')
    assert getrusage(RUSAGE_SELF).ru_maxrss - before < 300 * 1024


def test_marks_within_marks_are_no_crash(staff: Client, page: Page) -> None:
    content = translated(page, "xliff-1.2")
    for depth in (2, 200, 250):
        marked = f"{'<mrk>' * depth}Lyhyesti{'</mrk>' * depth}"
        assert upload(staff, content.replace("Lyhyesti", marked, 1)).status_code < 500
    apply(staff, upload(staff, content.replace("Lyhyesti", "<mrk>Lyh<mrk>yesti</mrk></mrk>", 1)))
    page.refresh_from_db()
    assert page.lead_fi == "Lyhyesti"


WRONG_LANGUAGES = {
    "xliff-1.2": ('target-language="{}"', "3"),
    "xliff-2.0": ('trgLang="{}"', "2"),
    "po": ('"Language: {}', "5"),
}


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("wrong", ["sv", "SV", "", "xx", "de"])
def test_a_wrong_language(staff: Client, page: Page, file_format: str, wrong: str) -> None:
    statement, line = WRONG_LANGUAGES[file_format]
    content = translated(page, file_format)
    assert statement.format("fi") in content
    problem = unreadable(staff, content.replace(statement.format("fi"), statement.format(wrong)))
    assert problem.startswith(f"Rad {line}: ")
    assert "språk" in problem


def test_easy_swedish_is_a_language_like_others(staff: Client, page: Page) -> None:
    content = translated(page).replace('"Language: fi', '"Language: sv_X-latt')
    apply(staff, upload(staff, content))
    page.refresh_from_db()
    assert page.title_sv_x_latt == "Uimisesta"


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_file_of_somebody_else(staff: Client, page: Page, file_format: str) -> None:
    content = translated(page, file_format).replace("pages.page:", "page-")
    assert "kommer inte härifrån" in unreadable(staff, content)


@pytest.mark.parametrize(
    "bad",
    ['msgstr "Lyhyesti', "msgstr Lyhyesti", 'msgstr "Ly"hyesti"', 'msgtsr "Lyhyesti"', "Lyhyesti"],
)
def test_a_broken_line_of_po(staff: Client, page: Page, bad: str) -> None:
    content = translated(page).replace(LEAD, bad)
    line = content[: content.index(bad)].count("\n") + 1
    assert unreadable(staff, content).startswith(f"Rad {line}: ")


@pytest.mark.parametrize("file_format", ["xliff-1.2", "xliff-2.0"])
def test_a_broken_line_of_xliff(staff: Client, page: Page, file_format: str) -> None:
    content = translated(page, file_format).replace("Lyhyesti", "Lyhyesti & heti")
    line = content[: content.index("& heti")].count("\n") + 1
    assert unreadable(staff, content).startswith(f"Rad {line}: ")


@pytest.mark.parametrize("file_format", FORMATS)
def test_no_half_of_a_file_makes_a_crash(staff: Client, page: Page, file_format: str) -> None:
    staff.raise_request_exception = True
    content = translated(page, file_format).encode()
    for length in range(0, len(content), 97):
        assert upload(staff, content[:length]).status_code == 200
    assert not Page.objects.get(pk=page.pk).title_fi
