"""The sentences that figures write say the same in every language."""

import re

import pytest
from django.test import Client
from django.utils.translation import override
from lxml import html
from modeltranslation.utils import build_localized_fieldname

from languages.routing import address
from reports.lines import lines
from reports.models import Indicator, Territory
from reports.sentences import highlights, outcome_in_words, sentence, with_interval
from tests.conftest import LANGUAGES
from tests.reports.stored import Place

pytestmark = pytest.mark.django_db

# What each language says by other means than the site's catalogues.
DECIMAL = {"sv": ",", "sv-x-latt": ",", "fi": ",", "en": ".", "ar": ".", "so": "."}
CLEARLY = {
    "sv": "tydligt",
    "sv-x-latt": "tydligt",
    "en": "clearly",
    "fi": "selvästi",
    "ar": "بوضوح",
    "so": "si cad",
}
PROBABLY = {
    "sv": "troligen",
    "sv-x-latt": "troligen",
    "en": "probably",
    "fi": "todennäköisesti",
    "ar": "على الأرجح",
    "so": "u badan tahay",
}
DIRECTIONS = {
    "better": ["bättre", "bättre", "better", "parempi", "أفضل", "fiican"],
    "worse": ["sämre", "sämre", "worse", "huonompi", "أسوأ", "liit"],
    "higher": ["högre", "högre", "higher", "korkeampi", "أعلى", "sarree"],
    "lower": ["lägre", "lägre", "lower", "matalampi", "أدنى", "hoosee"],
}
SPOKEN = ["sv", "sv-x-latt", "en", "fi", "ar", "so"]
INVENTED = {
    "sv": "påhittade",
    "sv-x-latt": "påhittade",
    "en": "invented",
    "fi": "keksittyjä",
    "ar": "مختلقة",
    "so": "curiyay",
}
UP, DOWN = (
    {"clear": (900, 5_900), "likely": (535, 5_535)},
    {
        "clear": (100, 5_100),
        "likely": (465, 5_465),
    },
)
WAYS_UP = {"high": "better", "low": "worse", "none": "higher"}
WAYS_DOWN = {"high": "worse", "low": "better", "none": "lower"}
CASES = [
    (polarity, cases, certainty, direction)
    for cases, directions in (
        (UP, ("better", "worse", "higher")),
        (DOWN, ("worse", "better", "lower")),
    )
    for polarity, direction in zip(("high", "low", "none"), directions, strict=True)
    for certainty in ("clear", "likely")
]


def in_all_languages(**texts: str) -> dict[str, str]:
    return {
        build_localized_fieldname(field, language): text
        for field, text in texts.items()
        for language in LANGUAGES
    }


def place_with(polarity: str, here: int, whole: int, *, is_example: bool = False) -> Place:
    """A place where 50 percent of 10 000 is the rest of the city."""
    place = Place(title="Provby")
    told = in_all_languages(title="M", unit="u")
    values = {"polarity": polarity, "decimals": 1, "is_example": is_example}
    if is_example:
        type(place.report).objects.filter(pk=place.report.pk).update(is_example=True)
        place.report.refresh_from_db()
        Territory.objects.filter(pk__in=[place.here.pk, place.whole.pk]).update(is_example=True)
    place.counted((here, 1_000), (whole, 11_000), **told, **values)
    return place


def numbers_in(text: str, language: str) -> list[float]:
    """Every number with decimals, as the language writes it."""
    mark = re.escape(DECIMAL[language])
    return [
        float(found.replace(DECIMAL[language], ".")) for found in re.findall(rf"\d+{mark}\d", text)
    ]


def faults(text: str, language: str, numbers: list[float], certainty: str, direction: str) -> list:
    """What a sentence lacks, or says without cover in the figures."""
    said = text.lower()
    found = [] if numbers_in(text, language) == numbers else ["numbers"]
    right, wrong = (CLEARLY, PROBABLY) if certainty == "clear" else (PROBABLY, CLEARLY)
    if right[language] not in said or wrong[language] in said:
        found.append("certainty")
    words = {way: told[SPOKEN.index(language)] for way, told in DIRECTIONS.items()}
    if [way for way, word in words.items() if word in said] != [direction]:
        found.append("direction")
    return found


def spoken(place: Place, language: str) -> str:
    """The outcome and the sentence of the only line of a place."""
    (line,) = lines(place.report.releases.first())
    with override(language):
        return f"{sentence(line)} {outcome_in_words(line)}"


@pytest.mark.parametrize(("polarity", "cases", "certainty", "direction"), CASES)
def test_every_language_says_the_same_numbers_direction_and_certainty(
    polarity: str, cases: dict, certainty: str, direction: str
) -> None:
    here, whole = cases[certainty]
    place = place_with(polarity, here, whole)
    place.give_out()
    for language in LANGUAGES:
        text = spoken(place, language)
        assert not faults(text, language, [here / 10, 50.0], certainty, direction), text
        assert "Provby" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_that_lacks_something_is_found_out(language: str) -> None:
    """The tests above could otherwise pass by looking at nothing."""
    place = place_with("low", *UP["likely"])
    place.give_out()
    text, known = spoken(place, language), ([53.5, 50.0], "likely", "worse")
    assert not faults(text, language, *known)
    mark = DECIMAL[language]
    assert faults(text.replace(f"50{mark}0", ""), language, *known) == ["numbers"]
    assert faults(text.replace(f"53{mark}5", f"53{mark}6"), language, *known) == ["numbers"]
    assert faults(text, language, known[0], "clear", "worse") == ["certainty"]
    assert faults(text, language, known[0], "likely", "better") == ["direction"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_full_line_tells_of_all_five_numbers(language: str) -> None:
    place = place_with("high", *UP["likely"])
    place.give_out()
    (line,) = lines(place.report.releases.first())
    with override(language):
        text = with_interval(line)
    assert numbers_in(text, language) == [53.5, 50.4, 56.6, 50.0, 50.3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_it_in_the_language_of_the_reader_with_the_caveat(
    client: Client, language: str
) -> None:
    place = place_with("high", *DOWN["clear"], is_example=True)
    place.give_out()
    type(place.report).objects.filter(pk=place.report.pk).update(
        **in_all_languages(title="Provunderlag")
    )
    place.report.refresh_from_db()
    place.report.save()
    with override(language):
        path = address("reports:detail", slug=place.report.slug)
    page = html.document_fromstring(client.get(path).content.decode())
    (section,) = page.xpath("//section[@aria-labelledby='kort']")
    (item,) = section.xpath(".//li")
    text = " ".join(item.text_content().split())
    assert not faults(text, language, [10.0, 50.0], "clear", "worse"), text
    assert "2023" in text
    assert INVENTED[language] in section.text_content().lower()


def test_the_clear_come_first_and_no_more_than_three_are_told() -> None:
    place = Place()
    for here, whole in (UP["likely"], UP["clear"], (560, 5_560), (700, 5_700), (520, 5_520)):
        place.counted((here, 1_000), (whole, 11_000))
    found = highlights(lines(place.give_out()))
    assert [round(float(line.here.value)) for line in found.better] == [90, 70, 56]
    assert (found.worse, found.cannot_tell, found.compared) == ([], 1, 5)


def test_what_can_not_be_compared_is_not_counted_as_compared() -> None:
    place = Place()
    Indicator.objects.filter(pk=place.counted((500, 1_000), (5_500, 11_000)).pk).update(
        value_type="count"
    )
    assert highlights(lines(place.give_out())).compared == 0
