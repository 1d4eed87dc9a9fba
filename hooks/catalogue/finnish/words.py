"""What the fixed words of the files mean in Finnish."""

from __future__ import annotations

SOURCE_KINDS = {
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
}


MEASURES = {"count": "Lukumäärä", "share": "Osuus", "score": "Pistemäärä", "amount": "Määrä"}


DIRECTIONS = {
    "up": "suurempi on parempi",
    "down": "pienempi on parempi",
    "none": "ei hyvää eikä huonoa suuntaa",
}
