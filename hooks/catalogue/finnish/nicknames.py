"""What counties are called in speech, so that whoever writes or searches is understood.

No source at hand carries these names: they are printed nowhere, and no file of the data says them. A name that a
source carries is the region's `brand` in the data.
"""

from __future__ import annotations

_CALLED = {
    "etela-savo": "Eloisa",
    "kanta-hame": "Oma Häme",
    "keski-pohjanmaa": "Soite",
    "keski-suomi": "Hyvaks",
    "lappi": "Lapha",
    "pirkanmaa": "Pirha",
    "pohjois-karjala": "Siun sote",
}


# Abbreviations, and what did a county's work before it: so old papers call them.
_ALSO = {
    "ahvenanmaa": ("ÅHS",),
    "etela-karjala": ("Eksote", "Ekhva"),
    "etela-pohjanmaa": ("Hyvaep",),
    "etela-savo": ("Essote",),
    "kanta-hame": ("Omahäme",),
    "kymenlaakso": ("Kymsote", "Kymenhva"),
    "lansi-uusimaa": ("LUVN",),
    "paijat-hame": ("PHHYKY",),
    "pohjois-savo": ("PSHVA",),
    "satakunta": ("Satasote",),
    "vantaa-kerava": ("VAKE", "Vakehyva"),
}


def also_called(region: str) -> tuple[str, ...]:
    """Further names by which somebody may ask for the region."""
    return _ALSO.get(region, ())


def called(region: str, brand: str | None) -> str:
    """The name in speech, or the brand that the data has; an empty text where there is none."""
    return brand or _CALLED.get(region, "")
