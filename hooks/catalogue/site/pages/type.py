"""The page of a model type, a brief for a decision: of what it consisted, what it took, what came of it, what nobody tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures.comparability import COURSE
from catalogue.figures.figure import Missing
from catalogue.figures.gaps import NOTHING, near, unlike_its_type
from catalogue.figures.selection import is_national, passes
from catalogue.finnish.formats import counted
from catalogue.finnish.words import KINDS as RECORD_KINDS
from catalogue.finnish.words import MODELS, REGIONS
from catalogue.reading.markdown import html
from catalogue.records import places
from catalogue.site.brief.afterwards import Afterwards, afterwards
from catalogue.site.brief.composition import Composition, Need, composition, needs
from catalogue.site.brief.mentioned import Mentioned, mentioned
from catalogue.site.brief.questions import Question, barriers_of, questions
from catalogue.site.brief.untold import Known, known_of
from catalogue.site.comparison.page import ordered
from catalogue.site.pages.gaps import KINDS, near_view
from catalogue.site.pages.type_contacts import Contact, contacts
from catalogue.site.parts import addresses
from catalogue.site.parts.background import CostView, costs
from catalogue.site.parts.card import OUTCOMES, outcome_of
from catalogue.site.parts.common import (
    Link,
    StatusView,
    Text,
    also,
    indicator_link,
    region_link,
    region_of,
    status_view,
)
from catalogue.site.parts.counts import years
from catalogue.site.parts.known import known
from catalogue.site.parts.result import ResultRow, result_row

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.figures.gaps import Kind
    from catalogue.records import Record
    from catalogue.schema.model import Model

TOTAL = "Alueet yhteensä"
COURSES = "Jokainen koulutus on omansa: lukuja ei verrata keskenään."
PERIODS = "Jaksot ja asiakkaiden valinta ovat eri alueilla erilaiset: järjestystä luvuista ei voi päätellä."


@dataclass(frozen=True)
class FigureCell:
    """A figure of the type's table. `gap` marks one that does not compare, or what stands for one that is not told."""

    label: str
    row: ResultRow | None
    gap: str = ""
    text: str = ""
    why: str = ""
    near: Link | None = None


@dataclass(frozen=True)
class TypeRow:
    """A model's figures; `period` is theirs where all have the same, else each cell tells its own."""

    region: Link
    model: Link
    status: StatusView
    cells: tuple[FigureCell, ...]
    period: str


@dataclass(frozen=True)
class EndCount:
    """How many models ended one way."""

    end: StatusView
    count: int


@dataclass(frozen=True)
class Costs:
    """What the models of a region cost."""

    region: Link
    entries: tuple[CostView, ...]


@dataclass(frozen=True)
class TypeView:
    """`where` and `ends` count the regions' own models; national records stand in the table of figures only."""

    name: str
    kind: str
    names: tuple[Text, ...]
    summary: str
    summary_also: tuple[Text, ...]
    description: str
    known: str
    where: str
    regions: tuple[Link, ...]
    ends: tuple[EndCount, ...]
    years: str
    consisted: tuple[Composition, ...]
    many: bool
    needs: tuple[Need, ...]
    costs: tuple[Costs, ...]
    caution: str
    indicators: tuple[Link, ...]
    rows: tuple[TypeRow, ...]
    afterwards: tuple[Afterwards, ...]
    untold: tuple[str, ...]
    partly: tuple[Known, ...]
    questions: tuple[Question, ...]
    questions_from: str
    contacts: tuple[Contact, ...]
    comparisons: tuple[Link, ...]
    mentioned: tuple[Mentioned, ...]
    missing: str
    side_by_side: str


