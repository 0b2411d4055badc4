"""A small release with all that is hard to write: hidden, missing, odd and dangerous."""

from datetime import date
from typing import Any

from reports.models import Chapter, Indicator, Observation, Release
from tests.reports.stored import Place, make_indicator, make_territory, observe

NOTES = (
    "=1+1",
    "-2+3 är en formel, @SUM(A1) en till",
    'Citat: "så", semikolon; komma, och\nen ny rad',
    " \t+46 033; =cmd|'/C calc'!A0",
    "Emoji \N{SWIMMER}, arabiska \N{ARABIC LETTER SAD}, <b>ingen tagg</b> &amp;",
    "'=redan med apostrof",
    "1/2",
    "00123",
)
TITLES = ('=HYPERLINK("http://a.example","Klicka")', "Vanligt mått", "<i>Lutar</i> & 'citerar'")
WORDS = {"title_en": "Made", "title_ar": "مقياس", "unit_en": "percent", "unit_ar": "بالمئة"}


def hard_release(**licence: Any) -> Release:
    """In Swedish, English and Arabic, with some measures that are not translated."""
    place = Place(title="Provby")
    for thing in (place.area, place.report):
        thing.title_en, thing.title_ar = "Test village", "قرية"
        thing.save()
    chapter = Chapter.objects.create(title="Skola; arbete", title_en="School", title_ar="مدرسة")
    _compared(place, chapter)
    _not_compared(place)
    _odd_groups(place)
    return place.give_out(note_sv='Det "nya"; =först', note_en="New", note_ar="جديد")


def _compared(place: Place, chapter: Chapter) -> None:
    """Better and worse, clear and likely, shares, rates and means, over the years."""
    for year in range(2017, 2024):
        of = Indicator.objects.filter(code="prov-serie").first()
        kind = {"of": of} if of else {"code": "prov-serie", "chapter": chapter, **WORDS}
        place.counted((500 + 40 * (year - 2017), 1_000), (5_600, 11_000), year, **kind)
    place.counted((100, 1_000), (5_100, 11_000), title=TITLES[0], decimals=1)
    place.counted((520, 1_000), (5_300, 11_000), title=TITLES[1], polarity="none", **WORDS)
    rate = {"value_type": "rate", "multiplier": 1_000, "polarity": "low", "decimals": 2}
    place.counted((12, 90_000), (2_500, 1_200_000), title=TITLES[2], unit="per 1 000", **rate)
    mean = make_indicator(value_type="mean", multiplier=1, decimals=3, unit="poäng")
    for territory, of, value in ((place.here, 400, -1.25), (place.whole, 5_000, 0)):
        reach = {"lower": value - 0.5, "upper": value + 0.5}
        observe(mean, territory, value=value, denominator=of, **reach)


def _not_compared(place: Place) -> None:
    """Hidden, not collected, unknown, zero and very large."""
    place.counted((3, 1_000), (5_500, 11_000), chapter=Chapter.objects.first())
    counts = {"value_type": "count", "multiplier": 1, "decimals": 1, "unit": "svar"}
    for number in (0, 1_234_567.8912, 0.0001):
        observe(make_indicator(**counts), place.here, value=number)
    share = make_indicator(decimals=1, plain_title="Så många; ungefär")
    observe(share, place.here, value=62.5, answers=500, response_rate=51.5)
    observe(share, place.whole, value=70.25)
    observe(make_indicator(unit=""), place.here, status="not-collected")
    observe(make_indicator(), place.here)
    kommundel = make_territory(place.area, division="kommundel")
    for status in ("not-applicable", "unreliable", "provisional", "revised"):
        value = None if status == "not-applicable" else 55.5
        observe(make_indicator(decimals=1), kommundel, value=value, status=status)
    nowhere = make_territory(place.area, division="not-stated")
    Observation.objects.create(indicator=make_indicator(), territory=nowhere, value=50)


def _odd_groups(place: Place) -> None:
    """Sexes, ages and periods of every kind, each with a note that is not nice."""
    indicator = make_indicator(title="Grupper", decimals=1)
    groups = [
        {"sex": "women"},
        {"sex": "men", "age_from": 0, "age_to": 0},
        {"age_to": 17},
        {"age_from": 65},
        {"sex": "women", "age_from": 16, "age_to": 84},
        {"period_from": date(2021, 7, 1), "period_to": date(2022, 6, 30)},
        {"period_to": None},
        {},
    ]
    for note, group in zip(NOTES, groups, strict=True):
        values = {"count": 300, "denominator": 700, "note": note, **group}
        observe(indicator, place.here, **values)
