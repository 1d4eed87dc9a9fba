"""The state as `links.json`: written plainly, read with distrust, for it comes back over the network."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Annotated, Final, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from catalogue.links.address import faults
from catalogue.links.outcome import ALIVE, FAILING, WORDS, Check, Outcome
from catalogue.links.state import Link, Verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from catalogue.links.state import State

MAX_BYTES = 5_000_000
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

    url: str = Field(max_length=2000)
    outcome: Outcome | Literal["not_checked"] = Field(alias="class")
    words: str = Field(max_length=200)
    verdict: Verdict | None
    first_seen: Moment | None
    last_alive: Moment | None
    last_checked: Moment | None
    consecutive_failures: int
    failures: list[Moment] = Field(max_length=5000)
    target: str | None = Field(max_length=2000)
    detail: str | None = Field(max_length=200)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    version: Literal[1]
    links: list[_Entry] = Field(max_length=20_000)


def written(state: State, urls: Iterable[str] = (), days: float = 1) -> str:
    """The state as JSON, with addresses of `urls` that nobody has visited yet named as such."""
    entries = [
        _plain(state[url], days) if url in state else _unvisited(url)
        for url in sorted({*state, *urls})
    ]
    return json.dumps({"version": 1, "links": entries}, ensure_ascii=False, indent=1) + "\n"


def read(raw: bytes, now: datetime.datetime, known: Collection[str] = ()) -> dict[str, Link]:
    """The state of a file. `known` addresses are the register's own; others must at least be public web pages.

    Raises `Refused` where the file is too large, not of this form, contradicts itself, tells of the future, or
    names addresses that the register would refuse.
    """
    if len(raw) > MAX_BYTES:
        raise Refused(f"tiedosto on liian suuri ({len(raw)} tavua)")
    try:
        file = _File.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"][:4])
        raise Refused(
            f"tiedosto ei ole oikeaa muotoa: kohta {place or 'alku'} ({first['type']})"[:300]
        ) from None
    except RecursionError:
        raise Refused("tiedosto on sisäkkäinen yli rajan") from None
    found: dict[str, Link] = {}
    for entry in file.links:
        if entry.url in found:
            raise Refused("sama osoite on tiedostossa kahdesti")
        if entry.url not in known and next(faults(entry.url), None):
            raise Refused("tiedostossa on osoite, joka ei voi olla lähderekisterissä")
        if entry.outcome != NOT_CHECKED:
            found[entry.url] = _link(entry, entry.outcome, now)
    return found


def of_register(raw: bytes, now: datetime.datetime, known: Collection[str]) -> dict[str, Link]:
    """As `read`, without the addresses that have left the register since."""
    return {url: link for url, link in read(raw, now, known).items() if url in known}


def _link(entry: _Entry, outcome: Outcome, now: datetime.datetime) -> Link:
    moments = [entry.first_seen, entry.last_alive, entry.last_checked, *entry.failures]
    if any(moment > now + CLOCK_SKEW for moment in moments if moment):
        raise Refused("tiedostossa on päivä, joka on vasta tulossa")
    if entry.first_seen is None or entry.last_checked is None:
        raise Refused("tarkistetulta osoitteelta puuttuu aika")
    check = Check(entry.last_checked, outcome, entry.target or "", entry.detail or "")
    link = Link(entry.url, entry.first_seen, entry.last_alive, check, tuple(entry.failures))
    if not _consistent(link) or entry.consecutive_failures != len(link.failed):
        raise Refused("tiedoston tiedot ovat ristiriidassa keskenään")
    return link


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
            not any(ord(character) < 32 for character in last.target + last.detail),
        )
    )


def is_web(url: str) -> bool:
    """Whether an address is of the web and has no surprises: it may be shown as a link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and not any(c.isspace() or c in '<>"' for c in url)
    )


def _plain(link: Link, days: float) -> dict[str, object]:
    return {
        "url": link.url,
        "class": link.last.outcome,
        "words": WORDS[link.last.outcome],
        "verdict": link.verdict(days),
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
