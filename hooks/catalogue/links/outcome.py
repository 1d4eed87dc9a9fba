"""What a visit to an address can find: classes, not pass or fail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    import datetime

Outcome = Literal[
    "works",
    "moved",
    "redirects",
    "anchor_missing",
    "gone",
    "server_error",
    "no_answer",
    "bad_certificate",
    "blocked",
]
ALIVE = frozenset({"works", "moved", "redirects", "anchor_missing"})
FAILING = frozenset({"gone", "server_error", "no_answer", "bad_certificate"})
# `blocked` is neither: a server that refuses robots says nothing of what a reader meets.

WORDS: dict[Outcome, str] = {
    "works": "toimii",
    "moved": "siirtynyt pysyvästi",
    "redirects": "siirtynyt tilapäisesti",
    "anchor_missing": "sivu toimii, mutta sen kohtaa ei löydy",
    "gone": "poissa",
    "server_error": "palvelinvirhe",
    "no_answer": "ei vastaa",
    "bad_certificate": "varmennevirhe",
    "blocked": "palvelin estää tarkistuksen",
}
assert set(WORDS) == set(get_args(Outcome))


@dataclass(frozen=True, order=True)
class Check:
    """One visit: when (UTC), what was found, where the page is now if it moved, and a detail such as `404`."""

    at: datetime.datetime
    outcome: Outcome
    target: str = ""
    detail: str = ""

    @property
    def alive(self) -> bool:
        """Whether the page answered."""
        return self.outcome in ALIVE

    @property
    def failing(self) -> bool:
        """Whether the page failed to answer as a page does."""
        return self.outcome in FAILING
