"""The rows of the API and of the open tables: one type a list, one type a field, a Finnish sentence on each field.

These types are the contract: the writers are checked against them, the OpenAPI document and the tables' schemas are made
of them, and a test holds them as they are. A text is Finnish; the same in other languages is in fields of its own
(`name_sv`, `name_en`), so that a field has one type everywhere.
"""

from __future__ import annotations

from typing import Annotated, Any, TypedDict

from catalogue.schema.claim import BasisWord, ScopeWord
from catalogue.schema.model import OutcomeState, Whose
from catalogue.schema.result import Bound, Missing
from catalogue.schema.status import ReasonEffect
from catalogue.schema.vocabulary import (
    Counts,
    Decided,
    Disclosure,
    DiscrepancyKind,
    InUse,
    Kind,
    Published,
    Severity,
)

Amount = int | float


class CiteRow(TypedDict):
    """A source with its place."""

    id: Annotated[str, "Lähteen tunnus"]
    at: Annotated[str, "Kohta lähteessä, esimerkiksi luku 2.3"]


class ModelRow(TypedDict):
    """One operating model."""

    id: Annotated[str, "Mallin pysyvä tunnus: alue/malli"]
    region: Annotated[str, "Alueen tunnus"]
    slug: Annotated[str, "Mallin osa tunnuksesta"]
    name: Annotated[str, "Nimi suomeksi"]
    name_sv: Annotated[str | None, "Nimi ruotsiksi"]
    name_en: Annotated[str | None, "Nimi englanniksi"]
    type: Annotated[str, "Mallityypin tunnus; ensimmäinen, jos niitä on useita"]
    types: Annotated[list[str], "Kaikki mallityypit"]
    kind: Annotated[Kind | None, "Laji: palvelumalli, koulutus, verkosto …"]
    aggregate: Annotated[
        bool, "true, jos tietue kokoaa alueiden mallit: älä laske sitä niiden rinnalla"
    ]
    programme: Annotated[
        str | None, "Ohjelman tunnus; ensimmäinen, jos niitä on useita, tyhjä, jos työ oli omaa"
    ]
    programmes: Annotated[list[str], "Kaikki ohjelmat"]
    target_groups: Annotated[list[str], "Kohderyhmien tunnukset"]
    municipalities: Annotated[list[str], "Kunnat, joissa mallia toteutettiin"]
    also_in: Annotated[list[str], "Muut alueet, joilla samaa mallia toteutettiin"]
    pilot_start: Annotated[
        str | None, "Toiminnan alku lähteen tarkkuudella; tyhjä, jos alkua ei kerrota"
    ]
    pilot_end: Annotated[str | None, "Toiminnan loppu samoin"]
    status: Annotated[str, "Tila lähteiden mukaan; johdettu kentistä decided ja in_use"]
    status_date: Annotated[str | None, "Minkä ajankohdan tila on"]
    decided: Annotated[
        Decided,
        "Mitä päätettiin: adopt otetaan käyttöön, continue jatketaan hankkeena, end ei jatketa, "
        "not_told ei kerrota",
    ]
    decided_date: Annotated[str | None, "Milloin päätettiin"]
    in_use: Annotated[
        InUse,
        "Käyttö: fully kokonaan, partly osin, not ei enää, never_begun ei alkanut, "
        "done kertatyö tehty, not_told ei kerrota",
    ]
    in_use_date: Annotated[str | None, "Minkä ajankohdan käyttö on"]
    summary: Annotated[str, "Tiivistelmä suomeksi"]
    summary_sv: Annotated[str | None, "Tiivistelmä ruotsiksi"]
    summary_en: Annotated[str | None, "Tiivistelmä englanniksi"]
    reviewed: Annotated[str, "Milloin tiedot on viimeksi tarkistettu lähteistä"]
    url: Annotated[str, "Mallin sivu"]
    innokyla: Annotated[str | None, "Mallin sivu Innokylässä"]
    sources: Annotated[list[str], "Lähteiden tunnukset"]


class MentionRow(TypedDict):
    """Something that the sources only mention of a model."""

    id: Annotated[str, "Mallin tunnus, # ja maininnan tunnus"]
    model: Annotated[str, "Mallin tunnus"]
    region: Annotated[str, "Alueen tunnus"]
    name: Annotated[str, "Nimi suomeksi"]
    kind: Annotated[Kind | None, "Laji"]
    type: Annotated[str | None, "Mallityypin tunnus"]
    text: Annotated[str, "Mitä lähde kertoo"]
    status: Annotated[str | None, "Tila, jos lähde sen kertoo"]
    decided: Annotated[Decided | None, "Mitä päätettiin"]
    in_use: Annotated[InUse | None, "Missä määrin käytössä"]
    basis: Annotated[BasisWord, "said: lähde sanoo, inferred: toimitus päättelee"]
    sources: Annotated[list[str], "Lähteiden tunnukset"]
    cites: Annotated[list[CiteRow], "Lähteet kohtineen"]
    url: Annotated[str, "Paikka mallin sivulla"]


