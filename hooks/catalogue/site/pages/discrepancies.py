"""The ledger of open questions about the figures: what is claimed, what is computed, what is known and what is guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from catalogue.finnish.formats import collation
from catalogue.finnish.words import DISCREPANCY_KINDS, SEVERITIES, SEVERITY_HEADINGS
from catalogue.site.parts import addresses
from catalogue.site.parts.common import CiteView, Link, cite_views, model_link, region_of
from catalogue.site.parts.facets import Facet, Option
from catalogue.site.parts.result import result_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.vocabulary import Discrepancy


@dataclass(frozen=True)
class DiscrepancyView:
    id: str
    kind: str
    kind_id: str
    severity: str
    severity_kind: str
    claim: str
    computed: str
    known: str
    guess: str
    regions: tuple[str, ...]
    models: tuple[Link, ...]
    results: tuple[Link, ...]
    result_ids: tuple[str, ...]
    cites: tuple[CiteView, ...]


@dataclass(frozen=True)
class LedgerView:
    """Entries under severities, the most serious first; `counts` are kinds × severities with the sums."""

    total: int
    groups: tuple[tuple[str, str, tuple[DiscrepancyView, ...]], ...]
    severities: tuple[str, ...]
    counts: tuple[tuple[str, str, tuple[int, ...], int], ...]
    facets: tuple[Facet, ...]


def ledger_view(facts: Facts) -> LedgerView:
    entries = sorted(
        (discrepancy_view(facts, entry) for entry in facts.catalogue.discrepancies.values()),
        key=lambda entry: collation(entry.claim),
    )
    groups = tuple(
        (severity, heading, tuple(entry for entry in entries if entry.severity_kind == severity))
        for severity, heading in SEVERITY_HEADINGS.items()
    )
    counts = []
    for kind, name in DISCREPANCY_KINDS.items():
        row = tuple(sum(entry.kind_id == kind for entry in members) for _, _, members in groups)
        if sum(row):
            counts.append((addresses.discrepancies_of_kind(kind), name, row, sum(row)))
    regions = {
        region: facts.catalogue.regions[region].data.short.fi
        for entry in entries
        for region in entry.regions
    }
    facets = (
        Facet(
            "alue",
            "Alue",
            _options(regions, (region for entry in entries for region in entry.regions)),
        ),
        Facet(
            "laji",
            "Millainen ristiriita",
            _options(DISCREPANCY_KINDS, (entry.kind_id for entry in entries)),
        ),
        Facet(
            "vakavuus",
            "Vakavuus",
            _options(SEVERITIES, (entry.severity_kind for entry in entries), ordered=False),
        ),
    )
    return LedgerView(
        len(entries),
        tuple(group for group in groups if group[2]),
        tuple(SEVERITIES.values()),
        tuple(sorted(counts, key=lambda count: -count[3])),
        facets,
    )


def discrepancy_view(facts: Facts, entry: Record[Discrepancy]) -> DiscrepancyView:
    data, models = entry.data, facts.models_of(entry)
    results = []
    for result_id in facts.results_of(entry):
        row = result_row(facts, facts.figures[result_id])
        label = (
            f"{row.indicator.label}{': ' + row.label if row.label else ''} {row.text.lead}".strip()
        )
        results.append(
            Link(label, row.url, model_link(facts, "/".join(result_id.split("/")[:2])).note)
        )
    return DiscrepancyView(
        entry.id,
        DISCREPANCY_KINDS[data.kind],
        data.kind,
        SEVERITIES[data.severity],
        data.severity,
        data.claim.fi,
        data.computed.fi,
        data.known.fi,
        data.guess.fi if data.guess else "",
        tuple(dict.fromkeys(region_of(model) for model in models)),
        tuple(model_link(facts, model) for model in models),
        tuple(results),
        facts.results_of(entry),
        cite_views(facts, data.sources),
    )


def _options(
    labels: Mapping[Any, str], found: Iterable[str], *, ordered: bool = True
) -> tuple[Option, ...]:
    listed = list(found)
    keys = sorted(labels, key=lambda key: collation(labels[key])) if ordered else list(labels)
    return tuple(Option(key, labels[key], listed.count(key)) for key in keys if key in listed)
