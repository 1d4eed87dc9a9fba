"""Visits to external addresses: which is next, HEAD before GET, second tries, and what each visit found.

LinkChecker reads the built site's own links (`internal`). It does not visit here: its public interface, a command
line, has no limit of time over headers, redirects and robots.txt, holds what requests reads by itself, judges an
address by its spelling only, and keeps nothing of a run that is interrupted; its classes are private. `asking` says
what does those instead.
"""

from __future__ import annotations

import datetime
import heapq
import logging
import threading
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from catalogue.linkcheck.anchors import Anchors, can_be_told
from catalogue.linkcheck.answers import Answer, of_astray, of_no_reply, of_trail
from catalogue.linkcheck.asking import Asker, NoReply
from catalogue.linkcheck.polite import Stopped, Turns
from catalogue.linkcheck.robots import Robots
from catalogue.linkcheck.trail import Astray, follow, on_the_wire
from catalogue.links.outcome import Check

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.linkcheck.asking import Reply, Take
    from catalogue.linkcheck.polite import Manners
    from catalogue.links.state import State

log = logging.getLogger(__name__)
HEAD_MAY_LIE = frozenset({"gone", "blocked", "server_error", "no_answer"})
SILENT_ENOUGH = 3  # after so many addresses without an answer a host is no longer asked twice
NEVER = datetime.datetime.min.replace(tzinfo=datetime.UTC)


def visit(
    urls: Iterable[str],
    now: datetime.datetime,
    manners: Manners,
    turns: Turns | None = None,
    before: State | None = None,
) -> dict[str, Check]:
    """What is found at every address, the longest unchecked first.

    An address is missing from it that nobody visited: its host asked to be left alone, or the run's time ended, or
    `turns.stop` was set from outside.
    """
    run = _Run(manners, turns or Turns(manners.delay))
    for host, queue in planned(urls, before or {}).items():
        run.add(host, queue)
    try:
        run.carry_out()
    except Exception:  # what is known is told all the same
        log.exception("the run broke off")
        run.turns.stop.set()
        run.turns.broken = True
    return {
        url: Check(now, answer.outcome, answer.target, answer.detail)
        for url, answer in sorted(run.answers.items())
    }


def planned(urls: Iterable[str], before: State) -> dict[str, list[str]]:
    """The addresses by host, each host's in the order of their last check, those without one first."""
    hosts: dict[str, list[str]] = defaultdict(list)
    last = {url: before[url].last.at if url in before else NEVER for url in set(urls)}
    for url in sorted(last, key=lambda url: (last[url], url)):
        hosts[_host(url)].append(url)
    return hosts


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


@dataclass
class _Run:
    """The hosts still to be asked, in the order of who may be next, and threads that each take one address."""

    manners: Manners
    turns: Turns
    answers: dict[str, Answer] = field(default_factory=dict)
    robots: Robots = field(default_factory=Robots)
    queues: dict[str, deque[str]] = field(default_factory=dict)
    waiting: list[tuple[float, int, str]] = field(default_factory=list)
    busy: int = 0
    change: threading.Condition = field(default_factory=threading.Condition)
    until: float = 0.0

    def add(self, host: str, urls: Iterable[str]) -> None:
        self.queues[host] = deque(urls)
        heapq.heappush(self.waiting, (0.0, len(self.waiting), host))

    def carry_out(self) -> None:
        self.until = time.monotonic() + self.manners.run
        count = min(self.manners.threads, len(self.queues))
        threads = [threading.Thread(target=self._work, daemon=True) for _ in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            while thread.is_alive():  # in short waits, so that a signal is heard
                thread.join(0.2)

    def _work(self) -> None:
        while (taken := self._next()) is not None:
            host, turn = taken
            url = self.queues[host].popleft()
            try:
                answer = _Visit(self, url, host).answer()
                self.turns.silent[host] = (
                    self.turns.silent[host] + 1 if answer.outcome == "no_answer" else 0
                )
                self.answers[url] = answer
            except Stopped:
                pass
            except Exception:  # one address must not stop the others; it stays unchecked
                log.exception("%s", url)
            finally:
                self._put_back(host, turn)

    def _next(self) -> tuple[str, int] | None:
        """The host whose turn it is; None when there is nothing more to do."""
        with self.change:
            while not self.turns.stop.is_set() and (now := time.monotonic()) < self.until:
                if self.waiting and self.waiting[0][0] <= now:
                    _, turn, host = heapq.heappop(self.waiting)
                    self.busy += 1
                    return host, turn
                if not self.waiting and not self.busy:
                    break
                soon = self.waiting[0][0] - now if self.waiting else 0.5
                self.change.wait(min(soon, 0.5))
            self.change.notify_all()
            return None

    def _put_back(self, host: str, turn: int) -> None:
        with self.change:
            self.busy -= 1
            if self.queues[host] and host not in self.turns.resting:
                heapq.heappush(self.waiting, (self.turns.ready(host), turn, host))
            self.change.notify_all()


class _Visit:
    """One visit to one address."""

    def __init__(self, run: _Run, url: str, host: str) -> None:
        self.manners, self.turns, self.robots = run.manners, run.turns, run.robots
        self.url, self.host = url, host
        self.until = time.monotonic() + self.manners.visit
        self.anchors: Anchors | None = None

    def answer(self) -> Answer:
        """What is found at the address. Raises `Stopped`."""
        try:
            wire = on_the_wire(self.url, self.manners.endpoints)
        except ValueError:
            return Answer("no_answer", detail="osoitetta ei voi avata")
        silent = self.turns.silent[self.host] >= SILENT_ENOUGH
        with Asker(self.manners, self.turns.stop) as asker:
            if not self.robots.let_in(asker, wire, self._limit(), self.turns):
                return Answer("blocked", detail="robots.txt")
            only = silent or bool(urlsplit(self.url).fragment)
            answer = self._ask(asker, "GET" if only else "HEAD")
            if not only and answer.outcome in HEAD_MAY_LIE and not answer.busy:
                answer = self._ask(asker, "GET")
            return answer if silent else self._again(asker, answer)

    def _again(self, asker: Asker, answer: Answer) -> Answer:
        """The answer after second tries, as long as the fault may pass."""
        for further in range(self.manners.retries):
            if not answer.passing:
                break
            pause = max(self.manners.backoff * 2**further, answer.wait or 0)
            if pause > self.manners.patience:
                self.turns.resting.add(self.host)
                break
            if time.monotonic() + pause > self.until:
                break
            if answer.wait:
                self.turns.pause(self.host, answer.wait)
            self.turns.sleep(pause)
            answer = self._ask(asker, "GET")
        return answer

    def _limit(self) -> float:
        return min(self.until, time.monotonic() + self.manners.timeout)

    def _ask(self, asker: Asker, method: str) -> Answer:
        self.anchors = None
        try:
            trail = follow(asker, method, self.url, self._limit(), self.turns, self._reader)
        except NoReply as error:
            return of_no_reply(error)
        except Astray as error:
            return of_astray(self.url, error)
        anchors: Anchors | None = self.anchors
        return of_trail(self.url, trail, anchor_found=anchors is None or anchors.found)

    def _reader(self, url: str, reply: Reply) -> Take | None:
        """The page is read only for the place that its address names on it."""
        anchor = urlsplit(url).fragment
        if not 200 <= reply.status < 300 or not can_be_told(anchor, reply):
            return None
        self.anchors = Anchors(anchor, reply.headers.get("content-type", ""))
        return self.anchors.take
