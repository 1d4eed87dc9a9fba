"""The entries of the vocabularies and the register of sources."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .claim import Cites
from .edtf import Date, Span
from .ids import (
    IndicatorId,
    InstrumentId,
    ModelId,
    PopulationId,
    ProgrammeId,
    RegionId,
    ResultId,
    SourceId,
    TypeId,
)
from .result import Scale
from .scalars import Base, Code, Former, Line, Prose, Text, Title, Whole, Yes

Kind = Literal[
    "palvelumalli",
    "koulutus",
    "verkosto",
    "opas",
    "suunnitelma",
    "arviointi",
    "hanke",
    "ohjelma",
]
Decided = Literal["adopt", "continue", "end", "not_told"]
InUse = Literal["fully", "partly", "not", "never_begun", "done", "not_told"]
Members = Literal["persons", "responses", "organisations", "events", "outputs"]
Nature = Literal["outcome", "quality", "reach", "output", "resource", "context"]
Group = Literal[
    "asiakkaat",
    "tyollistyminen",
    "polut",
    "palvelu",
    "kokemus",
    "muutos",
    "laatu",
    "osaaminen",
    "verkosto",
    "resurssit",
]
RegionKind = Literal["county", "city", "province", "national"]
Measure = Literal["count", "share", "score", "amount"]
Counts = Literal[
    "persons",
    "events",
    "responses",
    "organisations",
    "points",
    "days",
    "weeks",
    "months",
    "years",
    "percent",
    "percent_change",
    "euros",
    "items",
]
Flow = Literal["stock", "flow"]
Direction = Literal["up", "down", "none"]
Disclosure = Literal["open", "guarded"]
StatusGroup = Literal[
    "stayed", "continues", "planned", "ended", "not_tried", "completed", "unknown"
]
Mark = Literal["full", "half", "ring", "cross", "dash", "check", "question"]
SourceKind = Literal[
    "report",
    "slides",
    "workshops",
    "innokyla_model",
    "innokyla_collection",
    "web",
    "study",
    "law",
    "publication",
    "training",
    "form",
    "video",
    "news",
    "attachment",
]
Language = Literal["fi", "sv", "en", "fi-sv"]
DiscrepancyKind = Literal[
    "sum",
    "rate",
    "impossible",
    "numerator",
    "sources",
    "direction",
    "definition",
    "population",
    "period",
    "text",
]
Severity = Literal["high", "medium", "low"]


class Programme(Base):
    """A programme in which models were tried."""

    name: Title = Field(description="Ohjelman virallinen nimi.")
    short: Title = Field(description="Lyhyt nimi.")
    period: Span = Field(description="Ohjelman kesto.")
    funder: Title = Field(description="Rahoittaja.")
    summary: Text = Field(description="Mikä ohjelma oli, muutamalla virkkeellä.")
    collection: SourceId | None = Field(None, description="Innokylän kokonaisuus.")
    sources: Cites
    former_ids: tuple[Former, ...] = Field(
        (), description="Ohjelman aiemmat tunnukset; vanhat osoitteet ohjataan."
    )


class Region(Base):
    """A wellbeing services county or another area. `tile`: column and row on the tile map."""

    name: Title = Field(description="Virallinen nimi, fi ja sv.")
    short: Title = Field(description="Lyhyt nimi, esimerkiksi Pohjanmaa.")
    brand: Line | None = Field(None, description="Alueen käyttämä nimi, esimerkiksi Varha.")
    genitive: Line = Field(description="Kenen? Esimerkiksi Pohjanmaan.")
    inessive: Line = Field(description="Missä? Esimerkiksi Pohjanmaalla.")
    code: Code | None = Field(None, description="Hyvinvointialueen koodi.")
    kind: RegionKind = Field("county", description="Millainen alue on.")
    tile: Annotated[str, Field(pattern=r"^[0-4],(?:\d|1[01])$")] | None = Field(
        None, description="Paikka ruutukartalla: sarake ja rivi nollasta alkaen, esimerkiksi 2,4."
    )
    former_ids: tuple[Former, ...] = Field(
        (), description="Alueen aiemmat tunnukset; alueen ja sen mallien vanhat osoitteet ohjataan."
    )


class Municipality(Base):
    """A municipality of a region."""

    name: Title = Field(description="Kunnan nimi, fi ja sv.")
    code: Code = Field(description="Tilastokeskuksen kuntakoodi.")


class OfficialMunicipality(Base):
    """A municipality of the official classification: what a region's own list is checked against."""

    name: Title = Field(description="Kunnan nimi, fi ja sv.")
    code: Code = Field(description="Tilastokeskuksen kuntakoodi.")
    region: RegionId = Field(description="Hyvinvointialue, johon kunta kuuluu.")
    earlier: tuple[RegionId, ...] = Field(
        (), description="Alueet, joihin kunta kuului aiemmin, jos se on vaihtanut aluetta."
    )
    former: tuple[Line, ...] = Field(
        (), description="Entiset kunnat, jotka on liitetty tähän kuntaan; haku johtaa niistä tänne."
    )
    former_ids: tuple[Former, ...] = Field(
        (), description="Kunnan aiemmat tunnukset; vanhat osoitteet vievät tähän."
    )


