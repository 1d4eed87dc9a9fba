"""Results of no shape or of two, and scores off their scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.figures.figure import scale_of
from catalogue.finnish.formats import number
from catalogue.schema.result import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.records import Catalogue, Located

PAIRS = (("before", "after"), ("least", "most"))


def misshapen_results(catalogue: Catalogue) -> Iterator[Problem]:
    for located in catalogue.results.values():
        yield from _shape(located)
        yield from _needs(catalogue, located)


def _shape(located: Located) -> Iterator[Problem]:
    result = located.data
    given = [name for name in SHAPES if getattr(result, name) is not None]
    if given == ["count", "reported"]:
        given = ["count"]
    if len(given) != 1:
        told = f"Annettu: {', '.join(given)}." if given else "Mitään niistä ei ole annettu."
        message = (
            "Tuloksessa on täsmälleen yksi näistä: count (ja of), value, before ja after, least ja most, "
            f"reported, missing. {told}"
        )
        yield located.problem(given[-1] if given else "", "tuloksen-muoto", message)
    for first, second in PAIRS:
        if (getattr(result, first) is None) != (getattr(result, second) is None):
            yield located.problem(
                "", "tuloksen-muoto", f"Kentät {first} ja {second} kuuluvat yhteen: anna molemmat."
            )
    if result.least is not None and result.most is not None and result.least > result.most:
        yield located.problem(
            "least", "tuloksen-muoto", "Vaihteluvälin pienin arvo on suurempi kuin suurin."
        )


def _needs(catalogue: Catalogue, located: Located) -> Iterator[Problem]:
    result = located.data
    indicator = catalogue.indicators.get(result.indicator)
    if indicator is None:
        return
    if result.missing is None:
        for field in ("period", "population"):
            if getattr(result, field) is None:
                yield located.problem(
                    "", "puuttuu", f"Luvulta puuttuu ”{field}”: luku ilman sitä ei kerro mitään."
                )
    share = indicator.data.measure == "share"
    if share and result.of is None and result.missing is None:
        yield located.problem("", "nimittaja", "Osuudelta puuttuu nimittäjä ”of”: kuinka monesta?")
    if result.of == 0:
        yield located.problem("of", "nimittaja", "Nimittäjä on nolla.")
    if not share and (result.of is not None or result.reported is not None):
        field = "of" if result.of is not None else "reported"
        yield located.problem(
            field,
            "tuloksen-muoto",
            f"Mittari ”{result.indicator}” ei ole osuus: {field} ei kuulu siihen.",
        )
    if indicator.data.measure == "count" and result.value is not None:
        yield located.problem(
            "value",
            "tuloksen-muoto",
            f"Mittari ”{result.indicator}” on lukumäärä: käytä kenttää count.",
        )
    if indicator.data.measure in ("score", "amount") and result.count is not None:
        yield located.problem(
            "count",
            "tuloksen-muoto",
            f"Mittari ”{result.indicator}” ei ole lukumäärä: käytä kenttää value.",
        )
    if result.reported is not None and not 0 <= result.reported <= 100:
        yield located.problem("reported", "asteikko", "Osuus on 0–100 prosenttia.")


def off_the_scale(catalogue: Catalogue) -> Iterator[Problem]:
    for located in catalogue.results.values():
        scale = scale_of(catalogue, located)
        if scale is None:
            continue
        for field in ("value", "before", "after", "least", "most"):
            value = getattr(located.data, field)
            if value is not None and not scale[0] <= value <= scale[1]:
                message = f"Arvo {number(value)} ei ole asteikolla {scale[0]}–{scale[1]}."
                yield located.problem(field, "asteikko", message)
