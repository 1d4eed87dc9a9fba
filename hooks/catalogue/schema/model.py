"""The file of one operating model: what an author may write, in the order of its page."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic import WithJsonSchema as Json

from .claim import Basis, Cites, MoreCites, Scope
from .edtf import Date, Span
from .ids import (
    IndicatorId,
    InstrumentId,
    ModelId,
    ProgrammeId,
    RegionId,
    SourceId,
    TargetGroupId,
    TypeId,
)
from .result import Result
from .scalars import (
    Base,
    Former,
    FormerMention,
    Line,
    Name,
    Number,
    Text,
    Title,
    Whole,
    Yes,
    text_json,
)
from .sections import Sections
from .status import ShortStatus, Status
from .vocabulary import Kind

Relation = Literal[
    "adapts", "precedes", "follows", "replaces", "part_of", "uses", "supports", "cooperates_with"
]
OutcomeState = Literal["reached", "partly", "not_reached", "unknown"]
Whose = Literal["client", "organisation"]
Currency = Literal["EUR"]
SUMMARY_LENGTH = 250


def _one(value: object) -> Any:
    """`type: koulutus` is short for `type: [koulutus]`."""
    return [value] if isinstance(value, str) else value


Types = Annotated[
    tuple[TypeId, ...],
    Field(min_length=1),
    BeforeValidator(_one, json_schema_input_type=TypeId | tuple[TypeId, ...]),
]
Programmes = Annotated[
    tuple[ProgrammeId, ...],
    BeforeValidator(_one, json_schema_input_type=ProgrammeId | tuple[ProgrammeId, ...]),
]


class Step(Base):
    """One step of the process, in order."""

    name: Title = Field(description="Vaiheen nimi, yksi tai kaksi sanaa.")
    does: Text | None = Field(None, description="Mitä vaiheessa tehdään.")
    by: Text | None = Field(None, description="Kuka tekee (rooli, ei nimi).")
    sources: MoreCites = ()


class Process(Base):
    """How a client or the work proceeds; the sources tell of the whole, a step may have its own."""

    steps: Annotated[tuple[Step, ...], Field(min_length=1)] = Field(
        description="Vaiheet järjestyksessä."
    )
    sources: Cites
    basis: Basis = "said"
    scope: Scope = "own"


class Staff(Base):
    """A role and how much of it there is."""

    role: Title = Field(description="Rooli tai tehtävänimike, ei henkilön nimi.")
    persons: Whole | None = Field(None, description="Henkilöiden määrä.")
    full_time_share: Number | None = Field(
        None, description="Työajan osuus prosentteina henkilöä kohden."
    )
    note: Text | None = Field(None, description="Mitä määrästä pitää tietää.")
    sources: Cites
    basis: Basis = "said"
    scope: Scope = "own"


class Partner(Base):
    """An organisation or group that took part."""

    name: Title = Field(description="Organisaation tai ryhmän nimi.")
    role: Title | None = Field(None, description="Mitä kumppani teki.")
    sources: Cites
    basis: Basis = "said"
    scope: Scope = "own"


class Outcome(Base):
    """What became of an aim."""

    state: OutcomeState = Field(description="Toteutuiko tavoite.")
    date: Date | None = Field(None, description="Milloin se todettiin.")
    text: Text | None = Field(None, description="Mitä tapahtui, yhdellä tai kahdella virkkeellä.")
    sources: MoreCites = ()
    basis: Basis = "said"


class Aim(Base):
    """What was intended, how it was to be measured and what happened."""

    text: Text = Field(description="Tavoite yhdellä virkkeellä, niin vahvana kuin lähde sen sanoo.")
    of: Whose | None = Field(None, description="Asiakas- vai järjestämistavoite.")
    indicator: IndicatorId | None = Field(
        None, description="Mittari, jolle tavoiteluku on asetettu."
    )
    target: Whole | None = Field(None, description="Tavoiteluku.")
    measured_by: tuple[IndicatorId, ...] = Field(
        (), description="Mittarit, joilla tavoitetta lähteen mukaan seurattiin."
    )
    measures: tuple[Text, ...] = Field(
        (), description="Muut ehdotetut tai käytetyt mittarit sanoin."
    )
    data_sources: tuple[Text, ...] = Field((), description="Mistä tieto saadaan.")
    outcome: Outcome | None = Field(None, description="Mitä tavoitteelle tapahtui.")
    sources: Cites
    basis: Basis = "said"
    scope: Scope = "own"


class Decision(Base):
    """A decision that a named body made."""

    body: Title = Field(description="Toimielin, joka päätti.")
    date: Date | None = Field(None, description="Milloin päätettiin.")
    text: Text = Field(description="Mitä päätettiin.")
    sources: Cites


class Link(Base):
    """A relation to another model, or to a page outside the catalogue: one of `model` and `source`."""

    kind: Relation = Field(description="Millainen suhde on.")
    model: ModelId | None = Field(None, description="Toisen mallin tunnus <alue>/<malli>.")
    source: SourceId | None = Field(
        None,
        description="Sivu lähderekisterissä, jos toinen malli ei ole luettelossa; vain adapts.",
    )
    note: Text | None = Field(None, description="Tarkennus, jos suhteen laji ei riitä.")
    sources: Cites
    basis: Basis = "said"


class Mention(Base):
    """Something that the sources mention in a sentence or two, without a figure: it stands on its parent's page."""

    id: Name = Field(description="Tunnus, pysyvä; ankkuri sivulla on maininta-<id>.")
    name: Title = Field(description="Nimi.")
    kind: Kind | None = Field(None, description="Laji, jos tyyppi ei sitä kerro.")
    type: TypeId | None = Field(None, description="Mallityyppi, jos sellainen on.")
    text: Text = Field(description="Mitä lähde kertoo, virkkeellä tai kahdella.")
    status: ShortStatus | None = Field(None, description="Tila, jos lähde sen kertoo.")
    sources: Cites
    basis: Basis = "said"
    former_ids: tuple[FormerMention, ...] = Field(
        (),
        description=(
            "Aiemmat tunnukset: <alue>/<malli>, jos tämä oli oma mallinsa, tai #<maininta>, jos "
            "maininnalla oli toinen tunnus; vanhat osoitteet ohjataan tänne."
        ),
    )