class ResultRow(TypedDict):
    """One result: a figure, or why there is none."""

    id: Annotated[str, "Tuloksen pysyvä tunnus: alue/malli/mittari ja tarvittaessa avain"]
    model: Annotated[str, "Mallin tunnus: alue/malli"]
    region: Annotated[str, "Alueen tunnus"]
    type: Annotated[str, "Mallityypin tunnus; ensimmäinen, jos niitä on useita"]
    programme: Annotated[
        str | None,
        "Ohjelman tunnus; ensimmäinen, jos niitä on useita, tyhjä, jos työ oli alueen omaa. "
        "Eri ohjelmien lukuja ei lasketa yhteen",
    ]
    indicator: Annotated[str, "Mittarin tunnus; vain saman mittarin luvut voi asettaa rinnakkain"]
    label: Annotated[str | None, "Mitä juuri tällä rivillä lasketaan, kun mittarin nimi ei riitä"]
    unit: Annotated[
        Counts,
        "Mitä lasketaan: persons henkilöitä, events tapahtumia, responses vastauksia, "
        "organisations yksiköitä, points pisteitä, percent prosentteja, percent_change "
        "muutosprosentteja, days, weeks, months, years aikaa, euros euroja, items kappaleita",
    ]
    numerator: Annotated[int | None, "Osuuden osoittaja; tyhjä, jos lähde kertoo vain prosentin"]
    denominator: Annotated[int | None, "Osuuden nimittäjä"]
    value: Annotated[
        Amount | None,
        "Näytettävä luku: osuus prosentteina, lukumäärä, pistemäärä tai mittaus jälkeen. Tyhjä, kun "
        "lähde antaa vain vaihteluvälin tai lukua ei ole",
    ]
    bound: Annotated[
        Bound | None,
        "Lähteen varaus: at_least vähintään, over yli, nearly lähes, under alle, at_most enintään, "
        "about noin",
    ]
    baseline: Annotated[Amount | None, "Mittaus ennen; value on silloin mittaus jälkeen"]
    n: Annotated[int | None, "Kuinka monesta osuus tai keskiarvo on laskettu"]
    low: Annotated[
        Amount | None,
        "Osuudessa 95 prosentin luottamusvälin (Wilson) alaraja prosentteina. Kun value on tyhjä, "
        "lähteen antaman vaihteluvälin pienin arvo",
    ]
    high: Annotated[Amount | None, "Samoin yläraja tai suurin arvo"]
    reported: Annotated[Amount | None, "Prosentti sellaisena kuin lähde sen kertoo"]
    scale: Annotated[str | None, "Asteikko, esimerkiksi 0-10"]
    period_start: Annotated[
        str | None,
        "Jakson alku lähteen tarkkuudella: 2024, 2024-09 tai 2024-11-04, vuodenaika 2024-21 (kevät), "
        "-22 (kesä), -23 (syksy), -24 (talvi); tyhjä, jos alkua ei kerrota",
    ]
    period_end: Annotated[str | None, "Jakson loppu samoin"]
    period_told: Annotated[
        bool | None, "false, jos lähde ei kerro jaksoa: alku ja loppu ovat silloin ohjelman"
    ]
    follow_up: Annotated[
        int | None, "Kuinka monta kuukautta palvelun päättymisen jälkeen mitattiin"
    ]
    population: Annotated[str | None, "Keitä luku koskee (perusjoukon tunnus)"]
    disclosure: Annotated[Disclosure, "open avoin, guarded suojattu: lukuja 1–4 ei julkaista"]
    comparable: Annotated[
        str | None,
        "Sama merkkijono luvuissa, jotka vertautuvat toisiinsa; tyhjä, kun lukua ei verrata",
    ]
    missing: Annotated[
        Missing | None,
        "Miksi lukua ei ole: not_tried ei kokeiltu, not_measured ei mitattu, not_published ei "
        "julkaistu, suppressed ei näytetä: pieni ryhmä. Tyhjä, kun luku on",
    ]
    note: Annotated[str | None, "Mitä luvusta pitää tietää"]
    source: Annotated[str, "Ensisijaisen lähteen tunnus"]
    locator: Annotated[str, "Kohta lähteessä, esimerkiksi luku 2.3"]
    cites: Annotated[list[CiteRow], "Kaikki lähteet kohtineen, ensisijainen ensin"]
    url: Annotated[str, "Rivin osoite tällä sivustolla"]


