"""Villages, parts of towns and Swedish names of former municipalities, so that whoever asks by one is led to the municipality.

No source at hand carries them: they are printed only when a reader has written one, and no file of the data says them.
Names that are common words are not among them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Municipality: its names, which may have several words.
_TOLD = """
asikkala: Vääksy
espoo: Leppävaara, Alberga, Tapiola, Hagalund, Matinkylä, Espoonlahti, Kauklahti
eura: Kauttua
hameenkyro: Kyröskoski
hattula: Parola
hausjarvi: Oitti, Ryttylä
heinola: Vierumäki
helsinki: Malmi, Itäkeskus, Vuosaari, Kontula, Pasila, Herttoniemi, Kannelmäki, Mellunmäki, Pitäjänmäki
hollola: Salpakangas
iitti: Kausala
imatra: Vuoksenniska
inari: Ivalo, Saariselkä
janakkala: Turenki, Tervakoski
jyvaskyla: Vaajakoski, Palokka, Tikkakoski, Säynätsalo
kaarina: Littoinen
kajaani: Otanmäki
karkola: Järvelä
kemionsaari: Kimito
keuruu: Haapamäki
kirkkonummi: Masala, Veikkola
kittila: Sirkka
kolari: Äkäslompolo
kontiolahti: Lehmo
kotka: Karhula
kouvola: Inkeroinen, Myllykoski
kruunupyy: Teerijärvi, Terjärv, Alaveteli, Nedervetil
kuopio: Petonen, Puijonlaakso
lahti: Mukkula
lappeenranta: Lauritsala
laukaa: Lievestuore, Leppävesi
leppavirta: Sorsakoski
liperi: Ylämylly
lohja: Virkkala
loviisa: Pernå, Strömfors
maalahti: Petolahti, Petalax
mustasaari: Sepänkylä, Smedsby, Koivulahti, Kvevlax, Raippaluoto, Replot
narpio: Pirttikylä, Pörtom, Ylimarkku, Övermark
nokia: Siuro
nurmijarvi: Klaukkala, Rajamäki, Röykkä
oulu: Kaakkuri, Linnanmaa, Jääli
parainen: Korpo, Nagu, Houtskär
pedersore: Bennäs, Pännäinen, Esse, Ähtävä, Purmo
pori: Reposaari, Meri-Pori, Ahlainen
raasepori: Ekenäs, Karis, Pojo
rovaniemi: Saarenkylä
siilinjarvi: Toivala, Vuorela
sipoo: Nikkilä, Söderkulla
sotkamo: Vuokatti
tampere: Hervanta, Tesoma, Kaukajärvi, Lielahti
turku: Varissuo, Runosmäki
tuusula: Hyrylä, Kellokoski
vaasa: Gerby, Ristinummi
vantaa: Tikkurila, Dickursby, Myyrmäki, Koivukylä, Hakunila, Martinlaakso
vihti: Nummela
voyri: Oravais, Maxmo
"""

VILLAGES: Mapping[str, tuple[str, ...]] = {
    town: tuple(names.split(", "))
    for town, names in (line.split(": ") for line in _TOLD.strip().splitlines())
}
