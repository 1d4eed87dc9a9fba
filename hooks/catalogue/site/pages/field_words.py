"""What the fixed words of the files mean, in Finnish; where a page already says it, the same words."""

from __future__ import annotations

from catalogue.figures import comparability
from catalogue.finnish import words
from catalogue.site.comparison import model_fields as table_fields
from catalogue.site.pages import discrepancies, model
from catalogue.site.parts import narrative as parts
from catalogue.site.parts import result as results

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
    "region": ("alueen tunnus", "alueet/"),
    "type": ("mallityypin tunnus", "tyypit/"),
    "programme": ("ohjelman tunnus", "ohjelmat/"),
    "indicator": ("mittarin tunnus", "mittarit/"),
    "instrument": ("mittariston tunnus", "mittarit/#mittaristot"),
    "status": ("tilan tunnus", ""),
    "reason": ("syyn tunnus", ""),
    "target_group": ("kohderyhmän tunnus", ""),
    "population": ("perusjoukon tunnus", ""),
    "source": ("lähteen tunnus", "lahteet/"),
    "model": ("mallin tunnus, esimerkiksi pohjanmaa/tyokyvyn-tuen-tiimi", "mallit/"),
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
MEANINGS: tuple[dict[str, str], ...] = (
    model.GROUPS,
    parts.RELATIONS,
    parts.OUTCOMES,
    words.SOURCE_KINDS,
    words.MEASURES,
    comparability.FLOWS,
    words.DIRECTIONS,
    results.MISSING,
    {key: word.strip() for key, word in results.BOUNDS.items()},
    comparability.COUNTS,
    discrepancies.KINDS,
    discrepancies.SEVERITIES,
    table_fields.LABELS,
    {"enabler": "edisti", "barrier": "esti"},
    {"improved": "parani", "worsened": "heikkeni", "unchanged": "ei muuttunut"},
    {"client": "tavoite asiakkaille", "organisation": "tavoite palvelujen järjestämiselle"},
    {"fi": "suomi", "sv": "ruotsi", "en": "englanti", "fi-sv": "suomi ja ruotsi"},
    {"open": "avoin", "guarded": "suojattu: lukuja 1–4 ei julkaista"},
    {
        "county": "hyvinvointialue",
        "city": "kaupunki",
        "province": "maakunta",
        "national": "kansallinen taso",
    },
    {
        "stayed": "jäi",
        "continues": "jatkuu",
        "planned": "suunnitteilla",
        "ended": "päättyi",
        "not_tried": "ei kokeiltu",
        "completed": "valmistui",
        "unknown": "ei tiedossa",
    },
    {
        "full": "täysi ympyrä",
        "half": "puolikas ympyrä",
        "ring": "katkorengas",
        "cross": "rasti",
        "dash": "viiva",
        "check": "väkänen",
        "question": "kysymysmerkki",
    },
    {
        "models": "mallit riveillä",
        "figures": "luvut riveillä",
        "statuses": "alue ja tyyppi, tila soluissa",
        "reasons": "syyt ja alueet",
        "process": "vaiheet rinnakkain",
        "aims": "tavoitteet ja toteumat",
    },
    {
        "interval": "osuus väleineen",
        "dumbbell": "ennen ja jälkeen",
        "multiples": "kuvat rinnakkain, oma asteikko kullakin",
        "bar": "lukumäärät",
    },
)


def meanings(values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each word with its meaning. Raises LookupError when no list of words is exactly these."""
    found = next((words for words in MEANINGS if set(words) == set(values)), None)
    if found is None:
        raise LookupError(f"no Finnish for {', '.join(values)}: add it to MEANINGS")
    return tuple((value, found[value]) for value in values)
