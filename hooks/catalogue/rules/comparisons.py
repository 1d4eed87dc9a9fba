"""Comparisons that say what the results do not: unknown placeholders, numbers written by hand, empty columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.figures.columns import column_with
from catalogue.figures.comparability import axis_kind, incomparable
from catalogue.figures.figure import figure
from catalogue.figures.placeholders import bare_numbers, faults
from catalogue.figures.selection import selected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.records import Catalogue, Record
    from catalogue.schema.comparison import Column, Comparison
    from catalogue.schema.scalars import Localised

NEEDS_COLUMNS = ("models", "figures")


def unfounded_comparisons(catalogue: Catalogue) -> Iterator[Problem]:
    """Every fault of every comparison that the types cannot see."""
    for record in catalogue.comparisons.values():
        yield from _prose(catalogue, record)
        yield from _columns(catalogue, record)
        yield from _bars(catalogue, record)


def _prose(catalogue: Catalogue, record: Record[Comparison]) -> Iterator[Problem]:
    data = record.data
    texts: list[tuple[tuple[str | int, ...], Localised, bool]] = [
        (("finding",), data.finding, True)
    ]
    texts += [
        (("charts", index, "title"), chart.title, True) for index, chart in enumerate(data.charts)
    ]
    texts += [(("notes", index, "text"), note.text, False) for index, note in enumerate(data.notes)]
    for loc, text, strict in texts:
        for language in ("fi", "sv", "en"):
            value = getattr(text, language)
            place = (*loc, language)
            for fault in faults(catalogue, data, value) if value else ():
                yield record.problem(place, "paikkamerkki", fault)
            for number in bare_numbers(value) if value and strict else ():
                message = (
                    f"Luku {number} on kirjoitettu käsin. Käytä paikkamerkkiä, jotta teksti ei eroa tuloksista: "
                    "{<alue>/<malli>/<mittari>|luku}."
                )
                yield record.problem(place, "kasin-kirjoitettu-luku", message)


def _columns(catalogue: Catalogue, record: Record[Comparison]) -> Iterator[Problem]:
    data = record.data
    if data.layout in NEEDS_COLUMNS and not data.columns:
        yield record.problem((), "vertailun-muoto", "Vertailulta puuttuvat sarakkeet (columns).")
    if data.layout == "reasons" and data.effect is None:
        yield record.problem(
            (), "vertailun-muoto", "Syiden vertailu tarvitsee kentän effect: enabler tai barrier."
        )
    for index, column in enumerate(data.columns):
        if (column.indicator is None) == (column.field is None):
            yield record.problem(
                ("columns", index),
                "vertailun-muoto",
                "Sarakkeessa on joko indicator tai field, ei molempia.",
            )
        elif data.layout == "models" and column.indicator and not _declared(column):
            message = (
                "Kerro, mitä sarakkeen luvut koskevat: about: {population: …, programme: …}. "
                "Muut luvut näytetään erillään."
            )
            yield record.problem(("columns", index), "vertailun-muoto", message)
    for index, chart in enumerate(data.charts):
        for place, indicator in enumerate(chart.indicators):
            drawn = chart.kind != "dumbbell" and not chart.results
            if drawn and column_with(data, indicator) is None:
                message = (
                    f"Kuvan mittarilla ”{indicator}” ei ole saraketta, josta sen luvut otetaan."
                )
                yield record.problem(
                    ("charts", index, "indicators", place), "vertailun-muoto", message
                )
    models = selected(catalogue, data)
    if not models and not any(name.startswith("model:") for name in catalogue.broken):
        yield record.problem(
            ("models",), "vertailun-muoto", "Yksikään malli ei täytä rajausta (models)."
        )


def _declared(column: Column) -> bool:
    return bool(column.about and column.about.population and column.about.programme)


def _bars(catalogue: Catalogue, record: Record[Comparison]) -> Iterator[Problem]:
    """Bars named one by one may be different rows (years, trainings) of the same measure, people and programme."""
    for index, chart in enumerate(record.data.charts):
        known = [catalogue.results[key] for key in chart.results if key in catalogue.results]
        built = (figure(catalogue, located) for located in known)
        made = [one for one in built if one is not None]
        for other in made[1:]:
            if axis_kind(catalogue, other) != axis_kind(catalogue, made[0]):
                why = incomparable(catalogue, other, made[0])
                yield record.problem(
                    ("charts", index, "results"),
                    "vertailun-muoto",
                    f"Luvut eivät vertaudu: {other.located.id} ja {made[0].located.id}. {why}",
                )
