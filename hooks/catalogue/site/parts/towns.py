"""Municipalities that records name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalogue.records import Catalogue
    from catalogue.schema.model import Model


def towns_of(catalogue: Catalogue, model: Model) -> tuple[str, ...]:
    """The ids of the municipalities that the model names, as far as the official list knows them."""
    known = catalogue.town_ids
    return tuple(known[name] for name in model.municipalities if name in known)
