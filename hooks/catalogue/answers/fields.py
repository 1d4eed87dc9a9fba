"""Which field a wrong name means: by its Finnish names, by spelling, or by what the field was once called."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from catalogue.answers.alike import FAR, MISSPELT, SAME, nearness
from catalogue.finnish.field_names import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

# Fields of earlier versions of the files, by the type that had them, and what is written now.
FORMER = {
    (
        "Status",
        "state",
    ): "Tilan nimi johdetaan kentistä decided (mitä päätettiin) ja in_use (missä määrin käytössä).",
    (
        "Status",
        "date",
    ): "Päivä kirjoitetaan kohtaan in_use: {what: …, date: …} tai decided: {what: …, date: …}.",
    (
        "ShortStatus",
        "state",
    ): "Tilan nimi johdetaan kentistä decided (mitä päätettiin) ja in_use (missä määrin käytössä).",
    ("Status", "reason"): "Syyt kirjoitetaan luettelona kohtaan reasons.",
    ("Model", "description"): "Kuvaus kirjoitetaan kohtaan sections: idea, text, sources.",
    ("Model", "region"): "Alue tulee kansion nimestä; muut alueet kirjoitetaan kohtaan also_in.",
    ("Model", "id"): "Tunnus tulee tiedoston nimestä: sitä ei kirjoiteta.",
    (
        "Model",
        "url",
    ): "Osoite kirjoitetaan lähteisiin (models/sources/); tässä on lähteen tunnus: innokyla tai links.",
    ("Result", "date"): "Ajanjakso, jota luku koskee, kirjoitetaan kohtaan period.",
}


def field_meant(given: str, known: Sequence[str]) -> tuple[str, ...]:
    """The nearest known fields: one, or several that have the same Finnish name."""
    return _field_meant(given, tuple(known))


@lru_cache(maxsize=1000)  # a fault asks twice
def _field_meant(given: str, known: tuple[str, ...]) -> tuple[str, ...]:
    best: dict[str, int] = {}
    for field in known:
        names = (field, field.rstrip("s"), f"{field}s", *NAMES.get(field, ()))
        ranks = [_rank(given, name, place) for place, name in enumerate(names)]
        best[field] = min(ranks, default=FAR)
    least = min(best.values(), default=FAR)
    return tuple(field for field, rank in best.items() if rank == least < FAR)


def former_field(kind: str, field: str) -> str:
    """What to write instead of a field that the files had before."""
    return FORMER.get((kind, field), "")


def _rank(given: str, name: str, place: int) -> int:
    """The nearness first, then how usual the name is: `määrä` is first the count."""
    near = nearness(given.replace("_", " "), name.replace("_", " "))
    if near > MISSPELT:
        return FAR
    return near * 20 + (min(place, 19) if near == SAME else 19)