class AimRow(TypedDict):
    """What was intended, and what became of it."""

    model: Annotated[str, "Mallin tunnus"]
    number: Annotated[int, "Järjestys mallin sivulla, ykkösestä"]
    region: Annotated[str, "Alueen tunnus"]
    text: Annotated[str, "Tavoite"]
    whose: Annotated[Whose | None, "client asiakkaiden, organisation järjestämisen tavoite"]
    indicator: Annotated[str | None, "Mittari, jolle tavoiteluku on asetettu"]
    target: Annotated[int | None, "Tavoiteluku"]
    outcome: Annotated[
        OutcomeState | None,
        "reached toteutui, partly osin, not_reached ei, unknown lähteet eivät kerro",
    ]
    outcome_date: Annotated[str | None, "Milloin se todettiin"]
    outcome_text: Annotated[str | None, "Mitä tapahtui"]
    outcome_basis: Annotated[BasisWord | None, "said lähde sanoo, inferred toimitus päättelee"]
    basis: Annotated[BasisWord, "Kuka tavoitteen sanoo: said lähde, inferred toimitus päättelee"]
    scope: Annotated[ScopeWord, "own juuri tämän mallin, national koko maan tavoite"]
    cites: Annotated[list[CiteRow], "Lähteet kohtineen"]


class ModelReasonRow(TypedDict):
    """Why a model stayed or ended, as its source tells it."""

    model: Annotated[str, "Mallin tunnus"]
    number: Annotated[int, "Järjestys tietueessa, ykkösestä"]
    region: Annotated[str, "Alueen tunnus"]
    status: Annotated[str, "Mallin tila"]
    reason: Annotated[str, "Syyn tunnus"]
    effect: Annotated[ReasonEffect, "enabler edisti, barrier esti, either lähde ei kerro suuntaa"]
    text: Annotated[str, "Syy yhdellä virkkeellä"]
    basis: Annotated[BasisWord, "said lähde sanoo, inferred toimitus päättelee"]
    scope: Annotated[ScopeWord, "own juuri tästä mallista, national koko maasta"]
    cites: Annotated[list[CiteRow], "Lähteet kohtineen"]


DiscrepancyRow = TypedDict(  # one of its fields is a word of Python
    "DiscrepancyRow",
    {
        "id": Annotated[str, "Tunnus; sama kuin ankkuri sivulla Ristiriidat"],
        "kind": Annotated[DiscrepancyKind, "Mikä ei täsmää, esimerkiksi sum summa, rate prosentti"],
        "class": Annotated[str, "numbers: luvut eivät täsmää; meaning: merkitys on epäselvä"],
        "severity": Annotated[Severity, "high, medium tai low"],
        "models": Annotated[list[str], "Mallit, joita ristiriita koskee"],
        "known": Annotated[str, "Mitä tiedetään varmasti"],
        "claim": Annotated[str, "Mitä lähteessä lukee"],
        "computed": Annotated[str, "Mitä laskemalla saadaan"],
        "guess": Annotated[str | None, "Mahdollinen selitys: toimituksen arvaus"],
        "sources": Annotated[list[str], "Lähteiden tunnukset"],
        "results": Annotated[list[str], "Tulokset, joiden lukemista ristiriita muuttaa"],
        "url": Annotated[str, "Paikka sivulla Ristiriidat"],
    },
)


class PairRow(TypedDict):
    """Two figures of one indicator: whether they compare."""

    indicator: Annotated[str, "Mittarin tunnus"]
    one: Annotated[str, "Tuloksen tunnus"]
    other: Annotated[str, "Toisen tuloksen tunnus"]
    compares: Annotated[bool, "Vertautuvatko luvut toisiinsa"]
    why: Annotated[str | None, "Miksi ne eivät vertaudu"]


class FormerRow(TypedDict):
    """What became of an id that was published once."""

    kind: Annotated[Published, "Laji, esimerkiksi model tai result"]
    id: Annotated[str, "Vanha tunnus"]
    now_kind: Annotated[Published | None, "Mikä laji sen paikalla on"]
    now: Annotated[str | None, "Nykyinen tunnus; tyhjä, jos tietue on poistettu"]
    url: Annotated[str, "Nykyinen osoite, tai sivu, joka kertoo poistosta"]
    removed: Annotated[str | None, "Milloin poistettiin"]
    reason: Annotated[str | None, "Miksi poistettiin"]


class ComparisonRow(TypedDict):
    """A page of comparison with its files."""

    id: Annotated[str, "Vertailun tunnus"]
    title: Annotated[str, "Kysymys, johon vertailu vastaa"]
    summary: Annotated[str, "Mitä vertaillaan"]
    finding: Annotated[str, "Mitä havaittiin"]
    url: Annotated[str, "Vertailun sivu"]
    json: Annotated[str, "Taulukko JSONina"]
    csv: Annotated[str, "Taulukko koneelle (CSV)"]
    excel: Annotated[str, "Taulukko suomalaiseen Exceliin (CSV)"]


