"""How a visitor behaves: one visit at a time to a host, a pause between, a name, and limits on its own patience."""

from __future__ import annotations

import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

AGENT = "tyokykymallit-linkcheck"
LONGEST_DELAY = 10.0  # of what a robots.txt may ask for


class Stopped(Exception):
    """The run was asked to end; what was under way is not recorded."""


@dataclass(frozen=True)
class Manners:
    """How visits are paced and what they may take. Seconds throughout.

    `delay`: between two requests to one host; `timeout`: for one question with all its redirects; `visit`: for an
    address with all its questions, pauses and second tries; `run`: after which no visit begins; `retries`: further
    tries after a passing fault, each after twice the pause of the one before; `patience`: longest Retry-After obeyed.
    `endpoints`: numbers and ports that may be connected to though they are inside (a test's own servers);
    `resolve`: names answered without asking, as curl's `--resolve` takes them.
    """

    delay: float = 1.0
    timeout: float = 20.0
    visit: float = 120.0
    run: float = 40 * 60.0
    retries: int = 2
    backoff: float = 2.0
    patience: float = 60.0
    threads: int = 8
    site: str = ""
    certificates: Path | None = None
    endpoints: frozenset[tuple[str, int]] = frozenset()
    resolve: tuple[str, ...] = ()

    @property
    def agent(self) -> str:
        """Who asks, as a server sees it."""
        return f"{AGENT}/1.0 (+{self.site})" if self.site else f"{AGENT}/1.0"


@dataclass
class Turns:
    """When each host may next be asked, how often it was, and which asked to be left alone. Safe between threads."""

    delay: float
    stop: threading.Event = field(default_factory=threading.Event)
    broken: bool = False  # the run ended by a fault of our own
    requests: Counter[str] = field(default_factory=Counter)
    resting: set[str] = field(default_factory=set)
    silent: Counter[str] = field(default_factory=Counter)
    delays: dict[str, float] = field(default_factory=dict)
    _next: dict[str, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, host: str) -> None:
        """Sleep until it is this visit's turn; turns are given in order, a delay apart. Raises `Stopped`."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + self.delays.get(host, self.delay)
            self.requests[host] += 1
        self.sleep(turn - now)

    def sleep(self, seconds: float) -> None:
        """As `time.sleep`, but a run that is to end ends it. Raises `Stopped`."""
        if self.stop.wait(max(0.0, seconds)):
            raise Stopped

    def ready(self, host: str) -> float:
        """When the host may next be asked, on the monotonic clock."""
        with self._lock:
            return self._next.get(host, 0.0)

    def pause(self, host: str, seconds: float) -> None:
        """Nobody asks the host for a while."""
        with self._lock:
            self._next[host] = max(self._next.get(host, 0.0), time.monotonic() + seconds)

    def slow(self, host: str, seconds: float) -> None:
        """The pause that a host's robots.txt asks for, where it is longer than ours."""
        with self._lock:
            self.delays[host] = min(LONGEST_DELAY, max(self.delay, seconds))
