"""What has grown old: records that nobody has looked at, sources that nobody has visited, states that may have changed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import day

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from catalogue.records import Catalogue
    from catalogue.schema.edtf import Day

UNSETTLED = ("fully", "partly", "not_told")


@dataclass(frozen=True, order=True)
class Old:
    """How old in days, what it is, and what to do about it."""

    days: int
    place: str
    told: str


def stale(catalogue: Catalogue, today: datetime.date, months: int) -> tuple[Old, ...]:
    """Everything older than so many months, the oldest first."""
    limit = months * 365 // 12
    found = [*_models(catalogue, today), *_sources(catalogue, today)]
    return tuple(sorted((one for one in found if one.days > limit), reverse=True))


def _models(catalogue: Catalogue, today: datetime.date) -> Iterator[Old]:
    for model in catalogue.models.values():
        reviewed = model.data.reviewed
        told = f"tarkistettu {day(reviewed)}: katso, pitävätkö tiedot yhä paikkansa"
        yield Old(_age(reviewed, today), model.document.path, told)


def questions(catalogue: Catalogue, today: datetime.date, months: int) -> tuple[Old, ...]:
    """What to ask of each region: the models that were in use when somebody last knew, the region with the oldest first.

    A record that gathers the models of others has nobody to ask, and what ended is not asked again.
    """
    asked: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for model in catalogue.models.values():
        status = model.data.status
        latest = max((check.date for check in status.checks), default=status.in_use.date)
        if model.data.aggregate or not latest or status.in_use.what not in UNSETTLED:
            continue
        if (age := _age(latest, today)) > months * 365 // 12:
            region, _, name = model.id.partition("/")
            asked[region].append((age, f"{name} ({day(latest)})"))
    found = (
        Old(
            max(own)[0],
            f"models/{region}/",
            "kysy, ovatko nämä yhä käytössä, ja lisää vastaus (status: checks): "
            + ", ".join(name for _, name in sorted(own, reverse=True)),
        )
        for region, own in asked.items()
    )
    return tuple(sorted(found, reverse=True))


def _sources(catalogue: Catalogue, today: datetime.date) -> Iterator[Old]:
    for source in catalogue.sources.values():
        accessed = source.data.accessed
        if source.data.url and accessed:
            told = f"lähteessä {source.id} on käyty {day(accessed)}: avaa se ja päivitä accessed"
            yield Old(_age(accessed, today), source.document.path, told)


def _age(when: Day, today: datetime.date) -> int:
    return (today - when.last()).days
