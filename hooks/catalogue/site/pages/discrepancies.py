"""The ledger of open questions about the figures: what is known, what is claimed, what is computed and a possible reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from catalogue.finnish.formats import collation, join
from catalogue.finnish.words import (
    CLASS_HEADINGS,
    DISCREPANCY_CLASSES,
    DISCREPANCY_KINDS,
    SEVERITIES,
    SEVERITY_HEADINGS,
)
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
    """An entry of the ledger."""

    id: str
    kind: str
    kind_id: str
    class_id: str
    severity: str
    severity_kind: str
    claim: str
    computed: str
    known: str
    guess: str
    regions: tuple[str, ...]
    where: str
    models: tuple[Link, ...]
    results: tuple[Link, ...]
    result_ids: tuple[str, ...]
    cites: tuple[CiteView, ...]


@dataclass(frozen=True)
class SeverityGroup:
    """Entries of one class and severity; `anchor` is where the page has them."""

    anchor: str
    heading: str
    entries: tuple[DiscrepancyView, ...]


@dataclass(frozen=True)
class ClassGroup:
    """Entries of one class: figures that do not add up, or figures of unclear meaning."""

    id: str
    heading: str
    count: int
    groups: tuple[SeverityGroup, ...]


@dataclass(frozen=True)
class KindCounts:
    """How many entries of a kind there are, by severity in their order and together."""

    link: Link
    by_severity: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class LedgerView:
    """Entries by class and severity, the most serious first; `counts` are those of each kind that has any."""

    numbers: int
    meaning: int
    classes: tuple[ClassGroup, ...]
    severities: tuple[str, ...]
    counts: tuple[KindCounts, ...]
    facets: tuple[Facet, ...]


def ledger_view(facts: Facts) -> LedgerView:
    """The ledger: every entry by class and severity."""
    entries = sorted(
        (discrepancy_view(facts, entry) for entry in facts.catalogue.discrepancies.values()),
        key=lambda entry: collation(entry.known),
    )
    classes = tuple(_class(entries, name, heading) for name, heading in CLASS_HEADINGS.items())
    counts = []
    for kind, name in DISCREPANCY_KINDS.items():
        row = tuple(
            sum((entry.kind_id, entry.severity_kind) == (kind, severity) for entry in entries)
            for severity in SEVERITIES
        )
        if sum(row):
            link = Link(name, addresses.discrepancies_of_kind(kind))
            counts.append(KindCounts(link, row, sum(row)))
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
            "luokka",
            "Mitä on auki",
            _options(CLASS_HEADINGS, (entry.class_id for entry in entries), ordered=False),
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
        sum(entry.class_id == "numbers" for entry in entries),
        sum(entry.class_id == "meaning" for entry in entries),
        tuple(group for group in classes if group.count),
        tuple(SEVERITIES.values()),
        tuple(sorted(counts, key=lambda count: -count.total)),
        facets,
    )


def _class(entries: list[DiscrepancyView], name: str, heading: str) -> ClassGroup:
    members = [entry for entry in entries if entry.class_id == name]
    groups = (
        SeverityGroup(
            f"{name}-{severity}",
            words,
            tuple(entry for entry in members if entry.severity_kind == severity),
        )
        for severity, words in SEVERITY_HEADINGS.items()
    )
    return ClassGroup(name, heading, len(members), tuple(one for one in groups if one.entries))


def discrepancy_view(facts: Facts, entry: Record[Discrepancy]) -> DiscrepancyView:
    """An entry with its models, results, arithmetic and sources."""
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
        DISCREPANCY_CLASSES[data.kind],
        SEVERITIES[data.severity],
        data.severity,
        data.claim.fi,
        data.computed.fi,
        data.known.fi,
        data.guess.fi if data.guess else "",
        tuple(dict.fromkeys(region_of(model) for model in models)),
        join(dict.fromkeys(model_link(facts, model).note for model in models)),
        tuple(model_link(facts, model) for model in models),
        tuple(results),
        facts.changed_by(entry),
        cite_views(facts, data.sources),
    )


def _options(
    labels: Mapping[Any, str], found: Iterable[str], *, ordered: bool = True
) -> tuple[Option, ...]:
    listed = list(found)
    keys = sorted(labels, key=lambda key: collation(labels[key])) if ordered else list(labels)
    return tuple(Option(key, labels[key], listed.count(key)) for key in keys if key in listed)