class Profile(Base):
    """The file region.yml of a region's folder: its project and its municipalities."""

    summary: Text = Field(description="Mitä alueella tehtiin, muutamalla virkkeellä.")
    project: Title | None = Field(None, description="Hankkeen nimi.")
    collection: SourceId | None = Field(None, description="Innokylän kokonaisuus.")
    report: SourceId | None = Field(None, description="Loppuraportti tai muu päälähde.")
    municipalities: tuple[Municipality, ...] = Field((), description="Alueen kunnat koodeineen.")
    sources: Cites
    former_ids: tuple[Former, ...] = Field(
        (), description="Alueen aiemmat tunnukset; vanhat osoitteet ohjataan."
    )


class About(Base):
    """What the figures of a column, or of a type, are about; whatever differs stands apart, and the page says why."""

    population: PopulationId | None = Field(
        None, description="Perusjoukko, jota sarakkeen luvut koskevat."
    )
    programme: ProgrammeId | None = Field(None, description="Ohjelma, jonka lukuja sarakkeessa on.")


class Expectation(Base):
    """What a written sentence takes for granted, so that new data which makes it untrue is told."""

    indicator: IndicatorId = Field(description="Mittari, josta virke puhuu.")
    regions: tuple[RegionId, ...] = Field(
        (),
        description=(
            "Alueet, joilla luku on: virke sanoo ”vain näillä”. Tyhjä: luku ei ole yhdelläkään alueella."
        ),
    )


Expectations = Annotated[
    tuple[Expectation, ...],
    Field(
        description=(
            "Mitä teksti olettaa aineistosta (vain, ainoa, ei yhdelläkään). Tarkistus kertoo, "
            "kun uusi aineisto tekee virkkeestä epätoden."
        )
    ),
]


class ModelType(Base):
    """What models of different regions have in common."""

    name: Title = Field(description="Mallityypin nimi.")
    plural: Title = Field(description="Nimi monikossa, esimerkiksi Työkyvyn tuen tiimit.")
    kind: Kind = Field(
        description="Mikä laji tyypin mallit ovat; etusivun luvut laskevat vain palvelumallit."
    )
    summary: Text = Field(description="Mitä tyyppi tarkoittaa, yhdellä virkkeellä.")
    description: Prose | None = Field(None, description="Pidempi kuvaus; Markdown.")
    known: Text | None = Field(
        None, description="Yksi lause siitä, mitä tyypistä tiedetään; luku lähteineen."
    )
    expects: Expectations = ()
    front_page: Title | None = Field(
        None, description="Kysymys tai aikomus, jolla etusivu johtaa tyypin sivulle."
    )
    key_indicators: tuple[IndicatorId, ...] = Field(
        (),
        description="Mittarit, joita tyypistä ensin kysytään: tyypin taulukko ja aukkojen kartta.",
    )
    about: About | None = Field(
        None,
        description=(
            "Mitä tyypin luvut koskevat: perusjoukko ja ohjelma. Muut luvut näytetään, "
            "mutta syy sanotaan vieressä."
        ),
    )
    former_ids: tuple[Former, ...] = Field(
        (), description="Mallityypin aiemmat tunnukset; vanhat osoitteet ohjataan."
    )