class InnokylaDates(Base):
    """When the model's Innokylä page was made and last edited."""

    created: Date | None = Field(None, description="Sivu luotu.")
    edited: Date | None = Field(None, description="Sivua viimeksi muokattu.")


class Attachment(Base):
    """A document, video or picture that belongs to the model."""

    source: SourceId = Field(description="Liite lähderekisterissä.")
    caption: Text | None = Field(None, description="Mikä liite on, jos nimi ei riitä.")


class Context(Base):
    """A figure of the surroundings, past or forecast: never a result of the model."""

    name: Title = Field(description="Mikä luku on.")
    value: Number = Field(description="Luku.")
    unit: Text | None = Field(None, description="Yksikkö, esimerkiksi prosenttia tai asukasta.")
    period: Span = Field(description="Mitä aikaa luku koskee.")
    forecast: Yes | None = Field(None, description="Kirjoita true, jos luku on ennuste.")
    sources: Cites


class Cost(Base):
    """What something cost, as the source gives it."""

    amount: Number = Field(description="Määrä.")
    currency: Currency = Field("EUR", description="Valuutta.")
    year: Date = Field(description="Minkä vuoden rahaa.")
    per: Text = Field(description="Mitä kohti: esimerkiksi asiakas, vuosi tai koko hanke.")
    text: Text | None = Field(None, description="Mitä summasta pitää tietää.")
    sources: Cites


class Effect(Base):
    """An effect as an evaluation reports it, with its interval where it has one."""

    measure: Text = Field(description="Mitä luku on: esimerkiksi riskisuhde tai erotus.")
    value: Number = Field(description="Vaikutuksen suuruus.")
    low: Number | None = Field(None, description="Luottamusvälin alaraja.")
    high: Number | None = Field(None, description="Luottamusvälin yläraja.")


class Evaluation(Base):
    """How the model was evaluated, against whom, and what came of it."""

    method: Title = Field(
        description="Menetelmä, esimerkiksi ennen ja jälkeen tai rekisteritutkimus."
    )
    comparison_group: Text | None = Field(None, description="Vertailuryhmä, jos sellainen oli.")
    effect: Effect | None = Field(None, description="Vaikutuksen suuruus, jos se on laskettu.")
    text: Text = Field(description="Mitä arvioinnista selvisi.")
    sources: Cites


