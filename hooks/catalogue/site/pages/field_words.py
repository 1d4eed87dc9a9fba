"""What the fixed words of the files mean, in Finnish; where a page already says it, the same words."""

from __future__ import annotations

from catalogue.site.parts import addresses

FORMS = {
    "text": "teksti, tarvittaessa kielittäin: {fi: …, sv: …, en: …}",
    "line": "lyhyt teksti",
    "whole": "kokonaisluku, esimerkiksi 1128",
    "number": "luku desimaalipisteellä, esimerkiksi 34.1",
    "day": "päivä lähteen tarkkuudella: 2024, 2024-09 tai 2024-11-04",
    "period": "jakso, esimerkiksi 2023-08/2024-09 tai 2024",
    "scale": "asteikko, esimerkiksi 0-10",
    "code": 'numerokoodi lainausmerkeissä, esimerkiksi "020"',
    "tile": "sarake,rivi, esimerkiksi 2,4",
}
REFERENCES = {
    "region": ("alueen tunnus", addresses.REGIONS),
    "type": ("mallityypin tunnus", addresses.TYPES),
    "programme": ("ohjelman tunnus", addresses.PROGRAMMES),
    "indicator": ("mittarin tunnus", addresses.INDICATORS),
    "instrument": ("mittariston tunnus", addresses.INSTRUMENTS),
    "status": ("tilan tunnus", ""),
    "reason": ("syyn tunnus", ""),
    "target_group": ("kohderyhmän tunnus", ""),
    "population": ("perusjoukon tunnus", ""),
    "source": ("lähteen tunnus", addresses.SOURCES),
    "model": ("mallin tunnus, esimerkiksi pohjanmaa/tyokyvyn-tuen-tiimi", addresses.MODELS),
    "result": ("tuloksen tunnus, esimerkiksi pohjanmaa/tyokyvyn-tuen-tiimi/asiakkaat", ""),
}
TYPES = {
    "Aim": "Tavoite",
    "Chart": "Kuva",
    "Cite": "Lähde ja kohta",
    "Column": "Sarake",
    "Decision": "Päätös",
    "Filter": "Rajaus",
    "Link": "Suhde toiseen malliin",
    "Municipality": "Kunta",
    "Note": "Huomautus",
    "Outcome": "Toteuma",
    "Partner": "Kumppani",
    "Reference": "Viiteviiva",
    "Result": "Tulos",
    "Sections": "Innokylän otsikot",
    "Staff": "Henkilöstö",
    "Status": "Tila ja syyt",
    "StatusReason": "Syy",
    "Step": "Prosessin vaihe",
    "Variant": "Luku toisessa lähteessä",
}
