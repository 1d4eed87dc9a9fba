"""Results of no shape, of two or of another measure's, and scores off their scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.figures.figure import scale_of
from catalogue.finnish.formats import number
from catalogue.rules.files import of_every_model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.records import Catalogue, Located

PAIRS = (("before", "after"), ("least", "most"))
# What each measure is called and the fields of numbers that it has.
FIELDS = {
    "count": ("lukumäärä", ("count", "least", "most")),
    "share": ("osuus", ("count", "of", "reported", "least", "most")),
    "score": ("pistemäärä", ("value", "before", "after", "least", "most", "n", "scale")),
    "amount": ("suure", ("value", "before", "after", "least", "most", "n")),
}
FULL_TIME = 100
NUMBERS = tuple(dict.fromkeys(field for _, fields in FIELDS.values() for field in fields))


@of_every_model
def misshapen_results(catalogue: Catalogue) -> Iterator[Problem]:
    """A result that no figure can be made of: none, two or half of a shape."""
    for located in catalogue.results.values():
        yield from _shape(located)
        yield from _needs(catalogue, located)


def _shape(located: Located) -> Iterator[Problem]:
    result = located.data
    given = result.shapes
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
    measure = indicator.data.measure
    if result.missing is None:
        for field in ("period", "population"):
            if getattr(result, field) is None:
                yield located.problem(
                    "", "puuttuu", f"Luvulta puuttuu ”{field}”: luku ilman sitä ei kerro mitään."
                )
        yield from _fields_of_another_measure(located, measure)
    if (
        measure == "share"
        and result.of is None
        and (result.missing, result.reported) == (None, None)
    ):
        message = (
            "Osuudelta puuttuu nimittäjä ”of”: kuinka monesta? Jos lähde antaa vain prosentin, "
            "kirjoita se kohtaan ”reported”."
        )
        yield located.problem("", "nimittaja", message)
    for field, what in (("of", "Nimittäjä"), ("n", "Vastaajien määrä")):
        if getattr(result, field) == 0:
            yield located.problem(field, "nimittaja", f"{what} on nolla.")
    for field in ("reported", "least", "most") if measure == "share" else ("reported",):
        value = getattr(result, field)
        if value is not None and not 0 <= value <= 100:
            yield located.problem(field, "asteikko", "Osuus on 0–100 prosenttia.")


def _fields_of_another_measure(located: Located, measure: str) -> Iterator[Problem]:
    """A field that the indicator's measure does not have: the page would show it as something else."""
    what, allowed = FIELDS[measure]
    for field in NUMBERS:
        if field not in allowed and getattr(located.data, field) is not None:
            message = (
                f"Mittari ”{located.data.indicator}” on {what}: {field} ei kuulu siihen. "
                f"Käytä kenttiä: {', '.join(allowed)}."
            )
            yield located.problem(field, "tuloksen-muoto", message)


@of_every_model
def off_the_scale(catalogue: Catalogue) -> Iterator[Problem]:
    """A score outside its scale."""
    for located in catalogue.results.values():
        scale = scale_of(catalogue, located)
        if scale is None:
            continue
        for field in ("value", "before", "after", "least", "most"):
            value = getattr(located.data, field)
            if value is not None and not scale[0] <= value <= scale[1]:
                message = f"Arvo {number(value)} ei ole asteikolla {scale[0]}–{scale[1]}."
                yield located.problem(field, "asteikko", message)


@of_every_model
def impossible_working_time(catalogue: Catalogue) -> Iterator[Problem]:
    """A share of working time that nobody can do."""
    for model in catalogue.models.values():
        for index, staff in enumerate(model.data.staffing):
            share = staff.full_time_share
            if share is not None and not 0 < share <= FULL_TIME:
                message = (
                    f"Työajan osuus {number(share)} % ei käy: 100 on yhden ihmisen koko työaika. "
                    "Useamman ihmisen työ kerrotaan kentässä persons."
                )
                yield model.problem(("staffing", index, "full_time_share"), "asteikko", message)


def shares_without_words(catalogue: Catalogue) -> Iterator[Problem]:
    """A share whose indicator does not say what is counted and of how many."""
    for indicator in catalogue.indicators.values():
        for field in ("numerator", "denominator"):
            if indicator.data.measure == "share" and getattr(indicator.data, field) is None:
                message = (
                    f"Osuudelta puuttuu ”{field}”: kerro sanoin, mikä on osa ja mikä kokonaisuus."
                )
                yield indicator.problem((), "puuttuu", message)
