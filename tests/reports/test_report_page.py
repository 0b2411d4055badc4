"""The page of a report: what is known, how certain it is, and what is not known."""

import pytest
from django.test import Client
from lxml import html

from initiatives.models import InitiativeArea
from reports.models import Chapter, ReportChapter, Voice
from tests.conftest import make_agreement, make_arena, make_initiative
from tests.reports.stored import Place, make_indicator, make_territory, observe

pytestmark = pytest.mark.django_db

BETTER, WORSE = (900, 5_900), (100, 5_100)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


class Page:
    """The page of a report as a reader gets it."""

    def __init__(self, place: Place, below: str = "") -> None:
        response = Client().get(f"{place.report.get_absolute_url()}{below}")
        assert response.status_code == 200
        self.tree = html.document_fromstring(response.content.decode())

    def section(self, name: str) -> html.HtmlElement:
        (found,) = self.tree.xpath(f"//section[@aria-labelledby='{name}']")
        return found

    def told(self, name: str) -> str:
        return words(self.section(name))

    def lines(self, name: str) -> list[html.HtmlElement]:
        return self.section(name).xpath(".//ul[@class='plot']/li")

    @property
    def order(self) -> list[str]:
        return self.tree.xpath("//section/@aria-labelledby")


@pytest.fixture
def place() -> Place:
    return Place(title="Provby")


def counted(place: Place, pair: tuple[int, int], **kind: object) -> object:
    here, whole = pair
    return place.counted((here, 1_000), (whole, 11_000), **kind)


# --- In what order ---------------------------------------------------------------------------


def test_what_stands_out_comes_first_and_resources_before_problems(place: Place) -> None:
    make_arena(area=place.area)
    chapter = Chapter.objects.create(title="Skola")
    counted(place, WORSE, chapter=chapter)
    counted(place, BETTER, by_residents=True)
    place.give_out()
    order = Page(place).order
    told = ["kort", "resurser", "rost", "kapitel-1", "grans", "behov", "utgava"]
    assert [name for name in order if name in told] == told


def test_highlights_are_for_better_and_for_worse_with_a_sign_and_a_year(place: Place) -> None:
    counted(place, BETTER, plain_title="Går i skolan")
    counted(place, WORSE, plain_title="Har arbete")
    place.give_out()
    section = Page(place).section("kort")
    better, worse = (words(it) for it in section.xpath(".//li"))
    assert better == (
        "Går i skolan: 90 procent i Provby (stadsdel), 50 i resten av Borås. Tydligt bättre. 2023."
    )
    assert worse.startswith(
        "Har arbete: 10 procent i Provby (stadsdel), 50 i resten av Borås. Tydligt sämre."
    )
    signs = section.xpath(".//use/@href")
    assert signs == ["#tecken-better", "#tecken-worse"]
    assert Page(place).tree.xpath("//symbol[@id='tecken-better'] | //symbol[@id='tecken-worse']")


def test_chapters_come_in_their_order_with_text_and_with_figures_or_without(place: Place) -> None:
    last, first, empty = (
        Chapter.objects.create(title=title, order=order)
        for title, order in (("Sist", 3), ("Först", 1), ("Tomt", 2))
    )
    counted(place, BETTER, chapter=first)
    counted(place, WORSE, chapter=last)
    ReportChapter.objects.create(report=place.report, chapter=first, body="<p>Om det första.</p>")
    ReportChapter.objects.create(report=place.report, chapter=empty, body="<p>Bara ord.</p>")
    place.give_out()
    page = Page(place)
    titles = [page.section(f"kapitel-{n}").xpath("string(.//h2)") for n in (1, 2, 3)]
    assert titles == ["Först", "Tomt", "Sist"]
    assert "Om det första." in page.told("kapitel-1")
    assert "Kapitlets siffror är inte inlagda än." in page.told("kapitel-2")


# --- A line ----------------------------------------------------------------------------------


def test_a_line_tells_the_area_the_rest_the_whole_and_how_certain_it_is(place: Place) -> None:
    counted(place, BETTER)
    place.give_out()
    page = Page(place)
    (line,) = page.lines("kapitel-1")
    assert "Tydligt bättre" in words(line)
    told = "Provby (stadsdel) 90 (88 till 92), resten av Borås 50, hela Borås 54 procent. 2023."
    assert told in words(line)
    assert line.xpath(".//svg[@class='chart']")
    cells = [words(cell) for cell in page.section("kapitel-1").xpath(".//tbody/tr[1]/*")]
    assert cells[1:] == [
        "Provby",
        "90",
        "88 till 92",
        "50",
        "54",
        "+40,0 (+37,8 till +42,0)",
        "Tydligt bättre",
    ]


