"""An address with its redirects, followed by hand: every step is judged, paced and within one limit of time."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from catalogue.linkcheck.asking import NoReply
from catalogue.links.inside import is_inside, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from catalogue.linkcheck.asking import Asker, Reply, Take
    from catalogue.linkcheck.polite import Turns

    PageReader = Callable[[str, Reply], Take | None]  # as `asking.Reader`, with the address

REDIRECTS = (301, 302, 303, 307, 308)
MAX_STEPS = 10
MAX_URL = 2000
TIMED_OUT = 28  # libcurl's code
KEPT = "%/:=&~+!$,;'@()*"
SLASHES = re.compile(r"(?i)^(https?:)?/{2,}")
HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")


@dataclass(frozen=True)
class Trail:
    """Where an address led: every address in order, the statuses of the redirects between, and the last answer."""

    urls: tuple[str, ...]
    codes: tuple[int, ...]
    reply: Reply

    @property
    def final(self) -> str:
        """Where the redirects ended."""
        return self.urls[-1]


@dataclass(frozen=True)
class Astray(Exception):
    """Redirects that lead to no answer; `urls`: the addresses until there."""

    why: Literal["loop", "unusable", "inside"]
    urls: tuple[str, ...]


def follow(
    asker: Asker, method: str, url: str, until: float, turns: Turns, reader: PageReader
) -> Trail:
    """The answer at the end of the redirects. `until`: on the monotonic clock, for all of them together.

    Raises `Astray`, `NoReply` and `Stopped`.
    """
    urls: tuple[str, ...] = (url,)
    codes: tuple[int, ...] = ()
    while len(codes) <= MAX_STEPS:
        try:
            wire = on_the_wire(urls[-1], asker.manners.endpoints, trusted=asker.trusted)
        except Inside:
            raise Astray("inside", urls) from None
        except ValueError:
            raise Astray("unusable", urls) from None
        if codes:  # what a server wrote is told in the spelling that is asked for
            urls = (*urls[:-1], _with_place_of(wire, urls[-1]))
        turns.wait(urlsplit(wire).netloc)
        left = until - time.monotonic()
        if left <= 0:
            raise NoReply(TIMED_OUT)
        reply = asker.ask(method, wire, left, partial(reader, urls[-1]))
        target = reply.headers.get("location")
        if reply.status not in REDIRECTS or not target:
            return Trail(urls, codes, reply)
        codes += (reply.status,)
        urls += (joined(wire, urls[-1], target),)
    raise Astray("loop", urls)


def _with_place_of(wire: str, url: str) -> str:
    return urlunsplit(urlsplit(wire)._replace(fragment=quote(urlsplit(url).fragment, safe=KEPT)))


class Inside(ValueError):
    """The address's host is no public one."""


def joined(wire: str, here: str, target: str) -> str:
    """The address that a redirect names, as a browser reads it; the place on the page stays unless it has its own."""
    try:
        head, mark, place = target.partition("#")
        path, asks, query = head.partition("?")
        slashed = SLASHES.sub(r"\1//", path.replace("\\", "/"))
        parts = urlsplit(urljoin(wire, slashed + asks + query))
        fragment = place if mark else urlsplit(here).fragment
        return urlunsplit(parts._replace(fragment=fragment))
    except ValueError:
        return target


def on_the_wire(
    url: str, endpoints: Collection[tuple[str, int]] = (), *, trusted: bool = False
) -> str:
    """An address in the one spelling that ours and libcurl's readers agree on: without a user's name and fragment.

    Raises `Inside`, and ValueError where it cannot be asked.
    """
    parts = urlsplit(url)
    host, port = plain(parts.hostname or ""), parts.port
    if not host.isascii():
        host = host.encode("idna").decode()
    if parts.scheme not in ("http", "https") or not HOST.fullmatch(host) or len(url) > MAX_URL:
        raise ValueError(url)
    number = port or {"http": 80, "https": 443}[parts.scheme]
    if not trusted and (host, number) not in endpoints and is_inside(host):
        raise Inside(url)
    place = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    path, query = quote(parts.path or "/", safe=KEPT), quote(parts.query, safe=KEPT + "?[]")
    return urlunsplit((parts.scheme, place, path, query, ""))
