"""Rates and intervals: against published figures, against counting by hand, and as properties."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.figures import figure as derive
from catalogue.figures.figure import (
    Figure,
    agrees,
    figures,
    percentage,
    possible_numerators,
    rounded,
    wilson,
)
from catalogue.load import assemble, checked

if TYPE_CHECKING:
    from golden import Files


@st.composite
def counts(draw: st.DrawFn, most: int = 100_000) -> tuple[int, int]:
    n = draw(st.integers(1, most))
    return draw(st.integers(0, n)), n


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_the_intervals_of_newcombe_1998(
    successes: int, n: int, low: float, high: float
) -> None:
    """R. G. Newcombe (1998), Statistics in Medicine 17:857-872, table I, method 3."""
    assert wilson(successes, n) == pytest.approx((low, high), abs=5e-5)


@given(counts(most=10**9))
def test_interval_lies_in_zero_to_one_and_holds_the_rate(count: tuple[int, int]) -> None:
    successes, n = count
    low, high = wilson(successes, n)
    assert 0 <= low <= successes / n <= high <= 1


@given(counts())
def test_interval_of_the_rest_is_the_mirror_image(count: tuple[int, int]) -> None:
    successes, n = count
    low, high = wilson(successes, n)
    assert wilson(n - successes, n) == pytest.approx((1 - high, 1 - low), abs=1e-9)


@given(counts(most=10_000))
def test_one_success_more_moves_the_interval_up(count: tuple[int, int]) -> None:
    successes, n = count
    if successes < n:
        (low, high), (low_more, high_more) = wilson(successes, n), wilson(successes + 1, n)
        assert low < low_more and high < high_more


@given(counts(most=10_000))
def test_interval_narrows_when_the_same_rate_has_more_behind_it(count: tuple[int, int]) -> None:
    successes, n = count
    (low, high), (low_ten, high_ten) = wilson(successes, n), wilson(10 * successes, 10 * n)
    assert high_ten - low_ten < high - low


@pytest.mark.parametrize(("successes", "n"), [(1, 0), (0, 0), (-1, 5), (6, 5), (0, -1)])
def test_interval_of_no_proportion_is_refused(successes: int, n: int) -> None:
    with pytest.raises(ValueError, match="not a proportion"):
        wilson(successes, n)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("0.05", 1, "0.1"),
        ("-0.05", 1, "-0.1"),
        ("2.675", 2, "2.68"),
        ("34.1", 1, "34.1"),
        ("0.04", 1, "0.0"),
    ],
)
def test_halves_are_rounded_away_from_zero(value: str, decimals: int, expected: str) -> None:
    assert str(rounded(Decimal(value), decimals)) == expected


def test_percentage_has_one_decimal() -> None:
    assert [str(percentage(*pair)) for pair in ((8, 37), (1, 8), (0, 3), (3, 3))] == [
        "21.6",
        "12.5",
        "0.0",
        "100.0",
    ]


@given(counts(), st.integers(0, 3))
def test_rate_rounded_to_any_precision_agrees_with_its_counts(
    count: tuple[int, int], decimals: int
) -> None:
    numerator, denominator = count
    printed = rounded(Decimal(numerator) * 100 / denominator, decimals)
    assert agrees(printed, numerator, denominator)
    assert numerator in possible_numerators(printed, denominator)


PRINTED = st.integers(0, 1000).map(lambda tenths: Decimal(tenths) / 10) | st.integers(0, 100).map(
    Decimal
)


@given(PRINTED, st.integers(1, 3000))
def test_possible_numerators_are_those_that_trying_every_one_finds(
    printed: Decimal, denominator: int
) -> None:
    tried = [k for k in range(denominator + 1) if agrees(printed, k, denominator)]
    assert list(possible_numerators(printed, denominator)) == tried


def test_impossible_percentage_has_no_numerator() -> None:
    assert not possible_numerators(Decimal(50), 7)
    assert list(possible_numerators(Decimal("42.9"), 7)) == [3]


def test_percentage_of_very_many_is_found_without_counting_them() -> None:
    assert len(possible_numerators(Decimal(50), 10**9)) == 10**7 + 1


ROWS = """\
name: Uusi
type: neuvonta
programme: kokeiluohjelma
summary: Lyhyt.
sections: {}
status: {decided: adopt, in_use: fully, sources: [{id: yhteenveto, at: luku 2}]}
sources: [{id: yhteenveto, at: luku 2}]
reviewed: 2024
results:
  - {%s, period: 2023, population: kaikki-asiakkaat, sources: [{id: yhteenveto, at: luku 2}]}
"""


def figure_of(base: Files, row: str) -> Figure:
    catalogue, problems = assemble(
        "models", [*base.items(), ("mantyla/uusi.yml", (ROWS % row).encode())]
    )
    return figures(checked(catalogue, problems))[
        f"mantyla/uusi/{row.split(',')[0].removeprefix('indicator: ')}"
    ]


def test_count_and_denominator_become_a_rate_with_its_interval(base: Files) -> None:
    shown = figure_of(base, "indicator: tyollistyneet, count: 8, of: 37")
    assert (shown.numerator, shown.denominator, shown.n) == (8, 37, 37)
    assert (str(shown.value), str(shown.low), str(shown.high)) == ("21.6", "11.4", "37.2")


def test_count_is_shown_as_it_is_and_has_no_interval(base: Files) -> None:
    shown = figure_of(base, "indicator: asiakkaat, count: 37")
    assert shown.value == 37
    assert (shown.numerator, shown.denominator, shown.low) == (None, None, None)


def test_before_and_after_are_one_figure(base: Files) -> None:
    shown = figure_of(base, "indicator: vointi, before: 6.6, after: 6.45, n: 20")
    assert (str(shown.baseline), str(shown.value), shown.n) == ("6.6", "6.45", 20)


def test_range_has_ends_and_no_value(base: Files) -> None:
    shown = figure_of(base, "indicator: kesto, least: 2, most: 11")
    assert (str(shown.low), str(shown.high), shown.value) == ("2", "11", None)


def test_printed_percentage_has_an_interval_only_if_one_count_fits(base: Files) -> None:
    one = figure_of(base, "indicator: tyollistyneet, of: 37, reported: 21.6")
    assert (str(one.value), one.numerator, str(one.low), str(one.high)) == (
        "21.6",
        None,
        "11.4",
        "37.2",
    )
    several = figure_of(base, "indicator: tyollistyneet, of: 1000, reported: 22")
    assert (str(several.value), several.low, several.high) == ("22", None, None)


def test_percentage_with_a_reservation_has_no_interval(base: Files) -> None:
    assert (
        figure_of(base, "indicator: tyollistyneet, of: 37, reported: 21.6, bound: about").low
        is None
    )


def test_missing_figure_is_not_zero(base: Files) -> None:
    shown = figure_of(base, "indicator: tyollistyneet, missing: not_published")
    assert (shown.value, shown.numerator, shown.n) == (None, None, None)


@pytest.mark.parametrize(("n", "small"), [(9, True), (10, False)])
def test_n_below_ten_is_marked(base: Files, n: int, small: bool) -> None:
    assert figure_of(base, f"indicator: tyollistyneet, count: 3, of: {n}").small is small
    assert derive.SMALL_N == 10
