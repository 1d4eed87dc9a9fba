"""The file of one operating model: what an author may write, in the order of its page."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .ids import (
    IndicatorId,
    InstrumentId,
    ModelId,
    ProgrammeId,
    ReasonId,
    SourceId,
    StatusId,
    TargetGroupId,
    TypeId,
)
from .result import Cites, Result
from .scalars import Base, Date, Line, Name, Number, Span, Text, Whole

Relation = Literal[
    "adapts", "precedes", "follows", "replaces", "part_of", "uses", "supports", "cooperates_with"
]
OutcomeState = Literal["reached", "partly", "not_reached", "unknown"]
Whose = Literal["client", "organisation"]
Effect = Literal["enabler", "barrier"]


class Sections(Base):
    """Innokylä's headings: first the description, then the development path. Markdown; no figures without source."""

    idea: Text | None = Field(
        None, title="Ratkaisun perusidea", description="Mikä ratkaisu on ja mitä se tarjoaa."
    )
    environment: Text | None = Field(
        None,
        title="Toimintaympäristö",
        description="Missä ja millaisissa oloissa mallia toteutettiin.",
    )
    target_group: Text | None = Field(
        None,
        title="Kohderyhmä ja asiakasymmärrys",
        description="Kenelle malli on ja mitä heidän tarpeistaan tiedetään.",
    )
    conditions: Text | None = Field(
        None,
        title="Toimivuuden ja käyttöönoton ehdot",
        description="Mitä malli vaatii toimiakseen ja mistä käyttöönotossa pitää huolehtia.",
    )
    evaluation: Text | None = Field(
        None,
        title="Arvioinnin tulokset tiivistettynä",
        description="Arvioinnin tulos muutamalla virkkeellä; luvut myös kohdassa results.",
    )
    starting_point: Text | None = Field(
        None,
        title="Lähtötilanne ja strategiset liittymäkohdat",
        description="Mistä lähdettiin liikkeelle ja mihin työ liittyi.",
    )
    developers: Text | None = Field(
        None,
        title="Kehittäjäjoukon kokoaminen ja yhteiskehittäminen",
        description="Ketkä kehittivät ja miten asiakkaat olivat mukana.",
    )
    intended_change: Text | None = Field(
        None, title="Tavoiteltu muutos", description="Mitä piti muuttua."
    )
    measuring: Text | None = Field(
        None, title="Muutoksen mittaaminen", description="Miten muutosta mitattiin."
    )
    plan: Text | None = Field(
        None,
        title="Toteutussuunnitelma",
        description="Miten ja missä järjestyksessä työ suunniteltiin.",
    )
    trial: Text | None = Field(
        None, title="Kokeilu ja sen tulokset", description="Mitä kokeiltiin ja mitä siitä seurasi."
    )


class Step(Base):
    """One step of the process, in order."""

    name: Text = Field(description="Vaiheen nimi, yksi tai kaksi sanaa.")
    does: Text | None = Field(None, description="Mitä vaiheessa tehdään.")
    by: Text | None = Field(None, description="Kuka tekee (rooli, ei nimi).")


class Staff(Base):
    """A role and how much of it there is."""

    role: Text = Field(description="Rooli tai tehtävänimike, ei henkilön nimi.")
    persons: Whole | None = Field(None, description="Henkilöiden määrä.")
    full_time_share: Number | None = Field(
        None, description="Työajan osuus prosentteina henkilöä kohden."
    )
    note: Text | None = Field(None, description="Mitä määrästä pitää tietää.")
    sources: Cites


class Partner(Base):
    """An organisation or group that took part."""

    name: Text = Field(description="Organisaation tai ryhmän nimi.")
    role: Text | None = Field(None, description="Mitä kumppani teki.")


class Outcome(Base):
    """What became of an aim."""

    state: OutcomeState = Field(description="Toteutuiko tavoite.")
    date: Date | None = Field(None, description="Milloin se todettiin.")
    text: Text = Field(description="Mitä tapahtui, yhdellä tai kahdella virkkeellä.")


class Aim(Base):
    """What was intended, how it was to be measured and what happened."""

    text: Text = Field(description="Tavoite yhdellä virkkeellä.")
    of: Whose | None = Field(None, description="Asiakas- vai järjestämistavoite.")
    indicator: IndicatorId | None = Field(
        None, description="Mittari, jolle tavoiteluku on asetettu."
    )
    target: Whole | None = Field(None, description="Tavoiteluku.")
    measured_by: tuple[IndicatorId, ...] = Field(
        (), description="Mittarit, joilla tavoitetta seurattiin."
    )
    measures: tuple[Text, ...] = Field(
        (), description="Muut ehdotetut tai käytetyt mittarit sanoin."
    )
    data_sources: tuple[Text, ...] = Field((), description="Mistä tieto saadaan.")
    outcome: Outcome | None = Field(None, description="Mitä tavoitteelle tapahtui.")
    sources: Cites


