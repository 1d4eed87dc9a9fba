"""Pages that are no records, and words that readers know but no page is called by: where the catalogue tells of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.search.document import Document, Passage
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.facts import Facts


@dataclass(frozen=True)
class Answer:
    """`words` are what readers ask by; `says` stands on the hit."""

    title: str
    url: str
    words: str
    says: str


PAGES = (
    Answer(
        "Mitä emme tiedä? Aukot alueittain ja malleittain",
        addresses.GAPS,
        "aukot puuttuu puuttuvat tiedot ei tiedetä ei kerrota ei mitattu",
        "Mitä alueiden malleista ei kokeiltu, mitattu tai julkaistu, ja miksi.",
    ),
    Answer(
        "Ristiriidat: luvut, jotka eivät täsmää",
        addresses.DISCREPANCIES,
        "ristiriita virheellinen luku väärin laskettu summa",
        "Luvut, jotka eivät täsmää, laskelmineen ja selityksineen.",
    ),
    Answer(
        "Mallit rinnakkain",
        addresses.SIDE_BY_SIDE,
        "oma vertailu rinnakkain vertaa itse",
        "Valitse kahdesta neljään mallia ja katso, missä ne eroavat.",
    ),
    Answer(
        "Kaikki mallit",
        addresses.MODELS,
        "luettelo kaikki toimintamallit rajaa suodata",
        "Kaikki toimintamallit alueen, kunnan, tyypin, ohjelman ja tilan mukaan.",
    ),
    Answer(
        "Vertailut",
        addresses.COMPARISONS,
        "vertailut vertailu luettelo jämförelser comparisons",
        "Kaikki valmiit vertailut: alueet rinnakkain yhdestä kysymyksestä.",
    ),
    Answer(
        "Mallityypit",
        addresses.TYPES,
        "tyypit mallityyppi mitä malleja on modelltyper model types",
        "Millaisia malleja luettelossa on ja mitä kustakin tyypistä tiedetään.",
    ),
    Answer(
        "Alueet",
        addresses.REGIONS,
        "alueet hyvinvointialueet kartta välfärdsområden counties karta map",
        "Hyvinvointialueet kartalla ja mitä kukin on kokeillut.",
    ),
    Answer(
        "Mittarit",
        addresses.INDICATORS,
        "mittarit mittaristot tunnusluvut mitä luku tarkoittaa indikatorer indicators",
        "Kaikki mittarit ja mittaristot määritelmineen.",
    ),
    Answer(
        "Sanasto",
        addresses.TERMS,
        "sanasto termit lyhenteet käsitteet määritelmät ordlista glossary",
        "Termit ja lyhenteet suomeksi ja, kun vastine on vakiintunut, ruotsiksi ja englanniksi.",
    ),
    Answer(
        "Ohjelmat",
        addresses.PROGRAMMES,
        "ohjelmat hankkeet rahoitus program programmes",
        "Kansalliset ohjelmat, joissa malleja on kehitetty.",
    ),
    Answer(
        "Lähteet",
        addresses.SOURCES,
        "lähteet lähde mistä tiedot tieto peräisin raportti raportit loppuraportit viitteet källor sources",
        "Kaikki asiakirjat ja sivut, joihin luettelon tiedot perustuvat.",
    ),
    Answer(
        "Kunnat ja niiden hyvinvointialueet",
        addresses.TOWNS,
        "oma kunta kunnat kaupunki mihin alueeseen kuuluu hyvinvointialue min kommun",
        "Jokaisen kunnan hyvinvointialue ja mallit, jotka lähteiden mukaan toimivat kunnassa.",
    ),
    Answer(
        "Avoin data",
        addresses.OPEN_DATA,
        "lataa aineisto vapaasti käyttää lupa käyttöehdot excel xlsx csv json api rajapinta lisenssi viittaus",
        "Koko aineisto taulukkoina ja tiedostoina, rajapinta, lisenssi ja viittausohje.",
    ),
    Answer(
        "Osallistu: lisää tai korjaa tietoja",
        addresses.CONTRIBUTE,
        "lisää lisään lisätä malli oma alue ilmoita kerro virhe korjaa palaute ota yhteyttä ohje kirjoittajalle",
        "Näin lisäät alueesi mallin, korjaat tiedon tai kerrot virheestä.",
    ),
    Answer(
        "Kentät",
        addresses.FIELDS,
        "kenttä tiedosto yaml muoto skeema",
        "Mitä luettelon tiedostojen kenttiin kirjoitetaan ja missä muodossa.",
    ),
    Answer(
        "Tunnukset",
        addresses.IDS,
        "tunnus id tunnusluettelo sanasto koodi",
        "Jokainen tunnus, jonka tiedostoon voi kirjoittaa, nimineen ja selityksineen.",
    ),
    Answer(
        "Saavutettavuusseloste",
        addresses.ACCESSIBILITY,
        "saavutettavuus wcag ruudunlukija näppäimistö",
        "Miten sivusto täyttää saavutettavuusvaatimukset ja mitä puutteita siinä on.",
    ),
    Answer(
        "Linkkien tila",
        addresses.LINK_STATES,
        "rikkinäinen linkki kuollut osoite tarkistus",
        "Ulkoisten osoitteiden tila ylläpitäjille.",
    ),
)


def documents(facts: Facts) -> Iterator[Document]:
    """Pages that answer a question themselves."""
    for answer in (*PAGES, *_known(facts)):
        yield Document(
            kind="sivu",
            url=answer.url,
            title=answer.title,
            words=(("name", answer.title), ("key", answer.words), ("about", answer.says)),
            passages=(Passage("", "", answer.says),),
        )


def _known(facts: Facts) -> Iterator[Answer]:
    """What is often asked and seldom told, with the count of the models that tell it."""
    every = len(facts.models)
    costs = sum(bool(model.data.costs) for model in facts.models)
    staff = sum(
        any(one.persons is not None for one in model.data.staffing) for model in facts.models
    )
    yield Answer(
        "Mitä mallit maksavat? Kustannukset ja hinta",
        addresses.GAPS,
        "hinta kustannus kustannukset maksaa euroa raha budjetti säästö kostnader pris cost price",
        f"Kustannuksia lähteet kertovat {costs} mallista; luettelossa malleja on {every}."
        if costs
        else "Lähteet eivät kerro kustannuksia yhdestäkään mallista.",
    )
    yield Answer(
        "Kuinka paljon henkilöstöä malli vaatii?",
        addresses.comparison("tyokyvyn-tuen-tiimit")
        if "tyokyvyn-tuen-tiimit" in facts.catalogue.comparisons
        else addresses.MODELS,
        "henkilöstö htv henkilötyövuosi työntekijät resurssit miehitys rekrytointi personal staff",
        f"Henkilöiden määrän lähteet kertovat {staff} mallista; luettelossa malleja on {every}.",
    )
    yield Answer(
        "Keneltä voi kysyä lisää?",
        addresses.MODELS,
        "yhteystiedot yhteyshenkilö puhelin sähköposti kontakti kuka vastaa keneltä kysyä kontaktuppgifter contact",
        "Henkilöiden yhteystietoja ei julkaista. Jokaisen mallin sivulla on toteuttaja, ja lähteistä pääsee "
        "Innokylään, jossa alueet vastaavat.",
    )
    yield Answer(
        "Luettelo ruotsiksi",
        addresses.SWEDISH,
        "ruotsi ruotsiksi på svenska svenska",
        "Du kan söka med svenska ord och kommunnamn. Luettelo on suomeksi; ruotsiksi on ohje, jossa ovat mallityyppien "
        "ja tilojen nimet.",
    )
