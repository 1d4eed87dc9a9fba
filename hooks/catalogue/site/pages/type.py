"""The page of a model type: its models compared in one table, then each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures.figure import Missing
from catalogue.figures.gaps import unlike_its_type
from catalogue.finnish.words import KINDS as RECORD_KINDS
from catalogue.reading.markdown import html
from catalogue.records import places
from catalogue.site.pages.gaps import KINDS
from catalogue.site.parts import addresses
from catalogue.site.parts.card import CardGroup, cards_by_region
from catalogue.site.parts.common import (
    Link,
    StatusView,
    Text,
    also,
    indicator_link,
    region_link,
    region_of,
    region_short,
    status_view,
)
from catalogue.site.parts.known import known
from catalogue.site.parts.result import ResultRow, result_row

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.figures.gaps import Kind
    from catalogue.records import Record
    from catalogue.schema.model import Model


@dataclass(frozen=True)
class FigureCell:
    """A figure of the type's table. `gap` marks one that does not compare, or what stands for one that is not told."""

    label: str
    row: ResultRow | None
    gap: str = ""
    text: str = ""
    why: str = ""


@dataclass(frozen=True)
class TypeRow:
    region: Link
    model: Link
    status: StatusView
    cells: tuple[FigureCell, ...]


@dataclass(frozen=True)
class TypeView:
    name: str
    kind: str
    names: tuple[Text, ...]
    summary: str
    summary_also: tuple[Text, ...]
    description: str
    known: str
    indicators: tuple[Link, ...]
    rows: tuple[TypeRow, ...]  # nothing where there is only one to show
    regions: tuple[CardGroup, ...]
    mentions: tuple[Link, ...]
    missing: str
    pick: str


def type_view(facts: Facts, type_id: str) -> TypeView:
    entry, models = facts.catalogue.types[type_id].data, facts.models_by_type.get(type_id, [])
    mentioning = [
        model
        for model in facts.models
        if any(mention.type == type_id for mention in model.data.mentions)
    ]
    told = {region for model in (*models, *mentioning) for region in places(model)}
    return TypeView(
        name=entry.plural.fi,
        kind=RECORD_KINDS[entry.kind],
        names=also(entry.plural),
        summary=entry.summary.fi,
        summary_also=also(entry.summary),
        description=html(entry.description.fi) if entry.description else "",
        known=known(facts, type_id),
        indicators=tuple(indicator_link(facts, key) for key in entry.key_indicators),
        rows=tuple(_row(facts, model, type_id) for model in models) if len(models) > 1 else (),
        regions=cards_by_region(facts, models),
        mentions=tuple(
            Link(
                mention.name.fi,
                addresses.mention(model.id, mention.id),
                f"{model.data.name.fi}, {region_short(facts, model.id)}",
            )
            for model in mentioning
            for mention in model.data.mentions
            if mention.type == type_id
        ),
        missing=", ".join(
            facts.catalogue.regions[region].data.short.fi
            for region in facts.regions_with_models
            if region not in told and facts.catalogue.regions[region].data.kind != "national"
        ),
        pick=addresses.side_by_side(model.id for model in models[:4]) if len(models) > 1 else "",
    )


def _row(facts: Facts, model: Record[Model], type_id: str) -> TypeRow:
    return TypeRow(
        region=region_link(facts, region_of(model.id)),
        model=Link(model.data.name.fi, addresses.model(model.id)),
        status=status_view(facts, model),
        cells=tuple(
            _cell(facts, model, type_id, key)
            for key in facts.catalogue.types[type_id].data.key_indicators
        ),
    )


def _cell(facts: Facts, model: Record[Model], type_id: str, indicator: str) -> FigureCell:
    """The model's figure of the whole service, else its first; the first missing one where no figure is told."""
    figures = [
        figure
        for figure in facts.figures_by_model.get(model.id, ())
        if figure.located.data.indicator == indicator
    ]
    told = [figure for figure in figures if not isinstance(figure, Missing)]
    name = indicator_link(facts, indicator).label
    if not figures:
        kind: Kind = (
            "not_tried"
            if facts.catalogue.statuses[facts.catalogue.label(model.data.status)].data.group
            == "not_tried"
            else "unknown"
        )
        return FigureCell(name, None, kind.replace("_", "-"), KINDS[kind].name)
    first = min(told or figures, key=lambda figure: bool(figure.located.data.key))
    row = result_row(facts, first)
    if row.text.missing:
        return FigureCell(name, None, row.text.missing_kind, row.text.missing)
    why = unlike_its_type(facts.catalogue, type_id, first)
    return FigureCell(name, row, "apart" if why else "", "", why)
