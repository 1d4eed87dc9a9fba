"""The state as `links.json`: written plainly, read with distrust, for it comes back over the network.

Writer and reader share one definition of what an entry may be: `kept` says what the file can hold of a link, and
what is written is always read back. The reader refuses a file that is no state; of a state it drops only the
entries that are not sound, and tells of each.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Final, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from catalogue.links.address import faults
from catalogue.links.outcome import ALIVE, FAILING, WORDS, Check, Outcome
from catalogue.links.state import Link, Verdict, seen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from catalogue.links.state import State

MAX_BYTES = 16_000_000
MAX_LINKS = 20_000
MAX_URL = 2000
MAX_DETAIL = 200
MAX_FAILURES = 200
CLOCK_SKEW = datetime.timedelta(hours=1)
NOT_CHECKED: Final = "not_checked"


class Refused(Exception):
    """A previous state that must not be believed; the message says why, in Finnish."""


def _utc(moment: datetime.datetime) -> datetime.datetime:
    if moment.utcoffset() != datetime.timedelta(0):
        raise ValueError("not in UTC")
    return moment.astimezone(datetime.UTC)


Moment = Annotated[datetime.datetime, AfterValidator(_utc)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    url: str = Field(max_length=MAX_URL)
    outcome: Outcome | Literal["not_checked"] = Field(alias="class")
    words: str = Field(max_length=200)
    verdict: Verdict | None
    first_seen: Moment | None
    last_alive: Moment | None
    last_checked: Moment | None
    consecutive_failures: int
    failures: list[Moment] = Field(max_length=MAX_FAILURES)
    target: str | None = Field(max_length=MAX_URL)
    detail: str | None = Field(max_length=MAX_DETAIL)


@dataclass(frozen=True)
class Reading:
    """What a file tells: the sound links, and a Finnish sentence of each entry that was dropped."""

    links: dict[str, Link]
    dropped: tuple[str, ...] = ()


def written(state: State, urls: Iterable[str] = ()) -> str:
    """The state as JSON, with addresses of `urls` that nobody has visited yet named as such.

    Where the whole is more than a file may hold, the longest histories give way first, then addresses without one.
    """
    rows: dict[str, str] = {}
    for url in sorted({*state, *urls}):
        link = kept(state[url]) if url in state else None
        if link:
            rows[url] = _row(_plain(link))
        elif _can_be_kept(url):
            rows[url] = _row(_unvisited(url))
    rows = _fitting(rows, {url for url in rows if url in state})
    links = "[\n" + ",\n".join(rows.values()) + "\n ]" if rows else "[]"
    return f'{{\n "version": 1,\n "links": {links}\n}}\n'


def kept(link: Link) -> Link | None:
    """What the file can hold of a link: the whole of any that visits make; None of one that has no place in it."""
    if not _can_be_kept(link.url):
        return None
    last, failed = link.last, tuple(sorted({_whole(moment) for moment in link.failed}))
    moved = last.outcome == "moved"
    if moved and not (is_web(last.target) and _short(last.target, MAX_URL)):
        last = replace(last, outcome="redirects")
        moved = False
    last = Check(
        _whole(last.at),
        last.outcome,
        last.target if moved else "",
        _printable(last.detail)[:MAX_DETAIL],
    )
    if len(failed) > MAX_FAILURES:
        failed = (failed[0], *failed[1 - MAX_FAILURES :])
    alive = _whole(link.last_alive) if link.last_alive else None
    made = Link(link.url, _whole(link.first_seen), alive, last, failed)
    return made if _consistent(made) else seen(link.url, last)


def read(raw: bytes, now: datetime.datetime, known: Collection[str] = ()) -> Reading:
    """The state of a file. `known` addresses are the register's own; others must at least be public web pages.

    Raises `Refused` where the file is too large, is not of this form, or holds entries of which none is sound.
    """
    found: dict[str, Link] = {}
    dropped: list[str] = []
    entries = _entries(raw)
    for place, entry in enumerate(entries):
        try:
            link = _link(entry, now, known)
            if link and link.url in found:
                raise Refused("sama osoite on tiedostossa kahdesti")
        except Refused as error:
            dropped.append(f"kohta {place + 1}: {error}")
            continue
        if link:
            found[link.url] = link
    if dropped and len(dropped) == len(entries):
        raise Refused(f"mikään kohta ei kelpaa ({dropped[0]})")
    return Reading(found, tuple(dropped))


def of_register(raw: bytes, now: datetime.datetime, known: Collection[str]) -> Reading:
    """As `read`, without the addresses that have left the register since."""
    own = set(known)
    found = read(raw, now, own)
    return Reading({url: one for url, one in found.links.items() if url in own}, found.dropped)


def is_web(url: str) -> bool:
    """Whether an address is of the web and has no surprises: it may be shown as a link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and not any(c.isspace() or c in '<>"' or not c.isprintable() for c in url)
    )


