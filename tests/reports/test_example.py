"""The invented data set, loaded: it says everywhere that it is invented, and mixes with nothing."""

import io
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from django.utils.translation import gettext, override

from boras_halsa import example
from languages.routing import address
from reports.dataset import dataset
from reports.example.figures import MISTAKEN
from reports.example.plan import AREAS
from reports.models import Chapter, Indicator, Observation, Release, Report, Territory
from reports.releasing import problems
from tests.conftest import LANGUAGES
from tests.test_whole_site import sitemap_addresses

pytestmark = pytest.mark.django_db

SLUGS = [f"exempel-{area}" for area in AREAS]
# The pages that may tell that there are examples: the lists of all reports.
TELL_OF_EXAMPLES = {
    "/kunskapsunderlag/",
    "/kunskapsunderlag/ladda-ner/",
    "/oppna-data/",
    "/ar/knowledge-reports/",
    "/ar/knowledge-reports/download/",
    "/ar/open-data/",
}
MIXED = "Påhittade exempelvärden"


@pytest.fixture(scope="module")
def before(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, bytes]]:
    """The example is loaded; this is what every page was like before that, in two languages."""
    with django_db_blocker.unblock(), transaction.atomic():
        pages = {path: Client().get(path).content for path in site_paths()}
        example.load()
        yield pages
        transaction.set_rollback(True)


def site_paths() -> list[str]:
    """Every page in the sitemap, in Swedish and in Arabic."""
    others = {settings.LANGUAGE_PATHS.get(code, code) for code in LANGUAGES} - {"ar"}
    paths = [found.removeprefix("http://testserver") for found in sitemap_addresses(Client())]
    return [path for path in paths if path.split("/")[1] not in others - {""}]


def words(language: str) -> str:
    with override(language):
        return gettext("Exempeldata, påhittade värden")


# --- Loaded ----------------------------------------------------------------------------------


def test_loading_twice_is_loading_once(before: dict[str, bytes]) -> None:
    def stored() -> tuple[int, ...]:
        return tuple(m.objects.count() for m in (Observation, Indicator, Territory, Release))

    once, out = stored(), io.StringIO()
    call_command("load_example", stdout=out)
    assert "already there, nothing changed" in out.getvalue()
    assert stored() == once
    assert Observation.objects.filter(indicator__is_example=True).count() == 6000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_invented_indicator_says_so_in_every_language(
    before: dict[str, bytes], language: str
) -> None:
    found = Indicator.objects.filter(code__startswith="exempel-")
    assert len(found) == 50
    for indicator in found:
        assert indicator.is_example
        assert indicator.is_whole_in(language)
        for field in ("definition", "caveats"):
            assert indicator.text_in(field, language).startswith(words(language))


def test_every_invented_text_is_whole_in_every_language_and_a_machine_translation(
    before: dict[str, bytes],
) -> None:
    reports = Report.objects.filter(is_example=True)
    told = [
        *reports,
        *Indicator.objects.filter(is_example=True),
        *Territory.objects.filter(is_example=True),
        *Release.objects.filter(is_example=True),
        *(part for report in reports for part in (*report.chapters.all(), *report.voices.all())),
        Chapter.objects.get(title_sv="Hälsa och levnadsvanor"),
    ]
    assert len(told) == 3 + 50 + 4 + 6 + 3 * (7 + 4) + 1
    for row in told:
        for language in LANGUAGES:
            assert row.is_whole_in(language), row
            assert row.languages[language].get("state", "machine") == "machine", row


def test_the_second_edition_corrects_the_first(before: dict[str, bytes]) -> None:
    for slug in SLUGS:
        second, first = Report.objects.get(slug=slug).releases.all()
        assert first.is_example
        assert second.is_example
        changed = [
            (now["indicator"], now["to"])
            for then, now in zip(
                first.data["observations"], second.data["observations"], strict=True
            )
            if then["value"] != now["value"]
        ]
        assert {code for code, _ in changed} == set(MISTAKEN)
        assert {to for _, to in changed} == {"2023-12-31"}
        assert all(second.text_in("note", language) for language in LANGUAGES)


def test_the_figures_show_all_that_figures_can_show(before: dict[str, bytes]) -> None:
    outcomes: Counter[tuple[str, float]] = Counter()
    for slug in SLUGS:
        data = Report.objects.get(slug=slug).releases.first().data
        found = Counter(
            (each["outcome"], each["level"]) for each in newest_comparisons(data).values()
        )
        assert found["better", 0.998] >= 3
        assert found["worse", 0.998] >= 3
        assert found["cannot-tell", 0] > 20
        assert {"up", "down", "cannot-tell"} == {each["direction"] for each in data["trends"]}
        assert any(row["status"] == "suppressed" for row in data["observations"])
        outcomes |= found
    likely = {outcome for outcome, level in outcomes if level == 0.95}
    assert {"better", "worse"} <= likely
    assert {"higher", "lower", "not-calculated"} <= {outcome for outcome, _ in outcomes}


