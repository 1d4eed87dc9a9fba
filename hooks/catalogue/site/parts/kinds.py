"""The kinds of thing that search finds: what each is called where its hits are listed, and how much its hits weigh."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Found = Literal[
    "vertailu",
    "tyyppi",
    "alue",
    "malli",
    "muu",
    "maininta",
    "ohjelma",
    "mittari",
    "termi",
    "sivu",
    "tyhja-alue",
    "ristiriita",
    "lahde",
]
# Label, and weight in per cent: what answers the word before single models, documents last.
FOUND: Mapping[Found, tuple[str, int]] = {
    "vertailu": ("Vertailut", 125),
    "tyyppi": ("Mallityypit", 150),
    "alue": ("Alueet", 115),
    "malli": ("Palvelumallit", 100),
    "muu": ("Koulutukset, verkostot, oppaat ja hankkeet", 85),
    "maininta": ("Maininnat mallien sivuilla", 86),
    "ohjelma": ("Ohjelmat", 105),
    "mittari": ("Mittarit", 110),
    "termi": ("Sanasto", 85),
    "sivu": ("Muut sivut", 110),
    "tyhja-alue": ("Alueet, joilta ei vielä ole malleja", 60),
    "ristiriita": ("Ristiriidat", 46),
    "lahde": ("Lähteet", 28),
}
