"""A share of people counted of another number than the clients of the same people and time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.finnish.formats import number
from catalogue.rules.files import of_every_model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.records import Catalogue, Located

CLIENTS = "asiakkaat"  # the indicator that counts a service's clients

Whom = tuple[str, str, str]


@of_every_model
def denominators_of_other_clients(catalogue: Catalogue) -> Iterator[Problem]:
    """In one model, `of` is the number of clients where both speak of the same people and period."""
    clients: dict[Whom, int] = {}
    for located in catalogue.results.values():
        result = located.data
        if result.indicator == CLIENTS and result.key is None and result.count is not None:
            clients[_whom(located)] = result.count
    for located in catalogue.results.values():
        indicator = catalogue.indicators.get(located.data.indicator)
        count = clients.get(_whom(located))
        of = located.data.of
        if indicator is None or of is None or count is None or located.data.key is not None:
            continue  # a row of its own key may be of a part of the clients, which its label tells
        if indicator.data.measure != "share" or indicator.data.counts != "persons":
            continue
        if of != count:
            message = (
                f"Nimittäjä on {number(of)}, mutta samassa joukossa on samalla jaksolla "
                f"{number(count)} asiakasta. Korjaa luku, tai anna osalle oma perusjoukko (population)."
            )
            yield located.problem("of", "nimittaja", message)


@of_every_model
def more_than_the_clients(catalogue: Catalogue) -> Iterator[Problem]:
    """More answers than the same people had clients at any time: they are other people, or one number is wrong."""
    most: dict[tuple[str, str], int] = {}
    for located in catalogue.results.values():
        result, whose = located.data, (located.model.id, str(located.data.population))
        if result.indicator == CLIENTS and result.count is not None:
            most[whose] = max(most.get(whose, 0), result.count)
    for located in catalogue.results.values():
        clients = most.get((located.model.id, str(located.data.population)))
        of = located.data.of if located.data.of is not None else located.data.n
        if clients and of and of > clients and not _same_time(catalogue, located):
            message = (
                f"Luku on {number(of)} ihmisestä, mutta samassa perusjoukossa on enimmillään {number(clients)} "
                "asiakasta. Tarkista luku tai perusjoukko (population)."
            )
            field = "of" if located.data.of is not None else "n"
            yield located.problem(field, "nimittaja", message, warning=True)


def _same_time(catalogue: Catalogue, located: Located) -> bool:
    """Whether the clients of the very same time are told: then `denominators_of_other_clients` has looked."""
    return any(
        _whom(other) == _whom(located) and other.data.indicator == CLIENTS
        for other in catalogue.results.values()
        if other.model is located.model
    )


def _whom(located: Located) -> Whom:
    result = located.data
    return located.model.id, str(result.population), str(result.period)
