"""A model as a column of the reader's own comparison: the same rows for every model, ready texts, and what it compares with."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import orjson

from catalogue.figures.comparability import SENTENCES, aspects, machine_compares
from catalogue.finnish.words import GROUPS, UNTOLD
from catalogue.site.parts import addresses
from catalogue.site.parts.common import (
    Link,
    StatusView,
    region_short,
    status_view,
    type_link,
    types_link,
)
from catalogue.site.parts.result import ResultRow, result_row
from catalogue.site.side_by_side.rows import Part, parts
from catalogue.writing import Packed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure
    from catalogue.records import Record
    from catalogue.schema.model import Model

MOST = 4
EACH = 8  # models in one file: ten thousand models are not ten thousand files more


@dataclass(frozen=True)
class Cell:
    """A figure. `row` is the row it stands in; `aspects` are ids and words of what must agree, as `SENTENCES` goes.

    `compares` says whether the machine compares it: an outcome or quality, where no one may conclude who did better.
    """

    row: str
    indicator: str
    label: str
    means: str
    group: str
    text: str
    said: str
    notes: tuple[str, ...]
    url: str
    source: str
    missing: str
    missing_kind: str
    compares: bool
    aspects: tuple[tuple[str, str], ...]
    flag: Link | None


@dataclass(frozen=True)
class Column:
    """What the page knows of a model before it is opened."""

    id: str
    name: str
    place: str
    url: str
    status: StatusView
    parts: tuple[Part, ...]
    figures: tuple[Cell, ...]


@dataclass(frozen=True)
class Choice:
    """A model that can be picked; `former` are the ids that shared addresses may still use."""

    id: str
    name: str
    place: str
    type: str
    type_name: str
    former: tuple[str, ...]


@dataclass(frozen=True)
class TypeCount:
    """A type and how many models it has."""

    type: Link
    count: int


@dataclass(frozen=True)
class SideBySideView:
    """The page without script: where else to compare. `settings` is what the script needs, as JSON."""

    types: tuple[TypeCount, ...]
    settings: str


def side_by_side_view(facts: Facts) -> SideBySideView:
    """The page of the reader's own comparison."""
    types = tuple(
        TypeCount(type_link(facts, key), len(facts.models_by_type[key]))
        for key in facts.types_in_order
        if len(facts.models_by_type.get(key, ())) > 1
    )
    settings = {
        "most": MOST,
        "each": EACH,
        "sentences": [
            sentence.format("{}", "{}", where="ensimmäisessä") for sentence in SENTENCES.values()
        ],
        "groups": list(GROUPS.items()),
        "unknown": UNTOLD,
    }
    return SideBySideView(types, json.dumps(settings, ensure_ascii=False))


def files(facts: Facts) -> Iterator[tuple[str, Packed]]:
    """Address and text of every file that the page reads: the list to pick from, and files of `EACH` models in its order."""
    models = facts.models
    yield f"{addresses.SIDE_BY_SIDE}mallit.zlib", _packed([*map(partial(choice, facts), models)])
    for part in range(0, len(models), EACH):
        columns = [column(facts, model) for model in models[part : part + EACH]]
        yield f"{addresses.SIDE_BY_SIDE}osat/{part // EACH}.zlib", _packed(columns)


def _packed(told: Sequence[object]) -> Packed:
    return Packed(orjson.dumps(told).decode())


def choice(facts: Facts, model: Record[Model]) -> Choice:
    """A model that can be chosen."""
    return Choice(
        model.id,
        model.data.name.fi,
        region_short(facts, model.id),
        model.data.main_type,
        types_link(facts, model.data).label,
        facts.where.older("model", model.id),
    )


def column(facts: Facts, model: Record[Model]) -> Column:
    """A model as one column."""
    return Column(
        model.id,
        model.data.name.fi,
        region_short(facts, model.id),
        addresses.model(model.id),
        status_view(facts, model),
        parts(facts, model),
        tuple(cell(facts, figure) for figure in facts.figures_by_model.get(model.id, ())),
    )


def cell(facts: Facts, figure: Figure) -> Cell:
    """A figure as a cell, with what must agree before it compares."""
    row, data, indicator = result_row(facts, figure), figure.located.data, figure.indicator
    definition = indicator.definition.fi + (
        f" Nimittäjä: {indicator.denominator.fi}." if indicator.denominator else ""
    )
    notes = [
        row.text.population,
        row.text.period,
        f"asteikko {row.text.scale}" if row.text.scale else "",
        f"lähteessä {row.text.reported}" if row.text.reported else "",
        row.note,
    ]
    return Cell(
        row=f"{data.indicator}/{data.key or ''}",
        indicator=indicator.name.fi,
        label=row.label,
        means=definition,
        group=indicator.group,
        text=row.text.sentence,
        said=row.said,
        notes=tuple(note for note in notes if note),
        url=row.url,
        source=row.source,
        missing=row.text.missing,
        missing_kind=row.text.missing_kind,
        compares=machine_compares(figure),
        aspects=tuple(
            (aspect.id, aspect.text) for aspect in aspects(facts.catalogue, figure).values()
        ),
        flag=_flag(row),
    )


def _flag(row: ResultRow) -> Link | None:
    """A mark that the figure has open questions; `note` lists their claims."""
    flag = row.flag
    return Link(f"{flag.label}{flag.spoken}", flag.url, flag.title) if flag else None