def test_what_to_bear_in_mind_follows_the_figure_everywhere(place: Place) -> None:
    indicator = make_indicator()
    values = {"status": "provisional", "note": "Räknat på hösten."}
    observe(indicator, place.here, count=900, denominator=1_000, **values)
    observe(indicator, place.whole, count=5_900, denominator=11_000)
    place.give_out()
    page = Page(place)
    assert "Preliminärt" in page.told("kort")
    assert "Preliminärt" in words(page.lines("kapitel-1")[0])
    assert "Räknat på hösten." in words(page.lines("kapitel-1")[0])


def test_a_percentage_without_counts_gets_no_interval_no_chart_and_no_colour(
    place: Place,
) -> None:
    indicator = make_indicator(unit="procent")
    observe(indicator, place.here, value=69.2)
    observe(indicator, place.whole, value=82.6)
    place.give_out()
    page = Page(place)
    (line,) = page.lines("kapitel-1")
    assert "Inte beräknat" in words(line)
    assert "Vi vet inte hur många personer siffran bygger på." in words(line)
    assert "om siffran bygger på färre än 31 personer" in words(line)
    assert not line.xpath(".//svg[@class='chart'] | .//svg//polyline")
    row = [words(cell) for cell in page.section("kapitel-1").xpath(".//tbody/tr[1]/td")]
    assert row[2:6] == ["", "", "83", ""]
    assert not page.tree.xpath("//section[@aria-labelledby='kort']")
    assert "Vi vet inte" not in page.told("grans")
    assert "När vi inte vet hur många personer en siffra bygger på" in page.told("grans")


def test_the_division_is_named_where_figures_are_not_compared(place: Place) -> None:
    where = make_territory(place.area, division="clinic-area", title="Kliniken")
    observe(make_indicator(), where, value=50)
    place.give_out()
    assert "Kliniken (klinikområde)" in words(Page(place).lines("kapitel-1")[0])


@pytest.mark.parametrize("division", ["district", "kommundel", "clinic-area", "not-stated"])
def test_the_page_of_an_indicator_names_the_division(place: Place, division: str) -> None:
    where = make_territory(place.area, division=division, title="Provplats")
    indicator = make_indicator()
    observe(indicator, where, count=900, denominator=1_000)
    observe(indicator, place.whole, count=5_900, denominator=11_000)
    place.give_out()
    page = Page(place, f"matt/{indicator.code}/")
    named = where.get_division_display()
    assert f"Provplats ({named})" in page.told("plats-1")
    assert f"Provplats ({named})" in page.told("tabell")


# --- The page of an indicator ----------------------------------------------------------------


def test_an_indicator_tells_all_one_needs_to_read_it(place: Place) -> None:
    told = {
        "definition": "Andelen som bor trångt.",
        "rationale": "Det påverkar sömnen.",
        "numerator": "Trångbodda",
        "numerator_source": "Registret",
        "denominator": "Alla boende",
        "denominator_source": "Folkbokföringen",
        "population": "Alla över 18 år",
        "caveats": "Räknas olika.",
        "breaks": "Nytt sätt 2020.",
        "frequency": "Varje år",
        "owner": "Staden",
        "licence": "CC0",
        "collection": "register",
    }
    indicator = counted(place, BETTER, **told)
    place.give_out()
    text = words(Page(place, f"matt/{indicator.code}/").tree.xpath("//main")[0])
    for words_told in [*told.values()][:-1]:
        assert words_told in text
    assert "Skillnaden mot resten av Borås är +40,0 (+37,8 till +42,0)." in text


# --- Two voices ------------------------------------------------------------------------------


def voices(place: Place) -> list[str]:
    return [words(it) for it in Page(place).section("rost").xpath(".//ul[@class='voices']/li")]