class Indicator(Base):
    """What a number means."""

    name: Title = Field(description="Mittarin nimi.")
    definition: Text = Field(description="Mitä luku tarkoittaa, yhdellä virkkeellä.")
    measure: Measure = Field(description="Minkä lajin luku on.")
    counts: Counts = Field(
        description="Mitä lasketaan, esimerkiksi henkilöitä, tapahtumia tai vastauksia."
    )
    numerator: Text | None = Field(None, description="Osoittaja sanoin.")
    denominator: Text | None = Field(None, description="Nimittäjä sanoin.")
    flow: Flow = Field(description="Onko luku tilanne yhtenä hetkenä vai kertymä jakson aikana.")
    direction: Direction = Field("none", description="Kumpi suunta on parempi.")
    nature: Nature = Field(
        description=(
            "Mitä luku kertoo: outcome mitä asiakkaille seurasi, quality kuinka hyvin tehtiin tai koettiin, "
            "reach keitä ja kuinka monta tavoitettiin, output mitä tehtiin, resource mitä se vaati, "
            "context taustaa. Kone vertaa vain lajeja outcome ja quality."
        )
    )
    target: Yes | None = Field(
        None,
        description="Luku on tavoite eikä toteuma (true): tavoitetta ei verrata siihen.",
    )
    across: tuple[TypeId, ...] = Field(
        (),
        description="Mallityypit, joiden kesken mittari vertautuu; tyhjä: vain saman tyypin kesken.",
    )
    group: Group = Field(description="Minkä otsikon alla luku on mallin sivulla.")
    disclosure: Disclosure = Field("open", description="Julkaistaanko myös pienet luvut.")
    instrument: InstrumentId | None = Field(None, description="Mittaristo, johon mittari kuuluu.")
    scale: Scale | None = Field(None, description="Asteikko, esimerkiksi 0-10.")
    highlight: Whole | None = Field(
        None, description="Järjestys mallin kärkiluvuissa; tyhjä, jos ei nosteta."
    )
    comparable: Text | None = Field(None, description="Mihin lukua saa ja mihin ei saa verrata.")
    former_ids: tuple[Former, ...] = Field(
        (), description="Mittarin aiemmat tunnukset; vanhat osoitteet ohjataan."
    )


class Instrument(Base):
    """A set of questions with its scale."""

    name: Title = Field(description="Mittariston nimi.")
    summary: Text = Field(description="Mitä mittaristo mittaa.")
    scale: Scale | None = Field(None, description="Asteikko, esimerkiksi 0-10.")
    direction: Direction = Field("up", description="Kumpi suunta on parempi.")
    link: SourceId | None = Field(None, description="Mittariston sivu lähderekisterissä.")
    former_ids: tuple[Former, ...] = Field(
        (), description="Mittariston aiemmat tunnukset; vanhat osoitteet vievät tähän."
    )


class When(Base):
    """Pairs of the two facts: each of `decided` with each of `in_use`."""

    decided: Annotated[tuple[Decided, ...], Field(min_length=1)] = Field(
        description="Mitä päätettiin: adopt, continue, end tai not_told; luettelo."
    )
    in_use: Annotated[tuple[InUse, ...], Field(min_length=1)] = Field(
        description="Missä määrin käytössä: fully, partly, not, never_begun, done tai not_told; luettelo."
    )


class Status(Base):
    """A label of the two facts of a status. Every pair of them has exactly one label."""

    name: Title = Field(description="Tilan nimi.")
    summary: Text = Field(description="Mitä tila tarkoittaa, yhdellä virkkeellä.")
    when: Annotated[tuple[When, ...], Field(min_length=1)] = Field(
        description="Mistä päätöksen ja käytön pareista tila johdetaan."
    )
    group: StatusGroup = Field(description="Ryhmä, jonka mukaan vertailut laskevat.")
    mark: Mark = Field(description="Merkki, joka näytetään sanan vieressä.")
    former_ids: tuple[Former, ...] = Field(
        (), description="Tilan aiemmat tunnukset; vanhat rajaukset löytävät tämän tilan."
    )


