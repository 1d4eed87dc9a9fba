"""The map of gaps: what is known of each region's models, and which kind of empty the rest is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from catalogue.figures.text import text_of
from catalogue.finnish.formats import capitalised, collation, counted, join, lowered, number
from catalogue.finnish.words import MISSING, OTHERS, UNTOLD
from catalogue.records import places
from catalogue.site.parts import addresses
from catalogue.site.parts.card import ModelState, model_state
from catalogue.site.parts.common import (
    Link,
    indicator_link,
    place_of_mention,
    region_link,
    type_link,
)
from catalogue.site.parts.facets import Facet, Option
from catalogue.site.parts.result import result_row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure
    from catalogue.figures.gaps import Gap, Kind


class KindWords(NamedTuple):
    """A kind of knowing or not knowing: its name and what it means."""

    name: str
    means: str


# In the order of the legend. The shape comes with the style, by the same id.
KINDS: Mapping[Kind, KindWords] = {
    "exists": KindWords(
        "luku on", "Luku on, ja se koskee samoja ihmisiä ja samaa ohjelmaa kuin tyypin vertailu."
    ),
    "apart": KindWords(
        "ei vertailukelpoinen",
        "Luku on, mutta se koskee eri ihmisiä tai eri ohjelmaa kuin tyypin vertailu.",
    ),
    "suppressed": KindWords(
        MISSING["suppressed"], "Luku koskee niin pientä ryhmää, ettei sitä julkaista."
    ),
    "not_published": KindWords(MISSING["not_published"], "Toiminnasta kerrotaan, mutta lukua ei."),
    "not_measured": KindWords(MISSING["not_measured"], "Lähteen mukaan tietoa ei kerätty."),
    "not_tried": KindWords(
        MISSING["not_tried"], "Mallia harkittiin tai suunniteltiin, mutta sitä ei toteutettu."
    ),
    "unknown": KindWords(
        UNTOLD, "Mallista tai luvusta ei sanota mitään. Se voi silti olla olemassa."
    ),
}


NO_MODEL = "lähteet eivät kerro tällaisesta mallista"
MOST_IN_CELL = 10  # models of a region in one cell


@dataclass(frozen=True)
class CellView:
    """What the sources tell of one question of one region."""

    kind: str
    text: str
    url: str
    why: str
    near: Link | None = None


@dataclass(frozen=True)
class IndicatorGap:
    """What is not known of one indicator."""

    indicator: str
    cell: CellView


@dataclass(frozen=True)
class RegionGaps:
    """What is not known of a region's models of one type."""

    type: Link
    cells: tuple[IndicatorGap, ...]


@dataclass(frozen=True)
class TypeCell:
    """A cell under the indicator `label`; one that stands for all of them has the width of all."""

    label: str
    span: int
    cell: CellView


@dataclass(frozen=True)
class RowView:
    """A region in the table of a type; `others` says how many models more it has, `said` is the row as text.

    Without models it has no cells, only the place of a mention where there is one.
    """

    region: Link
    region_id: str
    models: tuple[ModelState, ...]
    others: str
    mentioned: str
    cells: tuple[TypeCell, ...]
    kinds: tuple[str, ...]
    said: str


@dataclass(frozen=True)
class TypeGaps:
    """The questions of a type by region."""

    id: str
    link: Link
    indicators: tuple[Link, ...]
    width: int
    rows: tuple[RowView, ...]


@dataclass(frozen=True)
class KindView:
    """A kind of gap with its sign and its count."""

    id: str
    name: str
    means: str
    count: int


@dataclass(frozen=True)
class GapsView:
    """The page of what is not known."""

    asked: int
    known: int
    kinds: tuple[KindView, ...]
    types: tuple[TypeGaps, ...]
    facets: tuple[Facet, ...]
    regions: int
    without_models: str
    without_count: int
    without_indicators: str
    no_model: str


def gaps_view(facts: Facts) -> GapsView:
    """The map of gaps by type, with its filters."""
    counts = {kind: sum(gap.kind == kind for gap in facts.gaps) for kind in KINDS}
    types = tuple(
        _type(facts, key)
        for key, entry in facts.types_in_order.items()
        if entry.data.key_indicators
    )
    regions = {row.region_id: row.region.label for entry in types for row in entry.rows}
    facets = (
        Facet(
            "alue",
            "Alue",
            tuple(
                Option(key, label)
                for key, label in sorted(regions.items(), key=lambda pair: collation(pair[1]))
            ),
        ),
        Facet(
            "tyyppi", "Mallityyppi", tuple(Option(entry.id, entry.link.label) for entry in types)
        ),
        Facet(
            "aukko",
            "Millainen aukko",
            tuple(
                Option(_css(kind), f"{name} ({counts[kind]})") for kind, (name, _) in KINDS.items()
            ),
        ),
    )
    others = [
        entry.data.plural.fi
        for entry in facts.types_in_order.values()
        if not entry.data.key_indicators
    ]
    without = counties_without_models(facts)
    return GapsView(
        asked=len(facts.gaps),
        known=counts["exists"],
        kinds=tuple(
            KindView(_css(kind), name, means, counts[kind]) for kind, (name, means) in KINDS.items()
        ),
        types=types,
        facets=facets,
        regions=len(regions),
        without_models=", ".join(without),
        without_count=len(without),
        without_indicators=capitalised(join(lowered(name) for name in others)),
        no_model=NO_MODEL,
    )


