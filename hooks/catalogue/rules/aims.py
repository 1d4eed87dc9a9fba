"""Targets and outcomes that contradict themselves: a target of a target, and numbers against the outcome's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.finnish.formats import number
from catalogue.rules.files import of_every_model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.records import Catalogue, Record
    from catalogue.schema.model import Aim, Model


@of_every_model
def contradictory_aims(catalogue: Catalogue) -> Iterator[Problem]:
    """A target without the number it is measured by, one that is its own measure, and one that its own figure denies."""
    for model in catalogue.models.values():
        for index, aim in enumerate(model.data.aims):
            indicator = catalogue.indicators.get(aim.indicator or "")
            if aim.target is None:
                continue
            if indicator is None:
                message = "Tavoiteluvulta puuttuu mittari (indicator), jolla toteuma on laskettu."
                yield model.problem(("aims", index, "target"), "tavoite", message)
            elif indicator.data.target:
                message = (
                    f"Mittari ”{indicator.data.name.fi}” on itse tavoite: tavoite ei ole oma toteumansa. "
                    "Käytä mittaria, joka laskee, mitä tapahtui."
                )
                yield model.problem(("aims", index, "indicator"), "tavoite", message)
            elif why := _against_its_outcome(model, aim):
                yield model.problem(("aims", index, "outcome", "state"), "tavoite", why)


def _against_its_outcome(model: Record[Model], aim: Aim) -> str:
    """A sentence where the model's own number says otherwise than the state of the outcome."""
    counts = [
        result.count
        for result in model.data.results
        if result.indicator == aim.indicator and result.key is None and result.count is not None
    ]
    if aim.target is None or aim.outcome is None or len(counts) != 1:
        return ""
    count, state = counts[0], aim.outcome.state
    if state == "not_reached" and count >= aim.target:
        return (
            f"Tavoite oli {number(aim.target)} ja toteuma {number(count)}: tavoite toteutui. "
            "Korjaa tila tai luku."
        )
    if state == "reached" and count < aim.target:
        return (
            f"Tavoite oli {number(aim.target)} ja toteuma {number(count)}: tavoiteluku ei täyttynyt. "
            "Korjaa tila tai luku."
        )
    return ""
