"""Totals beside their parts, in the made-up catalogue: 55 customers, of whom 30 are Koivula's and 24 Mäntylä's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from catalogue.figures.figure import Count, Share, figures
from catalogue.figures.totals import more_than_half, sums_among, total_of

if TYPE_CHECKING:
    from catalogue.figures.figure import Figure
    from catalogue.records import Catalogue

NATIONAL = "kansallinen/laatuperusteinen-tyohonvalmennus"
KOIVULA, MANTYLA = "koivula/valmennus", "mantyla/valmennus"


@pytest.fixture(scope="module")
def built(catalogue: Catalogue) -> dict[str, Figure]:
    return figures(catalogue)


@pytest.mark.parametrize(("count", "most"), [(59, 30), (60, None)])
def test_half_of_a_count_is_not_most_of_it(
    built: dict[str, Figure], count: int, most: int | None
) -> None:
    total = built[f"{NATIONAL}/asiakkaat"]
    assert isinstance(total, Count)
    part = more_than_half(built, replace(total, count=count))
    assert (part and (part.figure.located.model.id, part.count, part.of)) == (
        most and (KOIVULA, most, count)
    )


@pytest.mark.parametrize(("people", "most"), [(59, 30), (60, None)])
def test_most_of_a_share_is_by_its_people(
    built: dict[str, Figure], people: int, most: int | None
) -> None:
    total = built[f"{NATIONAL}/tyollistyneet"]
    assert isinstance(total, Share)
    part = more_than_half(built, replace(total, denominator=people))
    assert (part and (part.count, part.of)) == (most and (most, people))


def test_what_is_not_built_and_what_sums_others_is_no_part(built: dict[str, Figure]) -> None:
    total = built[f"{NATIONAL}/asiakkaat"]
    without = {key: one for key, one in built.items() if key != f"{KOIVULA}/asiakkaat"}
    assert more_than_half(without, total) is None
    swapped = without | {f"{KOIVULA}/asiakkaat": total}
    assert more_than_half(swapped, total) is None
    unsized = without | {f"{KOIVULA}/asiakkaat": built[f"{KOIVULA}/kesto"]}
    assert more_than_half(unsized, total) is None


def test_total_is_the_only_other_aggregate(built: dict[str, Figure]) -> None:
    total, own = built[f"{NATIONAL}/asiakkaat"], built[f"{KOIVULA}/asiakkaat"]
    other = built["kansallinen/tyokyvyn-tuen-tiimi/asiakkaat"]
    assert total_of(own, [own, total]) is total
    assert total_of(own, [own]) is None
    assert total_of(own, [total, other]) is None
    assert total_of(total, [total, other]) is other


def test_sum_is_told_only_where_a_part_of_it_is_shown(built: dict[str, Figure]) -> None:
    total, part = built[f"{NATIONAL}/asiakkaat"], built[f"{MANTYLA}/asiakkaat"]
    assert sums_among([total, part]) == {total.located.id}
    assert sums_among([total]) == set()
