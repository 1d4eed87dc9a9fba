"""The file of one operating model: what an author may write, in the order of its page."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .ids import (
    IndicatorId, InstrumentId, ModelId, ProgrammeId, ReasonId, SourceId, StatusId, TargetGroupId, TypeId,
)
from .result import Cites, Result
from .scalars import Base, Date, Line, Name, Number, Span, Text, Whole

Relation = Literal["adapts", "precedes", "follows", "replaces", "part_of", "uses", "supports", "cooperates_with"]


class Sections(Base):
    """Innokylä's headings: first the description, then the development path. Markdown; no figures without source."""

    idea: Text | None = Field(None, title="Ratkaisun perusidea")
    environment: Text | None = Field(None, title="Toimintaympäristö")
    target_group: Text | None = Field(None, title="Kohderyhmä ja asiakasymmärrys")
    conditions: Text | None = Field(None, title="Toimivuuden ja käyttöönoton ehdot")
    evaluation: Text | None = Field(None, title="Arvioinnin tulokset tiivistettynä")
    starting_point: Text | None = Field(None, title="Lähtötilanne ja strategiset liittymäkohdat")
    developers: Text | None = Field(None, title="Kehittäjäjoukon kokoaminen ja yhteiskehittäminen")
    intended_change: Text | None = Field(None, title="Tavoiteltu muutos")
    measuring: Text | None = Field(None, title="Muutoksen mittaaminen")
    plan: Text | None = Field(None, title="Toteutussuunnitelma")
    trial: Text | None = Field(None, title="Kokeilu ja sen tulokset")


class Step(Base):
    """One step of the process, in order."""

    name: Text = Field(description="Vaiheen nimi, yksi tai kaksi sanaa.")
    does: Text | None = Field(None, description="Mitä vaiheessa tehdään.")
    by: Text | None = Field(None, description="Kuka tekee (rooli, ei nimi).")


class Staff(Base):
    """A role and how much of it there is."""

    role: Text
    persons: Whole | None = Field(None, description="Henkilöiden määrä.")
    full_time_share: Number | None = Field(None, description="Työajan osuus prosentteina henkilöä kohden.")
    note: Text | None = None
    sources: Cites


class Partner(Base):
    """An organisation or group that took part."""

    name: Text
    role: Text | None = Field(None, description="Mitä kumppani teki.")


class Outcome(Base):
    """What became of an aim."""

    state: Literal["reached", "partly", "not_reached", "unknown"]
    date: Date | None = None
    text: Text


class Aim(Base):
    """What was intended, how it was to be measured and what happened."""

    text: Text
    of: Literal["client", "organisation"] | None = Field(None, description="Asiakas- vai järjestämistavoite.")
    indicator: IndicatorId | None = Field(None, description="Mittari, jolle tavoiteluku on asetettu.")
    target: Whole | None = Field(None, description="Tavoiteluku.")
    measured_by: tuple[IndicatorId, ...] = Field((), description="Mittarit, joilla tavoitetta seurattiin.")
    measures: tuple[Text, ...] = Field((), description="Muut ehdotetut tai käytetyt mittarit sanoin.")
    data_sources: tuple[Text, ...] = Field((), description="Mistä tieto saadaan.")
    outcome: Outcome | None = None
    sources: Cites


class StatusReason(Base):
    """Why something stayed (enabler) or ended (barrier)."""

    reason: ReasonId
    effect: Literal["enabler", "barrier"]
    text: Text
    sources: Cites


class Status(Base):
    """Where the model stood at the end of what the sources tell."""

    state: StatusId
    date: Date | None = Field(None, description="Milloin tila todettiin; niin tarkasti kuin lähde sanoo.")
    text: Text | None = Field(None, description="Tila yhdellä tai kahdella virkkeellä.")
    reasons: tuple[StatusReason, ...] = ()
    sources: Cites


class Decision(Base):
    """A decision that a named body made."""

    body: Text
    date: Date | None = None
    text: Text
    sources: Cites


class Link(Base):
    """A relation to another model."""

    kind: Relation
    model: ModelId
    note: Text | None = None


class Model(Base):
    """A region's operating model, service, tool, training, network, plan or project."""

    name: Text = Field(description="Toimintamallin virallinen nimi.")
    type: TypeId = Field(description="Mallityyppi, ks. models/vocabulary/types.yml.")
    programme: ProgrammeId = Field(description="Ohjelma, jossa mallia kehitettiin.")
    summary: Text = Field(description="Lyhyt kuvaus, enintään 250 merkkiä.")
    target_groups: tuple[TargetGroupId, ...] = ()
    place: Text | None = Field(None, description="Toteutuspaikka.")
    organisation: Text | None = Field(None, description="Toteuttaja (organisaatio, ei henkilö).")
    municipalities: tuple[Line, ...] = Field((), description="Kunnat, joissa mallia toteutettiin.")
    pilot: Span | None = Field(None, description="Pilotin tai toiminnan jakso, esimerkiksi 2023-08/2024-09.")
    funders: tuple[Text, ...] = Field((), description="Rahoittajat, jos muut kuin ohjelman.")
    innokyla: SourceId | None = Field(None, description="Mallin Innokylä-sivu lähderekisterissä.")
    links: tuple[SourceId, ...] = Field((), description="Muut julkiset linkit lähderekisterissä.")
    sections: Sections = Field(description="Innokylän otsikot.")
    process: tuple[Step, ...] = ()
    staffing: tuple[Staff, ...] = ()
    partners: tuple[Partner, ...] = ()
    instruments: tuple[InstrumentId, ...] = ()
    aims: tuple[Aim, ...] = ()
    status: Status
    decisions: tuple[Decision, ...] = ()
    results: tuple[Result, ...] = ()
    relations: tuple[Link, ...] = ()
    sources: Cites
    reviewed: Date = Field(description="Milloin tiedot on viimeksi tarkistettu lähteistä.")
    former_ids: tuple[Name, ...] = Field((), description="Mallin aiemmat tunnukset; vanhat osoitteet ohjataan.")


SUMMARY_LENGTH = 250
Municipality = Annotated[str, Field(min_length=2)]
