"""Voikko's readings of a word: what search and the lines of pages ask of the same words is looked up once.

Voikko is loaded only when a word is met that no memory holds: that takes a second, a lookup 0.3 ms.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Any, ...]:
    """Every reading of a lower-case word; none of what is no Finnish word."""
    from pyvoikko import analyse  # loads the morphology

    return tuple(analyse(word))
