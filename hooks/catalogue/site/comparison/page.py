"""A page of /vertailu/: the question, the finding, charts, the table, what was left out, definitions, notes, sources, files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from catalogue.facts import once
from catalogue.figures.placeholders import filled
from catalogue.figures.selection import is_national, selected
from catalogue.finnish.formats import counted
from catalogue.finnish.words import COUNTS, FLOWS, MODELS, REGIONS
from catalogue.site.comparison.charts import chart_view
from catalogue.site.comparison.figures_table import figures_table
from catalogue.site.comparison.models_table import models_table
from catalogue.site.comparison.word_tables import (
    aims_table,
    process_table,
    reasons_table,
    statuses_table,
)
from catalogue.site.parts import addresses
from catalogue.site.parts.common import CiteView, Link, cite_views, region_of
from catalogue.site.parts.table import gathered

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.comparison import Comparison
    from catalogue.site.parts.chart import ChartView
    from catalogue.site.parts.table import Table

TABLES = {
    "models": models_table,
    "figures": figures_table,
    "statuses": statuses_table,
    "reasons": reasons_table,
    "process": process_table,
    "aims": aims_table,
}


@dataclass(frozen=True)
class Definition:
    """What a row of the table means."""

    name: str
    url: str
    text: str
    kind: str = ""
    comparable: str = ""


@dataclass(frozen=True)
class ComparisonCard:
    """A comparison in the list."""

    title: str
    url: str
    finding: str
    regions: str
    models: str


@dataclass(frozen=True)
class NoteView:
    """A note with its sources."""

    text: str
    cites: tuple[CiteView, ...]


@dataclass(frozen=True)
class ComparisonView:
    """The page of a comparison."""

    id: str
    title: str
    short: str
    layout: str
    finding: str
    charts: tuple[ChartView, ...]
    table: Table
    definitions: tuple[Definition, ...]
    notes: tuple[NoteView, ...]
    files: tuple[Link, ...]
    embed: str
    sources: tuple[Link, ...]
    others: tuple[Link, ...]


def ordered(facts: Facts) -> tuple[Record[Comparison], ...]:
    """Comparisons in the order their authors gave."""
    return tuple(
        sorted(
            facts.catalogue.comparisons.values(), key=lambda record: (record.data.order, record.id)
        )
    )


def comparison_cards(facts: Facts) -> tuple[ComparisonCard, ...]:
    """Every comparison in its order."""
    cards = []
    for record in ordered(facts):
        data = record.data
        models = [
            model
            for model in selected(facts.catalogue, data)
            if not is_national(facts.catalogue, model.id)
        ]
        cards.append(
            ComparisonCard(
                title=data.title.fi,
                url=addresses.comparison(record.id),
                finding=filled(facts.catalogue, data, data.finding.fi),
                regions=counted(len({region_of(model.id) for model in models}), REGIONS),
                models=counted(len(models), MODELS),
            )
        )
    return tuple(cards)


def comparison_view(facts: Facts, record: Record[Comparison]) -> ComparisonView:
    """Of the page and of its files."""
    return once(facts, "comparison", record.id, record, lambda: _view(facts, record))


def _view(facts: Facts, record: Record[Comparison]) -> ComparisonView:
    data = record.data
    table = gathered(TABLES[data.layout](facts, data))
    definitions = _definitions(facts, data)
    return ComparisonView(
        id=record.id,
        title=data.title.fi,
        short=data.short.fi,
        layout=data.layout,
        finding=filled(facts.catalogue, data, data.finding.fi),
        charts=tuple(
            replace(chart_view(facts, data, chart), picture=_picture(record.id, number))
            for number, chart in enumerate(data.charts, 1)
        ),
        table=table,
        definitions=definitions,
        notes=tuple(
            NoteView(filled(facts.catalogue, data, note.text.fi), cite_views(facts, note.sources))
            for note in data.notes
        ),
        files=_files(record.id, definitions=bool(definitions)),
        embed=facts.build.site_url + addresses.comparison_page(record.id),
        sources=_sources(facts, data, table),
        others=tuple(
            Link(other.data.short.fi, addresses.comparison(other.id))
            for other in ordered(facts)
            if other.id != record.id
        ),
    )


def _picture(comparison_id: str, number: int) -> Link:
    """The file of a chart; `note` is the name that a reader's copy gets."""
    address = f"{addresses.comparison(comparison_id)}kuva-{number}.svg"
    return Link("Tallenna kuva (SVG)", address, f"{comparison_id}-kuva-{number}.svg")


def _files(comparison_id: str, *, definitions: bool) -> tuple[Link, ...]:
    """The table as files; `note` is the name that a reader's copy gets."""
    files = [
        Link("Excel", addresses.comparison_excel(comparison_id), f"{comparison_id}-excel.csv"),
        Link("CSV", addresses.comparison_csv(comparison_id), f"{comparison_id}.csv"),
        Link("JSON", addresses.comparison_file(comparison_id), f"{comparison_id}.json"),
        Link("HTML", addresses.comparison_page(comparison_id), f"{comparison_id}.html"),
    ]
    if definitions:
        name = f"{comparison_id}-maaritelmat.csv"
        files.append(Link("määritelmät (Excel)", addresses.comparison_words(comparison_id), name))
    return tuple(files)


def _definitions(facts: Facts, data: Comparison) -> tuple[Definition, ...]:
    """What every indicator of the page means; for tables of words, what the words mean."""
    catalogue = facts.catalogue
    keys = [
        key
        for wanted in data.columns
        for key in ((wanted.indicator,) if wanted.indicator else ()) + wanted.beside
    ]
    keys += [key for chart in data.charts for key in chart.indicators]
    made = []
    for key in dict.fromkeys(keys):
        entry = catalogue.indicators[key].data
        made.append(
            Definition(
                entry.name.fi,
                addresses.indicator(key),
                entry.definition.fi,
                f"{COUNTS[entry.counts]}, {FLOWS[entry.flow]}",
                entry.comparable.fi if entry.comparable else "",
            )
        )
    if data.layout == "statuses" or any(wanted.field == "status" for wanted in data.columns):
        used = {
            catalogue.label(model.data.status)
            for model in selected(catalogue, data)
            if model.data.aggregate or not is_national(catalogue, model.id)
        }
        made += [
            Definition(entry.data.name.fi, "", entry.data.summary.fi)
            for key, entry in catalogue.statuses.items()
            if key in used
        ]
    return tuple(made)


def _sources(facts: Facts, data: Comparison, table: Table) -> tuple[Link, ...]:
    """Every source of the table's figures and states, and of the notes and reference lines."""
    items = [
        item
        for group in table.groups
        for line in group.lines
        for cell in line.cells
        for item in cell.items
    ]
    cited = [cite.id for item in items if item.figure for cite in item.figure.located.data.sources]
    if data.layout != "figures":
        cited += [
            cite.id
            for model in selected(facts.catalogue, data)
            for cite in model.data.status.sources
        ]
    cited += [cite.id for line in data.references for cite in line.sources]
    cited += [cite.id for note in data.notes for cite in note.sources]
    sources = [facts.catalogue.sources[key] for key in dict.fromkeys(cited)]
    return tuple(
        Link(source.data.title.fi, addresses.source(source.id), source.data.publisher.fi)
        for source in sources
    )