@pytest.mark.parametrize(("verdict", "told"), [("agrees", "Stämmer överens"), ("chafes", "Skaver")])
def test_two_voices_stand_side_by_side_with_a_mark(place: Place, verdict: str, told: str) -> None:
    register = counted(place, BETTER, title="Brott", collection="register")
    residents = make_indicator(
        title="Otrygga", by_residents=True, collection="sample", population="Vuxna i Provby"
    )
    observe(residents, place.here, count=300, denominator=412, answers=412)
    pair = {"register": register, "residents": residents, "verdict": verdict}
    Voice.objects.create(report=place.report, title="Trygghet", **pair)
    place.give_out()
    (text,) = voices(place)
    assert told in text
    assert text.index("Registren") < text.index("Brott") < text.index("De boende")
    for part in ("Otrygga", "412 svar.", "Urvalsundersökning", "Vuxna i Provby"):
        assert part in text


def test_if_only_one_of_two_knows_it_is_said_and_no_verdict_is_given(place: Place) -> None:
    register = counted(place, BETTER, title="Brott")
    other = make_indicator(title="Otrygga", by_residents=True)
    pair = {"register": register, "residents": other, "verdict": "agrees"}
    Voice.objects.create(report=place.report, title="Trygghet", **pair)
    Voice.objects.create(report=place.report, title="Arbete", register=register, order=200)
    place.give_out()
    for text in voices(place):
        assert "Bara den ena vet" in text
        assert "Vet inte." in text
        assert "Stämmer överens" not in text


def test_a_hidden_figure_gives_no_verdict_that_could_tell_of_it(place: Place) -> None:
    register = counted(place, BETTER, title="Brott")
    residents = make_indicator(title="Otrygga", by_residents=True)
    observe(residents, place.here, count=3, denominator=100)
    pair = {"register": register, "residents": residents, "verdict": "agrees"}
    Voice.objects.create(report=place.report, title="Trygghet", **pair)
    place.give_out()
    (text,) = voices(place)
    assert "Bara den ena vet" in text
    assert "Visas inte, för att skydda enskilda personer" in text


# --- From need to effort ---------------------------------------------------------------------


def test_efforts_needs_without_effort_and_efforts_without_measure_are_listed(
    place: Place,
) -> None:
    answered = counted(place, WORSE, title="Besvarat mått")
    counted(place, WORSE, title="Glömt mått")
    counted(place, BETTER, title="Bra mått")
    initiative = make_initiative(title="Insats med mått")
    unmeasured = make_initiative(title="Insats utan mått")
    answered.initiatives.add(initiative, make_initiative(title="Hemlig", published_at=None))
    answered.agreements.add(make_agreement(title="Avtal med mått"))
    make_agreement(title="Avtal utan mått").areas.add(place.area)
    for each in (initiative, unmeasured):
        InitiativeArea.objects.create(initiative=each, area=place.area)
    place.give_out()
    with_efforts, needs, without = Page(place).section("behov").xpath(".//div[h3]")
    for part in ("Besvarat mått", "Insats med mått", "Avtal med mått"):
        assert part in words(with_efforts)
    assert [words(it) for it in needs.xpath(".//li")] == ["Glömt mått: Tydligt sämre"]
    assert [words(it) for it in without.xpath(".//li")] == [
        "Insats utan mått",
        "Avtal utan mått",
    ]
    assert "Hemlig" not in words(Page(place).tree.xpath("//main")[0])


# --- What the figures can't say --------------------------------------------------------------


def test_the_page_counts_what_chance_alone_would_show(place: Place) -> None:
    for pair in (BETTER, WORSE, (500, 5_500), (510, 5_510)):
        counted(place, pair)
    observe(make_indicator(), place.here, value=50)
    place.give_out()
    page = Page(place)
    assert "4 mått är jämförda med resten av Borås." in page.told("grans")
    assert "skulle slumpen ändå visa ungefär 0,2" in page.told("grans")
    assert "2 av 4 mått går inte att avgöra." in page.told("kort")


def test_what_is_hidden_is_listed_without_its_number(place: Place) -> None:
    counted(place, (3, 5_003), title="Få fall")
    counted(place, BETTER, title="Många fall")
    place.give_out()
    text = Page(place).told("grans")
    assert "Få fall: Provby" in text
    assert "Många fall" not in text
    assert "för att skydda enskilda personer" in text


def test_a_report_without_release_says_so(place: Place) -> None:
    counted(place, BETTER)
    page = Page(place)
    assert "Siffrorna för området är inte inlagda än." in words(page.tree.xpath("//main")[0])
    assert "utgava" not in page.order


def test_the_release_is_named_with_its_fingerprint(place: Place) -> None:
    counted(place, BETTER)
    release = place.give_out(note_sv="Helt ny.")
    text = Page(place).told("utgava")
    for part in (release.number, release.sha256, "Helt ny."):
        assert part in text
