"""What is known of a type is told with the results' own figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.answers.meant import answer
from catalogue.figures.figure import figure
from catalogue.figures.placeholders import FORMS, PLACEHOLDER, bare_numbers, said
from catalogue.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.records import Catalogue

PERCENT_OF_INTERVAL = "95"


def unfounded_knowledge(catalogue: Catalogue) -> Iterator[Problem]:
    """Placeholders that name no result or have no value, and numbers written by hand."""
    for record in catalogue.types.values():
        if record.data.known is None:
            continue
        text = record.data.known.fi
        for name, form in PLACEHOLDER.findall(text):
            message = ""
            if name not in catalogue.results:
                broken = f"model:{'/'.join(name.split('/')[:2])}" in catalogue.broken
                message = "" if broken else answer(catalogue, "result", name)
            elif form not in FORMS:
                message = f"Tuntematon muoto ”{form}”.{did_you_mean(form, FORMS)} Vaihtoehdot: {', '.join(FORMS)}."
            elif catalogue.results[name].data.indicator in catalogue.indicators:
                shown = said(catalogue, figure(catalogue, catalogue.results[name]), form)
                message = "" if shown else f"Tuloksella ”{name}” ei ole arvoa muodossa ”{form}”."
            if message:
                yield record.problem(("known", "fi"), "paikkamerkki", message)
        for number in bare_numbers(text):
            if number != PERCENT_OF_INTERVAL:
                message = f"Luku {number} on kirjoitettu käsin. Käytä paikkamerkkiä {{<alue>/<malli>/<mittari>|luku}}."
                yield record.problem(("known", "fi"), "kasin-kirjoitettu-luku", message)
