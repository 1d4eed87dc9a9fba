"""How a visitor behaves: one visit at a time to a host, a pause between, a name, and no way into private networks."""

from __future__ import annotations

import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests

from catalogue.links.address import is_private

if TYPE_CHECKING:
    from pathlib import Path

AGENT = "tyokykymallit-linkcheck/1.0 (+{site})"
PATIENCE = 60.0


@dataclass(frozen=True)
class Manners:
    """How visits are paced.

    `delay`: seconds between two requests to one host; `timeout`: seconds to wait for an answer; `retries`: further
    tries after a passing fault, each after twice the pause of the one before; `patience`: longest Retry-After obeyed.
    """

    delay: float = 1.0
    timeout: float = 20.0
    retries: int = 2
    backoff: float = 2.0
    patience: float = PATIENCE
    threads: int = 8
    site: str = "https://github.com/tyokykymallit/tyokykymallit"
    certificates: Path | None = None

    @property
    def agent(self) -> str:
        return AGENT.format(site=self.site)


@dataclass
class Turns:
    """When each host may next be asked, how often it was, and which asked to be left alone. Safe between threads."""

    delay: float
    requests: Counter[str] = field(default_factory=Counter)
    resting: set[str] = field(default_factory=set)
    silent: Counter[str] = field(default_factory=Counter)
    _next: dict[str, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, host: str) -> None:
        """Sleep until it is this visit's turn; turns are given in order, a delay apart."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + self.delay
            self.requests[host] += 1
        time.sleep(turn - now)

    def pause(self, host: str, seconds: float) -> None:
        """Nobody asks the host for a while."""
        with self._lock:
            self._next[host] = max(self._next.get(host, 0.0), time.monotonic() + seconds)


class Session(requests.Session):
    """A session that waits its turn before every request (redirects and robots.txt too) and says who asks."""

    def __init__(self, turns: Turns, manners: Manners) -> None:
        super().__init__()
        self.turns, self.manners, self.public = turns, manners, True
        self.max_redirects = 10

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        parts = urlsplit(request.url or "")
        if self.public and is_private(parts.hostname or ""):
            raise requests.exceptions.InvalidURL("ohjaa sisäverkkoon")
        request.headers["User-Agent"] = (
            self.manners.agent
        )  # LinkChecker's robots.txt reader would name itself
        if self.manners.certificates:
            options["verify"] = str(self.manners.certificates)
        self.turns.wait(parts.netloc)
        return super().send(request, **options)
