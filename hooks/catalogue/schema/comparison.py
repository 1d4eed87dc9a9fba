"""A comparison: which question, which models, which figures and fields side by side, and how they are drawn."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .claim import Cite, Cites
from .ids import (
    IndicatorId,
    ProgrammeId,
    RegionId,
    ResultId,
    StatusId,
    TypeId,
)
from .scalars import Base, Former, Name, Number, Text, Title, Whole
from .vocabulary import About, Expectations, Kind

FieldName = Literal[
    "name",
    "kind",
    "type",
    "summary",
    "status",
    "decisions",
    "staffing",
    "entry",
    "process",
    "target_groups",
    "municipalities",
    "pilot",
    "place",
    "organisation",
    "instruments",
    "partners",
    "costs",
    "evaluations",
    "enablers",
    "barriers",
]
Effect = Literal["enabler", "barrier"]
Layout = Literal["models", "figures", "statuses", "reasons", "process", "aims"]
ChartKind = Literal["interval", "dumbbell", "multiples", "bar"]


class Filter(Base):
    """Which models stand in the comparison; empty means all."""

    types: tuple[TypeId, ...] = Field((), description="Mallityypit; tyhjä tarkoittaa kaikkia.")
    kinds: tuple[Kind, ...] = Field((), description="Lajit; tyhjä tarkoittaa kaikkia.")
    programmes: tuple[ProgrammeId, ...] = Field(
        (), description="Ohjelmat; tyhjä tarkoittaa kaikkia."
    )
    regions: tuple[RegionId, ...] = Field((), description="Alueet; tyhjä tarkoittaa kaikkia.")
    states: tuple[StatusId, ...] = Field((), description="Tilat; tyhjä tarkoittaa kaikkia.")


class Column(Base):
    """A column: an indicator or a field of the model, one of the two."""

    indicator: IndicatorId | None = Field(
        None, description="Mittari; sarakkeeseen tulevat vain keskenään vertautuvat luvut."
    )
    key: Name | None = Field(
        None, description="Tuloksen avain, jos mallilla on samasta mittarista monta lukua."
    )
    about: About | None = Field(
        None,
        description="Mitä sarakkeen luvut koskevat: perusjoukko ja ohjelma. Muut luvut näytetään erillään.",
    )
    field: FieldName | None = Field(None, description="Mallin kenttä, esimerkiksi status.")
    label: Title | None = Field(
        None, description="Sarakkeen otsikko, jos mittarin tai kentän nimi ei riitä."
    )
    beside: tuple[IndicatorId, ...] = Field(
        (),
        description="Mittarit, joita usein luullaan samaksi: niiden luvut näytetään erillään, syy sanottuna.",
    )
    results: tuple[ResultId, ...] = Field(
        (), description="Muiden mallien tuloksia, jotka lukija etsisi tästä sarakkeesta."
    )


class Chart(Base):
    """A chart. Its rows are the models of the comparison, its marks the figures of the indicators."""

    kind: ChartKind = Field(description="Millainen kuva on.")
    title: Title = Field(description="Mitä kuva osoittaa, virkkeenä. Luvut paikkamerkkeinä.")
    indicators: Annotated[tuple[IndicatorId, ...], Field(min_length=1)] = Field(
        description="Mittarit, joiden luvut kuvassa ovat."
    )
    results: tuple[ResultId, ...] = Field(
        (), description="Vain nämä tulokset (bar); tyhjä: kaikki vertautuvat."
    )


class Reference(Base):
    """A line for context, never a target."""

    value: Number = Field(description="Viiteluku.")
    about: IndicatorId = Field(description="Mittari, jonka kuvaan viiva piirretään.")
    label: Title = Field(description="Mitä viiteluku on.")
    population: Text = Field(description="Keitä viiteluku koskee.")
    sources: Cites


class Note(Base):
    """Something a reader must know; with sources when it claims something of its own."""

    text: Text = Field(description="Huomautus kokonaisena virkkeenä.")
    sources: tuple[Cite, ...] = Field(
        (), description="Lähteet kohtineen, jos huomautus väittää jotain."
    )


class Comparison(Base):
    """One page of `/vertailu/`."""

    title: Title = Field(description="Kysymys, johon vertailu vastaa.")
    short: Title = Field(description="Lyhyt nimi valikkoon.")
    summary: Text = Field(description="Yksi virke: mitä vertailu sisältää.")
    finding: Text = Field(
        description=(
            "Vastaus: mitä aineistosta näkee. Luvut ovat paikkamerkkejä kuten {<alue>/<malli>/<mittari>|osuus}, "
            "ja kone hakee ne tuloksista."
        )
    )
    expects: Expectations = ()
    order: Whole = Field(description="Järjestys valikossa.")
    front_page: Title | None = Field(None, description="Kysymys, jolla etusivu johtaa vertailuun.")
    layout: Layout = Field(
        "models",
        description=(
            "Mitä rivit ovat: models mallit, figures luvut, statuses tyypit × alueet, reasons syyt × alueet, "
            "process vaiheet, aims tavoitteet."
        ),
    )
    models: Filter = Field(Filter(), description="Mitkä mallit ovat vertailussa.")
    columns: tuple[Column, ...] = Field(
        (), description="Sarakkeet (models) tai luetellut mittarit (figures)."
    )
    effect: Effect | None = Field(None, description="Kumpi suunta on pääasia (reasons).")
    charts: tuple[Chart, ...] = Field((), description="Kuvat taulukon yläpuolella.")
    references: tuple[Reference, ...] = Field(
        (), description="Viiteviivat: taustaa, ei tavoitteita."
    )
    notes: tuple[Note, ...] = Field((), description="Mitä lukijan pitää tietää.")
    former_ids: tuple[Former, ...] = Field(
        (), description="Vertailun aiemmat tunnukset; vanhat osoitteet ohjataan."
    )
