"""Figures whose people are none, or other than what the indicator counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.finnish.words import COUNTS, MEMBERS
from catalogue.rules.files import of_every_model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.records import Catalogue

# What an indicator counts, and what a population must then hold: the first is natural, the others are possible.
HOLDS = {
    "persons": ("persons", "responses"),
    "responses": ("responses", "persons"),
    "organisations": ("organisations",),
    "events": ("events", "persons", "outputs"),
    "items": ("outputs", "organisations", "events"),
}
# Possible, but often the wrong one: a person looks.
ODD = {("events", "outputs"), ("items", "events")}


@of_every_model
def unfitting_populations(catalogue: Catalogue) -> Iterator[Problem]:
    """A count of persons of a population of events is refused; what only looks odd is a warning."""
    for located in catalogue.results.values():
        indicator = catalogue.indicators.get(located.data.indicator)
        population = catalogue.populations.get(located.data.population or "")
        if indicator is None or population is None or located.data.missing:
            continue
        counts, members = indicator.data.counts, population.data.of
        fitting = HOLDS.get(counts)
        if fitting is None or (members in fitting and (counts, members) not in ODD):
            continue
        message = (
            f"Mittari laskee {COUNTS[counts]}, mutta perusjoukossa ”{population.data.name.fi}” on "
            f"{MEMBERS[members]}. Valitse perusjoukko, joka kertoo, keitä tai mitä luku koskee."
        )
        odd = (counts, members) in ODD
        yield located.problem("population", "perusjoukko", message, warning=odd)
