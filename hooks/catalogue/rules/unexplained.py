"""Figures that disagree with no explanation, and explanations of nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.figures.reconcile import findings
from catalogue.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.records import Catalogue


def unexplained_discrepancies(catalogue: Catalogue) -> Iterator[Problem]:
    explained = {name for entry in catalogue.discrepancies.values() for name in entry.data.explains}
    for finding in findings(catalogue).values():
        if finding.id not in explained:
            message = (
                f"Luvut eivät täsmää: {finding.claim}; {finding.computed}. Korjaa luku, tai jos lähde sanoo näin, "
                f"selitä se kansiossa models/discrepancies/ (explains: [”{finding.id}”])."
            )
            yield finding.results[0].problem("", "selittamaton-ristiriita", message)


def stale_explanations(catalogue: Catalogue) -> Iterator[Problem]:
    if catalogue.broken:
        return  # a finding may be missing only because its model could not be read
    found = findings(catalogue)
    for entry in catalogue.discrepancies.values():
        for index, name in enumerate(entry.data.explains):
            if name not in found:
                message = f"Selitys ”{name}” ei vastaa mitään löydettyä ristiriitaa.{did_you_mean(name, found)}"
                yield entry.problem(("explains", index), "vanhentunut-selitys", message)


def same_as_variant(catalogue: Catalogue) -> Iterator[Problem]:
    for located in catalogue.results.values():
        own = (located.data.count, located.data.of, located.data.value, located.data.reported)
        for index, other in enumerate(located.data.variants):
            if (other.count, other.of, other.value, other.reported) == own:
                message = "Toisen lähteen luku (variants) on sama kuin luku itse. Lisää lähde kohtaan ”sources” ja poista rivi."
                yield located.model.problem(
                    ("results", located.index, "variants", index), "toisinto", message
                )
