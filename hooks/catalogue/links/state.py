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

# The one number of days between the first and the last failure after which a page is dead, here and on the site; and of
# days without a sign of life after which a page that refuses robots is a person's to open.
DEAD_AFTER = datetime.timedelta(days=1)
ASK_AFTER = datetime.timedelta(days=60)

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

    def verdict(self) -> Verdict:
        """One failure is a doubt; dead needs failures at least `DEAD_AFTER` apart and no life between."""
        if self.last.alive:
            return "alive"
        if not self.last.failing:
            return "blocked"
        return "dead" if self.failed[-1] - self.failed[0] >= DEAD_AFTER else "doubt"

    def needs_a_person(self, looked: datetime.date | None = None) -> bool:
        """Whether robots have been refused so long that somebody must open it. `looked`: when somebody last did."""
        seen = max(self.last_alive or self.first_seen, _morning(looked) if looked else _NEVER)
        return self.verdict() == "blocked" and self.last.at - seen >= ASK_AFTER


State = Mapping[str, Link]
_NEVER = datetime.datetime.min.replace(tzinfo=datetime.UTC)


def _morning(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


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
    """What a maintainer must know.

    Addresses that died, moved, came back, or have been shut to robots for long; and those of them that were told before
    and still wait for an editor.
    """

    died: tuple[Link, ...]
    moved: tuple[Link, ...]
    revived: tuple[Link, ...]
    shut: tuple[Link, ...]
    waiting: tuple[Link, ...]

    def __bool__(self) -> bool:
        return bool(self.died or self.moved or self.revived or self.shut)


def changes(
    before: State, after: State, looked: Mapping[str, datetime.date] | None = None
) -> Changes:
    """What differs between two states, by address; a first sight of a moved page is news, a first failure is not.

    `looked`: when a person last opened an address, for those that no robot gets to see.
    """
    told: dict[str, list[Link]] = {kind: [] for kind in ("died", "moved", "shut")}
    revived: list[Link] = []
    waiting: list[Link] = []
    for url, link in sorted(after.items()):
        old, opened = before.get(url), (looked or {}).get(url)
        kind = _task(link, opened)
        if kind:
            known = old is not None and _task(old, opened) == kind
            same = known and old is not None and old.last.target == link.last.target
            (waiting if same else told[kind]).append(link)
        if old is not None and old.verdict() == "dead" and link.last.alive:
            revived.append(link)
    return Changes(
        tuple(told["died"]),
        tuple(told["moved"]),
        tuple(revived),
        tuple(told["shut"]),
        tuple(waiting),
    )


def _task(link: Link, looked: datetime.date | None) -> str:
    """What an address asks of an editor; an empty text where nothing."""
    if link.verdict() == "dead":
        return "died"
    if link.last.outcome == "moved":
        return "moved"
    return "shut" if link.needs_a_person(looked) else ""