class StatusReason(Base):
    """Why something stayed (enabler) or ended (barrier)."""

    reason: ReasonId = Field(description="Syy sanastosta.")
    effect: Effect = Field(description="Edistikö vai estikö syy jatkumista.")
    text: Text = Field(description="Syy yhdellä virkkeellä.")
    sources: Cites


class Status(Base):
    """Where the model stood at the end of what the sources tell."""

    state: StatusId = Field(description="Tila sanastosta.")
    date: Date | None = Field(
        None, description="Milloin tila todettiin; niin tarkasti kuin lähde sanoo."
    )
    text: Text | None = Field(None, description="Tila yhdellä tai kahdella virkkeellä.")
    reasons: tuple[StatusReason, ...] = Field(
        (), description="Miksi malli jäi tai päättyi, lähteen mukaan."
    )
    sources: Cites


class Decision(Base):
    """A decision that a named body made."""

    body: Text = Field(description="Toimielin, joka päätti.")
    date: Date | None = Field(None, description="Milloin päätettiin.")
    text: Text = Field(description="Mitä päätettiin.")
    sources: Cites


class Link(Base):
    """A relation to another model."""

    kind: Relation = Field(description="Millainen suhde on.")
    model: ModelId = Field(description="Toisen mallin tunnus.")
    note: Text | None = Field(None, description="Tarkennus, jos suhteen laji ei riitä.")


class Model(Base):
    """A region's operating model, service, tool, training, network, plan or project."""

    name: Text = Field(description="Toimintamallin virallinen nimi.")
    type: TypeId = Field(description="Mallityyppi, ks. models/vocabulary/types.yml.")
    programme: ProgrammeId = Field(description="Ohjelma, jossa mallia kehitettiin.")
    summary: Text = Field(description="Lyhyt kuvaus, enintään 250 merkkiä.")
    target_groups: tuple[TargetGroupId, ...] = Field((), description="Kohderyhmät sanastosta.")
    place: Text | None = Field(None, description="Toteutuspaikka.")
    organisation: Text | None = Field(None, description="Toteuttaja (organisaatio, ei henkilö).")
    municipalities: tuple[Line, ...] = Field((), description="Kunnat, joissa mallia toteutettiin.")
    pilot: Span | None = Field(
        None, description="Pilotin tai toiminnan jakso, esimerkiksi 2023-08/2024-09."
    )
    funders: tuple[Text, ...] = Field((), description="Rahoittajat, jos muut kuin ohjelman.")
    innokyla: SourceId | None = Field(None, description="Mallin Innokylä-sivu lähderekisterissä.")
    links: tuple[SourceId, ...] = Field((), description="Muut julkiset linkit lähderekisterissä.")
    sections: Sections = Field(description="Innokylän otsikot.")
    process: tuple[Step, ...] = Field(
        (), description="Miten asiakas tai työ etenee, vaihe kerrallaan."
    )
    staffing: tuple[Staff, ...] = Field((), description="Ketkä tekivät ja millä työpanoksella.")
    partners: tuple[Partner, ...] = Field(
        (), description="Kumppanit: organisaatiot ja ryhmät, ei henkilöitä."
    )
    instruments: tuple[InstrumentId, ...] = Field(
        (), description="Mittaristot, joita mallissa käytettiin."
    )
    aims: tuple[Aim, ...] = Field((), description="Mihin pyrittiin ja mitä tapahtui.")
    status: Status = Field(description="Missä tilassa malli on lähteiden mukaan ja miksi.")
    decisions: tuple[Decision, ...] = Field(
        (), description="Nimetyn toimielimen tekemät päätökset."
    )
    results: tuple[Result, ...] = Field((), description="Tulokset: yksi luku kerrallaan.")
    relations: tuple[Link, ...] = Field((), description="Suhteet muihin malleihin.")
    sources: Cites
    reviewed: Date = Field(description="Milloin tiedot on viimeksi tarkistettu lähteistä.")
    former_ids: tuple[Name, ...] = Field(
        (), description="Mallin aiemmat tunnukset; vanhat osoitteet ohjataan."
    )


SUMMARY_LENGTH = 250
Municipality = Annotated[str, Field(min_length=2)]
