"""What the fields of the files are called in Finnish: the first word in print, the others as people also write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WRITTEN = """
abbreviations: lyhenteet, lyhenne
about: mitä luvut koskevat, koskee
accessed: käyty osoitteessa, luettu, katsottu, haettu, viitattu
across: vertautuu tyyppien kesken
after: loppumittaus, jälkeen, lopussa, loppu
aggregate: kokoava tietue, kooste
aims: tavoitteet, tavoite
also_in: muut alueet, myös alueilla
amount: määrä, summa
archive_url: arkistokopion osoite, arkisto
area: vanha alue
at: kohta, sivu, luku, kappale, page, sivunumero
attachments: liitteet, liite
authors: tekijät, tekijä, kirjoittajat, kirjoittaja
basis: kuka sanoo, peruste
before: alkumittaus, ennen, alussa, alku
beginnings: sanojen alut, alut
beside: rinnalla näytettävät mittarit
body: toimielin, päättäjä
bound: lähteen varaus, varaus, tarkkuus
brand: alueen käyttämä nimi
by: tekijä, kuka, vastuutaho, vastuuhenkilö, toimija
caption: kuvateksti
charts: kuvat, kuvaajat, kaaviot
checks: myöhemmät tarkistukset, tarkistukset
claim: väite, mitä lähteessä lukee
code: koodi, kuntakoodi, aluekoodi
collection: Innokylän kokonaisuus, kokonaisuus
columns: sarakkeet
comparable: mihin saa verrata, vertailtavuus
comparison_group: vertailuryhmä, verrokit
computed: laskelma, laskettu
conclusion: lähteen päätelmä, johtopäätös
conditions: toimivuuden ja käyttöönoton ehdot, ehdot, toimivuuden ehdot, käyttöönoton ehdot
context: taustaluvut, tausta
costs: kustannukset, kustannus, hinta
count: lukumäärä, määrä, lkm, osoittaja, numero, number, value, kpl
counts: mitä lasketaan
created: luotu
currency: valuutta
data_sources: tietolähteet
date: päivä, päivämäärä, pvm, ajankohta, aika
decided: päätös jatkosta, päätetty
decisions: päätökset, päätös
definition: määritelmä
denominator: nimittäjä sanoin, nimittäjä
description: kuvaus
developers: kehittäjäjoukko, kehittäjät, yhteiskehittäminen
direction: parempi suunta, suunta
disclosure: julkisuus
does: mitä tehdään, tehtävä, kuvaus, teksti, toiminta
doi: DOI-tunniste
earlier: aiemmat alueet
edited: muokattu
effect: vaikutus, suunta
environment: toimintaympäristö, ympäristö
evaluation: arvioinnin tulokset, arviointi
evaluations: arvioinnit
expects: mitä teksti olettaa
explains: mitä eroja selittää, selittää
field: kenttä
finding: vastaus, havainto
flow: kertymä vai tilanne
follow_up: seuranta-aika, seuranta
forecast: ennuste
former: entiset kunnat
former_ids: aiemmat tunnukset, vanhat tunnukset, vanha tunnus
former_names: aiemmat nimet, vanhat nimet, entinen nimi
found_at: löytösivu
front_page: etusivun luku, etusivu
full_time_share: työajan osuus, osuus työajasta, työaika, htv, prosentti, työpanos
funder: rahoittaja
funders: rahoittajat, rahoittaja, rahoitus
genitive: genetiivi
group: ryhmä
guess: mahdollinen selitys, arvaus, selitys
high: yläraja
highlight: järjestys kärkiluvuissa
id: tunnus, lähde, lähteen tunnus
idea: ratkaisun perusidea, perusidea, idea
in_use: käytössä, käyttö
indicator: mittari, tunnusluku, indikaattori
indicators: mittarit
inessive: inessiivi
innokyla: Innokylä-sivu, innokylä
instrument: mittaristo
instruments: mittaristot, mittaristo
intended_change: tavoiteltu muutos
key: avain
key_indicators: keskeiset mittarit
kind: laji, tyyppi
kinds: lajit
known: mitä tiedetään, tiedetään
label: mitä rivillä lasketaan, otsikko, selite
language: kieli
layout: asettelu
least: pienin arvo, vähintään, pienin, alaraja, min
link: linkki
links: muut linkit, linkit, linkki
low: alaraja
mark: merkki
measure: luvun laji
measured_by: seurannan mittarit
measures: mittarit sanoin
measuring: muutoksen mittaaminen, mittaaminen
mentions: maininnat, maininta
method: menetelmä
missing: miksi lukua ei ole, puuttuu, ei tietoa
model: malli, toinen malli
models: mallit
most: suurin arvo, enintään, suurin, yläraja, max
municipalities: kunnat, kunta, paikkakunnat
n: vastaajien määrä, vastaajia, otoskoko
name: nimi, otsikko, title, mallin nimi, toimintamallin nimi
national_summary: kansallinen yhteenveto
nature: mitä luku kertoo
note: huomautus, huom, lisätieto, kommentti
notes: huomautukset
numerator: osoittaja sanoin, osoittaja
of: nimittäjä, kuinka monesta, yhteensä, kaikki
order: järjestys
organisation: toteuttaja, organisaatio
outcome: toteuma, tulos
page: Innokylä-sivun päivät
part_of: osa tulosta, osa
partners: kumppanit, kumppani, yhteistyökumppanit
per: mitä kohti
period: ajanjakso, jakso, aika, ajalta, vuosi, ajankohta
persons: henkilöitä, henkilöt, henkilömäärä, määrä
pilot: toiminnan jakso, pilotti, kokeilu, pilotin aika, kesto
place: toteutuspaikka, paikka
plan: toteutussuunnitelma, suunnitelma
plural: monikko
population: perusjoukko, kohdejoukko, keitä
printed_name: lähteen käyttämä nimi
printed_population: lähteen väittämä perusjoukko
process: prosessi, palveluprosessi, asiakasprosessi, palvelupolku, vaiheet, eteneminen
programme: ohjelma, hankeohjelma
programmes: ohjelmat
project: hanke, projekti
publisher: julkaisija, kustantaja
question: kysymys
reason: syy
reasons: syyt, miksi
references: viiteviivat
region: alue, hyvinvointialue
regions: alueet
related: muut tulokset
relations: suhteet, liittyy, liittyvät mallit
report: pääraportti, raportti, loppuraportti
reported: lähteen prosentti, prosentti, osuus, prosenttiosuus, share, percent
results: tulokset, tulos, luvut
reviewed: tarkistettu, tarkistuspäivä, päivitetty
role: rooli, tehtävä, tehtävänimike
scale: asteikko
scope: ketä lähde koskee, laajuus
sections: tekstit, osiot, kappaleet, Innokylän otsikot
severity: vakavuus, merkitys
short: lyhyt nimi
since: muuttunut sen jälkeen, muutokset lähteiden jälkeen
source: lähde
sources: lähteet, lähde, viite, viitteet
staffing: henkilöstö, työntekijät, resurssit, henkilökunta
starting_point: lähtötilanne
state: tila, toteutuma
states: tilat
status: tila, tilanne, juurtuminen, status
steps: vaiheet, vaihe
sum_of: summan osat, summa
summary: lyhyt kuvaus, tiivistelmä, kuvaus, esittely, yhteenveto
synonyms: muut nimet, synonyymit
target: tavoiteluku, tavoite
target_group: kohderyhmä ja asiakasymmärrys, kohderyhmä, asiakasymmärrys
target_groups: kohderyhmät, kohderyhmä, asiakkaat
text: teksti, kuvaus, sisältö, selitys
tile: ruutu
title: nimi, otsikko
trial: kokeilu ja sen tulokset, kokeilu
type: mallityyppi, tyyppi, toimintamallityyppi
types: tyypit
unit: yksikkö
url: osoite, verkko-osoite, linkki, link
value: arvo, pistemäärä, keskiarvo, luku
variants: luku toisessa lähteessä
what: mitä
when: mistä pareista
why: mistä muutos johtui, muutoksen syy
year: julkaisuvuosi, vuosi, julkaistu, päivä
"""
NAMES: Mapping[str, tuple[str, ...]] = {
    field: tuple(words.strip().split(", "))
    for field, _, words in (line.partition(": ") for line in _WRITTEN.strip().splitlines())
}


def field_name(field: str) -> str:
    """`lukumäärä` of `count`; a field that has no name keeps its own."""
    return NAMES.get(field, (field,))[0]