def counties_without_models(facts: Facts) -> tuple[str, ...]:
    """Short names of the counties, Helsinki and Åland that no source of the catalogue tells of."""
    names = [
        record.data.short.fi
        for key, record in facts.catalogue.regions.items()
        if key not in facts.models_by_region and record.data.kind != "national"
    ]
    return tuple(sorted(names, key=collation))


def region_gaps(facts: Facts, region_id: str) -> tuple[RegionGaps, ...]:
    """By type, the key indicators of which a region has no comparable figure although it has models of the type."""
    found = []
    for type_id in facts.types_in_order:
        if any(type_id in model.data.type for model in facts.models_by_region.get(region_id, ())):
            cells = tuple(
                IndicatorGap(indicator_link(facts, gap.indicator).label, cell(facts, gap))
                for gap in facts.gaps_by_region.get(region_id, ())
                if gap.type == type_id and gap.kind != "exists"
            )
            if cells:
                found.append(RegionGaps(type_link(facts, type_id), cells))
    return tuple(found)


def cell(facts: Facts, gap: Gap) -> CellView:
    """A gap, or what is there instead of one."""
    name = KINDS[gap.kind].name
    if gap.kind in ("exists", "apart"):
        first, *rest = gap.figures
        more = f" ja {counted(len(rest), OTHERS)}" if rest else ""
        shown = text_of(facts.catalogue, first).lead
        return CellView(_css(gap.kind), shown + more, addresses.result(first.located.id), gap.why)
    url = addresses.result(gap.figures[0].located.id) if gap.figures else ""
    return CellView(_css(gap.kind), name, url, "", near_view(facts, gap.near))


def near_view(facts: Facts, figure: Figure | None) -> Link | None:
    """`Työsopimuksen solmineet: 14 / 46 · 30,4 %`, where it stands."""
    if figure is None:
        return None
    row = result_row(facts, figure)
    return Link(f"{row.indicator.label}: {row.text.amount}", row.url)


def _type(facts: Facts, type_id: str) -> TypeGaps:
    indicators = facts.catalogue.types[type_id].data.key_indicators
    regions: dict[str, list[Gap]] = {}
    for gap in facts.gaps_by_type.get(type_id, ()):
        regions.setdefault(gap.region, []).append(gap)
    ordered = sorted(
        regions, key=lambda region: collation(facts.catalogue.regions[region].data.short.fi)
    )
    return TypeGaps(
        id=type_id,
        link=type_link(facts, type_id),
        indicators=tuple(indicator_link(facts, key) for key in indicators),
        width=len(indicators) + 1,
        rows=tuple(_row(facts, type_id, region, regions[region]) for region in ordered),
    )


def _row(facts: Facts, type_id: str, region: str, gaps: list[Gap]) -> RowView:
    models = [model for model in facts.models_by_type.get(type_id, ()) if region in places(model)]
    alike = all(gap.kind == "not_tried" and not gap.figures for gap in gaps)
    cells = tuple(
        TypeCell(
            label=indicator_link(facts, gap.indicator).label,
            span=len(gaps) if alike else 1,
            cell=cell(facts, gap),
        )
        for gap in gaps
    )
    return RowView(
        region=region_link(facts, region),
        region_id=region,
        models=tuple(model_state(facts, model) for model in models[:MOST_IN_CELL]),
        others=number(len(models) - MOST_IN_CELL) if len(models) > MOST_IN_CELL else "",
        mentioned=place_of_mention(facts, region, (type_id,)),
        cells=(cells[:1] if alike else cells) if models else (),
        kinds=tuple(dict.fromkeys(one.cell.kind for one in cells)),
        said=f"{region_link(facts, region).label}, {type_link(facts, type_id).label}. "
        + (" ".join(_told(facts, gap) for gap in gaps) if models else f"{capitalised(NO_MODEL)}."),
    )


def _told(facts: Facts, gap: Gap) -> str:
    """`Asiakkaat: 138 (henkilöt; 2024). Lähde: raportti, luku 2.`, or which kind of empty the question has."""
    if gap.kind not in ("exists", "apart"):
        return f"{indicator_link(facts, gap.indicator).label}: {KINDS[gap.kind].name}."
    told = result_row(facts, gap.figures[0]).told
    return f"{told} Ei vertailukelpoinen: {gap.why.rstrip('.')}." if gap.why else told


def _css(kind: str) -> str:
    return kind.replace("_", "-")
