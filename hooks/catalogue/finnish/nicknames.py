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


def called(region: str, brand: str | None) -> str:
    """The name in speech, or the brand that the data has; an empty text where there is none."""
    return brand or _CALLED.get(region, "")