class Model(Base):
    """A region's operating model, service, tool, training, network, plan or project."""

    name: Title = Field(description="Toimintamallin virallinen nimi.")
    type: Types = Field(
        description="Mallityyppi tai luettelo niistä, ensin tärkein; ks. models/vocabulary/types.yml."
    )
    kind: Kind | None = Field(None, description="Laji, jos se on muu kuin mallityypin laji.")
    aggregate: Yes | None = Field(
        None,
        description="Kirjoita true, jos tietue kokoaa alueiden mallit yhteen: sitä ei lasketa niiden rinnalla.",
    )
    programme: Programmes = Field(
        (),
        description="Ohjelma tai ohjelmat, joissa mallia kehitettiin; pois, jos työ oli omaa.",
    )
    project: Title | None = Field(None, description="Mallin oma hanke, jos muu kuin alueen hanke.")
    summary: Annotated[Text, Json(text_json(maxLength=SUMMARY_LENGTH))] = Field(
        description=f"Mikä malli on, enintään {SUMMARY_LENGTH} merkkiä; ei sitä, mitä ei tiedetä."
    )
    target_groups: tuple[TargetGroupId, ...] = Field((), description="Kohderyhmät sanastosta.")
    place: Text | None = Field(None, description="Toteutuspaikka.")
    organisation: Text | None = Field(None, description="Toteuttaja (organisaatio, ei henkilö).")
    municipalities: tuple[Line, ...] = Field((), description="Kunnat, joissa mallia toteutettiin.")
    also_in: tuple[RegionId, ...] = Field(
        (), description="Muut alueet, joilla samaa mallia toteutettiin."
    )
    area: Text | None = Field(
        None, description="Vanha alue, jos se ei ole nykyinen hyvinvointialue."
    )
    pilot: Span | None = Field(
        None,
        description="Pilotin tai toiminnan jakso, esimerkiksi 2023-08/2024-09; jatkuva 2024-02/...",
    )
    funders: tuple[Text, ...] = Field((), description="Rahoittajat, jos muut kuin ohjelman.")
    innokyla: SourceId | None = Field(None, description="Mallin Innokylä-sivu lähderekisterissä.")
    page: InnokylaDates | None = Field(None, description="Innokylä-sivun päivät.")
    collection: SourceId | None = Field(
        None, description="Innokylän kokonaisuus, jos muu kuin alueen."
    )
    links: tuple[SourceId, ...] = Field((), description="Muut julkiset linkit lähderekisterissä.")
    attachments: tuple[Attachment, ...] = Field(
        (), description="Liitteet: asiakirjat, videot, kuvat."
    )
    former_names: tuple[Text, ...] = Field((), description="Nimet, joilla malli on ennen tunnettu.")
    sections: Sections = Field(
        description="Tekstit Innokylän otsikoiden alla; jokaisella on teksti ja lähteet."
    )
    process: Process | None = Field(
        None, description="Miten asiakas tai työ etenee, vaihe kerrallaan."
    )
    staffing: tuple[Staff, ...] = Field((), description="Ketkä tekivät ja millä työpanoksella.")
    partners: tuple[Partner, ...] = Field(
        (), description="Kumppanit: organisaatiot ja ryhmät, ei henkilöitä."
    )
    instruments: tuple[InstrumentId, ...] = Field(
        (), description="Mittaristot, joita mallissa käytettiin."
    )
    context: tuple[Context, ...] = Field(
        (), description="Taustaluvut ja ennusteet: eivät tuloksia."
    )
    costs: tuple[Cost, ...] = Field((), description="Kustannukset lähteen mukaan.")
    aims: tuple[Aim, ...] = Field((), description="Mihin pyrittiin ja mitä tapahtui.")
    status: Status = Field(description="Mitä päätettiin ja missä määrin malli oli käytössä.")
    decisions: tuple[Decision, ...] = Field(
        (), description="Nimetyn toimielimen tekemät päätökset."
    )
    results: tuple[Result, ...] = Field((), description="Tulokset: yksi luku kerrallaan.")
    evaluations: tuple[Evaluation, ...] = Field(
        (), description="Arvioinnit, joissa on menetelmä: vertailuryhmä ja vaikutuksen suuruus."
    )
    relations: tuple[Link, ...] = Field((), description="Suhteet muihin malleihin.")
    mentions: tuple[Mention, ...] = Field(
        (), description="Mitä lähteet vain mainitsevat tämän mallin osana, ilman lukuja."
    )
    sources: Cites
    reviewed: Date = Field(description="Milloin tiedot on viimeksi tarkistettu lähteistä.")
    former_ids: tuple[Former, ...] = Field(
        (), description="Mallin aiemmat tunnukset; vanhat osoitteet ohjataan."
    )

    @property
    def main_type(self) -> TypeId:
        """The type that comes first: where only one is shown."""
        return self.type[0]

    @property
    def main_programme(self) -> ProgrammeId | None:
        """The first programme; none where the work was of no programme."""
        return self.programme[0] if self.programme else None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the process, where one is told."""
        return self.process.steps if self.process else ()
