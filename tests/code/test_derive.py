"""Rates and intervals: against published figures, against counting by hand, and as properties."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.figures import figure as derive
from catalogue.figures.disclosure import Groups
from catalogue.figures.figure import (
    Change,
    Count,
    Missing,
    Percentage,
    Range,
    Share,
    agrees,
    figures,
    numbers,
    percentage,
    possible_numerators,
    programme_period,
    rounded,
    wilson,
)
from catalogue.load import assemble
from catalogue.rules.numbers import misshapen_results
from made import ROWS, figure_of

if TYPE_CHECKING:
    from catalogue.records import Catalogue
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


def test_count_and_denominator_become_a_share_with_its_interval(base: Files) -> None:
    shown = figure_of(base, "indicator: tyollistyneet, count: 8, of: 37")
    assert isinstance(shown, Share)
    assert (shown.numerator, shown.denominator, shown.n) == (8, 37, 37)
    assert (shown.percent, shown.interval) == (Decimal("21.6"), (Decimal("11.4"), Decimal("37.2")))
    assert numbers(shown) == (
        8,
        37,
        Decimal("21.6"),
        None,
        Decimal("11.4"),
        Decimal("37.2"),
    )


def test_count_is_shown_as_it_is_and_has_no_interval(base: Files) -> None:
    shown = figure_of(base, "indicator: asiakkaat, count: 37")
    assert isinstance(shown, Count) and shown.count == 37
    assert numbers(shown) == (None, None, Decimal(37), None, None, None)


def test_before_and_after_are_one_figure(base: Files) -> None:
    shown = figure_of(base, "indicator: vointi, before: 6.6, after: 6.45, n: 20")
    assert isinstance(shown, Change) and shown.n == 20
    assert numbers(shown) == (None, None, Decimal("6.45"), Decimal("6.6"), None, None)


def test_range_has_ends_and_no_value(base: Files) -> None:
    shown = figure_of(base, "indicator: kesto, least: 2, most: 11")
    assert isinstance(shown, Range)
    assert numbers(shown) == (None, None, None, None, Decimal(2), Decimal(11))


def test_range_of_percentages_keeps_of_how_many(base: Files) -> None:
    shown = figure_of(base, "indicator: tyollistyneet, least: 20, most: 30, of: 40")
    assert isinstance(shown, Range) and shown.n == 40
    assert numbers(shown) == (None, 40, None, None, Decimal(20), Decimal(30))


def test_printed_percentage_has_an_interval_only_if_one_count_fits(base: Files) -> None:
    one = figure_of(base, "indicator: tyollistyneet, of: 37, reported: 21.6")
    assert isinstance(one, Percentage)
    assert (one.percent, one.interval) == (Decimal("21.6"), (Decimal("11.4"), Decimal("37.2")))
    several = figure_of(base, "indicator: tyollistyneet, of: 1000, reported: 22")
    assert isinstance(several, Percentage)
    assert (several.percent, several.interval) == (Decimal(22), None)


def test_percentage_with_a_reservation_has_no_interval(base: Files) -> None:
    shown = figure_of(base, "indicator: tyollistyneet, of: 37, reported: 21.6, bound: about")
    assert isinstance(shown, Percentage) and shown.interval is None


def test_missing_figure_is_not_zero(base: Files) -> None:
    shown = figure_of(base, "indicator: tyollistyneet, missing: not_published")
    assert isinstance(shown, Missing) and shown.why == "not_published"
    assert {*numbers(shown)} == {None}


def unchecked(base: Files, row: str) -> Catalogue:
    """The base of the golden cases with a model whose result no rule has seen."""
    text = (ROWS % row).encode()
    return assemble("models", [*base.items(), ("mantyla/uusi.yml", text)])[0]


@pytest.mark.parametrize(
    "row",
    [
        "tyollistyneet, count: 0, of: 0",
        "tyollistyneet, count: 8",
        "tyollistyneet, of: 20",
        "tyollistyneet, reported: 100.5, of: 30",
        "asiakkaat, count: 8, of: 20",
        "vointi, before: 5",
        "vointi, after: 5",
        "kesto, least: 2",
        "kesto, most: 2",
    ],
)
def test_half_of_a_pair_and_an_impossible_share_are_no_figure(base: Files, row: str) -> None:
    made = unchecked(base, f"indicator: {row}")
    assert "mantyla/uusi/" not in "".join(figures(made))


@pytest.mark.parametrize("row", ["count: 1, of: 1", "count: 0, of: 1", "reported: 0.4, of: 250"])
def test_smallest_shares_are_figures(base: Files, row: str) -> None:
    made = unchecked(base, f"indicator: tyollistyneet, {row}")
    shown = figures(made)["mantyla/uusi/tyollistyneet"]
    assert isinstance(shown, Share | Percentage) and shown.percent is not None
    assert shown.interval and 0 <= shown.interval.low <= shown.percent <= shown.interval.high


@pytest.mark.parametrize(("printed", "small"), [("44.9", True), ("45.1", False), ("0", False)])
def test_percentage_that_no_count_gives_is_as_small_as_the_nearest_count(
    base: Files, printed: str, small: bool
) -> None:
    """Of ten: 4 is small, and so is its complement 6 of none; 5 and its complement are not."""
    made = unchecked(base, f"indicator: tyollistyneet, reported: {printed}, of: 10")
    located = made.results["mantyla/uusi/tyollistyneet"]
    assert Groups(made).small(located, located.data) is small


FIELDS = ("count: 8", "of: 37", "reported: 21.6", "value: 6", "before: 5", "after: 6", "least: 4")
MORE = ("most: 9", "missing: not_tried", "n: 12")


@pytest.mark.parametrize("indicator", ["asiakkaat", "tyollistyneet", "vointi", "kesto"])
def test_result_without_a_figure_is_told_to_its_author(base: Files, indicator: str) -> None:
    """Every set of up to three fields: where no figure can be built, some rule says why."""
    fields = (*FIELDS, *MORE)
    sets = [found for size in range(4) for found in combinations(fields, size)]
    rows = [
        ", ".join((f"indicator: {indicator}, key: k{at}", *found)) for at, found in enumerate(sets)
    ]
    head, row = ROWS.split("  - ")
    text = head + "".join("  - " + row % one for one in rows)
    catalogue, problems = assemble("models", [*base.items(), ("mantyla/uusi.yml", text.encode())])
    assert problems == []
    first = text.split("results:")[0].count("\n") + 2
    told = {
        problem.line - first
        for problem in misshapen_results(catalogue)
        if problem.path.endswith("uusi.yml")
    }
    built = figures(catalogue)
    without = {at for at in range(len(sets)) if f"mantyla/uusi/{indicator}/k{at}" not in built}
    assert without <= told


@pytest.mark.parametrize(("n", "small"), [(9, True), (10, False)])
def test_n_below_ten_is_marked(base: Files, n: int, small: bool) -> None:
    assert figure_of(base, f"indicator: tyollistyneet, count: 0, of: {n}").small is small
    assert derive.SMALL_N == 10


@pytest.mark.parametrize("told", ["2021/..", "../2023", "2021/2023"])
def test_period_of_programmes_is_as_open_as_theirs(base: Files, told: str) -> None:
    name = "vocabulary/programmes.yml"
    programmes = base[name].replace(b"period: 2021/2023", f"period: {told}".encode())
    made, _ = assemble("models", sorted((base | {name: programmes}).items()))
    model = made.models["mantyla/neuvonta"].data
    assert str(programme_period(made, model)) == told
