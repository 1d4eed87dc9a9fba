"""A figure with hundreds beside it shows the nearest, says how many there are, and no page grows with them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from catalogue.facts import Build, Facts
from catalogue.load import assemble, checked
from catalogue.site.comparison.compared import MOST, compared_view

if TYPE_CHECKING:
    from golden import Files

MODEL = """\
name: {name}
type: neuvonta
programme: kokeiluohjelma
summary: Kokeiltiin.
sections: {{}}
status: {{decided: not_told, in_use: fully, sources: [{{id: yhteenveto, at: luku 2}}]}}
results:
  - indicator: tyollistyneet
    count: {count}
    of: 1000
    period: 2023
    population: kaikki-asiakkaat
    sources: [{{id: yhteenveto, at: luku 2}}]
sources: [{{id: yhteenveto, at: luku 2}}]
reviewed: 2024
"""


def with_counts(base: Files, counts: list[int]) -> Facts:
    """The made-up catalogue with a model of each count, of a thousand clients."""
    files = base | {
        f"mantyla/malli-{count}.yml": MODEL.format(name=f"Malli {count}", count=count).encode()
        for count in counts
    }
    catalogue = checked(*assemble("models", sorted(files.items())))
    return Facts(catalogue, Build(datetime.date(2026, 1, 1)))


def shown(facts: Facts, count: int) -> tuple[set[str], str]:
    """What stands beside the model of a count, and what is said of those that do not."""
    (row,) = compared_view(facts, facts.catalogue.models[f"mantyla/malli-{count}"]).rows
    return {other.row.id.split("/")[1] for other in row.others}, row.cut


def test_few_figures_stand_beside_one_another_all(base: Files) -> None:
    beside, cut = shown(with_counts(base, [100, 500, 900]), 100)
    assert {"malli-500", "malli-900"} <= beside
    assert cut == ""


def test_of_many_the_nearest_in_value_are_shown_on_both_sides(base: Files) -> None:
    facts = with_counts(base, [*range(100, 140)])
    beside, cut = shown(facts, 120)
    assert beside == {f"malli-{count}" for count in range(114, 127) if count != 120}
    assert len(beside) == MOST
    assert str(MOST) in cut and "40" in cut  # one more is of the base
    assert len(shown(facts, 100)[0]) == len(shown(facts, 139)[0]) == MOST