def newest_comparisons(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    rows = [row for row in data["observations"] if "comparison" in row and row["sex"] == "all"]
    return {row["indicator"]: row["comparison"] for row in rows}


def test_a_hidden_sex_hides_the_other_too(before: dict[str, bytes]) -> None:
    hidden = defaultdict(set)
    for row in Report.objects.get(slug="exempel-norrby").releases.first().data["observations"]:
        if row["status"] == "suppressed":
            hidden[row["indicator"], row["territory"], row["to"]].add(row["sex"])
    assert hidden
    assert all(len(sexes) >= 2 for sexes in hidden.values())


def test_the_two_voices_say_what_the_figures_say(before: dict[str, bytes]) -> None:
    for slug in SLUGS:
        report = Report.objects.get(slug=slug)
        outcomes = newest_comparisons(report.releases.first().data)
        for voice in report.voices.exclude(verdict=""):
            both = {
                outcomes[voice.register.code]["outcome"],
                outcomes[voice.residents.code]["outcome"],
            }
            assert voice.verdict == ("agrees" if len(both) == 1 else "chafes"), voice


# --- Never taken for real --------------------------------------------------------------------


def example_pages(language: str) -> Iterator[str]:
    """Every page that shows an invented value, and the list of reports."""
    with override(language):
        yield address("reports:list")
        for slug in SLUGS:
            yield address("reports:detail", slug=slug)
            yield address("reports:releases", slug=slug)
        number = Report.objects.get(slug=SLUGS[0]).releases.last().number
        yield address("reports:release", slug=SLUGS[0], number=number)
        for code in MISTAKEN:
            yield address("reports:indicator", slug=SLUGS[1], code=code)
        yield f"{address('reports:compare')}?indicator={MISTAKEN[0]}"
        yield f"{address('reports:compare')}?report={SLUGS[2]}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_with_an_invented_value_says_so(
    before: dict[str, bytes], client: Client, language: str
) -> None:
    for path in example_pages(language):
        response = client.get(path)
        assert response.status_code == 200, path
        assert escape(words(language)).lower() in response.content.decode().lower(), path


def test_every_other_page_is_the_same_as_before(before: dict[str, bytes], client: Client) -> None:
    assert len(before) > 60
    changed = {path for path, content in before.items() if client.get(path).content != content}
    assert changed == TELL_OF_EXAMPLES


def test_a_real_report_takes_no_invented_figure_however_it_is_stored(
    before: dict[str, bytes],
) -> None:
    """Staff are refused such a figure; here it is put straight into the database."""
    real, invented_one = (Report.objects.get(slug=slug) for slug in ("norrby", "exempel-norrby"))
    data = dataset(real).data, dataset(invented_one).data
    known, unknown = (Indicator.objects.filter(is_example=it).first() for it in (False, True))
    here, there = (
        Territory.objects.filter(is_example=it, area=real.area).first() for it in (False, True)
    )
    pairs = [(known, there), (unknown, here)]
    Observation.objects.bulk_create(
        Observation(indicator=i, territory=t, value=1, period_from=date(1900, 1, 1))
        for i, t in pairs
    )
    assert (dataset(real).data, dataset(invented_one).data) == data


def test_staff_can_not_enter_an_invented_figure_for_a_real_place(before: dict[str, bytes]) -> None:
    unknown = Indicator.objects.filter(is_example=True).first()
    here = Territory.objects.filter(is_example=False).first()
    with pytest.raises(ValidationError, match="Påhittade mått"):
        Observation(indicator=unknown, territory=here, value=1).full_clean()


def test_invented_and_real_figures_are_not_released_together(before: dict[str, bytes]) -> None:
    real, invented_one = (Report.objects.get(slug=slug) for slug in ("norrby", "exempel-norrby"))
    own, other = dataset(real).data, dataset(invented_one).data
    both = own | {"indicators": own["indicators"] | other["indicators"]}
    for report, data in [(real, both), (invented_one, both), (real, other), (invented_one, own)]:
        assert any(MIXED in problem for problem in problems(report, data))
    for report, data in [(real, own), (invented_one, other)]:
        assert not any(MIXED in problem for problem in problems(report, data))


def test_the_area_and_the_home_page_lead_to_the_real_report(
    before: dict[str, bytes], client: Client
) -> None:
    Report.objects.filter(slug="norrby").update(published_at=None)
    for path in ("/", "/omraden/norrby/"):
        text = client.get(path).content.decode()
        assert "exempel-norrby" not in text
        assert "(exempel)" not in text


def test_a_report_of_fifty_indicators_and_ten_years_is_cheap(
    before: dict[str, bytes], client: Client
) -> None:
    with CaptureQueriesContext(connection) as queries:
        page = client.get("/kunskapsunderlag/exempel-norrby/").content
    assert page.count(b"/matt/exempel-") >= 50
    assert len(page) < 150_000
    assert len(queries) <= 12
