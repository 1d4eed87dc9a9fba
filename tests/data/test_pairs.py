"""No pair of unlike things on any page: every pair shown is listed, and checked by another road than the core's."""

from __future__ import annotations

import csv
import io
from itertools import combinations
from typing import TYPE_CHECKING

from catalogue.finnish.words import UNTOLD
from catalogue.site.comparison.page import comparison_view, ordered
from data.shown import FOLDER, beside, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure

PEOPLE = ("persons", "responses")


def of_whom(facts: Facts, figure: Figure) -> str:
    """The people; of things that are no people only what they are."""
    key = str(figure.located.data.population)
    members = facts.catalogue.populations[key].data.of
    return key if members in PEOPLE else members


def unlike(facts: Facts, one: Figure, other: Figure) -> list[str]:
    """What differs of what a pair must share, read straight from the files' fields."""
    first, second = one.located, other.located
    scales = (one.scale, other.scale)
    differing = {
        "indicator": first.data.indicator != second.data.indicator,
        "type": not {*first.model.data.type} & {*second.model.data.type},
        "people": of_whom(facts, one) != of_whom(facts, other),
        "programme": {*first.model.data.programme} != {*second.model.data.programme},
        "scale": scales[0] != scales[1],
        "course": "koulutus" in first.model.data.type and first.model.id != second.model.id,
    }
    return [name for name, differs in differing.items() if differs]


def test_list_of_what_stands_side_by_side_is_the_one_that_was_read(facts: Facts) -> None:
    """After a change: `PYTHONPATH=hooks:tests python -m data.shown`, and read the difference."""
    assert (FOLDER / "pairs.txt").read_text(encoding="utf-8") == listed(facts)


def test_no_pair_on_any_page_is_of_unlike_things(facts: Facts) -> None:
    pairs = [
        (each, one, other) for each in beside(facts) for one, other in combinations(each.figures, 2)
    ]
    found = [
        (each.page, one.located.id, other.located.id, why)
        for each, one, other in pairs
        if (why := unlike(facts, one, other))
    ]
    assert found == []
    assert len(pairs) > 50


def test_the_machine_compares_outcomes_and_quality_of_regions_with_one_total(facts: Facts) -> None:
    seen = [*beside(facts)]
    assert [each for each in seen if each.machine]
    for each in seen:
        totals = [one for one in each.figures if one.located.model.data.aggregate]
        assert len(totals) <= 1, each.page
        national = [one for one in each.figures if one.located.id.startswith("kansallinen/")]
        assert national == totals, each.page
        if each.machine:
            assert {one.indicator.nature for one in each.figures} <= {"outcome", "quality"}


def test_nobody_is_said_to_tell_nothing_where_the_catalogue_holds_a_figure(facts: Facts) -> None:
    for record in ordered(facts):
        view = comparison_view(facts, record)
        if record.data.layout != "models":
            continue
        for group in view.table.groups:
            for line in group.lines:
                model = line.head.url.removeprefix("mallit/").strip("/")
                held = {
                    str(one.located.data.indicator) for one in facts.figures_by_model.get(model, ())
                }
                for column, cell in zip(record.data.columns, line.cells, strict=True):
                    if column.indicator and cell.empty == UNTOLD:
                        assert str(column.indicator) not in held, (record.id, model)


def test_refusal_is_published_as_data_and_agrees_with_the_pages(
    facts: Facts, published: Mapping[str, str | bytes]
) -> None:
    text = published["avoin-data/csv/comparability.csv"]
    rows = list(csv.DictReader(io.StringIO(str(text), newline="")))
    why = {frozenset((row["one"], row["other"])): row for row in rows}
    assert len(why) == len(rows) > 1000
    assert all((row["compares"] == "true") == (row["why"] == "") for row in rows)
    for each in beside(facts):
        for one, other in combinations(each.figures, 2) if each.machine else ():
            assert why[frozenset((one.located.id, other.located.id))]["compares"] == "true"
