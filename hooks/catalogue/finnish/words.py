"""What the fixed words of the files mean in Finnish: one wording for one thing, whoever prints it.

Every literal of the schema has its words here. A word that a literal does not have is a type error; a literal whose
word is missing stops the program when this module is read, so no build finds it out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from catalogue.schema.claim import BasisWord, ScopeWord
from catalogue.schema.comparison import ChartKind, Effect, FieldName, Layout
from catalogue.schema.model import Currency, OutcomeState, Relation, Whose
from catalogue.schema.result import Bound, Conclusion, Missing
from catalogue.schema.status import ReasonEffect
from catalogue.schema.vocabulary import (
    CorrectionKind,
    Counts,
    Decided,
    Direction,
    Disclosure,
    DiscrepancyKind,
    Flow,
    Group,
    InUse,
    Kind,
    Language,
    Mark,
    Measure,
    Members,
    Nature,
    Published,
    RegionKind,
    Severity,
    SourceKind,
    StatusGroup,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


class Unit(NamedTuple):
    """A noun after one, and after any other number."""

    one: str
    many: str


UNTOLD = "lähteet eivät kerro"

MODELS = Unit("malli", "mallia")
RESULTS = Unit("tulos", "tulosta")
NUMBERS = Unit("luku", "lukua")
REGIONS = Unit("alue", "aluetta")
TOWNS = Unit("kunta", "kuntaa")
PERSONS = Unit("henkilö", "henkilöä")
ADDRESSES = Unit("osoite", "osoitetta")
PLACES = Unit("kohta", "kohtaa")
SOURCES = Unit("lähde", "lähdettä")
OTHERS = Unit("muu", "muuta")
MENTIONED = Unit("muun asian", "muuta asiaa")  # what the sources mention
OTHER_RECORDS = Unit("muu tietue", "muuta tietuetta")
OPEN_QUESTIONS = Unit("avoin kysymys", "avointa kysymystä")
ERRORS = Unit("virhe", "virhettä")
WARNINGS = Unit("varoitus", "varoitusta")

RELATIONS: Mapping[Relation, str] = {
    "adapts": "Sovittaa mallia",
    "precedes": "Edelsi mallia",
    "follows": "Jatkaa mallia",
    "replaces": "Korvasi mallin",
    "part_of": "Osa kokonaisuutta",
    "uses": "Käyttää",
    "supports": "Tukee mallia",
    "cooperates_with": "Toimii yhdessä mallin kanssa",
}
INVERSE: Mapping[Relation, str] = {  # the same, told from the other model
    "adapts": "Sovitettu malliksi",
    "precedes": "Seurasi mallia",
    "follows": "Jatkuu mallissa",
    "replaces": "Korvattu mallilla",
    "part_of": "Sisältää",
    "uses": "Käytössä mallissa",
    "supports": "Tukena",
    "cooperates_with": "Toimii yhdessä mallin kanssa",
}
OUTCOMES: Mapping[OutcomeState, str] = {
    "reached": "Toteutui",
    "partly": "Toteutui osin",
    "not_reached": "Ei toteutunut",
    "unknown": "Ei tiedossa",
}
WHOSE: Mapping[Whose, str] = {
    "client": "Tavoite asiakkaille",
    "organisation": "Tavoite palvelujen järjestämiselle",
}
EFFECTS: Mapping[ReasonEffect, str] = {
    "enabler": "edisti",
    "barrier": "esti",
    "either": "vaikuttaa, suuntaa ei kerrota",
}
SIGNS: Mapping[ReasonEffect, str] = {"enabler": "+", "barrier": "−", "either": "±"}
MAIN_EFFECTS: Mapping[Effect, str] = {"enabler": "edistävät syyt", "barrier": "estävät syyt"}
MISSING: Mapping[Missing, str] = {
    "not_tried": "ei kokeiltu",
    "not_measured": "ei mitattu",
    "not_published": "ei julkaistu",
    "suppressed": "ei näytetä: pieni ryhmä",
}
BOUNDS: Mapping[Bound, str] = {
    "at_least": "vähintään",
    "over": "yli",
    "nearly": "lähes",
    "under": "alle",
    "at_most": "enintään",
    "about": "noin",
}
CONCLUSIONS: Mapping[Conclusion, str] = {
    "improved": "parani",
    "worsened": "heikkeni",
    "unchanged": "pysyi ennallaan",
}
GROUPS: Mapping[Group, str] = {  # headings of a model's results
    "asiakkaat": "Keitä palvelussa oli?",
    "tyollistyminen": "Kuinka moni työllistyi?",
    "polut": "Mihin asiakkaat siirtyivät?",
    "palvelu": "Mitä palvelussa tehtiin?",
    "kokemus": "Mitä vastaajat sanoivat?",
    "muutos": "Mikä muuttui mittauksissa?",
    "laatu": "Kuinka laadukasta toteutus oli?",
    "osaaminen": "Ketkä oppivat ja mitä syntyi?",
    "verkosto": "Kuinka laajalle malli levisi?",
    "resurssit": "Mitä resursseja malli vaati?",
}
MEASURES: Mapping[Measure, str] = {
    "count": "Lukumäärä",
    "share": "Osuus",
    "score": "Pistemäärä",
    "amount": "Määrä",
}
FLOWS: Mapping[Flow, str] = {
    "stock": "tilanne yhtenä hetkenä",
    "flow": "kertymä jakson aikana",
}
DIRECTIONS: Mapping[Direction, str] = {
    "up": "suurempi on parempi",
    "down": "pienempi on parempi",
    "none": "ei hyvää eikä huonoa suuntaa",
}
DISCLOSURES: Mapping[Disclosure, str] = {
    "open": "avoin",
    "guarded": "suojattu: lukuja 1–4 ei julkaista",
}
COUNTS: Mapping[Counts, str] = {  # what is counted
    "persons": "ihmisiä",
    "events": "tapahtumia",
    "responses": "vastauksia",
    "organisations": "yksiköitä",
    "points": "pisteitä",
    "days": "päiviä",
    "weeks": "viikkoja",
    "months": "kuukausia",
    "years": "vuosia",
    "percent": "prosentteja",
    "percent_change": "muutosprosentteja",
    "euros": "euroja",
    "items": "kappaleita",
}
UNITS: Mapping[Counts, Unit] = {
    "persons": PERSONS,
    "events": Unit("tapahtuma", "tapahtumaa"),
    "responses": Unit("vastaaja", "vastaajaa"),
    "organisations": Unit("yksikkö", "yksikköä"),
    "points": Unit("piste", "pistettä"),
    "days": Unit("päivä", "päivää"),
    "weeks": Unit("viikko", "viikkoa"),
    "months": Unit("kuukausi", "kuukautta"),
    "years": Unit("vuosi", "vuotta"),
    "percent": Unit("%", "%"),
    "percent_change": Unit("%", "%"),
    "euros": Unit("euro", "euroa"),
    "items": Unit("kappale", "kappaletta"),
}
CORRECTIONS: Mapping[CorrectionKind, str] = {
    "our_mistake": "oma virheemme korjattiin",
    "source_corrected": "luettu lähteen toisesta kohdasta tai korjatusta lähteestä",
    "new_source": "uusi lähde",
    "new_rule": "luettelon sääntö muuttui",
}
PUBLISHED: Mapping[Published, str] = {
    "model": "Malli",
    "mention": "Maininta",
    "result": "Tulos",
    "profile": "Alueen sivu",
    "region": "Alue",
    "municipality": "Kunta",
    "type": "Mallityyppi",
    "programme": "Ohjelma",
    "indicator": "Mittari",
    "instrument": "Mittaristo",
    "status": "Tila",
    "reason": "Syy",
    "target_group": "Kohderyhmä",
    "population": "Perusjoukko",
    "term": "Termi",
    "source": "Lähde",
    "discrepancy": "Ristiriita",
    "comparison": "Vertailu",
}
REGION_KINDS: Mapping[RegionKind, str] = {
    "county": "hyvinvointialue",
    "city": "kaupunki",
    "province": "maakunta",
    "national": "valtakunnallinen taso",
}
STATUS_GROUPS: Mapping[StatusGroup, str] = {
    "stayed": "jäi",
    "continues": "jatkuu",
    "planned": "päätetty, ei käytössä",
    "ended": "päättyi",
    "not_tried": "ei alkanut",
    "completed": "valmistui",
    "unknown": "ei tiedossa",
}
MARKS: Mapping[Mark, str] = {
    "full": "täysi ympyrä",
    "half": "puolikas ympyrä",
    "ring": "katkorengas",
    "cross": "rasti",
    "dash": "viiva",
    "check": "väkänen",
    "question": "kysymysmerkki",
}
SOURCE_KINDS: Mapping[SourceKind, str] = {
    "report": "Raportti",
    "slides": "Esitys",
    "workshops": "Työpaja-aineisto",
    "innokyla_model": "Innokylän toimintamalli",
    "innokyla_collection": "Innokylän kokonaisuus",
    "web": "Verkkosivu",
    "study": "Tutkimus",
    "law": "Laki",
    "publication": "Julkaisu",
    "training": "Koulutus",
    "form": "Lomake tai opas",
    "video": "Video",
    "news": "Uutinen",
    "attachment": "Liite",
}
# Whose word a status is: `Käytössä raportin mukaan 12/2024`. Other sources are called `lähteen`.
SOURCE_GENITIVES: Mapping[str, str] = {
    "report": "raportin",
    "slides": "esityksen",
    "innokyla_model": "Innokylän",
    "innokyla_collection": "Innokylän",
    "web": "verkkosivun",
    "study": "tutkimuksen",
    "publication": "julkaisun",
    "news": "uutisen",
}
KINDS: Mapping[Kind, str] = {
    "palvelumalli": "Palvelumalli",
    "koulutus": "Koulutus",
    "verkosto": "Verkosto",
    "opas": "Opas tai lomake",
    "suunnitelma": "Suunnitelma",
    "arviointi": "Arviointi",
    "hanke": "Hanke",
    "ohjelma": "Ohjelma",
}
KIND_UNITS: Mapping[Kind, Unit] = {
    "palvelumalli": Unit("palvelumalli", "palvelumallia"),
    "koulutus": Unit("koulutus", "koulutusta"),
    "verkosto": Unit("verkosto", "verkostoa"),
    "opas": Unit("opas tai lomake", "opasta tai lomaketta"),
    "suunnitelma": Unit("suunnitelma", "suunnitelmaa"),
    "arviointi": Unit("arviointi", "arviointia"),
    "hanke": Unit("hanke", "hanketta"),
    "ohjelma": Unit("ohjelma", "ohjelmaa"),
}
DECIDED: Mapping[Decided, str] = {
    "adopt": "otetaan käyttöön",
    "continue": "jatketaan hankkeena",
    "end": "ei jatketa",
    "not_told": "ei kerrota",
}
IN_USE: Mapping[InUse, str] = {
    "fully": "käytössä",
    "partly": "käytössä osin",
    "not": "ei käytössä",
    "never_begun": "ei alkanut",
    "done": "kertatyö tehty",
    "not_told": "ei kerrota",
}
NATURES: Mapping[Nature, str] = {
    "outcome": "seuraus: mitä asiakkaille tapahtui",
    "quality": "laatu: kuinka hyvin tehtiin tai koettiin",
    "reach": "tavoittavuus: keitä ja kuinka monta",
    "output": "tuotos: mitä tehtiin",
    "resource": "voimavara: mitä se vaati",
    "context": "tausta",
}
MEMBERS: Mapping[Members, str] = {
    "persons": "ihmisiä",
    "responses": "vastauksia",
    "organisations": "yksiköitä tai alueita",
    "events": "tapahtumia",
    "outputs": "tuotoksia",
}
BASES: Mapping[BasisWord, str] = {"said": "lähde sanoo näin", "inferred": "toimituksen päätelmä"}
SCOPES: Mapping[ScopeWord, str] = {"own": "koskee tätä mallia", "national": "koskee koko maata"}
CURRENCIES: Mapping[Currency, str] = {"EUR": "euroa"}
LANGUAGES: Mapping[Language, str] = {
    "fi": "suomi",
    "sv": "ruotsi",
    "en": "englanti",
    "fi-sv": "suomi ja ruotsi",
}
DISCREPANCY_KINDS: Mapping[DiscrepancyKind, str] = {
    "sum": "Summa ei täsmää",
    "rate": "Prosentti ei vastaa lukuja",
    "impossible": "Mahdoton prosentti",
    "numerator": "Osa on suurempi kuin kokonaisuus",
    "sources": "Lähteet eroavat",
    "direction": "Johtopäätös on eri kuin mittaus",
    "definition": "Sama sana, eri merkitys",
    "population": "Perusjoukko on toinen kuin sanotaan",
    "period": "Jaksot eroavat",
    "text": "Huomautus",
}
# What an entry says of its figures. A note is no contradiction: it stands on its own record.
DISCREPANCY_CLASSES: Mapping[DiscrepancyKind, str] = {
    "sum": "numbers",
    "rate": "numbers",
    "impossible": "numbers",
    "numerator": "numbers",
    "sources": "numbers",
    "direction": "numbers",
    "definition": "meaning",
    "population": "meaning",
    "period": "meaning",
    "text": "note",
}
CLASS_HEADINGS = {
    "numbers": "Luvut eivät täsmää",
    "meaning": "Luvun merkitys on epäselvä",
}
SEVERITIES: Mapping[Severity, str] = {
    "high": "vakava",
    "medium": "kohtalainen",
    "low": "vähäinen",
}
SEVERITY_HEADINGS: Mapping[Severity, str] = {
    "high": "Vakavat: muuttavat sitä, mitä luvusta voi päätellä",
    "medium": "Kohtalaiset: luvun merkitys jää epävarmaksi",
    "low": "Vähäiset: eivät muuta johtopäätöstä",
}
FIELDS: Mapping[FieldName, str] = {  # headings of a comparison's columns
    "name": "Malli",
    "kind": "Laji",
    "type": "Mallityyppi",
    "summary": "Lyhyesti",
    "status": "Jäikö?",
    "decisions": "Päätös",
    "staffing": "Henkilöstö",
    "entry": "Miten alkaa?",
    "process": "Vaiheet",
    "target_groups": "Kohderyhmä",
    "municipalities": "Kunnat",
    "pilot": "Milloin",
    "place": "Paikka",
    "organisation": "Toteuttaja",
    "instruments": "Mittaristot",
    "partners": "Kumppanit",
    "costs": "Mitä maksoi?",
    "evaluations": "Miten arvioitiin?",
    "enablers": "Mikä edisti?",
    "barriers": "Mikä esti?",
}
LAYOUTS: Mapping[Layout, str] = {
    "models": "mallit riveillä",
    "figures": "luvut riveillä",
    "statuses": "alue ja tyyppi, tila soluissa",
    "reasons": "syyt ja alueet",
    "process": "vaiheet rinnakkain",
    "aims": "tavoitteet ja toteumat",
}
CHARTS: Mapping[ChartKind, str] = {
    "interval": "osuus väleineen",
    "dumbbell": "ennen ja jälkeen",
    "multiples": "kuvat rinnakkain, oma asteikko kullakin",
    "bar": "lukumäärät",
}
READING: Mapping[ChartKind, str] = {  # how a chart is read
    "interval": "Piste on osuus prosentteina ja viiva sen 95 prosentin luottamusväli (Wilson). Nimittäjä kertoo, kuinka monesta (n).",
    "dumbbell": "Rengas on alkumittauksen ja piste loppumittauksen keskiarvo. Asteikko on koko mittarin asteikko.",
    "multiples": "Kummallakin mittarilla on oma asteikkonsa. Viiva on 95 prosentin luottamusväli, jos osuudella on sellainen.",
    "bar": "Palkin pituus on lukumäärä ({}). Asteikko alkaa nollasta.",
}

# What a word of each literal is called; the authors' reference of fields is made of these.
MEANINGS: tuple[tuple[Any, Mapping[Any, str]], ...] = (
    (Relation, RELATIONS),
    (OutcomeState, OUTCOMES),
    (Whose, WHOSE),
    (Effect, MAIN_EFFECTS),
    (ReasonEffect, EFFECTS),
    (Kind, KINDS),
    (Decided, DECIDED),
    (InUse, IN_USE),
    (Nature, NATURES),
    (Members, MEMBERS),
    (BasisWord, BASES),
    (ScopeWord, SCOPES),
    (Currency, CURRENCIES),
    (Missing, MISSING),
    (Bound, BOUNDS),
    (Conclusion, CONCLUSIONS),
    (Group, GROUPS),
    (Measure, MEASURES),
    (Flow, FLOWS),
    (Direction, DIRECTIONS),
    (Disclosure, DISCLOSURES),
    (Counts, COUNTS),
    (RegionKind, REGION_KINDS),
    (Published, PUBLISHED),
    (CorrectionKind, CORRECTIONS),
    (StatusGroup, STATUS_GROUPS),
    (Mark, MARKS),
    (SourceKind, SOURCE_KINDS),
    (Language, LANGUAGES),
    (DiscrepancyKind, DISCREPANCY_KINDS),
    (Severity, SEVERITIES),
    (FieldName, FIELDS),
    (Layout, LAYOUTS),
    (ChartKind, CHARTS),
)
# Other words of the same literals.
MORE: tuple[tuple[Any, Mapping[Any, object]], ...] = (
    (Relation, INVERSE),
    (ReasonEffect, SIGNS),
    (Counts, UNITS),
    (Kind, KIND_UNITS),
    (Severity, SEVERITY_HEADINGS),
    (ChartKind, READING),
)


def meanings(values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each word of a literal with its meaning. Raises LookupError when no literal here has exactly these words."""
    for literal, words in MEANINGS:
        if set(get_args(literal)) == set(values):
            return tuple((value, words[value]) for value in values)
    raise LookupError(f"no Finnish for {', '.join(values)}: add it to {__name__}")


