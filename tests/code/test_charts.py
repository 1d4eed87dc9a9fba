"""Where a mark is drawn equals its data; nothing is drawn where nothing is known."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as some

from catalogue.site.parts import marks
from catalogue.site.parts.axis import HUNDRED, Axis, from_zero, of_scale

PERCENT = Axis(Decimal(0), HUNDRED, Decimal(20), "\u00a0%")


def attribute(svg: str, tag: str, cls: str, name: str) -> list[float]:
    root = ElementTree.fromstring(svg)
    return [
        float(node.attrib[name].rstrip("%"))
        for parent in root.iter()
        for node in parent
        if node.tag == tag and cls in (node.attrib.get("class"), parent.attrib.get("class"))
    ]


@given(
    some.decimals(0, 100, places=1),
    some.decimals(0, 100, places=1),
    some.decimals(0, 100, places=1),
)
def test_whisker_stands_at_its_rate_and_interval(
    one: Decimal, two: Decimal, three: Decimal
) -> None:
    low, value, high = sorted((one, two, three))
    svg = marks.whisker(PERCENT, value, low, high, "Pohjanmaa")
    assert attribute(svg, "circle", "chart-dot", "cx") == [float(value)]
    assert attribute(svg, "line", "chart-line", "x1") == [float(low), float(low), float(high)]
    assert attribute(svg, "line", "chart-line", "x2") == [float(high), float(low), float(high)]


def test_small_whisker_stands_where_the_large_one_does() -> None:
    numbers = (Decimal(30), Decimal("12.5"), Decimal(61))
    places = r'(?:x1|x2|cx)="([^"]*)"'
    small = re.findall(places, marks.small_whisker(PERCENT, *numbers))
    assert small == ["12.5%", "61%", "12.5%", "12.5%", "61%", "61%", "30%"]


def test_axis_is_not_in_per_cent_but_in_data() -> None:
    svg = marks.whisker(
        from_zero([Decimal("56.3")], "\u00a0%", HUNDRED),
        Decimal("21.6"),
        Decimal("11.4"),
        Decimal("37.2"),
        "",
    )
    assert attribute(svg, "circle", "chart-dot", "cx") == [36.0]  # 21.6 of an axis that ends at 60


@given(some.decimals(1, 10, places=2), some.decimals(1, 10, places=2))
def test_dumbbell_has_its_ring_before_and_its_dot_after(before: Decimal, after: Decimal) -> None:
    svg = marks.dumbbell(of_scale((1, 10)), before, after, "")
    assert attribute(svg, "circle", "chart-ring", "cx") == [
        pytest.approx(float(before - 1) / 9 * 100, abs=0.006)
    ]
    assert attribute(svg, "circle", "chart-dot", "cx") == [
        pytest.approx(float(after - 1) / 9 * 100, abs=0.006)
    ]


def test_bar_is_as_long_as_its_count_from_nought() -> None:
    axis = from_zero([Decimal(864), Decimal(395)])
    assert axis.low == 0
    assert attribute(marks.bar(axis, Decimal(395), ""), "rect", "chart-bar", "width") == [39.5]
    assert attribute(marks.bar(axis, Decimal(0), ""), "rect", "chart-bar", "width") == [0]


def test_total_is_a_square_and_reference_lines_are_dashed_apart() -> None:
    svg = marks.whisker(
        PERCENT,
        Decimal(24),
        Decimal(19),
        Decimal(30),
        "",
        total=True,
        lines=[Decimal(4), Decimal(50)],
    )
    assert "<rect" in svg and "<circle" not in svg
    assert attribute(svg, "line", "chart-reference", "x1") == [4, 50]


def test_missing_value_draws_no_mark() -> None:
    assert not re.search("chart-(dot|line|bar|ring)", marks.empty(PERCENT))


@given(some.lists(some.decimals(0, 100_000, places=1), min_size=1, max_size=9))
def test_axis_from_nought_holds_every_value_with_few_ticks(values: list[Decimal]) -> None:
    axis = from_zero(values)
    assert axis.low == 0 and max(values) <= axis.high
    assert 2 <= len(axis.ticks()) <= 6


@pytest.mark.parametrize(
    ("top", "ticks"),
    [
        ("0.4", "0 1"),
        ("4", "0 1 2 3 4"),
        ("5", "0 2 4 6"),
        ("8", "0 2 4 6 8"),
        ("20", "0 5 10 15 20"),
        ("21", "0 10 20 30"),
        ("400", "0 100 200 300 400"),
        ("401", "0 200 400 600"),
    ],
)
def test_axis_from_nought_ends_at_the_next_round_number(top: str, ticks: str) -> None:
    assert " ".join(text for _, text in from_zero([Decimal(top)]).ticks()) == ticks


def test_axis_of_a_share_ends_at_a_hundred() -> None:
    axis = from_zero([Decimal(97)], " %", HUNDRED)
    assert axis.high == HUNDRED and axis.ticks()[-1][1] == "100 %"
    assert from_zero([], " %", HUNDRED).high == 1


@pytest.mark.parametrize(
    ("scale", "ticks"),
    [
        ((0, 10), ["0", "2", "4", "6", "8", "10"]),
        ((1, 10), ["1", "3", "5", "7", "9", "10"]),
        ((0, 125), ["0", "50", "100", "125"]),
        ((1, 5), ["1", "2", "3", "4", "5"]),
    ],
)
def test_ticks_span_the_whole_scale(scale: tuple[int, int], ticks: list[str]) -> None:
    assert [text for _, text in of_scale(scale).ticks()] == ticks


@pytest.mark.parametrize(
    ("scale", "parts"),
    [((0, 100), "5"), ((1, 5), "4"), ((0, 3), "3"), ((0, 125), ""), ((0, 1), "")],
)
def test_small_drawing_has_its_even_ticks_from_the_style_and_others_of_its_own(
    scale: tuple[int, int], parts: str
) -> None:
    axis = of_scale(scale)
    drawn = marks.small_dumbbell(axis, axis.low, axis.high)
    named = re.findall(r"chart-row--(\d)", drawn)
    lines = [*re.findall(r'<line x1="([\d.]+)%" x2="\1%"', drawn)]
    assert named == ([parts] if parts else [])
    assert re.findall(r'<circle cx="([^"]*)"', drawn) == ["0%", "100%"]
    assert len(lines) == (0 if parts else len(axis.ticks()))


def test_words_in_a_mark_are_escaped() -> None:
    assert "<b" not in marks.dot(PERCENT, Decimal(1), '"><b>')
    assert (
        ElementTree.fromstring(marks.dot(PERCENT, Decimal(1), '"><b>')).attrib["aria-label"]
        == '"><b>'
    )
