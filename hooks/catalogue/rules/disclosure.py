"""Small cells of guarded indicators. They are refused in the files themselves: the repository is public too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.reading.source import Loc
    from catalogue.records import Catalogue
    from catalogue.schema.result import Result, Variant

SMALLEST = 5


def small_guarded_cells(catalogue: Catalogue) -> Iterator[Problem]:
    """Counts 1-4 of a guarded indicator, as count, as complement, or by the percentage that gives them away."""
    for located in catalogue.results.values():
        indicator = catalogue.indicators.get(located.data.indicator)
        if indicator is None or indicator.data.disclosure == "open":
            continue
        every: list[tuple[Loc, Result | Variant]] = [((), located.data)]
        every += [
            (("variants", index), variant) for index, variant in enumerate(located.data.variants)
        ]
        for loc, printed in every:
            if any(0 < count < SMALLEST for count in _counts(printed)):
                message = (
                    "Suojatun mittarin luku 1–4 (tai sen paljastava osuus) jätetään pois tiedostosta. "
                    "Kirjoita ”missing: suppressed”; sivulla lukee ”alle 5”."
                )
                field = "count" if printed.count is not None else "reported"
                yield located.model.problem(
                    ("results", located.index, *loc, field), "pieni-luku", message
                )


def derivable_hidden_cells(catalogue: Catalogue) -> Iterator[Problem]:
    """A total that gives a hidden part away: by subtraction, or because only one split is possible."""
    for total in catalogue.results.values():
        parts = [catalogue.results[part] for part in total.data.sum_of if part in catalogue.results]
        hidden = [part for part in parts if part.data.missing == "suppressed"]
        if not hidden or total.data.count is None or len(parts) < len(total.data.sum_of):
            continue
        rest = total.data.count - sum(part.data.count or 0 for part in parts)
        if len(hidden) == 1 or rest <= len(hidden):
            message = (
                "Peitetyn luvun voi laskea summasta. Peitä myös seuraavaksi pienin osa "
                "(missing: suppressed) tai jätä summa pois."
            )
            yield total.problem("sum_of", "pieni-luku", message)


def _counts(result: Result | Variant) -> Iterator[int]:
    if result.count is not None:
        yield result.count
        if result.of is not None:
            yield result.of - result.count
    elif result.reported is not None and result.of is not None:
        near = round(result.reported * result.of / 100)
        yield from (near, result.of - near)
