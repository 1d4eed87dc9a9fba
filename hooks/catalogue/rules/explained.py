"""What each rule forbids and why: the authors' page of rules is made of these and of the golden cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WRITTEN = """
yaml: Tiedoston muoto on ehjä | Jos tiedostoa ei voi lukea, sen sisältö jäisi pois sivuilta. | colon-in-unquoted-text
kaksoisavain: Samaa kenttää ei kirjoiteta kahdesti | Toinen arvoista katoaisi huomaamatta. |
tuntematon-kentta: Kentän nimi on skeeman tuntema | Väärin kirjoitettu kenttä jäisi pois sivulta. | near-name
puuttuu: Pakollinen kenttä on mukana | Ilman sitä tietoa ei voi lukea oikein tai tarkistaa. | missing-locator
arvo: Arvo on kentän muotoa | Kone laskee ja vertaa arvoilla: 1 128 ja yli 60 sanovat sille eri asioita kuin lukijalle. | time-in-finnish
tunnus: Tunnus on pieniä kirjaimia, numeroita ja yhdysviivoja | Tunnus tulee osoitteeseen, joka ei saa muuttua. |
tuntematon-tunnus: Tunnus on sanastossa tai lähteissä | Viittaus, joka ei osoita mihinkään, katkaisee luvun lähteestään. | indicator
kaksoistunnus: Sama tunnus on vain yhdellä | Kaksi samannimistä saisi saman osoitteen. |
tiedostonimi: Tiedosto on oikeassa kansiossa oikealla nimellä | Kansio kertoo alueen ja tiedoston nimi mallin. |
rekisteri: Julkaistujen osoitteiden luettelo on koneen kirjoittama | Siitä nähdään, ettei mikään julkaistu katoa sanomatta. |
tuloksen-muoto: Tuloksessa on yksi luku ja vain mittarin omat kentät | Muuten sivu näyttäisi luvun vääränlaisena. |
nimittaja: Osuudella on oikea nimittäjä | Osuus väärästä määrästä on väärä osuus. | other-than-the-clients
asteikko: Luku on asteikollaan | Luku asteikon ulkopuolelta on kirjoitusvirhe tai väärä asteikko. |
perusjoukko: Perusjoukko on sitä, mitä mittari laskee | Ihmisiä, vastauksia ja tapahtumia ei lasketa samaan. |
eri-asioiden-summa: Summassa on vain samaa asiaa | Eri asioiden summa ei tarkoita mitään. |
selittamaton-ristiriita: Luvut täsmäävät, tai ero on selitetty | Lukija näkee eron, mutta ei tietäisi syytä. |
vanhentunut-selitys: Selitys vastaa löydettyä eroa | Selitys, jonka ero on poistunut, johtaisi harhaan. |
kiistaton: Ristiriitoihin kirjataan vain ristiriitoja | Kiistatonta tietoa ei panna epäilyttäväksi. |
toisinto: Toisen lähteen luku eroaa ensimmäisestä | Sama luku kahdesti näyttäisi ristiriidalta. |
tavoite: Tavoitteen tila vastaa lukuja | Sivu sanoisi toista kuin luvut. |
paivat: Päivät ovat mahdollisia ja järjestyksessä | Ennen alkuaan päättynyt on kirjoitusvirhe. | reviewed-on-a-day-to-come
kunta: Kunta kuuluu alueeseen, ja koodi on sen oma | Kunnalla haku johtaa oikealle alueelle. |
keha: Mikään ei viittaa itseensä | Kehästä lukija ei pääse lähteelle. |
kaksonen: Sama asia on luettelossa kerran | Kahdesta samanlaisesta lukija ei tiedä, kumpi pätee. |
suhteen-muoto: Suhteella on yksi toinen osapuoli | Lukija näkee, mihin malli liittyy. |
tilan-johtaminen: Tila johdetaan yhdestä sanastosta | Sama pari tietoja saa joka alueella saman nimen. |
pieni-luku: Pientä suojattua ryhmää ei näytetä | Luvusta 1–4 voisi tunnistaa ihmisen. |
yksityisyys: Henkilötietoja ja kirjautumistietoja ei julkaista | Tietovarasto on julkinen, myös sen vanhat versiot. | e-mail
henkilon-nimi: Rooli, ei nimeä (varoitus) | Yksittäistä työntekijää tai asiakasta ei nimetä. |
linkki: Osoite on lähteissä, julkinen ja puhdas | Linkki tarkistetaan viikoittain vain lähteistä. |
html: Teksti on tekstiä | HTML ja skripti voisivat tehdä sivulla jotain muuta kuin näyttää tekstin. |
markdown: Teksti näkyy niin kuin se on kirjoitettu | Taulukko, kuva tai otsikko katoaisi sivulta. |
merkki: Merkit ovat sitä, miltä näyttävät | Näkymätön tai toisen kirjaimiston merkki estää löytämisen. |
katkennut-teksti: Merkki # ei katkaise tekstiä | Loppu teksti jäisi pois sanomatta. |
tyhja-arvo: Arvo sanoo jotain | null, viiva tai pohjan oma teksti ei kerro lukijalle mitään. |
pituus: Lyhyt kuvaus mahtuu kortille | Pitkä kuvaus katkeaisi luettelossa. |
pitka-teksti: Teksti on luettavan mittainen (varoitus) | Pitkästä kappaleesta ei löydä asiaa. |
luku-tekstissa: Tekstin luku on tuloksissa (varoitus) | Teksti voi vanhentua, kun luku muuttuu. |
kasin-kirjoitettu-luku: Vertailun luvut tulevat tuloksista | Käsin kirjoitettu luku ei muutu, kun tulos muuttuu. |
paikkamerkki: Paikkamerkki löytää luvun | Lukija näkisi tekstissä aukon. |
kattava-vaite: Sana vain tai ainoa sanoo, mitä se olettaa | Uusi alue tekee virkkeestä epätoden, ja tarkistus kertoo sen. |
vanhentunut-virke: Virke pitää paikkansa aineistossa | Uusi luku voi kumota vanhan virkkeen. |
vertailun-muoto: Vertailussa on vain vertautuvaa | Eri asioita ei panna samaan sarakkeeseen. |
epamaarainen-kohta: Kohta lähteessä on tarkka (varoitus) | Lukija löytää luvun lähteestä. |
sama-nimi: Nimet erottavat asiat toisistaan (varoitus) | Kahta samannimistä ei erota. |
sama-teksti: Käännös on käännös (varoitus) | Sama teksti kahdella kielellä ei auta ruotsinkielistä lukijaa. |
turha-merkinta: Tarkistettu-merkinnälle on syy (varoitus) | Turha merkintä peittäisi seuraavan vian. |
"""


class Explained:
    """What a rule wants, why, and the golden case that shows it best (empty: the first)."""

    def __init__(self, line: str) -> None:
        self.wants, self.why, self.case = (part.strip() for part in line.split("|"))


RULES: Mapping[str, Explained] = {
    rule: Explained(rest)
    for rule, _, rest in (line.partition(": ") for line in _WRITTEN.strip().splitlines())
}