def type_view(facts: Facts, type_id: str) -> TypeView:
    """The brief of a type."""
    entry, models = facts.catalogue.types[type_id].data, facts.models_by_type.get(type_id, [])
    own = [model for model in models if not is_national(facts.catalogue, model.id)]
    asked = known_of(facts, type_id, own) if own else ()
    told = {region for model in models for region in places(model)}
    told |= {region_of(model.id) for model, _ in facts.mentions_by_type.get(type_id, ())}
    return TypeView(
        name=entry.name.fi,
        kind=RECORD_KINDS[entry.kind],
        names=also(entry.name),
        summary=entry.summary.fi,
        summary_also=also(entry.summary),
        description=html(entry.description.fi) if entry.description else "",
        known=known(facts, type_id),
        where=_where(own),
        regions=tuple(
            region_link(facts, region)
            for region in facts.regions_with_models
            if any(region in places(model) for model in own)
        ),
        ends=_ends(facts, own),
        years=years(own),
        consisted=tuple(composition(facts, model) for model in own),
        many=len(own) > 1,
        needs=needs(facts, own),
        costs=tuple(
            Costs(region_link(facts, region_of(model.id)), costs(facts, model.data))
            for model in own
            if model.data.costs
        ),
        caution=COURSES if entry.kind == COURSE else PERIODS,
        indicators=tuple(indicator_link(facts, key) for key in entry.key_indicators),
        rows=tuple(_row(facts, model, type_id) for model in models),
        afterwards=afterwards(facts, own) if own else (),
        untold=tuple(one.untold for one in asked if not one.told),
        partly=tuple(one for one in asked if one.told),
        questions=(asked_first := questions(facts, own)),
        questions_from=barriers_of(asked_first),
        contacts=contacts(facts, own),
        comparisons=_comparisons(facts, type_id, models),
        mentioned=mentioned(facts, type_id),
        missing=", ".join(
            facts.catalogue.regions[region].data.short.fi
            for region in facts.regions_with_models
            if region not in told and facts.catalogue.regions[region].data.kind != "national"
        ),
        side_by_side=addresses.SIDE_BY_SIDE,
    )


def _where(models: list[Record[Model]]) -> str:
    """`7 aluetta, 8 mallia`; an empty text when no region has one."""
    regions = {region for model in models for region in places(model)}
    if not models:
        return ""
    return f"{counted(len(regions), REGIONS)}, {counted(len(models), MODELS)}"


def _ends(facts: Facts, models: list[Record[Model]]) -> tuple[EndCount, ...]:
    """What became of the models, in the order and the words of the front page."""
    found = [outcome_of(facts, model) for model in models]
    return tuple(
        EndCount(StatusView(end.name, end.group, end.mark, ""), found.count(key))
        for key, end in OUTCOMES.items()
        if key in found
    )


def _comparisons(facts: Facts, type_id: str, models: list[Record[Model]]) -> tuple[Link, ...]:
    """Comparisons that hold the type's models; those about the type by name come first."""
    found = [
        record
        for record in ordered(facts)
        if any(passes(facts.catalogue, model, record.data) for model in models)
    ]
    found.sort(key=lambda record: type_id not in record.data.models.types)
    return tuple(
        Link(record.data.title.fi, addresses.comparison(record.id), record.data.summary.fi)
        for record in found
    )


def _row(facts: Facts, model: Record[Model], type_id: str) -> TypeRow:
    cells = tuple(
        _cell(facts, model, type_id, key)
        for key in facts.catalogue.types[type_id].data.key_indicators
    )
    periods = {cell.row.text.period for cell in cells if cell.row}
    return TypeRow(
        region=Link(TOTAL, "") if model.data.aggregate else region_link(facts, region_of(model.id)),
        model=Link(model.data.name.fi, addresses.model(model.id)),
        status=status_view(facts, model),
        cells=cells,
        period=periods.pop() if len(periods) == 1 else "",
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
        pointer = _near(facts, model, indicator) if kind in NOTHING else None
        return FigureCell(name, None, kind.replace("_", "-"), KINDS[kind].name, near=pointer)
    first = min(told or figures, key=lambda figure: bool(figure.located.data.key))
    row = result_row(facts, first)
    if isinstance(first, Missing):
        pointer = _near(facts, model, indicator) if first.why in NOTHING else None
        return FigureCell(name, None, row.text.missing_kind, row.text.missing, near=pointer)
    why = unlike_its_type(facts.catalogue, type_id, first)
    if is_national(facts.catalogue, model.id) and not model.data.aggregate:
        why = why or "Valtakunnallinen tietue ei ole alueen malli."
    return FigureCell(name, row, "apart" if why else "", "", why)


def _near(facts: Facts, model: Record[Model], indicator: str) -> Link | None:
    """What the model tells of the same question by another indicator."""
    figures = facts.figures_by_model.get(model.id, ())
    return near_view(facts, near(facts.catalogue, indicator, figures))
