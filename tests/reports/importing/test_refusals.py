"""Every row that can't be right is named, with its row, its column and what to do."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from reports.models import Indicator, Observation, Territory
from tests.reports.importing import files
from tests.reports.importing.files import csv, look_through, outcome, refusals, row, take_in, xlsx

SHARE = {"indikator": "andel", "värde": None}


@pytest.mark.parametrize(
    ("told", "column", "said"),
    [
        ({"indikator": "okänd"}, "A: indikator", "”okänd” finns inte"),
        ({"indikator": None}, "A: indikator", "saknas. Fyll i koden"),
        ({"indikator": "Summa"}, "A: indikator", "summarad"),
        ({"geografi": "månen"}, "B: geografi", "”månen” finns inte"),
        ({"geografi": 115}, "B: geografi", "men ”0115” gör det. Excel tar bort nollor"),
        ({"period_från": "vår"}, "C: period från", "”vår” är ingen dag"),
        ({"period_från": 2024}, "D: period till", "slutar innan den börjar"),
        ({"period_från": None}, "C: period från", "början saknas"),
        ({"värde": None}, "E: värde", "Värdet saknas"),
        ({"värde": "x"}, "E: värde", "”x” är inget tal"),
        ({"värde": "12,5 %"}, "E: värde", "utan procenttecken"),
        ({"undre_gräns": 13}, "F: undre gräns", "i den ordningen"),
        ({"kön": "Pojkar"}, "F: kön", "inget av: Alla, Kvinnor, Män"),
        ({"ålder_från": 7, "ålder_till": 6}, "G: ålder till", "slutar innan den börjar"),
        ({"ålder_från": 131}, "F: ålder från", "131 år är ingen ålder"),
        ({"ålder_från": 6.5}, "F: ålder från", "har decimaler"),
        ({"antal": -1}, "F: antal", "−1 är mindre än noll"),
        ({"antal": 9.5}, "F: antal", "9,5 har decimaler"),
        ({"antal": 9, "nämnare": 8}, "F: antal", "Antalet 9 är större än nämnaren 8"),
        ({"svarsandel": 101}, "F: svarsandel", "från 0 till 100"),
        ({"status": "borta"}, "F: status", "”borta” är inget av: Värde finns"),
        ({"status": "Ej tillämpligt"}, "F: status", "men raden har tal"),
        ({"anmärkning": "x" * 301}, "F: anmärkning", "301 tecken"),
        ({"indikator": "andel", "värde": 100.1}, "E: värde", "högst 100"),
        ({"indikator": "andel", "värde": -0.1}, "E: värde", "mindre än noll"),
        ({**SHARE, "antal": 8}, "nämnare", "Nämnaren saknas"),
        (
            {"indikator": "andel", "värde": 50, "antal": 12, "nämnare": 30},
            "E: värde",
            "Värdet 50 stämmer inte: antal och nämnare ger 40",
        ),
        (
            {"indikator": "tal", "värde": 40, "antal": 12, "nämnare": 30},
            "E: värde",
            "antal och nämnare ger 400",
        ),
        ({"indikator": "folk", "värde": 12, "antal": 13}, "E: värde", "är inte antalet 13"),
    ],
)
def test_a_row_that_can_not_be_right_is_refused(
    staff: Client, told: dict[str, Any], column: str, said: str
) -> None:
    content = xlsx(row(period_från=1999, period_till=1999), row() | spaced(told))
    found = refusals(staff, content)
    assert [(number, where) for number, where, _ in found] == [(3, column)]
    assert said in found[0][2]


def spaced(told: dict[str, Any]) -> dict[str, Any]:
    return {name.replace("_", " "): content for name, content in told.items()}


@pytest.mark.parametrize(
    "told",
    [
        {"indikator": "andel", "värde": 33.3, "antal": 10, "nämnare": 30},
        {"indikator": "andel", "värde": 33, "antal": 10, "nämnare": 30},
        {"indikator": "andel", "värde": 33.3333, "antal": 10, "nämnare": 30},
        {"värde": -2},
        {"värde": None, "status": "Har inte samlats in"},
        {"värde": None, "status": "not-collected"},
        {"kön": "kvinnor"},
        {"kön": " women "},
        {"period från": None, "period till": None},
        {"period till": None},
        {"indikator": "folk", "antal": 12, "värde": None},
    ],
)
def test_a_row_that_may_be_right_is_let_through(staff: Client, told: dict[str, Any]) -> None:
    assert refusals(staff, xlsx(row() | told)) == []


def test_two_values_for_one_cell_are_refused(staff: Client) -> None:
    found = refusals(staff, csv(row(), row(värde=13), row(kön="Män")))
    assert [(number, where) for number, where, _ in found] == [(3, "A: indikator")]
    assert "Rad 2 har samma" in found[0][2]


def test_periods_that_overlap_in_the_file_are_refused(staff: Client) -> None:
    long, short = row(period_från=2020, period_till=2022), row(period_från=2021, period_till=2021)
    found = refusals(staff, csv(long, short, row(period_från=2021, period_till=2021, kön="Män")))
    assert [(number, where) for number, where, _ in found] == [(3, "C: period från")]
    assert "Perioden 2021 överlappar 2020 till 2022 på rad 2" in found[0][2]


def test_a_period_that_overlaps_a_stored_one_is_refused(staff: Client) -> None:
    take_in(staff, csv(row(period_från=2020, period_till=2022)))
    found = refusals(staff, csv(row(period_från="2022-12-31", period_till="2022-12-31")))
    assert [(number, where) for number, where, _ in found] == [(2, "C: period från")]
    assert "2022-12-31 överlappar 2020 till 2022 som redan finns" in found[0][2]
    assert refusals(staff, csv(row(period_från=2023))) == []


COUNTED = {"indikator": "andel", "värde": None, "nämnare": 1000}


def test_a_part_larger_than_the_city_is_refused(staff: Client) -> None:
    content = csv(
        row(**COUNTED, antal=500, geografi="staden"),
        row(**COUNTED, antal=501),
        row(**COUNTED, antal=400, geografi="0115"),
    )
    assert refusals(staff, content) == [
        (
            3,
            "G: antal",
            "Antalet för norr, 501 på rad 3, är större än för hela kommunen, 500 på rad 2. "
            "Kontrollera båda.",
        )
    ]


def test_a_part_larger_than_the_stored_city_is_refused_and_the_other_way_round(
    staff: Client,
) -> None:
    take_in(staff, csv(row(**COUNTED, antal=500, geografi="staden")))
    found = refusals(staff, csv(row(**COUNTED | {"nämnare": 1001}, antal=500)))
    assert [(number, where) for number, where, _ in found] == [(2, "F: nämnare")]
    assert "hela kommunen, 1 000 som redan finns" in found[0][2]
    take_in(staff, csv(row(**COUNTED, antal=500)))
    found = refusals(staff, csv(row(**COUNTED, antal=499, geografi="staden")))
    assert [(number, where) for number, where, _ in found] == [(2, "G: antal")]
    assert "norr, 500 som redan finns, är större än för hela kommunen, 499 på rad 2" in found[0][2]


def test_people_in_a_part_are_not_more_than_in_the_city(staff: Client) -> None:
    folk = {"indikator": "folk"}
    content = csv(row(**folk, värde=100, geografi="staden"), row(**folk, värde=101))
    assert [number for number, _, _ in refusals(staff, content)] == [3]


def test_examples_and_real_values_are_not_mixed(staff: Client) -> None:
    found = refusals(staff, csv(row(), row(indikator="lek")))
    assert [(number, where) for number, where, _ in found] == [(3, "A: indikator")]
    assert "påhittade värden" in found[0][2]


def test_few_are_stored_as_not_shown_and_the_page_says_so(staff: Client) -> None:
    content = csv(row(**COUNTED, antal=4), row(**COUNTED, antal=5, kön="Män"))
    assert "för små för att visas: 1. De får statusen" in files.text_of(
        look_through(staff, content)
    )
    take_in(staff, content)
    assert [*Observation.objects.order_by("sex").values_list("sex", "status")][-2:]
    assert Observation.objects.get(count=4).status == "suppressed"
    assert Observation.objects.get(count=5).status == "ok"


def test_few_people_are_few_also_when_they_are_told_as_a_value(staff: Client) -> None:
    take_in(staff, csv(row(indikator="folk", värde=3)))
    assert Observation.objects.get(value=3).status == "suppressed"


def test_few_people_are_few_also_when_a_share_tells_how_many(staff: Client) -> None:
    take_in(staff, csv(row(indikator="andel", värde=3, nämnare=100)))
    assert Observation.objects.get(value=3).status == "suppressed"


def test_only_the_first_two_hundred_faults_are_listed(staff: Client) -> None:
    content = csv(*(row(värde="x", period_från=None, period_till=None) for _ in range(250)))
    page = look_through(staff, content)
    assert "Och 50 fel till." in files.text_of(page)
    assert outcome(page)["Rader med fel"] == 250


def test_what_is_taken_in_is_what_the_form_for_one_value_would_take(staff: Client) -> None:
    rows = [
        row(**COUNTED, antal=count, kön=sex)
        for count, sex in ((0, "Alla"), (3, "Kvinnor"), (1000, "Män"))
    ]
    answers = {"period_från": 2022, "period_till": 2022, "antal_svar": 3}
    Indicator.objects.filter(code="medel").update(disclosure_rule="answers")
    take_in(staff, csv(*rows, row(**answers)))
    for observation in Observation.objects.filter(indicator__code__in=["andel", "medel"]):
        observation.full_clean()


def test_a_region_may_be_larger_than_the_city(staff: Client) -> None:
    Territory.objects.create(code="regionen", title="Regionen", division="region")
    content = csv(
        row(**COUNTED, antal=500, geografi="staden"),
        row(**COUNTED | {"nämnare": 9000}, antal=600, geografi="regionen"),
    )
    assert refusals(staff, content) == []


def test_a_column_that_the_file_leaves_out_is_checked_as_it_is_stored(staff: Client) -> None:
    take_in(staff, csv(row(**COUNTED, antal=500)))
    found = refusals(staff, csv(row(indikator="andel", värde=None, antal=1001)))
    assert [(number, where) for number, where, _ in found] == [(2, "F: antal")]
    assert Observation.objects.get(count=500).denominator == Decimal(1000)
