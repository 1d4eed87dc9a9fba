"""What the sources of a type's models tell of what a decision needs, and what none of them tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures.figure import Missing
from catalogue.finnish.formats import join, lowered, number
from catalogue.site.parts.common import indicator_link, region_of, region_short

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Model


@dataclass(frozen=True)
class Known:
    """One thing that a decision needs: of how many models it is told (`share` is `2 / 7`), and of which regions.

    `hidden` regions tell it of so small a group that it is not shown.
    """

    name: str
    told: int
    share: str
    regions: str
    hidden: str

    @property
    def untold(self) -> str:
        """`palkkatyöhön työllistyneet (Pohjanmaa: ei näytetä, pieni ryhmä)`, in a list of what nobody tells."""
        more = f" ({self.hidden}: ei näytetä, pieni ryhmä)" if self.hidden else ""
        return lowered(self.name) + more


ASKED: Mapping[str, Callable[[Model], bool]] = {
    "Kustannukset": lambda data: bool(data.costs),
    "Henkilöiden määrä": lambda data: any(one.persons is not None for one in data.staffing),
    "Työaika (henkilötyövuosia varten)": lambda data: any(
        one.full_time_share is not None for one in data.staffing
    ),
    "Vertailuryhmä arvioinnissa": lambda data: any(
        one.comparison_group for one in data.evaluations
    ),
    "Mitä toiminta edellyttää": lambda data: data.sections.conditions is not None,
    "Työn vaiheet": lambda data: bool(data.steps),
}


def known_of(facts: Facts, type_id: str, models: list[Record[Model]]) -> tuple[Known, ...]:
    """What is asked of every type, then the type's own key indicators; what nobody tells comes first."""
    asked = [
        _known(facts, name, models, [model for model in models if tells(model.data)], [])
        for name, tells in ASKED.items()
    ]
    for key in facts.catalogue.types[type_id].data.key_indicators:
        figures = {
            model.id: [
                figure
                for figure in facts.figures_by_model.get(model.id, ())
                if figure.located.data.indicator == key
            ]
            for model in models
        }
        told = [
            model
            for model in models
            if any(not isinstance(figure, Missing) for figure in figures[model.id])
        ]
        hidden = [
            model
            for model in models
            if model not in told
            and any(
                isinstance(figure, Missing) and figure.why == "suppressed"
                for figure in figures[model.id]
            )
        ]
        asked.append(_known(facts, indicator_link(facts, key).label, models, told, hidden))
    return tuple(sorted(asked, key=lambda one: (one.told > 0, bool(one.hidden))))


def _known(
    facts: Facts,
    name: str,
    models: list[Record[Model]],
    told: list[Record[Model]],
    hidden: list[Record[Model]],
) -> Known:
    return Known(
        name,
        len(told),
        f"{number(len(told))} / {number(len(models))}",
        _regions(facts, told),
        _regions(facts, hidden),
    )


def _regions(facts: Facts, models: list[Record[Model]]) -> str:
    return join(dict.fromkeys(region_short(facts, region_of(model.id)) for model in models))
