"""Hidden values of the real catalogue cannot be worked out from what is published; the test tries."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

from catalogue.rules.disclosure import SMALLEST

if TYPE_CHECKING:
    from pathlib import Path

    from catalogue.records import Catalogue


def published(site: Path) -> dict[str, dict[str, Any]]:
    """Results of the static API by id."""
    return {
        row["id"]: row
        for row in json.loads((site / "api/v1/results.json").read_text(encoding="utf-8"))
    }


def test_real_catalogue_hides_something_so_that_these_tests_can_fail(site: Path) -> None:
    assert any(row["missing"] == "suppressed" for row in published(site).values())


def test_hidden_result_has_no_number_in_the_api(site: Path) -> None:
    numbers = ("numerator", "denominator", "value", "baseline", "n", "low", "high", "reported")
    for row in published(site).values():
        if row["missing"] == "suppressed":
            assert [row[name] for name in numbers] == [None] * len(numbers), row["id"]


def test_no_guarded_count_below_five_is_published(site: Path) -> None:
    for row in published(site).values():
        if row["disclosure"] == "guarded" and row["unit"] in ("persons", "responses"):
            counts = [row["numerator"]] + ([row["value"]] if row["denominator"] is None else [])
            assert not any(count is not None and 0 < count < SMALLEST for count in counts), row[
                "id"
            ]


def test_published_totals_leave_more_than_one_possibility_for_every_hidden_part(
    site: Path, catalogue: Catalogue
) -> None:
    rows = published(site)
    tried = 0
    for total in catalogue.results.values():
        hidden = [part for part in total.data.sum_of if rows[part]["missing"] == "suppressed"]
        if not hidden or total.data.count is None:
            continue
        tried += 1
        rest = total.data.count - sum(
            catalogue.results[part].data.count or 0 for part in total.data.sum_of
        )
        ways = [
            split
            for split in itertools.product(range(rest + 1), repeat=len(hidden))
            if sum(split) == rest
        ]
        for place in range(len(hidden)):
            assert len({split[place] for split in ways}) > 1, total.id
    wholes = {
        part: result.data.part_of
        for part, result in catalogue.results.items()
        if result.data.part_of
    }
    for part, whole in wholes.items():
        if rows[part]["missing"] == "suppressed":
            tried += 1
            siblings = [other for other, of in wholes.items() if of == whole and other != part]
            known = sum(catalogue.results[other].data.count or 0 for other in siblings)
            count = catalogue.results[str(whole)].data.count
            assert count is None or count - known >= SMALLEST, part
    assert tried, "no total stands beside a hidden part: nothing was tried"