class Named(Base):
    """A reason or a target group."""

    name: Title = Field(description="Nimi.")
    summary: Text | None = Field(None, description="Mitä se tarkoittaa, yhdellä virkkeellä.")
    question: Text | None = Field(
        None,
        description="Vain syissä: mitä kannattaa kysyä ennen aloittamista, kun lähteet nimeävät syyn esteeksi.",
    )
    former_ids: tuple[Former, ...] = Field(
        (), description="Aiemmat tunnukset, jotta vanhat rajaukset ja viittaukset löytyvät."
    )


class Population(Base):
    """Whom or what figures are about."""

    name: Title = Field(description="Perusjoukon nimi: ketkä täsmälleen.")
    summary: Text | None = Field(None, description="Mitä se tarkoittaa, yhdellä virkkeellä.")
    of: Members = Field(
        description=(
            "Mitä joukossa on: persons ihmisiä, responses vastauksia, organisations yksiköitä tai alueita, "
            "events tapahtumia, outputs tuotoksia. Luottamusväli lasketaan vain ihmisistä ja vastauksista."
        )
    )
    disclosure: Disclosure = Field(
        description=(
            "Suojattu (guarded), jos jo joukkoon kuuluminen kertoo terveydestä, vammasta, etuudesta tai "
            "erityisestä hoidosta: silloin luvut 1–4 jätetään pois. Muuten avoin (open)."
        )
    )
    former_ids: tuple[Former, ...] = Field(
        (), description="Aiemmat tunnukset, jotta vanhat viittaukset löytyvät."
    )


class Since(Base):
    """What has changed since the sources were written, in a service or a law that a term names."""

    date: Date = Field(description="Milloin muutos tuli voimaan tai esitettiin.")
    text: Text = Field(description="Mitä muuttui, kokonaisena virkkeenä.")
    beginnings: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(
        description="Sanojen alut, joista mallin tekstissä tunnistaa asian, esimerkiksi TE-toimisto."
    )
    sources: Cites


class Term(Base):
    """A term in Finnish, Swedish and English."""

    name: Title = Field(description="Termi fi, sv ja en.")
    abbreviations: tuple[Line, ...] = Field((), description="Lyhenteet.")
    synonyms: tuple[Line, ...] = Field(
        (), description="Muut nimet; haku löytää termin myös niillä."
    )
    definition: Text = Field(description="Mitä termi tarkoittaa.")
    sources: tuple[SourceId, ...] = Field((), description="Lähteet, joihin määritelmä nojaa.")
    since: tuple[Since, ...] = Field(
        (),
        description="Mitä on muuttunut lähteiden jälkeen; näytetään sanastossa ja malleissa, jotka nojaavat asiaan.",
    )
    former_ids: tuple[Former, ...] = Field(
        (), description="Termin aiemmat tunnukset; vanhat osoitteet vievät tähän."
    )


class Source(Base):
    """A document or an address: everything that the catalogue cites or links to."""

    title: Title = Field(description="Asiakirjan tai sivun nimi.")
    publisher: Title = Field(description="Julkaisija (organisaatio).")
    kind: SourceKind = Field(description="Millainen lähde on.")
    year: Date | None = Field(None, description="Milloin julkaistu.")
    language: Language = Field("fi", description="Millä kielellä lähde on.")
    authors: Line | None = Field(None, description="Tutkimuskirjallisuuden tekijät.")
    url: Line | None = Field(
        None, description="Julkinen osoite: http tai https, ei seurantatunnisteita."
    )
    archive_url: Line | None = Field(None, description="Osoite, josta löytyy tallennettu kopio.")
    accessed: Date | None = Field(
        None, description="Milloin osoitteessa on käyty; tyhjä, jos ei ole."
    )
    doi: Line | None = Field(
        None, description="Pysyvä tunniste ilman osoitetta, esimerkiksi 10.3233/JVR-150770."
    )
    national_summary: Yes | None = Field(
        None,
        description="Valtakunnallinen yhteenveto, jonka painaman pienen luvun saa näyttää (true).",
    )
    found_at: SourceId | None = Field(
        None, description="Sivu, jolta asiakirja löytyy, jos sillä ei ole omaa osoitetta."
    )
    note: Text | None = Field(None, description="Mitä lähteestä pitää tietää.")
    former_ids: tuple[Former, ...] = Field(
        (), description="Lähteen aiemmat tunnukset; vanhat osoitteet ohjataan."
    )


