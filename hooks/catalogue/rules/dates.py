"""Dates in an impossible order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.finnish.formats import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.records import Catalogue


def wrong_order_of_dates(catalogue: Catalogue) -> Iterator[Problem]:
    """A state told before the trial began, or a record reviewed before what it tells of."""
    for model in catalogue.models.values():
        data = model.data
        begun, seen = data.pilot.start if data.pilot else None, data.status.in_use.date
        if begun and seen and begun.surely_after(seen):
            message = f"Tila ({day(seen)}) on ennen pilotin alkua ({day(begun)})."
            yield model.problem(("status", "in_use", "date"), "paivat", message)
        for index, decision in enumerate(data.decisions):
            if decision.date and decision.date.surely_after(data.reviewed):
                message = f"Päätös ({day(decision.date)}) on tarkistuspäivän ({day(data.reviewed)}) jälkeen."
                yield model.problem(("decisions", index, "date"), "paivat", message)
    for source in catalogue.sources.values():
        year, accessed = source.data.year, source.data.accessed
        if year and accessed and accessed.year < year.year:
            yield source.problem(
                ("accessed",), "paivat", "Osoitteessa ei voi olla käyty ennen julkaisuvuotta."
            )
