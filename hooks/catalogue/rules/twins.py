"""Two records where one belongs: models of one name or page in a region, areas on one tile, comparisons in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from catalogue.finnish.formats import collation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalogue.problems import Problem
    from catalogue.reading.source import Loc
    from catalogue.records import Catalogue, Record


def twins(catalogue: Catalogue) -> Iterator[Problem]:
    """Two records of one name, page, code or place among others."""
    models = catalogue.models.values()
    yield from _same(
        ((model, ("name",), (_region(model), collation(model.data.name.fi))) for model in models),
        "Alueella on jo tämänniminen malli: {}. Yhdistä mallit tai tarkenna nimeä.",
    )
    yield from _same(
        (
            (model, ("innokyla",), (_region(model), model.data.innokyla))
            for model in models
            if model.data.innokyla
        ),
        "Sama Innokylä-sivu on jo mallilla {}. Yhdistä mallit tai siirrä sivu kohtaan links.",
    )
    regions = catalogue.regions.values()
    yield from _same(
        ((region, ("tile",), region.data.tile) for region in regions if region.data.tile),
        "Samalla ruudulla on jo alue {}. Valitse tyhjä ruutu.",
    )
    yield from _same(
        ((region, ("code",), region.data.code) for region in regions if region.data.code),
        "Sama koodi on jo alueella {}. Tarkista koodi.",
    )
    yield from _same(
        ((one, ("order",), one.data.order) for one in catalogue.comparisons.values()),
        "Sama järjestysnumero on jo vertailulla {}. Valitse toinen.",
    )


def _region(model: Record[Any]) -> str:
    return model.id.split("/")[0]


def _same(told: Iterable[tuple[Record[Any], Loc, object]], message: str) -> Iterator[Problem]:
    """A problem at each record whose value an earlier one has."""
    first: dict[object, str] = {}
    for record, loc, value in told:
        if first.setdefault(value, record.id) != record.id:
            yield record.problem(loc, "kaksonen", message.format(f"”{first[value]}”"))
