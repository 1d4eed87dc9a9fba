"""The entries of the vocabularies and the register of sources."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .ids import IndicatorId, InstrumentId, ModelId, ProgrammeId, ResultId, SourceId
from .result import Cites, Scale
from .scalars import Base, Code, Date, Line, Name, Span, Text, Whole

Group = Literal["asiakkaat", "tyollistyminen", "polut", "palvelu", "kokemus", "muutos", "laatu",
                "osaaminen", "verkosto", "resurssit"]


class Programme(Base):
    name: Text
    short: Text
    period: Span
    funder: Text
    summary: Text
    collection: SourceId | None = None
    sources: Cites


class Region(Base):
    """A wellbeing services county or another area. `tile`: column and row on the tile map."""

    name: Text = Field(description="Virallinen nimi, fi ja sv.")
    short: Text = Field(description="Lyhyt nimi, esimerkiksi Pohjanmaa.")
    brand: Line | None = Field(None, description="Alueen käyttämä nimi, esimerkiksi Varha.")
    genitive: Line = Field(description="Pohjanmaan")
    inessive: Line = Field(description="Pohjanmaalla")
    code: Code | None = Field(None, description="Hyvinvointialueen koodi.")
    kind: Literal["county", "city", "province", "national"] = "county"
    tile: Annotated[str, Field(pattern=r"^\d+,\d+$")] | None = None


class Municipality(Base):
    name: Text
    code: Code


class Profile(Base):
    """The file region.yml of a region's folder: its project and its municipalities."""

    summary: Text
    project: Text | None = Field(None, description="Hankkeen nimi.")
    collection: SourceId | None = Field(None, description="Innokylän kokonaisuus.")
    report: SourceId | None = Field(None, description="Loppuraportti tai muu päälähde.")
    municipalities: tuple[Municipality, ...] = ()
    sources: Cites
    former_ids: tuple[Name, ...] = ()


class ModelType(Base):
    name: Text
    plural: Text = Field(description="Nimi monikossa, esimerkiksi Työkyvyn tuen tiimit.")
    summary: Text = Field(description="Mitä tyyppi tarkoittaa, yhdellä virkkeellä.")
    description: Text | None = None
    known: Text | None = Field(None, description="Yksi lause siitä, mitä tyypistä tiedetään; luku lähteineen.")
    key_indicators: tuple[IndicatorId, ...] = Field(
        (), description="Mittarit, joita tyypistä ensin kysytään: tyypin taulukko ja aukkojen kartta.")
    former_ids: tuple[Name, ...] = ()


class Indicator(Base):
    """What a number means."""

    name: Text
    definition: Text
    measure: Literal["count", "share", "score", "amount"] = Field(
        description="count lukumäärä, share osuus, score pistemäärä asteikolla, amount muu suure.")
    counts: Literal["persons", "events", "responses", "organisations", "points", "days", "weeks", "months", "years",
                    "percent", "percent_change", "euros", "items"] = Field(description="Mitä lasketaan: henkilöitä, tapahtumia, vastauksia …")
    numerator: Text | None = None
    denominator: Text | None = None
    flow: Literal["stock", "flow"] = Field(description="stock: tilanne hetkellä; flow: kertymä jaksolla.")
    direction: Literal["up", "down", "none"] = Field("none", description="Kumpi suunta on parempi.")
    group: Group
    disclosure: Literal["open", "guarded"] = Field("open", description="guarded: 1–4 hengen lukuja ei julkaista.")
    instrument: InstrumentId | None = None
    scale: Scale | None = None
    highlight: Whole | None = Field(None, description="Järjestys mallin kärkiluvuissa; tyhjä, jos ei nosteta.")
    comparable: Text | None = Field(None, description="Mihin lukua saa ja mihin ei saa verrata.")
    former_ids: tuple[Name, ...] = ()


class Instrument(Base):
    name: Text
    summary: Text
    scale: Scale | None = None
    direction: Literal["up", "down", "none"] = "up"
    link: SourceId | None = None


class Status(Base):
    """`group` is what comparisons count by; `mark` is the shape shown with the word."""

    name: Text
    summary: Text
    group: Literal["stayed", "continues", "planned", "ended", "not_tried", "completed", "unknown"]
    mark: Literal["full", "half", "ring", "cross", "dash", "check", "question"]


class Named(Base):
    """A reason, a target group or a population."""

    name: Text
    summary: Text | None = None


class Term(Base):
    name: Text = Field(description="Termi fi, sv ja en.")
    abbreviations: tuple[Line, ...] = ()
    synonyms: tuple[Line, ...] = ()
    definition: Text
    sources: tuple[SourceId, ...] = ()


class Source(Base):
    """A document or an address: everything that the catalogue cites or links to."""

    title: Text
    publisher: Text
    kind: Literal["report", "slides", "workshops", "innokyla_model", "innokyla_collection", "web", "study", "law",
                  "publication", "training", "form"]
    year: Date | None = None
    language: Literal["fi", "sv", "en", "fi-sv"] = "fi"
    authors: Line | None = Field(None, description="Tutkimuskirjallisuuden tekijät.")
    url: Line | None = None
    archive_url: Line | None = None
    accessed: Date | None = Field(None, description="Milloin osoitteessa on käyty; tyhjä, jos ei ole.")
    doi: Line | None = None
    found_at: SourceId | None = Field(None, description="Sivu, jolta asiakirja löytyy, jos sillä ei ole omaa osoitetta.")
    note: Text | None = None
    former_ids: tuple[Name, ...] = ()


class Discrepancy(Base):
    """An editor's explanation of figures that do not agree. `explains` names what the build found by computing."""

    kind: Literal["sum", "rate", "impossible", "numerator", "sources", "direction", "definition", "population",
                  "period", "text"]
    severity: Literal["high", "medium", "low"]
    explains: tuple[Line, ...] = Field((), description="Koneen löytämien ristiriitojen tunnukset.")
    results: tuple[ResultId, ...] = ()
    models: tuple[ModelId, ...] = ()
    indicators: tuple[IndicatorId, ...] = ()
    claim: Text = Field(description="Mitä lähteessä lukee.")
    computed: Text = Field(description="Mitä laskemalla saadaan.")
    known: Text = Field(description="Mitä tiedetään varmasti.")
    guess: Text | None = Field(None, description="Mikä selittäisi eron; selvästi arvauksena.")
    programme: ProgrammeId | None = None
    sources: Cites