class Discrepancy(Base):
    """An editor's explanation of figures that do not agree. `explains` names what the build found by computing."""

    kind: DiscrepancyKind = Field(description="Mikä ei täsmää.")
    severity: Severity = Field(description="Kuinka paljon ristiriita muuttaa johtopäätöstä.")
    explains: tuple[Line, ...] = Field((), description="Koneen löytämien ristiriitojen tunnukset.")
    results: tuple[ResultId, ...] = Field(
        (),
        description="Tulokset, joiden lukemista ristiriita muuttaa: vain ne saavat merkin ⚠.",
    )
    related: tuple[ResultId, ...] = Field(
        (), description="Muut tulokset, joista merkintä puhuu; ne eivät saa merkkiä."
    )
    models: tuple[ModelId, ...] = Field((), description="Mallit, joita ristiriita koskee.")
    indicators: tuple[IndicatorId, ...] = Field(
        (), description="Mittarit, joita ristiriita koskee."
    )
    claim: Text = Field(description="Mitä lähteessä lukee.")
    computed: Text = Field(description="Mitä laskemalla saadaan.")
    known: Text = Field(description="Mitä tiedetään varmasti: merkinnän otsikko, yksi virke.")
    guess: Text | None = Field(
        None, description="Mahdollinen selitys, selvästi arvauksena; ei koskaan muissa kentissä."
    )
    programme: ProgrammeId | None = Field(None, description="Ohjelma, jota ristiriita koskee.")
    sources: Cites
    former_ids: tuple[Former, ...] = Field(
        (), description="Merkinnän aiemmat tunnukset; vanhat osoitteet vievät tähän."
    )


Published = Literal[
    "model",
    "mention",
    "result",
    "profile",
    "region",
    "municipality",
    "type",
    "programme",
    "indicator",
    "instrument",
    "status",
    "reason",
    "target_group",
    "population",
    "term",
    "source",
    "discrepancy",
    "comparison",
]


CorrectionKind = Literal["our_mistake", "source_corrected", "new_source", "new_rule"]


class Correction(Base):
    """Why an editor changed what was published: told beside the change, where the data's versions are compared."""

    of: Published = Field(description="Minkä lajin tietuetta muutettiin.")
    id: Line = Field(
        description=(
            "Muutetun koko tunnus: mallilla <alue>/<malli> (koskee sen jokaista kohtaa), tuloksella "
            "<alue>/<malli>/<mittari>/<avain>."
        )
    )
    date: Date = Field(description="Päivä, jona muutos tehtiin.")
    why: CorrectionKind = Field(
        description="Mistä muutos johtui: oma virhe, korjattu lähde, uusi lähde vai uusi sääntö."
    )
    text: Text = Field(
        description="Mikä oli väärin tai mikä muuttui, virkkeellä tai kahdella; ei poistettua arvoa."
    )


class Tombstone(Base):
    """What was published and is no more: its address tells what was here, since when it is not, and where to look."""

    of: Published = Field(description="Minkä lajin tietue poistettiin.")
    id: Line = Field(
        description=(
            "Poistetun koko tunnus: mallilla <alue>/<malli>, tuloksella <alue>/<malli>/<mittari>/"
            "<avain>, maininnalla <alue>/<malli>#<maininta>."
        )
    )
    name: Title = Field(description="Millä nimellä se julkaistiin.")
    date: Date = Field(description="Päivä, jona se poistettiin.")
    reason: Text = Field(description="Miksi se poistettiin, virkkeellä tai kahdella.")
    regions: tuple[RegionId, ...] = Field((), description="Alueet, joista kannattaa jatkaa.")
    models: tuple[ModelId, ...] = Field((), description="Mallit, joista kannattaa jatkaa.")
    types: tuple[TypeId, ...] = Field((), description="Mallityypit, joista kannattaa jatkaa.")
    indicators: tuple[IndicatorId, ...] = Field(
        (), description="Mittarit, joista kannattaa jatkaa."
    )
    sources: tuple[SourceId, ...] = Field((), description="Lähteet, joista kannattaa jatkaa.")
    former_ids: tuple[Line, ...] = Field(
        (), description="Poistetun aiemmat tunnukset kokonaan; nekin johtavat tähän."
    )
