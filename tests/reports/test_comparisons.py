"""An area is compared with the rest of the city, or not at all."""

import pytest

from reports.comparisons import Outcome, Reason, compare
from reports.statistics import CLEAR, LIKELY
from tests.reports.cells import a_territory, an_indicator, observed

NORRBY, BORAS = a_territory(), a_territory("municipality")


def compared(here: tuple, everywhere: tuple, **kind):
    indicator = an_indicator(**kind)
    return compare(observed(indicator, NORRBY, *here), observed(indicator, BORAS, *everywhere))


def test_the_area_is_taken_out_of_the_whole() -> None:
    found = compared((56, 70), (104, 150))
    assert found.rest.value == pytest.approx(60)
    assert found.difference.value == pytest.approx(20)
    assert found.difference.interval == pytest.approx((5.24, 33.39), abs=0.01)


@pytest.mark.parametrize(
    ("polarity", "outcome"),
    [("high", Outcome.BETTER), ("low", Outcome.WORSE), ("none", Outcome.HIGHER)],
)
def test_the_indicator_says_what_is_good(polarity: str, outcome: Outcome) -> None:
    assert compared((700, 1_000), (5_700, 11_000), polarity=polarity).outcome == outcome


@pytest.mark.parametrize(
    ("polarity", "outcome"),
    [("high", Outcome.WORSE), ("low", Outcome.BETTER), ("none", Outcome.LOWER)],
)
def test_it_says_so_downwards_too(polarity: str, outcome: Outcome) -> None:
    found = compared((465, 1_000), (5_465, 11_000), polarity=polarity)
    assert (found.outcome, found.level) == (outcome, LIKELY)


def test_what_chance_could_have_made_is_not_called_equal() -> None:
    found = compared((7, 10), (5_007, 10_010))
    assert (found.outcome, found.level) == (Outcome.CANNOT_TELL, 0)


def test_a_rate_is_compared_by_its_counts() -> None:
    found = compared((50, 1_000), (250, 11_000), value_type="rate", multiplier=1_000)
    assert found.rest.value == pytest.approx(20)
    assert (found.outcome, found.level) == (Outcome.BETTER, CLEAR)


def test_a_mean_is_compared_with_the_mean_of_the_others() -> None:
    indicator = an_indicator(value_type="mean", multiplier=1)
    here = observed(indicator, NORRBY, None, 1_000, value=6.0, lower=5.9, upper=6.1)
    whole = observed(indicator, BORAS, None, 10_000, value=6.9, lower=6.87, upper=6.93)
    found = compare(here, whole)
    assert found.rest.value == pytest.approx(7.0)
    assert (found.outcome, found.level) == (Outcome.WORSE, CLEAR)


@pytest.mark.parametrize(
    ("here", "everywhere", "kind", "reason"),
    [
        ((70, 100), (90, 1_000), {"value_type": "count"}, Reason.NOT_A_SHARE),
        ((None, None), (90, 1_000), {}, Reason.NO_COUNTS),
        ((70, 100), (None, None), {}, Reason.NO_COUNTS),
        ((70, 100), (70, 100), {}, Reason.NO_COUNTS),
    ],
)
def test_what_can_not_be_compared_says_why(here, everywhere, kind, reason) -> None:
    found = compared(here, everywhere, **kind)
    assert (found.outcome, found.reason) == (Outcome.NOT_CALCULATED, reason)
    assert found.difference is None


def test_a_percentage_without_counts_tells_how_large_a_base_it_would_take() -> None:
    indicator = an_indicator()
    here = observed(indicator, NORRBY, None, None, value=69.2)
    whole = observed(indicator, BORAS, None, None, value=82.6)
    assert compare(here, whole).base_needed == 31


def test_a_hidden_figure_is_not_compared() -> None:
    indicator = an_indicator()
    here = observed(indicator, NORRBY, None, None, status="suppressed")
    found = compare(here, observed(indicator, BORAS, 50, 100))
    assert found.reason == Reason.HIDDEN
