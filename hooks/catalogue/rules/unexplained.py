"""Figures that disagree with no explanation, and explanations of nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogue.figures.reconcile import findings
from catalogue.finnish.formats import number
from catalogue.finnish.words import DISCREPANCY_CLASSES
from catalogue.problems import did_you_mean
from catalogue.rules.files import of_every_model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalogue.figures.reconcile import Finding
    from catalogue.problems import Problem
    from catalogue.records import Catalogue


AGREES = re.compile(
    r"(?i)eivät kumoa toisiaan|tukevat väitettä|ei ole ristiriitaa|eivät ole ristiriidassa"
    r"|(?:luvut|summa|luku|prosentti) täsmää(?:vät)?\b"
)


def unexplained_discrepancies(catalogue: Catalogue) -> Iterator[Problem]:
    """What the machine finds to disagree and the ledger does not know."""
    explained = {name for entry in catalogue.discrepancies.values() for name in entry.data.explains}
    for finding in findings(catalogue).values():
        if finding.id not in explained:
            message = (
                f"Luvut eivät täsmää: {finding.claim}; {finding.computed}.{_as_fraction(finding)} "
                "Korjaa luku, tai jos lähde sanoo näin, "
                f"selitä se kansiossa models/discrepancies/ (explains: [”{finding.id}”])."
            )
            yield finding.results[0].problem("", "selittamaton-ristiriita", message)


def _as_fraction(finding: Finding) -> str:
    """A percentage that was written as a part of one."""
    share = finding.results[0].data.reported
    if finding.kind != "impossible" or share is None or not 0 < share < 1:
        return ""
    meant = (share * 100).normalize()
    return (
        f" Osuus kirjoitetaan prosentteina: jos tarkoitit {number(meant)} prosenttia, kirjoita "
        f"reported: {meant:f}."
    )


def stale_explanations(catalogue: Catalogue) -> Iterator[Problem]:
    """An entry of the ledger that explains what does not disagree."""
    if catalogue.broken:
        return  # a finding may be missing only because its model could not be read
    found = findings(catalogue)
    for entry in catalogue.discrepancies.values():
        for index, name in enumerate(entry.data.explains):
            if name not in found:
                message = f"Selitys ”{name}” ei vastaa mitään löydettyä ristiriitaa.{did_you_mean(name, _of_the_same_region(name, found))}"
                yield entry.problem(("explains", index), "vanhentunut-selitys", message)


@of_every_model
def same_as_variant(catalogue: Catalogue) -> Iterator[Problem]:
    """A variant that says the same as the result itself."""
    for located in catalogue.results.values():
        own = (located.data.count, located.data.of, located.data.value, located.data.reported)
        for index, other in enumerate(located.data.variants):
            if (other.count, other.of, other.value, other.reported) == own:
                message = "Toisen lähteen luku (variants) on sama kuin luku itse. Lisää lähde kohtaan ”sources” ja poista rivi."
                yield located.model.problem(
                    ("results", located.index, "variants", index), "toisinto", message
                )


def _of_the_same_region(name: str, found: Iterable[str]) -> list[str]:
    """Findings of the same kind and region: `sum:pohjanmaa/…`."""
    return [one for one in found if one.split("/")[0] == name.split("/")[0]]


def undisputed_claims(catalogue: Catalogue) -> Iterator[Problem]:
    """Entries of the ledger without a contradiction: notes, entries that deny themselves, and such as name nothing."""
    for entry in catalogue.discrepancies.values():
        data = entry.data
        if DISCREPANCY_CLASSES[data.kind] == "note":
            message = (
                "Huomautus ei ole ristiriita. Siirrä teksti mallin, tuloksen tai lähteen omaan "
                "kenttään (esimerkiksi note) ja poista merkintä."
            )
            yield entry.problem(("kind",), "kiistaton", message)
        for field in ("computed", "known"):
            if found := AGREES.search(getattr(data, field).fi):
                message = (
                    f"”{found.group()}”: jos lähteet eivät ole ristiriidassa, merkintä ei kuulu "
                    "tänne. Kirjoita tieto mallin tai tuloksen omaan kenttään."
                )
                yield entry.problem((field, "fi"), "kiistaton", message)
        if not (data.explains or data.results or data.related or data.models or data.indicators):
            message = (
                "Merkintä ei nimeä yhtään lukua tai mallia. Kerro, minkä luvun lukemista se muuttaa "
                "(results) tai mistä se puhuu (related, models)."
            )
            yield entry.problem((), "kiistaton", message)
