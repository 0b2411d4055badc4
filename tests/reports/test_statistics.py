"""The intervals, against known values, their own laws, an independent judge and a simulation."""

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given as with_any
from hypothesis import strategies as st
from scipy.stats import norm
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from reports.statistics import (
    CLEAR,
    LIKELY,
    Direction,
    Point,
    base_needed,
    byar,
    difference,
    false_findings,
    finding,
    given,
    proportion,
    rate,
    trend,
    trend_finding,
    wilson,
)

LEVELS = [LIKELY, CLEAR]
A_LOT = 1_000
BORAS, AREA = 114_592, 4_000


@st.composite
def shares(draw: st.DrawFn, most: int = 200_000) -> tuple[int, int]:
    """A count, and what it is counted of."""
    of = draw(st.integers(1, most))
    return draw(st.integers(0, of)), of


def test_the_known_values() -> None:
    assert wilson(82, 100) == pytest.approx((0.7333, 0.8830), abs=5e-5)
    assert byar(10) == pytest.approx((4.787, 18.391), abs=5e-4)
    newcombe = difference(proportion(56, 70), proportion(48, 80))
    assert newcombe.interval == pytest.approx((0.0524, 0.3339), abs=5e-5)


# --- The independent judge -------------------------------------------------------------------


@pytest.mark.parametrize("level", LEVELS)
def test_statsmodels_agrees_to_four_decimals_on_a_thousand_random_cases(level: float) -> None:
    chance = np.random.default_rng(20261122)
    for _ in range(A_LOT):
        of, other_of = int(chance.integers(1, 9_001)), int(chance.integers(1, 120_001))
        count, other = int(chance.integers(of + 1)), int(chance.integers(other_of + 1))
        judged = proportion_confint(count, of, 1 - level, "wilson")
        assert wilson(count, of, level) == pytest.approx(judged, abs=5e-5)
        judged = confint_proportions_2indep(
            count, of, other, other_of, method="newcomb", alpha=1 - level
        )
        told = difference(proportion(count, of, level), proportion(other, other_of, level))
        assert told.interval == pytest.approx(judged, abs=5e-5)


@pytest.mark.parametrize("is_rate", [False, True])
def test_a_trend_is_the_score_test_of_a_generalised_linear_model(is_rate: bool) -> None:
    chance = np.random.default_rng(20261122)
    for _ in range(100):
        times = np.arange(float(chance.integers(5, 13)))
        of = chance.integers(50, 9_001, len(times))
        count = chance.integers(1, of)
        model = (
            sm.GLM(count, np.ones_like(times), sm.families.Poisson(), exposure=of)
            if is_rate
            else sm.GLM(
                np.column_stack([count, of - count]), np.ones_like(times), sm.families.Binomial()
            )
        )
        judged = model.fit().score_test(exog_extra=times[:, None]).statistic[0]
        points = [Point(*row) for row in zip(times, count.tolist(), of.tolist(), strict=True)]
        assert trend(points, is_rate=is_rate) ** 2 == pytest.approx(judged, rel=1e-6)


def test_byar_is_close_to_the_exact_interval() -> None:
    for count in (5, 10, 50, 400, 12_000):
        exact = sm.stats.confint_poisson(count, 1, method="exact-c")
        assert byar(count) == pytest.approx(exact, rel=0.01)


def test_the_two_levels_are_those_of_the_normal_distribution() -> None:
    for level in LEVELS:
        stretched = given(10, 9, 11, level).interval.upper - 10
        assert stretched == pytest.approx(norm.ppf((1 + level) / 2) / norm.ppf(0.975))


# --- Laws ------------------------------------------------------------------------------------


@with_any(shares(), st.sampled_from(LEVELS))
def test_a_proportion_stays_within_its_limits_and_holds_its_value(
    share: tuple[int, int], level: float
) -> None:
    count, of = share
    lower, upper = wilson(count, of, level)
    assert 0 <= lower <= count / of <= upper <= 1
    assert (lower == 0) == (count == 0)
    assert (upper == 1) == (count == of)


