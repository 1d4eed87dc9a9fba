"""Everyday words, Finnish, Swedish and English, for what the catalogue calls otherwise; the glossary holds the terms proper.

Each line is one meaning: Finnish | Swedish | English; its first name is the catalogue's. A line that is indented goes on.
"""

from __future__ import annotations

TOLD = """
valmennus | coachning, coaching, träning | coaching
työhönvalmennus | jobbcoachning, arbetsträning, jobbcoaching | job coaching, employment coaching,
  vocational coaching
työhönvalmentaja, työvalmentaja | jobbcoach, arbetscoach, jobbtränare | job coach, employment
  specialist
laatuperusteinen työhönvalmennus, tuettu työllistyminen | kvalitetsbaserad arbetsträning | supported
  employment
työkyky | arbetsförmåga, arbetsförmågan | work ability, work capacity
työkyvyn tuki, työkyvyn tukeminen | stöd för arbetsförmågan, stöd för arbetsförmåga | work ability
  support
työkykytiimi | arbetsförmågeteam, team för stöd av arbetsförmågan | work ability team
työkykykoordinaattori, työkykykoordinaatio | arbetsförmågekoordinator, arbetsförmågekoordinering |
  work ability coordinator, work ability coordination
palvelutarjotin | servicebricka, tjänstebricka | service tray
palvelukokonaisuus | servicehelhet, tjänstehelhet | service package
terveystarkastus | hälsoundersökning, hälsogranskning, hälsokontroll | health check, health
  examination
tarkastus | undersökning, granskning, kontroll | check
laatuarvio, laatuarviointi, menetelmäuskollisuus | kvalitetsbedömning, kvalitetsutvärdering,
  metodtrohet | fidelity, quality assessment, fidelity review
ryhmävalmennus | gruppcoachning, gruppträning | group coaching
liikuntaneuvonta | motionsrådgivning | physical activity counselling, exercise counselling
liikunta | motion, idrott | exercise, physical activity, sport
elintapaohjaus, elintapaneuvonta | livsstilshandledning, levnadsvanor | lifestyle counselling,
  lifestyle guidance
itsearviointi, itsearviointityökalu | självbedömning, självutvärdering | self-assessment,
  self-evaluation
koulutus, kurssi, oppitunti, kouluttautua, kouluttaa | utbildning, kurs, fortbildning | training, course, education
verkostot, verkosto | nätverk | network
opas, käsikirja, ohjekirja | handbok, guide, handledning | guide, handbook, manual
lomake, kaavake | blankett, formulär | form
hanke, projekti | projekt | project
ohjelma | program, programmet | programme
kokeilu, pilotti, pilotointi | pilot, försök, pilotprojekt | pilot, trial
malli, toimintamalli | modell, verksamhetsmodell | model, operating model
palvelu | service, tjänst | service
päättyä, loppua, lopettaa, lakata, lakkauttaa | upphöra, avsluta, avslutades | ended, end, stop,
  terminated
jäädä käyttöön, juurtua, juurruttaa, vakiintua, vakinaistaa, pysyvä, jäädä elämään, hankkeen jälkeen, hankkeen
  päättymisen jälkeen | rotfästa, etablera, permanent, efter projektet | sustained, permanent, adopted,
  after the project
jatkua, jatkaa | fortsätta, fortsätter | continue, continued
talous, säästö, säästötoimi, säästää, raha, leikkaus | ekonomi, inbesparing, pengar | economy,
  savings, money, budget cuts
rahoitus, rahoittaja, rahoittaa, raha, avustus, määräraha | finansiering, finansiär | funding, financing, funder
kustannus, hinta, maksaa, maksu | kostnad, pris, kosta | cost, price
työllistyä, työllistyminen, työllistynyt, työpaikka | sysselsättning, sysselsättas, arbetsplats |
  employment, employed, job
palkkatyö, palkkatyösuhde | lönearbete, avlönat arbete | paid work, paid employment
palkkatuki, palkkatuettu | lönesubvention | wage subsidy, pay subsidy
työkokeilu | arbetsprövning | work trial
työtoiminta | arbetsverksamhet | work activity
työsopimus | arbetsavtal | employment contract
työsuhde | arbetsförhållande, anställning | employment relationship
työnantaja, yritys | arbetsgivare, företag | employer, company
työntekijä | arbetstagare, medarbetare | employee, worker
työmarkkina | arbetsmarknad | labour market
työelämä | arbetsliv, arbetslivet | working life
työ | arbete | work
työtön, työnhakija, työttömyys | arbetslös, arbetslösa, arbetssökande, arbetslöshet | unemployed,
  jobseeker, job seeker, unemployment
pitkäaikaistyötön, pitkäaikaistyöttömyys | långtidsarbetslös | long-term unemployed
osatyökykyinen, osatyökyky | partiellt arbetsför, nedsatt arbetsförmåga | partial work ability,
  reduced work capacity
työikäinen | arbetsför ålder | working age
kehitysvammainen, kehitysvamma | utvecklingsstörning, intellektuell funktionsnedsättning |
  intellectual disability
vammainen, vamma, vammaispalvelu | funktionsnedsättning, handikapp, funktionshinder | disability,
  disabled, disability services
mielenterveys | psykisk hälsa, mental hälsa | mental health
mielenterveyskuntoutuja, vakava mielenterveyden häiriö, vakavaa mielenterveyden häiriötä sairastava
  | psykisk störning | severe mental illness, mental disorder
päihde, päihdekuntoutuja | missbruk, rusmedel | substance abuse
psykiatria, psykiatrinen | psykiatri, psykiatrisk | psychiatry, psychiatric
nuori | ungdom, unga, ung | young people, youth, young person
ikäihminen, ikääntynyt, vanhus, seniori, iäkäs | äldre, senior | older people, elderly, senior
lapsiperhe, perhe | familj, barnfamilj | family
vanhempi | förälder, föräldrar | parent
asukas | invånare | resident, inhabitant
asiakas | klient, kund | client, customer
potilas | patient | patient
opiskelija | studerande, student | student
opiskella, opinto, opiskelu | studera, studier | study, studies
ammattilainen, ammattihenkilö | yrkesperson, professionella, yrkesutbildad | professional
lääkäri | läkare | doctor, physician
hoitaja, sairaanhoitaja, terveydenhoitaja | sjukskötare, hälsovårdare, skötare | nurse
sosiaalityöntekijä, sosiaaliohjaaja | socialarbetare, socialhandledare | social worker
sosiaalityö | socialt arbete | social work
fysioterapeutti | fysioterapeut | physiotherapist
esihenkilö, johtaja, johto, esimies | chef, ledning, ledare | manager, management, leadership
henkilöstö, henkilökunta, htv, henkilöstömäärä, henkilötyövuosi | personal | staff, personnel
ryhmä | grupp | group
tiimi | team | team
tuki | stöd | support
tukea, auttaa | stödja, hjälpa | support, help
neuvonta, neuvoa | rådgivning | counselling, advice
ohjaus, ohjata | handledning, vägledning | guidance
asiakasohjaus, palveluohjaus | servicehandledning, klienthandledning | case management, service
  guidance
kuntoutus | rehabilitering | rehabilitation
hoito | vård, behandling | care, treatment
terveys | hälsa | health
terveydenhuolto | hälsovård, hälso- och sjukvård | health care, healthcare
sosiaalihuolto, sosiaalipalvelu | socialvård, socialservice | social services, social welfare
sosiaali- ja terveydenhuolto | social- och hälsovård | social and health care
hyvinvointi | välfärd, välmående, välbefinnande | wellbeing, well-being, welfare
hyvinvoinnin ja terveyden edistäminen, terveyden edistäminen | främjande av hälsa och välfärd,
  hälsofrämjande | health promotion, wellbeing promotion
hyvinvointialue | välfärdsområde | wellbeing services county
alue | region, område | region, area
kunta, kaupunki | kommun, stad | municipality, city, town
työllisyyspalvelu, te-palvelu, te-toimisto, työkkäri, työvoimapalvelu | sysselsättningstjänst,
  arbetskraftsservice, arbetskraftsbyrå, arbetsförmedling | employment services, employment office
työllisyysalue | sysselsättningsområde | employment area
työvoimaviranomainen | arbetskraftsmyndighet | employment authority
kela | fpa | social insurance institution
työterveyslaitos, ttl | arbetshälsoinstitutet | finnish institute of occupational health, fioh
terveyden ja hyvinvoinnin laitos, thl | institutet för hälsa och välfärd | finnish institute for health
  and welfare
ministeriö, stm | ministerium, social- och hälsovårdsministeriet | ministry
nordic healthcare group, nhg
järjestö, yhdistys, kolmas sektori | organisation, förening, tredje sektorn | organisation,
  organization, association, third sector, ngo
seurakunta | församling | parish
ammattikorkeakoulu, amk | yrkeshögskola, yh | university of applied sciences
oppilaitos, koulu | läroanstalt, skola | school
tulos, toteuma, onnistua, onnistuminen, parhaiten, hyöty, hyötyä | resultat, utfall, lyckas | result,
  outcome, succeed, results
tavoite, päämäärä | mål, målsättning | target, goal, aim
toteutua, saavuttaa | uppnå, förverkliga | achieve, realise
vaikutus, vaikuttavuus, vaikuttaa, teho | effekt, effektivitet | effect, impact, effectiveness
arviointi, arvioida, arvio, selvitys | utvärdering, bedömning | evaluation, assessment
mittari, mittaaminen, mitata | mätare, indikator, mäta | indicator, measure, measurement
kysely, vastaaja, vastata | enkät, svarande | survey, questionnaire, respondent
mielipide, palaute, asiakaspalaute, hyödyllinen, tyytyväinen, tyytyväisyys, ajatella, pitää palvelusta,
  mielestä, samaa mieltä, suositella, suosittelija, kokemus palvelusta | respons, nöjd, åsikt, nytta |
  feedback, satisfaction, opinion, satisfied
suositteluluku, suositteluhalukkuus, suosittelu | rekommendation | recommendation
vointi, elämänlaatu, koettu muutos, koettu terveys | mående, livskvalitet | quality of life
keski-ikä, ikä, vanha, ikäinen, ikäjakauma | ålder, medelålder | age, mean age
mies, sukupuoli, nainen | kön, kvinna | gender, sex, men, women
ihminen, henkilö | människa, person | people, persons
haastattelu, haastatella | intervju | interview
laatu | kvalitet | quality
osuus, prosentti, prosenttiosuus | andel, procent | share, percentage, per cent
määrä, lukumäärä | antal | number, amount
muutos, muuttua, parantua, kohentua | förändring, förbättras | change, improve
vertailu, verrata, vertailla | jämförelse, jämföra | comparison, compare
tarve | behov | need
syy | orsak, anledning | reason, cause
lähete, lähettää | remiss | referral
ottaa käyttöön, käyttöönotto, käyttöön otettu | ta i bruk, införa | take into use, introduce
ohjautua, ohjattu | hänvisa, styra | referred
kesto, kestää, kauan, pituus, toiminta-aika | längd, hur länge | duration, how long
odotusaika, jono, jonottaa, odottaa, odotus | väntetid, kö, vänta | waiting time, queue, wait
prosessi, vaihe, polku | process, skede, stig | process, step, path
palveluketju, hoitoketju | servicekedja, vårdkedja | service chain, care pathway
matala kynnys, matalan kynnyksen palvelu | låg tröskel, lågtröskel | low threshold
verkkokoulutus, verkkokurssi, etäkoulutus, webinaari | webbutbildning, nätkurs, webbinarium | online
  course, online training, webinar
digitaalinen, sähköinen, digi, verkkopalvelu | digital, elektronisk, nättjänst | digital,
  electronic, online service
sovellus, verkkosivu, verkkosivusto | app, webbplats | app, website
chat, keskustelupalsta | chatt | chat
kulttuuri | kultur | culture
kulttuurihyvinvointi | kulturvälfärd | cultural wellbeing
kaikukortti | kaikukort | kaiku card
uni, nukkua | sömn | sleep
ravitsemus, ruokavalio | näring, kost | nutrition, diet
tyypin 2 diabetes, prediabetes, esidiabetes | diabetes | prediabetes
yksinäisyys, yksinäinen | ensamhet | loneliness
osallisuus | delaktighet | social inclusion, inclusion
vertaistuki, vertaisryhmä, vertainen | kamratstöd | peer support, peer group
kokemusasiantuntija | erfarenhetsexpert | expert by experience
seuranta, seurata | uppföljning | follow-up, monitoring
motivaatio, motivoida | motivation | motivation
jaksaminen, uupumus | ork, utmattning | burnout
toimintakyky | funktionsförmåga | functional ability, functioning
sairausloma, sairauspoissaolo, sairaus | sjukledighet, sjukfrånvaro, sjukdom | sick leave, illness
eläke, työkyvyttömyyseläke | pension, sjukpension, invalidpension | disability pension, pension
etuus, toimeentulotuki, päiväraha | förmån, utkomststöd, dagpenning | benefit, income support
laki, lainsäädäntö | lag, lagstiftning | law, act, legislation
päätös, päättää | beslut, besluta | decision
tietosuoja, suostumus | dataskydd, samtycke | data protection, consent
kirjata, kirjaaminen | dokumentera, registrera | recording, documentation
sopimus | avtal | agreement, contract
yhteistyö, kumppani, kumppanuus | samarbete, partner | cooperation, partner, collaboration
konsultaatio, konsultoida, konsultointi | konsultation | consultation
monialainen, moniammatillinen | sektorsövergripande, multiprofessionell, tvärsektoriell |
  multidisciplinary, multi-professional, cross-sectoral
vapaaehtoinen | frivillig | volunteer, voluntary
maahanmuuttaja, kotoutuminen, kotoutuja | invandrare, integration | immigrant, integration
ruotsinkielinen, ruotsi | svenskspråkig, svenska | swedish, swedish-speaking
kansallinen, valtakunnallinen | nationell | national
tutkimus, selvitys, tutkia, tutkija | undersökning, forskning, utredning | study, research
raportti, loppuraportti | rapport, slutrapport | report, final report
yhteenveto, tiivistelmä | sammandrag | summary
aukko, puute, puuttua | brist, lucka | gap, missing
ristiriita, epäselvyys, virhe | motsägelse, fel | discrepancy, contradiction, error
keskeyttää, keskeytynyt, keskeyttänyt | avbryta, avbrott | drop out, interrupted
asumispalvelu, asuminen | boende | housing
velka, talousneuvonta | skuld, skuldrådgivning | debt, financial counselling
työpaja, paja | verkstad | workshop
klinikka, poliklinikka | klinik, poliklinik | clinic
terveyskeskus, terveysasema | hälsocentral, hälsovårdscentral | health centre
uudistus | reform | reform
"""

EVERYDAY: tuple[tuple[str, ...], ...] = tuple(
    tuple(dict.fromkeys(name.strip() for name in line.replace("|", ",").split(",")))
    for line in TOLD.strip().replace("\n  ", " ").splitlines()
)
