"""Sentences that speak of all the data: what they take for granted is declared, and told when it is so no more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from catalogue.figures.selection import is_national, regional
from catalogue.finnish.formats import join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalogue.problems import Problem
    from catalogue.reading.source import Loc
    from catalogue.records import Catalogue, Record
    from catalogue.schema.model import Model
    from catalogue.schema.scalars import Localised
    from catalogue.schema.vocabulary import Expectation

SWEEPING = re.compile(
    r"(?i)\b(?:vain|ainoa|ainoastaan|kukaan|missään|yksikään|yhdestäkään|yhdelläkään|ainut|kaikki alueet)\b"
)


def sentences_that_are_so_no_more(catalogue: Catalogue) -> Iterator[Problem]:
    """What `expects` declares and the data denies, and sweeping words for which nothing is declared."""
    if catalogue.broken:
        return  # a figure may be missing only because its record could not be read
    for comparison in catalogue.comparisons.values():
        data = comparison.data
        models = regional(catalogue, data)
        yield from _untrue(catalogue, comparison, data.expects, models)
        if not data.expects:
            texts: list[tuple[Loc, Localised]] = [(("finding",), data.finding)]
            texts += [
                (("charts", index, "title"), chart.title) for index, chart in enumerate(data.charts)
            ]
            yield from _sweeping(comparison, texts)
    for kind in catalogue.types.values():
        models = tuple(
            model
            for model in catalogue.models.values()
            if kind.id in model.data.type and not is_national(catalogue, model.id)
        )
        yield from _untrue(catalogue, kind, kind.data.expects, models)
        if kind.data.known and not kind.data.expects:
            yield from _sweeping(kind, [(("known",), kind.data.known)])


def _untrue(
    catalogue: Catalogue,
    record: Record[Any],
    expects: tuple[Expectation, ...],
    models: Iterable[Record[Model]],
) -> Iterator[Problem]:
    telling: dict[str, set[str]] = {}
    for model in models if expects else ():
        for result in model.data.results:
            if not result.missing:
                telling.setdefault(result.indicator, set()).add(model.id.split("/")[0])
    for index, one in enumerate(expects):
        found = telling.get(one.indicator, set())
        if found != {*map(str, one.regions)}:
            name = catalogue.indicators[one.indicator].data.name.fi
            message = (
                f"Teksti olettaa, että luku ”{name}” on alueilla: {_listed(one.regions)}. "
                f"Nyt se on alueilla: {_listed(found)}. Kirjoita teksti uudelleen ja korjaa expects, tai "
                "jätä se ylläpitäjälle, jos lisäsit mallin."
            )
            yield record.problem(("expects", index), "vanhentunut-virke", message)


def _listed(regions: Iterable[str]) -> str:
    return join(sorted(map(str, regions))) or "ei yhdelläkään"


def _sweeping(record: Record[Any], texts: list[tuple[Loc, Localised]]) -> Iterator[Problem]:
    for loc, text in texts:
        if found := SWEEPING.search(text.fi):
            message = (
                f"Sana ”{found.group()}” puhuu koko aineistosta. Kerro kentässä expects, mitä virke "
                "olettaa, tai kirjoita se toisin."
            )
            yield record.problem((*loc, "fi"), "kattava-vaite", message, warning=True)