@with_any(shares())
def test_counting_the_others_mirrors_the_interval(share: tuple[int, int]) -> None:
    count, of = share
    lower, upper = wilson(count, of)
    assert wilson(of - count, of) == pytest.approx((1 - upper, 1 - lower), abs=1e-12)


@with_any(shares())
def test_a_larger_count_never_has_a_lower_interval(share: tuple[int, int]) -> None:
    count, of = share
    if count < of:
        assert wilson(count, of).lower <= wilson(count + 1, of).lower
        assert wilson(count, of).upper <= wilson(count + 1, of).upper
    assert byar(count).lower < byar(count + 1).lower
    assert byar(count).upper < byar(count + 1).upper


@with_any(shares())
def test_the_stricter_level_is_the_wider_interval(share: tuple[int, int]) -> None:
    narrow, wide = wilson(*share), wilson(*share, CLEAR)
    assert wide.lower <= narrow.lower
    assert narrow.upper <= wide.upper


@with_any(shares(), shares())
def test_a_difference_turned_round_is_its_negative(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    there = difference(proportion(*one), proportion(*other))
    back = difference(proportion(*other), proportion(*one))
    assert there.value == -back.value
    assert there.interval == pytest.approx((-back.interval.upper, -back.interval.lower))
    assert -1 <= there.interval.lower <= there.value <= there.interval.upper <= 1


@pytest.mark.parametrize(
    "refused",
    [
        lambda: wilson(5, 0),
        lambda: wilson(6, 5),
        lambda: wilson(-1, 5),
        lambda: byar(-1),
        lambda: rate(5, 0),
        lambda: given(5, 6, 7),
    ],
)
def test_what_can_not_be_is_refused(refused) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        refused()


# --- What figures tell -----------------------------------------------------------------------


def told(count: int, of: int, other: int, other_of: int):
    return finding(
        {
            level: difference(proportion(count, of, level), proportion(other, other_of, level))
            for level in LEVELS
        }
    )


def test_a_difference_is_clear_or_likely_or_can_not_be_told() -> None:
    assert told(700, 1_000, 5_000, 10_000) == (Direction.UP, CLEAR)
    assert told(465, 1_000, 5_000, 10_000) == (Direction.DOWN, LIKELY)
    assert told(5, 10, 5_000, 10_000) == (Direction.CANNOT_TELL, 0)


def test_four_years_are_no_trend_and_five_may_be() -> None:
    rising = [Point(year, 100 + 60 * year, 1_000) for year in range(5)]
    assert trend(rising[:4]) is None
    assert trend_finding(trend(rising)) == (Direction.UP, CLEAR)
    level = [Point(year, 100, 1_000) for year in range(5)]
    assert trend_finding(trend(level)) == (Direction.CANNOT_TELL, 0)
    assert trend([Point(year, 0, 1_000) for year in range(5)]) is None


def test_the_base_needed_is_the_smallest_that_tells_them_apart() -> None:
    for share, other in ((0.75, 0.8), (0.2, 0.1), (0.5, 0.52)):
        base = base_needed(share, other)
        for of, apart in ((base, True), (base - 1, False)):
            z = (share - other) / (other * (1 - other) / of) ** 0.5
            assert (abs(z) > norm.ppf(0.975)) == apart
    assert base_needed(0.4, 0.4) is None


def test_fifty_comparisons_flag_two_or_three_by_chance() -> None:
    assert false_findings(50) == pytest.approx(2.5)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.8])
def test_chance_alone_is_flagged_in_five_of_a_hundred_areas(share: float) -> None:
    """Where an area of 4,000 is like the rest of a city of 114,592, 4.5 to 5.5 % are flagged."""
    chance, areas = np.random.default_rng(20261122), 20_000
    counts = chance.binomial(AREA, share, areas).tolist()
    others = chance.binomial(BORAS - AREA, share, areas).tolist()
    flagged = 0
    for count, other in zip(counts, others, strict=True):
        gap = difference(proportion(count, AREA), proportion(other, BORAS - AREA)).interval
        flagged += not (gap.lower <= 0 <= gap.upper)
    assert 0.045 <= flagged / areas <= 0.055
