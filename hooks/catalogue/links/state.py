"""What is known of every address: a pure state machine. Nothing here visits, reads or asks the time.

A run's visits are states too, so stepping the machine is merging: earliest first sight, latest sign of life, latest
visit, and every failure since that sign of life. Each of the four is a union or an extreme, so the order of merging
does not matter and nothing is counted twice.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from catalogue.links.outcome import Check

Verdict = Literal["alive", "doubt", "dead", "blocked"]
VERDICTS: dict[Verdict, str] = {
    "alive": "toimii",
    "doubt": "epäily",
    "dead": "kuollut",
    "blocked": "ei voi tarkistaa",
}


@dataclass(frozen=True)
class Link:
    """One address. `failed`: when visits failed since it was last alive, oldest first, each time once."""

    url: str
    first_seen: datetime.datetime
    last_alive: datetime.datetime | None
    last: Check
    failed: tuple[datetime.datetime, ...] = ()

    def verdict(self, days: float = 1) -> Verdict:
        """One failure is a doubt; dead needs failures of separate runs at least `days` apart and no life between."""
        if self.last.alive:
            return "alive"
        if not self.last.failing:
            return "blocked"
        return (
            "dead"
            if self.failed[-1] - self.failed[0] >= datetime.timedelta(days=max(days, 0.001))
            else "doubt"
        )


State = Mapping[str, Link]


def seen(url: str, check: Check) -> Link:
    """What one visit alone tells."""
    return Link(
        url,
        check.at,
        check.at if check.alive else None,
        check,
        (check.at,) if check.failing else (),
    )


def joined(one: Link, other: Link) -> Link:
    """Everything that two states of one address tell together."""
    alive = max((moment for moment in (one.last_alive, other.last_alive) if moment), default=None)
    failed = {moment for moment in (*one.failed, *other.failed) if alive is None or moment > alive}
    last = max(one.last, other.last, key=lambda check: (check.at, check.alive, check))
    return Link(one.url, min(one.first_seen, other.first_seen), alive, last, tuple(sorted(failed)))


def merged(one: State, other: State) -> dict[str, Link]:
    """Both states in one, by address."""
    return {
        url: joined(one[url], other[url])
        if url in one and url in other
        else (one.get(url) or other[url])
        for url in sorted({*one, *other})
    }


def of_run(checks: Iterable[tuple[str, Check]]) -> dict[str, Link]:
    """The state that one run's visits make."""
    return {url: seen(url, check) for url, check in checks}


def without_network(run: State) -> bool:
    """Whether nothing answered at all: then the fault is at our end, and the run says nothing of any page."""
    return bool(run) and all(link.last.outcome == "no_answer" for link in run.values())


@dataclass(frozen=True)
class Changes:
    """What a maintainer must know: addresses that died, moved or came back, and those still waiting for an editor."""

    died: tuple[Link, ...]
    moved: tuple[Link, ...]
    revived: tuple[Link, ...]
    waiting: tuple[Link, ...]

    def __bool__(self) -> bool:
        return bool(self.died or self.moved or self.revived)


def changes(before: State, after: State, days: float = 1) -> Changes:
    """What differs between two states, by address; a first sight of a moved page is news, a first failure is not."""
    died: list[Link] = []
    moved: list[Link] = []
    revived: list[Link] = []
    waiting: list[Link] = []
    for url, link in sorted(after.items()):
        old = before.get(url)
        was_dead = old is not None and old.verdict(days) == "dead"
        if link.verdict(days) == "dead":
            (waiting if was_dead else died).append(link)
        elif link.last.outcome == "moved":
            known = old is not None and (old.last.outcome, old.last.target) == (
                "moved",
                link.last.target,
            )
            (waiting if known else moved).append(link)
        if was_dead and link.last.alive:
            revived.append(link)
    return Changes(tuple(died), tuple(moved), tuple(revived), tuple(waiting))
