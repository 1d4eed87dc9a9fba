"""Tables of states, reasons, steps and aims: what is compared in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.figures.selection import is_national, regional, selected
from catalogue.finnish.formats import collation, counted, day, number
from catalogue.finnish.words import SOURCES, UNTOLD
from catalogue.site.comparison.models_table import left_out, national_left_out
from catalogue.site.parts import addresses
from catalogue.site.parts.common import (
    Link,
    claim_mark,
    indicator_link,
    model_link,
    place_of_mention,
    region_of,
    region_short,
    status_view,
    type_link,
)
from catalogue.site.parts.finding import aim_finding, finding
from catalogue.site.parts.narrative import aim
from catalogue.site.parts.table import Cell, Group, Head, Item, LeftOut, Line, Table, figure_item

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.comparison import Comparison
    from catalogue.schema.model import Aim, Model
    from catalogue.schema.status import StatusReason
    from catalogue.site.parts.table import GroupKind

MOST_IN_CELL = 10  # models in one cell
MOST_COLUMNS = 12  # models side by side
BESIDE = f"taulukkoon mahtuu {MOST_COLUMNS} mallia."
ONLY_MENTIONED = "vain maininta"
AIM_HEADS = (Head("Tavoite"), Head("Mitä tapahtui"), Head("Tavoiteluku ja toteuma"), Head("Lähde"))


def statuses_table(facts: Facts, comparison: Comparison) -> Table:
    """Types as rows, regions as columns, and in each cell what became of the models there."""
    models = regional(facts.catalogue, comparison)
    regions = _regions(facts, models)
    lines = []
    for key in facts.types_in_order:
        mine = [model for model in models if key in model.data.type]
        if mine:
            cells = tuple(
                _statuses(facts, [model for model in mine if region_of(model.id) == region], key)
                or _unseen(facts, region, key)
                for region in regions
            )
            lines.append(Line(type_link(facts, key), cells))
    return Table(
        "Mallityyppi",
        _heads(facts, regions),
        (Group("rows", "", tuple(lines)),),
        left_out=national_left_out(facts, comparison),
    )


def _unseen(facts: Facts, region: str, type_id: str) -> Cell:
    """A region without a model of the type: what its sources only mention has a place to read it."""
    place = place_of_mention(facts, region, (type_id,))
    return Cell((Item(link=Link(ONLY_MENTIONED, place)),)) if place else Cell((), UNTOLD)


def _statuses(facts: Facts, models: list[Record[Model]], type_id: str) -> Cell | None:
    """What became of the models of one type in one region; nothing where it has none."""
    made: list[Item] = []
    for model in models[:MOST_IN_CELL]:
        made.append(
            Item(
                status=status_view(facts, model),
                link=Link(
                    model.data.name.fi if len(models) > 1 else "",
                    addresses.model_status(model.id),
                ),
                said=finding(facts, model),
                at=addresses.model_status(model.id),
            )
        )
    made += _others(len(models), addresses.model_type(type_id))
    decided = [entry for model in models[:MOST_IN_CELL] for entry in model.data.decisions]
    told = dict.fromkeys(" ".join([entry.body.fi, day(entry.date)]).strip() for entry in decided)
    made += [Item(link=Link(text, ""), name="Päätös") for text in told]
    return Cell(tuple(made)) if made else None


def reasons_table(facts: Facts, comparison: Comparison) -> Table:
    """Reasons as rows, regions as columns; in each cell the models that name the reason, and in which direction."""
    chosen = regional(facts.catalogue, comparison)
    models = [model for model in chosen if model.data.status.reasons]
    regions = _regions(facts, models)
    lines = []
    for key, reason in facts.catalogue.reasons.items():
        found = [
            (model, entry)
            for model in models
            for entry in model.data.status.reasons
            if entry.reason == key
        ]
        if not found:
            continue
        main = sum(entry.effect == comparison.effect for _, entry in found)
        found.sort(key=lambda pair: pair[1].effect != comparison.effect)
        cells = tuple(
            _reasons([pair for pair in found if region_of(pair[0].id) == region], region)
            for region in regions
        )
        summary = Link(reason.data.summary.fi, "") if reason.data.summary else None
        lines.append((main, Line(Link(reason.data.name.fi, ""), cells, summary)))
    ordered = sorted(lines, key=lambda pair: (-pair[0], collation(pair[1].head.label)))
    return Table(
        "Syy",
        _heads(facts, regions),
        (Group("rows", "", tuple(line for _, line in ordered)),),
        left_out=(
            *(
                LeftOut(_placed(facts, model), "lähteet eivät kerro syytä.")
                for model in chosen
                if not model.data.status.reasons
            ),
            *national_left_out(facts, comparison),
        ),
    )


def _reasons(found: list[tuple[Record[Model], StatusReason]], region: str) -> Cell:
    """The models of a region that name a reason, and in which direction."""
    made = [
        Item(
            effect=entry.effect,
            link=Link(
                model.data.name.fi,
                addresses.model_status(model.id),
                claim_mark(entry.basis, entry.scope),
            ),
            told=entry.text.fi,
        )
        for model, entry in found[:MOST_IN_CELL]
    ]
    return Cell((*made, *_others(len(found), addresses.region(region))))


def _others(count: int, url: str) -> list[Item]:
    """The way to the rest of what a cell cannot hold."""
    left = count - MOST_IN_CELL
    return [Item(link=Link(f"ja {number(left)} muuta", url))] if left > 0 else []


def process_table(facts: Facts, comparison: Comparison) -> Table:
    """Steps as rows in their order, models as columns."""
    models = regional(facts.catalogue, comparison)
    every = [model for model in models if model.data.steps]
    told = every[:MOST_COLUMNS]
    lines = []
    for index in range(max((len(model.data.steps) for model in told), default=0)):
        lines.append(
            Line(
                Link(f"Vaihe {number(index + 1)}", ""), tuple(_step(model, index) for model in told)
            )
        )
    heads = tuple(Head(region_short(facts, model.id)) for model in told)
    missing = [
        LeftOut(_placed(facts, model), "lähteet eivät kuvaa vaiheita.")
        for model in models
        if not model.data.steps
    ]
    missing += [LeftOut(_placed(facts, model), BESIDE) for model in every[MOST_COLUMNS:]]
    return Table(
        "Järjestys",
        heads,
        (Group("rows", "", tuple(lines)),),
        left_out=(
            *missing,
            *left_out(facts, comparison),
            *national_left_out(facts, comparison),
        ),
    )


def _step(model: Record[Model], index: int) -> Cell:
    if index >= len(model.data.steps):
        return Cell()
    step = model.data.steps[index]
    does = step.does.fi if step.does else UNTOLD
    return Cell((Item(link=Link(does, "", step.by.fi if step.by else ""), name=step.name.fi),))


def aims_table(facts: Facts, comparison: Comparison) -> Table:
    """Every aim with what happened."""
    models = [model for model in selected(facts.catalogue, comparison) if model.data.aims]
    groups: list[tuple[GroupKind, str, list[Record[Model]]]] = [
        ("rows", "", [model for model in models if not is_national(facts.catalogue, model.id)]),
        (
            "total",
            "Valtakunnalliset",
            [model for model in models if is_national(facts.catalogue, model.id)],
        ),
    ]
    filled = tuple(
        Group(
            kind,
            heading,
            tuple(_aim(facts, model, entry) for model in members for entry in model.data.aims),
        )
        for kind, heading, members in groups
        if members
    )
    return Table(
        "Alue",
        AIM_HEADS,
        filled,
        sortable=True,
        left_out=tuple(
            LeftOut(_placed(facts, model), "tavoitteita ei ole kirjattu.")
            for model in selected(facts.catalogue, comparison)
            if not model.data.aims
        ),
    )


def _aim(facts: Facts, model: Record[Model], entry: Aim) -> Line:
    view = aim(facts, entry)
    figures = [
        figure
        for figure in facts.figures_by_model.get(model.id, ())
        if figure.located.data.indicator == entry.indicator and figure.located.data.key is None
    ]
    target = (
        [
            Item(
                link=Link(
                    f"{indicator_link(facts, entry.indicator).label}: tavoite {view.target}", ""
                )
            )
        ]
        if entry.indicator and view.target
        else []
    )
    cites = [Item(link=Link(f"{cite.short}, {cite.at}", cite.url)) for cite in view.cites]
    return Line(
        Link(region_short(facts, model.id), addresses.model_aims(model.id)),
        (
            Cell((Item(link=Link(view.text, "", view.aim_mark), name=view.whose),)),
            Cell(
                (
                    Item(
                        link=Link(view.outcome, "", view.mark),
                        name=view.state,
                        said=aim_finding(facts, model, entry),
                        at=addresses.model_aims(model.id),
                    ),
                ),
                sort=view.state,
            ),
            Cell((*target, *(figure_item(facts, figure) for figure in figures if target))),
            Cell(tuple(cites), fold=counted(len(cites), SOURCES) if len(cites) > 1 else ""),
        ),
        Link(model.data.name.fi, ""),
    )


def _placed(facts: Facts, model: Record[Model]) -> Link:
    """A model outside a table, with its region: `Omavire (Pohjanmaa)`."""
    link = model_link(facts, model.id)
    return Link(f"{link.label} ({link.note})", link.url)


def _regions(facts: Facts, models: list[Record[Model]] | tuple[Record[Model], ...]) -> list[str]:
    return list(dict.fromkeys(region_of(model.id) for model in models))


def _heads(facts: Facts, regions: list[str]) -> tuple[Head, ...]:
    return tuple(Head(facts.catalogue.regions[region].data.short.fi) for region in regions)
