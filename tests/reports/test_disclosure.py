"""Nobody can be found in the figures, not even by subtracting them from each other."""

import pytest

from reports.disclosure import Reason, hidden
from tests.reports.cells import a_territory, an_indicator, observed

NORRBY, SJOBO, HULTA = a_territory(), a_territory(), a_territory()
BORAS = a_territory("municipality")


@pytest.mark.parametrize(
    ("count", "of", "is_hidden"),
    [(0, 90, False), (1, 90, True), (4, 90, True), (5, 90, False), (86, 90, True), (90, 90, False)],
)
def test_few_cases_are_hidden_and_so_are_few_others(count: int, of: int, is_hidden: bool) -> None:
    assert bool(hidden([observed(an_indicator(), NORRBY, count, of)])) is is_hidden


@pytest.mark.parametrize(("answers", "is_hidden"), [(40, True), (41, False)])
def test_few_answers_are_hidden(answers: int, is_hidden: bool) -> None:
    survey = an_indicator(disclosure_rule="answers")
    assert bool(hidden([observed(survey, NORRBY, 30, answers, answers=answers)])) is is_hidden


def test_each_indicator_has_its_own_threshold() -> None:
    strict = an_indicator(disclosure_threshold=20)
    assert hidden([observed(strict, NORRBY, 19, 90)]) == {0: Reason.FEW}


def by_sex(women: int, men: int) -> list:
    indicator = an_indicator()
    return [
        observed(indicator, NORRBY, women + men, 200, sex="all"),
        observed(indicator, NORRBY, women, 100, sex="women"),
        observed(indicator, NORRBY, men, 100, sex="men"),
    ]


def test_the_other_sex_would_give_a_hidden_one_away() -> None:
    assert hidden(by_sex(3, 40)) == {1: Reason.FEW, 2: Reason.WOULD_TELL}
    assert hidden(by_sex(30, 40)) == {}


def test_two_hidden_sexes_need_nothing_more() -> None:
    assert hidden(by_sex(3, 4)) == {1: Reason.FEW, 2: Reason.FEW}


def test_parts_that_are_shown_would_give_a_hidden_sum_away() -> None:
    figures = by_sex(30, 40)
    figures[0].status = "suppressed"
    assert hidden(figures) == {0: Reason.FEW, 1: Reason.WOULD_TELL}


def by_area(*counts: int) -> list:
    """Three areas that make up the city, which comes first."""
    indicator = an_indicator()
    places = zip((NORRBY, SJOBO, HULTA), counts, strict=True)
    parts = [observed(indicator, place, count, 100) for place, count in places]
    return [observed(indicator, BORAS, sum(counts), 300), *parts]


def test_the_smallest_of_the_other_areas_is_hidden_where_the_areas_make_up_the_city() -> None:
    assert hidden(by_area(3, 50, 40)) == {1: Reason.FEW, 3: Reason.WOULD_TELL}


def test_areas_that_are_not_the_whole_city_give_nothing_away() -> None:
    figures = by_area(3, 50, 40)
    figures[0].count, figures[0].denominator = 5_000, 9_000
    assert hidden(figures) == {1: Reason.FEW}


def test_ages_that_make_up_all_ages_give_a_hidden_one_away() -> None:
    indicator = an_indicator()
    figures = [
        observed(indicator, NORRBY, 63, 300),
        observed(indicator, NORRBY, 3, 100, age_from=0, age_to=17),
        observed(indicator, NORRBY, 40, 100, age_from=18, age_to=64),
        observed(indicator, NORRBY, 20, 100, age_from=65),
    ]
    assert hidden(figures) == {1: Reason.FEW, 3: Reason.WOULD_TELL}


def test_what_is_hidden_for_one_reason_is_looked_at_for_the_next() -> None:
    """Men in Norrby are hidden for the women's sake; now another area must hide its men too."""
    indicator = an_indicator()
    figures = []
    for place, women, men in ((NORRBY, 3, 40), (SJOBO, 50, 60), (HULTA, 30, 20)):
        for sex, count, of in (("all", women + men, 200), ("women", women, 100), ("men", men, 100)):
            figures.append(observed(indicator, place, count, of, sex=sex))
    for sex, count, of in (("all", 203, 600), ("women", 83, 300), ("men", 120, 300)):
        figures.append(observed(indicator, BORAS, count, of, sex=sex))
    found = hidden(figures)
    assert found[1] == Reason.FEW
    women = [place for place in found if figures[place].sex == "women"]
    men = [place for place in found if figures[place].sex == "men"]
    assert len(women) >= 2
    assert len(men) >= 2
