"""Which models a comparison holds, in the order they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.finnish.formats import collation
from catalogue.records import places

if TYPE_CHECKING:
    from catalogue.records import Catalogue, Record
    from catalogue.schema.comparison import Comparison
    from catalogue.schema.model import Model


def selected(catalogue: Catalogue, comparison: Comparison) -> tuple[Record[Model], ...]:
    """The models that pass the filter, in Finnish order of region and name, the national ones last."""
    return _kept(catalogue, comparison)[0]


def regional(catalogue: Catalogue, comparison: Comparison) -> tuple[Record[Model], ...]:
    """The models of regions that pass the filter: what is counted, and what stands side by side."""
    return _kept(catalogue, comparison)[1]


def _kept(catalogue: Catalogue, comparison: Comparison) -> tuple[tuple[Record[Model], ...], ...]:
    """All that pass the filter, and those of regions; they are chosen once."""

    def chosen() -> tuple[Comparison, tuple[tuple[Record[Model], ...], ...]]:
        every = _selected(catalogue, comparison)
        own = tuple(model for model in every if not is_national(catalogue, model.id))
        return comparison, (every, own)

    # with the comparison itself, so that nothing else gets its id
    return catalogue.once(("selection", id(comparison)), chosen)[1]


def _selected(catalogue: Catalogue, comparison: Comparison) -> tuple[Record[Model], ...]:
    found = [model for model in catalogue.models.values() if passes(catalogue, model, comparison)]
    return tuple(
        sorted(
            found,
            key=lambda model: (
                is_national(catalogue, model.id),
                region_name(catalogue, model.id),
                collation(model.data.name.fi),
                model.id,
            ),
        )
    )


def is_national(catalogue: Catalogue, model_id: str) -> bool:
    """Whether the model stands for the whole country: then it never stands among the regions."""
    region = catalogue.regions.get(model_id.split("/")[0])
    return region is not None and region.data.kind == "national"


def region_name(catalogue: Catalogue, model_id: str) -> str:
    """The sort key of the model's region."""
    region = catalogue.regions.get(model_id.split("/")[0])
    return collation(region.data.short.fi if region else model_id)


def passes(catalogue: Catalogue, model: Record[Model], comparison: Comparison) -> bool:
    """Whether the comparison's filter lets the model in."""
    wanted, data = comparison.models, model.data
    return (
        (not wanted.types or not {*wanted.types}.isdisjoint(data.type))
        and (not wanted.kinds or catalogue.kind(data) in wanted.kinds)
        and (not wanted.programmes or not {*wanted.programmes}.isdisjoint(data.programme))
        and (not wanted.regions or not {*wanted.regions}.isdisjoint(places(model)))
        and (not wanted.states or catalogue.label(data.status) in wanted.states)
    )
