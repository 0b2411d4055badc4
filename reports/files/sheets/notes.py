"""What one needs to read the figures: in words, by column, by code and by measure."""

from collections.abc import Iterator

from django.db.models import TextChoices
from django.template.defaultfilters import floatformat
from django.utils.translation import gettext, ngettext

from reports.comparisons import Outcome
from reports.files.edition import Edition
from reports.files.sheets.book import DAY, Cell, Table
from reports.files.sheets.words import neutral, prose
from reports.files.table import COLUMNS
from reports.models import Indicator, Observation, Territory


def notes(edition: Edition) -> Table:
    """What the figures can't say, as the page of the report tells it."""
    rows = [[prose(text, edition) for text in row] for row in _limits(edition)]
    headers = [gettext("Fråga"), gettext("Svar")]
    about = gettext("Vad siffrorna säger, och vad de inte kan säga")
    return Table("notes", gettext("Läs så här"), about, headers, rows, 100)


def _limits(edition: Edition) -> Iterator[tuple[str, str]]:
    yield (
        gettext("Hur är bladen uppställda?"),
        gettext(
            "Varje rad är ett värde: ett mått, en plats, en period, ett kön och en åldersgrupp."
            " Kolumnerna heter likadant på alla språk. Vad de betyder står på ett eget blad."
        ),
    )
    yield (
        gettext("Varför är en cell tom?"),
        gettext(
            "Uppgiften finns inte, eller får inte visas. Kolumnen status_name säger vilket."
            " En tom cell betyder aldrig noll."
        ),
    )
    yield (
        gettext("Varför visas inte alla siffror?"),
        gettext(
            "De här siffrorna visas inte, för att skydda enskilda personer. De bygger på för få"
            " personer, eller skulle avslöja en siffra som gör det."
        ),
    )
    yield (
        gettext("Vad kan en siffra inte säga?"),
        gettext(
            "En siffra visar hur det var i en del av staden vid en viss tid. Den säger inte varför"
            " det var så."
        ),
    )
    yield (
        gettext("Vad går att jämföra?"),
        gettext(
            "Siffror från olika år, eller för olika slags delar av staden, går inte att jämföra"
            " rakt av."
        ),
    )
    if edition.telling.highlights.compared:
        yield from _chance(edition)
    if edition.telling.has_unknown_base:
        yield (
            gettext("Varför är en jämförelse inte beräknad?"),
            gettext(
                "När vi inte vet hur många personer en siffra bygger på kan vi inte säga hur mycket"
                " av en skillnad som beror på slumpen."
            ),
        )


def _chance(edition: Edition) -> Iterator[tuple[str, str]]:
    """How sure a comparison is."""
    number = edition.telling.highlights.compared
    chance = floatformat(edition.telling.false_findings, 1)
    yield (
        gettext("Vad gör slumpen?"),
        ngettext(
            "%(number)s mått är jämfört med resten av Borås. Om det inte fanns några skillnader"
            " alls skulle slumpen ändå visa ungefär %(chance)s sådana.",
            "%(number)s mått är jämförda med resten av Borås. Om det inte fanns några skillnader"
            " alls skulle slumpen ändå visa ungefär %(chance)s sådana.",
            number,
        )
        % {"number": number, "chance": chance},
    )
    yield (
        gettext("Vad är ett intervall?"),
        gettext(
            "Intervallen räknar bara med slumpen, som om personerna inte påverkade varandra."
            " De som inte svarade i en enkät räknas inte in."
        ),
    )
    yield (
        gettext("Vad betyder troligen och tydligt?"),
        gettext(
            "Troligen betyder att skillnaden är så stor att slumpen visar den i högst 5 fall av"
            " 100. Tydligt betyder i högst 2 fall av 1 000."
        ),
    )


def columns(edition: Edition) -> Table:
    """What the columns of figures are called, and what they hold."""
    rows = [
        [neutral(column.name, edition), prose(str(column.title), edition)] for column in COLUMNS
    ]
    headers = [gettext("Kolumn"), gettext("Vad den innehåller")]
    about = gettext("Vad kolumnerna på bladen med siffror innehåller")
    return Table("columns", gettext("Kolumner"), about, headers, rows, 100)


def codes(edition: Edition) -> Table:
    """What the codes in the figures stand for."""
    rows = [
        [neutral(column, edition), neutral(code, edition), prose(words, edition)]
        for column, code, words in _codes()
    ]
    headers = [gettext("Kolumn"), gettext("Kod"), gettext("Betyder")]
    about = gettext("Vad koderna på bladen med siffror betyder")
    return Table("codes", gettext("Koder"), about, headers, rows)


def _codes() -> Iterator[tuple[str, str, str]]:
    choices: dict[str, type[TextChoices]] = {
        "division": Territory.Division,
        "sex": Observation.Sex,
        "status": Observation.Status,
    }
    for column, known in choices.items():
        for code, words in known.choices:
            yield column, code, str(words)
    for outcome in Outcome:
        yield "outcome", outcome.value, outcome.words


def measures(edition: Edition) -> Table:
    """All that is known of each measure."""
    told = [_measure(indicator, edition) for indicator in edition.indicators.values()]
    rows = [[cell for _header, cell in row] for row in told]
    headers = [header for header, _cell in told[0]]
    about = gettext("Vad varje mått mäter, hur, och vad man ska tänka på")
    return Table("measures", gettext("Mått"), about, headers, rows, 40)


def _measure(indicator: Indicator, edition: Edition) -> list[tuple[str, Cell]]:
    frozen = edition.data["indicators"][indicator.code]

    def told(field: str) -> Cell:
        return prose(edition.text(frozen.get(field, {})), edition)

    def chosen(words: str) -> Cell:
        return prose(str(words), edition)

    return [
        (gettext("Mått, som kod"), neutral(indicator.code, edition)),
        (gettext("Mått, som namn"), told("title")),
        (gettext("Namn i klarspråk"), told("plain_title")),
        (gettext("Enhet"), told("unit")),
        (gettext("Definition"), told("definition")),
        (gettext("Varför det mäts"), told("rationale")),
        (gettext("Slag av mått"), chosen(indicator.get_value_type_display())),
        (gettext("Så läser du det"), chosen(indicator.get_polarity_display())),
        (gettext("Täljare"), told("numerator")),
        (gettext("Täljarens källa"), told("numerator_source")),
        (gettext("Nämnare"), told("denominator")),
        (gettext("Nämnarens källa"), told("denominator_source")),
        (gettext("Befolkning"), told("population")),
        (gettext("Insamling"), chosen(indicator.get_collection_display())),
        (gettext("Period"), chosen(indicator.get_period_type_display())),
        (gettext("Hur ofta"), told("frequency")),
        (gettext("Att tänka på"), told("caveats")),
        (gettext("Brott i tidsserien"), told("breaks")),
        (gettext("Ansvarig för måttet"), told("owner")),
        (gettext("Licens"), told("licence")),
        (gettext("Nästa uppdatering"), neutral(indicator.next_update, edition, *DAY)),
    ]
