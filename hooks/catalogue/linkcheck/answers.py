"""A server's answer, or the lack of one, as a class."""

from __future__ import annotations

import datetime
import email.utils
import ssl
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import DecodeError, IncompleteRead, LocationParseError
from urllib3.exceptions import TimeoutError as PoolTimeout

from catalogue.links.address import LOGIN, clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.links.outcome import Outcome

PERMANENT = (301, 308)
UNUSABLE = (
    requests.exceptions.InvalidURL,
    requests.exceptions.InvalidSchema,
    requests.exceptions.MissingSchema,
    LocationParseError,
    UnicodeError,
)
TIME_OUTS = (requests.exceptions.Timeout, PoolTimeout, TimeoutError)
BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)


@dataclass(frozen=True)
class Answer:
    """`passing`: the same question may get another answer soon; `wait`: seconds after which the server said to ask."""

    outcome: Outcome
    target: str = ""
    detail: str = ""
    passing: bool = False
    wait: float | None = None

    @property
    def busy(self) -> bool:
        """Whether the server asked not to be asked right away."""
        return self.wait is not None or self.detail == "429"


def of_response(url: str, response: requests.Response, *, anchor_found: bool = True) -> Answer:
    """The class of an answer at the end of its redirects."""
    status, final = response.status_code, clean(response.url)
    wait = _seconds(response.headers.get("Retry-After")) if status in BUSY else None
    if status in (404, 410):
        return Answer("gone", detail=str(status))
    if status >= 500:
        return Answer("server_error", detail=str(status), passing=True, wait=wait)
    if status >= 400:
        return Answer(
            "blocked", detail=str(status), passing=status == HTTPStatus.TOO_MANY_REQUESTS, wait=wait
        )
    if not response.ok or 300 <= status < 400:
        return Answer("server_error", detail=f"{status} ilman uutta osoitetta")
    if response.history and LOGIN.search(final) and not LOGIN.search(url):
        return Answer("blocked", detail="ohjaa kirjautumiseen")
    if not anchor_found:
        return Answer("anchor_missing", detail=f"#{urlsplit(response.url).fragment}"[:200])
    if response.history and final != url:
        permanent = all(hop.status_code in PERMANENT for hop in response.history)
        codes = " ".join(str(hop.status_code) for hop in response.history)
        return Answer("moved", final, codes) if permanent else Answer("redirects", detail=codes)
    return Answer("works", detail=str(status))


def of_error(error: Exception) -> Answer:
    """The class of a question that got no answer, or only a part of one."""
    kinds = [*_causes(error)]
    unverified = [cause for cause in kinds if isinstance(cause, ssl.SSLCertVerificationError)]
    if unverified:
        return Answer("bad_certificate", detail=(unverified[0].verify_message or "")[:200])
    if isinstance(error, requests.exceptions.TooManyRedirects):
        return Answer("server_error", detail="ohjaukset kiertävät kehää")
    if isinstance(error, UNUSABLE):
        return Answer("server_error", detail="ohjaa osoitteeseen, jota ei voi avata")
    if any(isinstance(cause, TIME_OUTS) for cause in kinds):
        return Answer("no_answer", detail="aika loppui", passing=True)
    if any(isinstance(cause, IncompleteRead | DecodeError) for cause in kinds):
        return Answer("server_error", detail="vastaus katkesi", passing=True)
    if isinstance(error, requests.exceptions.ConnectionError | OSError) and not isinstance(
        error, ValueError
    ):
        return Answer("no_answer", detail="yhteys ei synny", passing=True)
    return Answer("server_error", detail="vastaus on virheellinen", passing=True)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and everything that it was made of, urllib3's wrappings too."""
    waiting, seen = [error], set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, BaseException) and id(one) not in seen:
            seen.add(id(one))
            yield one
            waiting += [one.__cause__, one.__context__, getattr(one, "reason", None), *one.args]


def _seconds(value: str | None) -> float | None:
    """A Retry-After header: seconds or a date."""
    if not value:
        return None
    if value.strip().isdecimal():
        return float(min(int(value.strip()[:9]), 10**6))
    try:
        until = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    if until.tzinfo is None:
        return None
    return max(0.0, (until - datetime.datetime.now(datetime.UTC)).total_seconds())
