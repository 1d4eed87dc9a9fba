"""What has grown old: records that nobody has looked at, sources that nobody has visited, states that may have changed."""

from __future__ import annotations

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
        reviewed, in_use = model.data.reviewed, model.data.status.in_use
        told = f"tarkistettu {day(reviewed)}: katso, pitävätkö tiedot yhä paikkansa"
        yield Old(_age(reviewed, today), model.document.path, told)
        latest = max((check.date for check in model.data.status.checks), default=in_use.date)
        if latest and in_use.what in UNSETTLED:
            told = (
                f"tila on vuodelta {day(latest)}: kysy alueelta ja lisää tarkistus (status: checks)"
            )
            yield Old(_age(latest, today), model.document.path, told)


def _sources(catalogue: Catalogue, today: datetime.date) -> Iterator[Old]:
    for source in catalogue.sources.values():
        accessed = source.data.accessed
        if source.data.url and accessed:
            told = f"lähteessä {source.id} on käyty {day(accessed)}: avaa se ja päivitä accessed"
            yield Old(_age(accessed, today), source.document.path, told)


def _age(when: Day, today: datetime.date) -> int:
    return (today - when.last()).days
