"""The front page, the list of regions with the tile map, and the list of types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..formats import collation, join
from .common import Link, StatusView, region_of, type_link
from .known import known
from .listings import outcome_of
from .results import ResultRow, result_row

if TYPE_CHECKING:
    from ..facts import Facts

KEY_FIGURES = {
    "kansallinen/laatuperusteinen-tyohonvalmennus/asiakkaat": "asiakasta laatuperusteisessa työhönvalmennuksessa",
    "kansallinen/laatuperusteinen-tyohonvalmennus/tyollistyneet": "työllistyi palkkatyöhön",
    "kansallinen/tyokyvyn-tuen-tiimi/tiimit": "työkyvyn tuen tiimiä",
    "kansallinen/tyokyvyn-tuen-tiimi/asiakkaat": "asiakasta työkyvyn tuen tiimeissä",
}
QUESTIONS = (
    Link("Perustan työkyvyn tuen tiimin", "tyypit/tyokyvyn-tuen-tiimi/"),
    Link("Kuinka moni työllistyi?", "vertailu/tyohonvalmennuksen-tulokset/"),
    Link("Miksi jokin päättyi?", "vertailu/miksi-paattyi/"),
    Link("Vertaan malleja rinnakkain", "vertailu/omat/"),
    Link("Mitkä luvut eivät täsmää?", "ristiriidat/"),
    Link("Lataan aineiston", "avoin-data/"),
)
# In the order of the front page: the filter's id, what it is called, the group that gives its colour, its shape.
OUTCOMES = (
    ("jai", "jäi käyttöön tai jatkuu", "stayed", "full"),
    ("paattyi", "päättyi", "ended", "cross"),
    ("ei-kokeiltu", "jäi kokeilematta", "not_tried", "dash"),
    ("suunnitteilla", "suunnitteilla", "planned", "ring"),
    ("tehty", "kertaluonteista työtä valmistui", "completed", "check"),
    ("ei-tiedossa", "jäi epäselväksi", "unknown", "question"),
)
SHORT = 60  # characters of arithmetic that fit beside a figure


@dataclass(frozen=True)
class Tile:
    """A region on the tile map; `column` and `row` count from 1."""

    name: str
    url: str
    column: int
    row: int
    models: int
    stayed: int
    ended: int


@dataclass(frozen=True)
class TypeCard:
    link: Link
    plural: str
    summary: str
    known: str
    models: int
    regions: str
    statuses: tuple[tuple[StatusView, int], ...]


@dataclass(frozen=True)
class Outcome:
    """How many models ended one way; the link lists them."""

    link: Link
    count: int
    group: str
    mark: str


@dataclass(frozen=True)
class KeyFigure:
    """A figure of the front page; `flag` is the arithmetic that does not agree with it."""

    row: ResultRow
    label: str
    flag: Link | None
    source: str


@dataclass(frozen=True)
class HomeView:
    models: int
    regions: int
    results: int
    sources: int
    discrepancies: int
    tiles: tuple[Tile, ...]
    types: tuple[TypeCard, ...]
    questions: tuple[Link, ...]
    figures: tuple[KeyFigure, ...]
    outcomes: tuple[Outcome, ...]
    gaps: int
    asked: int


@dataclass(frozen=True)
class RegionsView:
    tiles: tuple[Tile, ...]
    others: tuple[Tile, ...]


def tiles(facts: Facts) -> tuple[Tile, ...]:
    """Every region that has a place on the map, in Finnish order."""
    found = []
    for key, record in facts.catalogue.regions.items():
        if record.data.tile is None:
            continue
        models = facts.models_by_region.get(key, [])
        groups = [facts.catalogue.statuses[model.data.status.state].data.group for model in models]
        column, row = map(int, record.data.tile.split(","))
        url = f"alueet/{key}/" if key in facts.catalogue.profiles else ""
        found.append(
            Tile(
                record.data.short.fi,
                url,
                column + 1,
                row + 1,
                len(models),
                groups.count("stayed") + groups.count("continues"),
                groups.count("ended"),
            )
        )
    return tuple(sorted(found, key=lambda tile: collation(tile.name)))


def regions_view(facts: Facts) -> RegionsView:
    others = tuple(
        Tile(
            record.data.short.fi,
            f"alueet/{key}/",
            0,
            0,
            len(facts.models_by_region.get(key, [])),
            0,
            0,
        )
        for key, record in facts.catalogue.regions.items()
        if record.data.tile is None and key in facts.catalogue.profiles
    )
    return RegionsView(tiles(facts), others)


def types_view(facts: Facts) -> tuple[TypeCard, ...]:
    found = []
    for key, record in facts.types_in_order.items():
        models = facts.models_by_type.get(key, [])
        shorts = dict.fromkeys(
            facts.catalogue.regions[region_of(model.id)].data.short.fi for model in models
        )
        counts: dict[str, int] = {}
        for model in models:
            counts[model.data.status.state] = counts.get(model.data.status.state, 0) + 1
        statuses = []
        for state, count in counts.items():
            entry = facts.catalogue.statuses[state].data
            statuses.append((StatusView(entry.name.fi, entry.group, entry.mark, ""), count))
        data = record.data
        found.append(
            TypeCard(
                type_link(facts, key),
                data.plural.fi,
                data.summary.fi,
                known(facts, key),
                len(models),
                join(shorts),
                tuple(statuses),
            )
        )
    return tuple(found)


def home_view(facts: Facts) -> HomeView:
    outcomes = [outcome_of(facts, model) for model in facts.models]
    counties = [
        key
        for key in facts.regions_with_models
        if facts.catalogue.regions[key].data.kind != "national"
    ]
    return HomeView(
        models=len(facts.models),
        regions=len(counties),
        results=len(facts.figures),
        sources=len(facts.catalogue.sources),
        discrepancies=len(facts.catalogue.discrepancies),
        tiles=tiles(facts),
        types=types_view(facts),
        questions=QUESTIONS,
        figures=tuple(_key_figure(facts, key) for key in KEY_FIGURES if key in facts.figures),
        outcomes=tuple(
            Outcome(Link(name, f"mallit/?lopputulos={key}"), outcomes.count(key), group, mark)
            for key, name, group, mark in OUTCOMES
        ),
        gaps=sum(gap.kind != "exists" for gap in facts.gaps),
        asked=len(facts.gaps),
    )


def _key_figure(facts: Facts, result_id: str) -> KeyFigure:
    """The arithmetic of the figure's own disagreement where it is short, else that there are open questions."""
    row = result_row(facts, facts.figures[result_id])
    entries = sorted(
        facts.discrepancies_by_result.get(result_id, ()), key=lambda entry: entry.data.kind != "sum"
    )
    flag = None
    if entries:
        computed = next((entry for entry in entries if len(entry.data.computed.fi) <= SHORT), None)
        first = computed or entries[0]
        flag = Link(
            first.data.computed.fi if computed else "avoin kysymys luvusta",
            f"ristiriidat/#{first.id}",
        )
    return KeyFigure(
        row,
        KEY_FIGURES[result_id],
        flag,
        "; ".join(f"{cite.short}, {cite.at}" for cite in row.cites[:1]),
    )
