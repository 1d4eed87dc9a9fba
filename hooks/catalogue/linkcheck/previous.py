"""The states to go on from: had from files or over the network, read, joined; what cannot be read is kept aside."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from catalogue.linkcheck.answers import of_no_reply
from catalogue.linkcheck.asking import Asker, NoReply
from catalogue.linkcheck.polite import Manners, Turns
from catalogue.linkcheck.trail import Astray, follow
from catalogue.links.state import merged
from catalogue.links.store import MAX_BYTES, Refused, of_register
from catalogue.writing import replace

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Sequence

    from catalogue.linkcheck.asking import Reply, Take
    from catalogue.links.state import State


class Unreachable(Exception):
    """A state may exist but cannot be had now; the message says why, in Finnish."""


@dataclass
class Previous:
    """What was had of the earlier states.

    `words`: Finnish sentences for who runs; `broken`: where each unreadable one was kept; `unreachable`: how many
    could not be had; `found`: how many were read.
    """

    state: State = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    broken: list[Path] = field(default_factory=list)
    unreachable: int = 0
    found: int = 0


def previous(
    places: Sequence[str],
    now: datetime.datetime,
    known: Collection[str],
    manners: Manners,
    out: Path | None,
) -> Previous:
    """The earlier states joined into one. An unreadable one is copied beside `out` (or itself) as `….rikki`."""
    made = Previous()
    states: list[State] = []
    for place in places:
        try:
            raw = _raw(place, manners)
        except Unreachable as error:
            made.unreachable += 1
            made.words.append(f"Aiempaa tilaa ei saatu ({error}).")
            continue
        if raw is None:
            continue
        try:
            reading = of_register(raw, now, known)
        except Refused as error:
            kept = _set_aside(raw, out or Path(place if _is_file(place) else "links.json"))
            made.broken.append(kept)
            made.words.append(f"Aiempaa tilaa ei voi lukea: {error}. Se on tallessa: {kept}")
            continue
        made.found += 1
        states.append(reading.links)
        made.words += [f"Aiemmasta tilasta jätettiin pois {one}." for one in reading.dropped]
    made.state = reduce(merged, states, {})
    if not made.found and not made.unreachable and not made.broken:
        made.words.append("Aiempaa tilaa ei ole: aloitetaan alusta.")
    return made


def _set_aside(raw: bytes, beside: Path) -> Path:
    path = beside.with_name(beside.name + ".rikki")
    replace(path, raw)
    return path


def _is_file(place: str) -> bool:
    return not place.startswith(("http://", "https://"))


def _raw(place: str, manners: Manners) -> bytes | None:
    """What a file or an address holds, at most a little over what is accepted; None when there is nothing.

    Raises `Unreachable`.
    """
    if _is_file(place):
        try:
            with Path(place).open("rb") as file:
                return file.read(MAX_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Unreachable(f"{place}: {error.strerror}") from None
    for further in range(manners.retries):
        try:
            return _fetched(place, manners)
        except Unreachable:
            time.sleep(manners.backoff * 2**further)
    return _fetched(place, manners)


def _fetched(url: str, manners: Manners) -> bytes | None:
    body = bytearray()

    def reader(_: str, reply: Reply) -> Take | None:
        return take if reply.status == 200 else None

    def take(part: bytes) -> bool:
        body.extend(part)
        return len(body) <= MAX_BYTES

    turns, until = Turns(0), time.monotonic() + manners.timeout
    with Asker(manners, threading.Event(), trusted=True, most=MAX_BYTES + 1) as asker:
        try:
            status = follow(asker, "GET", url, until, turns, reader).reply.status
        except NoReply as error:
            raise Unreachable(of_no_reply(error).detail) from None
        except Astray:
            raise Unreachable("ohjaukset eivät johda perille") from None
    if status == 404:
        return None
    if status != 200:
        raise Unreachable(str(status))
    return bytes(body)