# Other Finnish words for a fixed word, as people write them where it belongs.
_ALSO = """
adopt: adopted, tas i bruk, otettiin käyttöön, käyttöönotto, vakiinnutetaan, vakinaistettiin, jää käyttöön, juurrutetaan
continue: continues, fortsätter, jatkuu, jatketaan, jatkettiin, jatkohanke
end: ended, avslutades, lopetettu, lopetettiin, päättyi, päättynyt, päätettiin lopettaa, loppui, ei jatkunut, ei jatku, lakkautettiin
not_told: ei kerrota, ei tietoa, ei tiedossa, tuntematon, unknown, ei päätöstä
fully: kokonaan, käytössä, täysin, kyllä, jatkuu, yes, true, on, in use, i bruk
partly: osittain, osin, osittain käytössä, osin käytössä, joissakin, partially, delvis
not: ei käytössä, ei enää käytössä, ei jatkunut, päättyi, loppui, lopetettu, no, false, off, ei, not in use, används inte
never_begun: ei alkanut, ei aloitettu, ei koskaan alkanut
done: valmis, tehty, toteutettu
enabler: edisti, edistävä, mahdollisti, auttoi
barrier: esti, este, estävä, haittasi
reached: toteutui, saavutettu, saavutettiin, kyllä
not_reached: ei toteutunut, ei saavutettu
unknown: ei tiedossa, tuntematon
not_tried: ei kokeiltu
not_measured: ei mitattu
not_published: ei julkaistu, ei kerrota, ei tietoa
suppressed: salattu, piilotettu, pieni
at_least: vähintään, ainakin
over: yli
nearly: lähes, melkein
under: alle
at_most: enintään, korkeintaan
about: noin, n., arviolta
persons: henkilöt, henkilöitä, henkilö, ihmiset, ihmisiä, asiakkaat, hlö
events: tapahtumat, tapahtumia, kerrat, kertaa, käynnit
responses: vastaukset, vastauksia
organisations: organisaatiot, yksiköt, alueet
euros: euro, euroa, eurot, €
percent: prosentti, prosenttia, %
items: kappaleet, kpl
count: lukumäärä, määrä
share: osuus, prosentti
score: pistemäärä, pisteet, keskiarvo
amount: suure, määrä, summa
stock: tilanne, hetki
flow: kertymä
up: ylös, suurempi, kasvu
down: alas, pienempi
high: suuri, korkea, iso, merkittävä
medium: keskisuuri, keskitaso, kohtalainen
low: pieni, matala, vähäinen
sum: summa, yhteenlasku
rate: prosentti, osuus
report: raportti, loppuraportti
web: verkkosivu, nettisivu, sivu
study: tutkimus
innokyla_model: innokylä, innokylän toimintamalli, toimintamalli
innokyla_collection: innokylän kokonaisuus, kokonaisuus
slides: diat, esitys, kalvot
adapts: soveltaa, sovittaa, perustuu
precedes: edeltää, edelsi
follows: jatkaa, seuraa
replaces: korvaa, korvasi
part_of: osa, kuuluu
uses: käyttää
supports: tukee
cooperates_with: yhteistyö, toimii yhdessä
resurssit: talous, resurssi, kustannukset
said: sanoo, sanottu
inferred: päätelty, päätelmä
improved: parani, kasvoi
worsened: heikkeni, huononi
unchanged: ennallaan, ei muutosta
"""
ALSO: Mapping[str, tuple[str, ...]] = {
    word: tuple(words.split(", "))
    for word, _, words in (line.partition(": ") for line in _ALSO.strip().splitlines())
}


def other_words(word: str) -> tuple[str, ...]:
    """What else a word of the files is called in Finnish."""
    return ALSO.get(word, ())


def _every_word_is_told() -> None:
    """Raises TypeError when a mapping does not have exactly the words of its literal, in whatever order."""
    for literal, words in (*MEANINGS, *MORE):
        if odd := set(get_args(literal)) ^ set(words):
            raise TypeError(f"{__name__}: {', '.join(sorted(odd))} of {literal}")


_every_word_is_told()

# By what an indicator counts: what nobody may conclude from figures that stand side by side.
CAUTIONS = {
    "persons": (
        "Asiakkaat valikoituivat eri tavoin ja luvut ovat pieniä; tästä ei voi päätellä paremmuutta."
    ),
    "responses": (
        "Vastaajat valikoituivat eri tavoin ja heitä on vähän; tästä ei voi päätellä paremmuutta."
    ),
    "points": (
        "Vastaajat ja arvioijat ovat eri ihmisiä ja heitä on vähän; tästä ei voi päätellä paremmuutta."
    ),
}
