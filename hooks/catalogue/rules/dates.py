"""Dates that cannot be: in an impossible order, after what tells of them, or after the day of the check."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from catalogue.finnish.formats import day, period
from catalogue.rules.files import of_every_model
from catalogue.schema.edtf import Day, Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.reading.source import Loc
    from catalogue.records import Catalogue, Record
    from catalogue.schema.model import Model

AHEAD = datetime.timedelta(days=1)  # an editor's day may have begun where the check's has not
DATED = (Day, Period)
# What may lie ahead: forecasts, and what somebody decided or planned.
PLANS = ("context", "pilot")


def wrong_order_of_dates(catalogue: Catalogue) -> Iterator[Problem]:
    """A state told before the trial began, a record reviewed before what it tells of, a visit before publication."""
    yield from wrong_order_in_models(catalogue)
    for source in catalogue.sources.values():
        year, accessed = source.data.year, source.data.accessed
        if year and accessed and year.surely_after(accessed):
            yield source.problem(
                ("accessed",), "paivat", "Osoitteessa ei voi olla käyty ennen julkaisuvuotta."
            )


@of_every_model
def wrong_order_in_models(catalogue: Catalogue) -> Iterator[Problem]:
    """A state told before the trial began, a record reviewed before what it tells of."""
    for model in catalogue.models.values():
        data = model.data
        start = data.pilot.start if data.pilot else None
        in_use = data.status.in_use.date
        if start and in_use and start.surely_after(in_use):
            message = f"Tila ({day(in_use)}) on ennen pilotin alkua ({day(start)})."
            yield model.problem(("status", "in_use", "date"), "paivat", message)
        for index, decision in enumerate(data.decisions):
            if decision.date and decision.date.surely_after(data.reviewed):
                message = f"Päätös ({day(decision.date)}) on tarkistuspäivän ({day(data.reviewed)}) jälkeen."
                yield model.problem(("decisions", index, "date"), "paivat", message)
        page = data.page
        if page and page.created and page.edited and page.created.surely_after(page.edited):
            message = "Sivua ei ole voitu muokata ennen kuin se luotiin."
            yield model.problem(("page", "edited"), "paivat", message)


@of_every_model
def figures_of_before_the_trial(catalogue: Catalogue) -> Iterator[Problem]:
    """A figure whose time ended before the work began: often a slip, sometimes what the work began from."""
    for located in catalogue.results.values():
        pilot, told = located.model.data.pilot, located.data.period
        if not (pilot and pilot.start and isinstance(told, Period) and told.end):
            continue
        if pilot.start.surely_after(told.end):
            message = (
                f"Luvun jakso ({period(told)}) on ennen toiminnan alkua ({day(pilot.start)}). "
                "Tarkista jakso, tai kerro taustaluku kohdassa context."
            )
            yield located.problem("period", "paivat", message, warning=True)


@of_every_model
def years_or_a_season(catalogue: Catalogue) -> Iterator[Problem]:
    """`2023-24` is the winter of 2023; whoever writes it may mean two years."""
    for record in catalogue.models.values():
        for loc, value in record.leaves:
            if loc[-1] not in ("period", "pilot") or not isinstance(value, Period):
                continue
            one = value.start
            if one and one == value.end and one.season and one.month == (one.year + 1) % 100:
                message = (
                    f"{one.year}-{one.month} on {day(one)}. Jos tarkoitit vuosia, kirjoita "
                    f"{one.year}/{one.year + 1}."
                )
                yield record.problem(loc, "paivat", message, warning=True)


@of_every_model
def told_before_it_happened(catalogue: Catalogue) -> Iterator[Problem]:
    """A figure, a state or a decision of a time after the publication of every source that it cites."""
    for model in catalogue.models.values():
        for loc, when, cites in _told(model):
            if catalogue.today and when.first() > catalogue.today + AHEAD:
                continue  # told by `dates_to_come`
            years = [
                catalogue.sources[cite.id].data.year
                for cite in cites
                if cite.id in catalogue.sources
            ]
            known = [year for year in years if year]
            if years and len(known) == len(years) and all(map(when.surely_after, known)):
                message = (
                    f"Ajankohta ({day(when)}) on lähteen julkaisemisen ({day(max(known))}) jälkeen. "
                    "Korjaa ajankohta tai lähde."
                )
                yield model.problem(loc, "paivat", message)


def _told(model: Record[Model]) -> Iterator[tuple[Loc, Day, tuple[Any, ...]]]:
    """The place, the beginning and the sources of everything that has a time of its own."""
    data, status = model.data, model.data.status
    for index, result in enumerate(data.results):
        if isinstance(result.period, Period) and result.period.start:
            yield ("results", index, "period"), result.period.start, result.sources
    for index, decision in enumerate(data.decisions):
        if decision.date:
            yield ("decisions", index, "date"), decision.date, decision.sources
    for field, fact in (("decided", status.decided), ("in_use", status.in_use)):
        if fact.date:
            yield ("status", field, "date"), fact.date, status.sources
    for index, aim in enumerate(data.aims):
        if aim.outcome and aim.outcome.date:
            cites = aim.outcome.sources or aim.sources
            yield ("aims", index, "outcome", "date"), aim.outcome.date, cites


def dates_to_come(catalogue: Catalogue) -> Iterator[Problem]:
    """Whatever is told as done on a day that has not come, where the day of the check is given."""
    yield from dates_to_come_in_models(catalogue)
    for kind, record in catalogue.all_records():
        if kind not in ("model", "programme"):
            yield from _to_come(record, catalogue.today)


@of_every_model
def dates_to_come_in_models(catalogue: Catalogue) -> Iterator[Problem]:
    """The same of models, but for what is planned."""
    for model in catalogue.models.values():
        yield from _to_come(model, catalogue.today, PLANS)


def _to_come(
    record: Record[Any], today: datetime.date | None, plans: tuple[str, ...] = ()
) -> Iterator[Problem]:
    for loc, value in record.leaves if today else ():
        if isinstance(value, DATED) and loc[0] not in plans:
            for one in _days(value):
                if today and one.first() > today + AHEAD:
                    message = f"Päivä {day(one)} ei ole vielä tullut. Kirjoita, mitä on tapahtunut."
                    yield record.problem(loc, "paivat", message)


def _days(value: Day | Period) -> Iterator[Day]:
    if isinstance(value, Day):
        yield value
    elif value.start:
        yield value.start
