"""Everyday words, Finnish, Swedish and English, for what the catalogue calls otherwise; the glossary holds the terms proper.

Each line is one meaning; its first name is the catalogue's.
"""

from __future__ import annotations

EVERYDAY: tuple[tuple[str, ...], ...] = (
    ("valmennus", "coachning", "coaching", "träning"),
    ("työhönvalmennus", "jobbcoachning", "arbetsträning", "job coaching", "employment coaching"),
    ("työhönvalmentaja", "jobbcoach", "arbetscoach", "job coach", "employment specialist"),
    ("laatuperusteinen työhönvalmennus", "tuettu työllistyminen"),
    ("työkykytiimi", "arbetsförmågeteam", "work ability team"),
    ("työkykykoordinaattori", "työkykykoordinaatio", "arbetsförmågekoordinator"),
    ("palvelutarjotin", "servicebricka", "tjänstebricka", "service tray"),
    ("terveystarkastus", "hälsoundersökning", "hälsogranskning", "health check"),
    ("laatuarvio", "laatuarviointi", "fidelity", "kvalitetsbedömning"),
    ("päättyä", "loppua", "lopettaa", "lakata", "lakkauttaa", "upphöra", "ended"),
    ("jäädä käyttöön", "juurtua", "vakiintua", "jatkua", "rotfästa"),
    ("talous", "säästö", "säästötoimi", "raha", "ekonomi"),
    ("kustannus", "hinta", "maksaa", "kostnad", "cost", "price"),
    ("työllistyä", "työllistyminen", "sysselsättning", "employment", "työpaikka"),
    ("palkkatyö", "lönearbete", "paid work"),
    ("työtön", "työnhakija", "arbetslös", "arbetssökande", "unemployed", "jobseeker"),
    ("mielenterveys", "psykisk hälsa", "mental hälsa", "mental health"),
    ("mielenterveyskuntoutuja", "vakava mielenterveyden häiriö"),
    ("nuori", "ungdom", "unga", "young people", "youth"),
    ("lääkäri", "läkare", "doctor", "physician"),
    ("ryhmä", "grupp", "group"),
    ("tuki", "stöd", "support"),
    ("koulutus", "utbildning", "training", "kurssi"),
    ("verkosto", "nätverk", "network"),
    ("opas", "handbok", "käsikirja", "guide"),
    ("asiakas", "klient", "kund", "client"),
    ("tulos", "resultat", "result"),
    ("vertailu", "jämförelse", "comparison"),
    ("hyvinvointi", "välmående", "wellbeing"),
    ("kuntoutus", "rehabilitering", "rehabilitation"),
    ("itsearviointi", "självbedömning", "self-assessment"),
    ("digitaalinen", "digital"),
    ("kulttuuri", "kultur", "culture"),
    ("henkilöstö", "työntekijä", "htv", "personal", "staff"),
)