class DefinitionRow(TypedDict):
    """What a column of a comparison means."""

    nimi: Annotated[str, "Nimi"]
    määritelmä: Annotated[str, "Mitä se tarkoittaa"]
    laji: Annotated[str, "Mitä lasketaan"]
    vertailu: Annotated[str, "Mihin saa verrata"]
    osoite: Annotated[str, "Sivu, jolla siitä kerrotaan"]


class LeftOutRow(TypedDict):
    """A model that is not in a comparison."""

    name: Annotated[str, "Nimi"]
    why: Annotated[str, "Miksi se ei ole mukana"]


class ComparisonSourceRow(TypedDict):
    """A source of a comparison."""

    title: Annotated[str, "Nimi"]
    publisher: Annotated[str, "Julkaisija"]


class ComparisonFile(TypedDict):
    """The whole of one comparison: exactly its table, and what its columns mean."""

    id: Annotated[str, "Vertailun tunnus"]
    title: Annotated[str, "Kysymys"]
    finding: Annotated[str, "Mitä havaittiin"]
    url: Annotated[str, "Vertailun sivu"]
    data_revision: Annotated[str, "Tietojen versio"]
    licence: Annotated[str, "Lisenssi"]
    columns: Annotated[list[str], "Taulukon sarakkeet järjestyksessä"]
    rows: Annotated[list[dict[str, str]], "Taulukon rivit: sarake ja teksti; tyhjä puuttuu"]
    definitions: Annotated[list[DefinitionRow], "Mitä sarakkeet tarkoittavat"]
    notes: Annotated[list[str], "Mitä lukijan pitää tietää"]
    left_out: Annotated[list[LeftOutRow], "Mitkä mallit eivät ole mukana"]
    sources: Annotated[list[ComparisonSourceRow], "Lähteet"]


class MissingRow(TypedDict):
    """A reason why there is no number, in the words of those who publish statistics."""

    id: Annotated[Missing, "Syy niin kuin se on kentässä missing"]
    name: Annotated[str, "Syy suomeksi"]
    sdmx_obs_status: Annotated[str, "SDMX:n havainnon tila (CL_OBS_STATUS 2.2)"]
    sdmx_name: Annotated[str, "Sen nimi"]
    datapackage_label: Annotated[str, "Nimi tiedostossa datapackage.json (missingValues)"]


class FileEntry(TypedDict):
    """One file of the open data."""

    path: Annotated[str, "Osoite sivuston juuresta"]
    media_type: Annotated[str, "Tiedoston laji"]
    bytes: Annotated[int, "Koko tavuina"]
    sha256: Annotated[str, "Tarkistussumma"]


class Licence(TypedDict):
    """Under which terms what may be used."""

    data: Annotated[str, "Tietojen ja tekstien lisenssi"]
    url: Annotated[str, "Lisenssin osoite"]
    code: Annotated[str, "Ohjelmakoodin lisenssi"]


class IndexFile(TypedDict):
    """What there is."""

    version: Annotated[int, "Rajapinnan versio"]
    build_date: Annotated[str, "Rakentamisen päivä"]
    data_revision: Annotated[str, "Tietojen versio"]
    release: Annotated[str | None, "Viimeisin julkaistu versio tiedoista"]
    site: Annotated[str, "Sivuston osoite, josta polut alkavat"]
    licence: Annotated[Licence, "Lisenssit"]
    counts: Annotated[dict[str, int], "Kuinka monta tietuetta"]
    files: Annotated[list[FileEntry], "Jokainen tiedosto kokoineen ja tarkistussummineen"]
    parts: Annotated[
        dict[str, list[str]], "Luettelot, jotka eivät mahdu yhteen tiedostoon, ja niiden osat"
    ]


# Of a row, what follows from the record as it was written: its id, and what its author did not write.
RESULT_FIGURES = (
    *("id", "unit", "numerator", "denominator", "value", "baseline", "n", "low", "high", "scale"),
    *("period_start", "period_end", "period_told", "disclosure", "comparable", "missing", "url"),
)
MENTION_PLACE = ("id", "status", "url")


class ModelFile(ModelRow):
    """The whole of one model: the record as it was written, and what follows from it."""

    mentions: Annotated[
        list[dict[str, Any]],
        "Mitä maininnoista seuraa: tila ja osoite, samassa järjestyksessä kuin kentässä written",
    ]
    results: Annotated[
        list[dict[str, Any]],
        "Mitä tuloksista on laskettu, samassa järjestyksessä kuin kentässä written; kentät kuin "
        "tiedostossa results.json",
    ]
    written: Annotated[
        dict[str, Any],
        "Koko tietue niin kuin se on kirjoitettu, kentät sivun Kentät mukaan: mitä ei ole kirjoitettu, "
        "puuttuu, ja tekstit ovat kielittäin",
    ]
