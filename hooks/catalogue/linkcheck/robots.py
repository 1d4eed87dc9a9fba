"""What a host's robots.txt says to this visitor, by RFC 9309, in bounded memory and linear time.

The standard library's reader and LinkChecker's take the first rule that fits, know no wildcards, and keep every rule
of everybody as an object (25 MB of a hostile file); a pattern must not become a regular expression, either, for many
stars make one run for ever. A file that cannot be had forbids nothing: then the page is asked, and its own answer told.
"""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from catalogue.linkcheck.asking import NoReply
from catalogue.linkcheck.polite import AGENT
from catalogue.linkcheck.trail import Astray, follow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.linkcheck.asking import Asker, Reply, Take
    from catalogue.linkcheck.polite import Turns

MOST = 512 * 1024  # of one file; RFC 9309 asks for at least 500 KiB
ROOM = 32 * 1024 * 1024  # of the rules of all hosts together
NAME = re.compile(r"[a-z_-]+|\*")


@dataclass(frozen=True)
class Rules:
    """The rules of one host for us, a line each: `+` allowed, `-` not. `delay`: seconds between two requests."""

    lines: str = ""
    delay: float = 0.0

    def allow(self, url: str) -> bool:
        """The longest rule that fits decides; of two as long, the one that allows."""
        parts = urlsplit(url)
        path = _spelt(urlunsplit(("", "", parts.path or "/", parts.query, "")))
        best = max(
            ((len(line), line[0] == "+") for line in self.lines.split("\n") if _fits(line, path)),
            default=(0, True),
        )
        return best[1]


def read(text: str) -> Rules:
    """The rules of a robots.txt for us: of the groups that name us, or else of those for everybody."""
    found: dict[str, list[str]] = {"*": [], AGENT: []}
    delays: dict[str, float] = {}
    named = False
    group: set[str] = set()
    open_group = True
    for key, value in _fields(text):
        if key == "user-agent":
            group, open_group = (group if open_group else set()), True
            name = NAME.match(value.lower())
            if name and name[0] in found:
                group.add(name[0])
                named = named or name[0] == AGENT
            continue
        open_group = False
        for name_ in group:
            if key in ("allow", "disallow") and value:
                found[name_].append(("+" if key == "allow" else "-") + _spelt(value))
            elif key == "crawl-delay" and re.fullmatch(r"\d{1,6}(\.\d+)?", value):
                delays[name_] = float(value)
    ours = AGENT if named else "*"
    return Rules("\n".join(found[ours]), delays.get(ours, 0.0))


@dataclass
class Robots:
    """The rules of every host that was asked, each once."""

    rules: dict[str, Rules] = field(default_factory=dict)
    room: int = ROOM
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def let_in(self, asker: Asker, url: str, until: float, turns: Turns) -> bool:
        """Whether we may ask for an address. Raises `Stopped`."""
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self.rules:
            found = _fetched(asker, f"{host}/robots.txt", until, turns)
            with self._lock:
                self.room -= len(found.lines)
                self.rules[host] = found if self.room > 0 else Rules("-/")
            turns.slow(parts.netloc, found.delay)
        return self.rules[host].allow(url)


def _fetched(asker: Asker, url: str, until: float, turns: Turns) -> Rules:
    parts: list[bytes] = []

    def reader(_: str, reply: Reply) -> Take | None:
        parts.clear()
        return take if reply.status == 200 else None

    def take(part: bytes) -> bool:
        parts.append(part)
        return sum(map(len, parts)) < MOST

    try:
        trail = follow(asker, "GET", url, until, turns, reader)
    except (NoReply, Astray):
        return Rules()
    if trail.reply.status != 200:
        return Rules()
    return read(b"".join(parts)[:MOST].decode("utf-8", "replace"))


def _fields(text: str) -> Iterator[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _fits(line: str, path: str) -> bool:
    """Whether a rule's pattern, with `*` for anything and `$` for the end, begins the path."""
    pattern, end = (line[1:-1], True) if line.endswith("$") else (line[1:], False)
    first, *rest = pattern.split("*")
    if not line or not path.startswith(first):
        return False
    at = len(first)
    for piece in rest[:-1] if end else rest:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    if not end:
        return True
    return len(path) - len(rest[-1]) >= at and path.endswith(rest[-1]) if rest else at == len(path)


def _spelt(path: str) -> str:
    """A path or pattern in one spelling of its escapes."""
    return quote(unquote(path), safe="/*$?&=+,;:@!'()~")