def _entries(raw: bytes) -> list[object]:
    if len(raw) > MAX_BYTES:
        raise Refused(f"tiedosto on liian suuri ({len(raw)} tavua)")
    try:
        file = json.loads(raw)
    except (ValueError, RecursionError):
        raise Refused("tiedosto ei ole JSONia") from None
    if not isinstance(file, dict) or set(file) != {"version", "links"} or file["version"] != 1:
        raise Refused("tiedosto ei ole oikeaa muotoa: odotettiin kenttiä version (1) ja links")
    entries = file["links"]
    if not isinstance(entries, list) or len(entries) > MAX_LINKS:
        raise Refused(f"tiedosto ei ole oikeaa muotoa: links on enintään {MAX_LINKS} kohdan lista")
    return entries


def _link(raw: object, now: datetime.datetime, known: Collection[str]) -> Link | None:
    """The link of an entry; None of an address that nobody had visited. Raises `Refused`."""
    try:
        # through JSON, for only there strict reading takes a moment from its text
        entry = _Entry.model_validate_json(json.dumps(raw))
    except (ValidationError, ValueError, RecursionError) as error:
        raise Refused(f"ei ole oikeaa muotoa{_where(error)}") from None
    if entry.url not in known and next(faults(entry.url), None):
        raise Refused("osoite ei voi olla lähderekisterissä")
    if entry.outcome == NOT_CHECKED:
        return None
    moments = [entry.first_seen, entry.last_alive, entry.last_checked, *entry.failures]
    if any(moment > now + CLOCK_SKEW for moment in moments if moment):
        raise Refused("päivä on vasta tulossa")
    if entry.first_seen is None or entry.last_checked is None:
        raise Refused("tarkistetulta osoitteelta puuttuu aika")
    check = Check(entry.last_checked, entry.outcome, entry.target or "", entry.detail or "")
    link = Link(entry.url, entry.first_seen, entry.last_alive, check, tuple(entry.failures))
    if not _consistent(link) or entry.consecutive_failures != len(link.failed):
        raise Refused("tiedot ovat ristiriidassa keskenään")
    return link


def _where(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return ""
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"][:2])[:60]
    return f": {place or 'alku'} ({first['type']})"


def _consistent(link: Link) -> bool:
    """Whether a state is one that visits can have made."""
    last, since = link.last, link.last_alive or link.first_seen - datetime.timedelta(microseconds=1)
    return all(
        (
            link.first_seen <= last.at,
            link.last_alive is None or link.first_seen <= link.last_alive <= last.at,
            list(link.failed) == sorted(set(link.failed)),
            all(since < moment <= last.at for moment in link.failed),
            last.outcome not in ALIVE or link.last_alive == last.at,
            last.outcome not in FAILING or link.failed[-1:] == (last.at,),
            bool(last.target) == (last.outcome == "moved")
            and (not last.target or is_web(last.target)),
            last.detail == _printable(last.detail),
        )
    )


def _fitting(rows: dict[str, str], visited: set[str]) -> dict[str, str]:
    """The rows that one file may hold."""
    over = len(rows) - MAX_LINKS
    if over > 0:
        leaving = [url for url in rows if url not in visited] + sorted(visited)
        rows = {url: rows[url] for url in sorted({*rows} - {*leaving[:over]})}
    room = MAX_BYTES - 100 - sum(len(row.encode()) + 2 for row in rows.values())
    for url in sorted(rows, key=lambda url: -len(rows[url])) if room < 0 else ():
        short = _row(_unvisited(url))
        room += len(rows[url].encode()) - len(short.encode())
        rows[url] = short
        if room >= 0:
            break
    while room < 0:  # even bare addresses are too many
        room += len(rows.popitem()[1].encode()) + 2
    return rows


def _can_be_kept(url: str) -> bool:
    return _short(url, MAX_URL) and url.isprintable()


def _short(text: str, most: int) -> bool:
    return len(text) <= most


def _printable(text: str) -> str:
    return "".join(c for c in text if c.isprintable())


def _whole(moment: datetime.datetime) -> datetime.datetime:
    return moment.replace(microsecond=0)


def _row(entry: dict[str, object]) -> str:
    """An entry as it stands in the file, a field a line."""
    text = json.dumps(entry, ensure_ascii=False, indent=1)
    return "\n".join("  " + line for line in text.split("\n"))


def _plain(link: Link) -> dict[str, object]:
    return {
        "url": link.url,
        "class": link.last.outcome,
        "words": WORDS[link.last.outcome],
        "verdict": link.verdict(),
        "first_seen": _text(link.first_seen),
        "last_alive": _text(link.last_alive),
        "last_checked": _text(link.last.at),
        "consecutive_failures": len(link.failed),
        "failures": [_text(moment) for moment in link.failed],
        "target": link.last.target or None,
        "detail": link.last.detail or None,
    }


def _unvisited(url: str) -> dict[str, object]:
    return {
        "url": url,
        "class": NOT_CHECKED,
        "words": "ei vielä tarkistettu",
        "verdict": None,
        "first_seen": None,
        "last_alive": None,
        "last_checked": None,
        "consecutive_failures": 0,
        "failures": [],
        "target": None,
        "detail": None,
    }


def _text(moment: datetime.datetime | None) -> str | None:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None
