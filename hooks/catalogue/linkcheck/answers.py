"""A server's answer, or the lack of one, as a class."""

from __future__ import annotations

import datetime
import email.utils
import errno
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pycurl

from catalogue.links.address import LOGIN, NOT_FOUND, clean, is_front_page
from catalogue.links.store import MAX_URL, is_web

if TYPE_CHECKING:
    from catalogue.linkcheck.asking import NoReply
    from catalogue.linkcheck.trail import Astray, Trail
    from catalogue.links.outcome import Outcome

PERMANENT = (301, 308)
TOO_LARGE = 100  # libcurl's own limit of headers; pycurl has no name for it
BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
# Hosts that only point on: where such an address goes round, the publisher's door is shut, the work is not gone.
POINTERS = ("doi.org", "dx.doi.org", "hdl.handle.net", "urn.fi")


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


def of_trail(url: str, trail: Trail, *, anchor_found: bool = True) -> Answer:
    """The class of an answer at the end of its redirects."""
    status = trail.reply.status
    wait = _seconds(trail.reply.headers.get("retry-after")) if status in BUSY else None
    if status in (404, 410):
        return Answer("gone", detail=str(status))
    if status >= 500:
        return Answer("server_error", detail=str(status), passing=True, wait=wait)
    if status >= 400:
        return Answer(
            "blocked", detail=str(status), passing=status == HTTPStatus.TOO_MANY_REQUESTS, wait=wait
        )
    if 300 <= status < 400:
        return Answer("server_error", detail=f"{status} ilman uutta osoitetta")
    if status < 200:
        return Answer("server_error", detail=f"{status} ilman vastausta")
    return _of_page(url, trail, anchor_found=anchor_found)


def _of_page(url: str, trail: Trail, *, anchor_found: bool) -> Answer:
    final, codes = clean(trail.final), " ".join(map(str, trail.codes))
    if trail.codes:
        astray = _led_away(url, trail, final, codes)
        if astray:
            return astray
    if not anchor_found:
        return Answer("anchor_missing", detail=f"#{urlsplit(trail.final).fragment}"[:200])
    if not trail.codes or final == url:
        return Answer("works", detail=str(trail.reply.status))
    permanent = all(code in PERMANENT for code in trail.codes)
    if permanent and is_web(final) and len(final) <= MAX_URL:
        return Answer("moved", final, codes)
    return Answer("redirects", detail=codes)


def _led_away(url: str, trail: Trail, final: str, codes: str) -> Answer | None:
    """The class of redirects to a page that is not the one that was asked for."""
    if LOGIN.search(final) and not LOGIN.search(url):
        return Answer("blocked", detail="ohjaa kirjautumiseen")
    if NOT_FOUND.search(urlsplit(final).path) and not NOT_FOUND.search(urlsplit(url).path):
        return Answer("gone", detail=f"{codes} virhesivulle")
    permanent = all(code in PERMANENT for code in trail.codes)
    if not permanent and is_front_page(final) and not is_front_page(url):
        return Answer("gone", detail=f"{codes} etusivulle")
    return None


def of_astray(url: str, error: Astray) -> Answer:
    """The class of redirects that led to no answer."""
    if error.why == "inside":
        return Answer("server_error", detail="ohjaa sisäverkkoon")
    if error.why == "unusable":
        return Answer("server_error", detail="ohjaa osoitteeseen, jota ei voi avata")
    if urlsplit(url).hostname in POINTERS or any(LOGIN.search(one) for one in error.urls):
        return Answer("blocked", detail="ohjaukset kiertävät kirjautumista")
    return Answer("server_error", detail="ohjaukset kiertävät kehää")


def of_no_reply(error: NoReply) -> Answer:
    """The class of a question that got no answer, or only a part of one."""
    if error.inside:
        return Answer("server_error", detail="palvelimen nimi johtaa sisäverkkoon")
    if error.large or error.code == TOO_LARGE:
        return Answer("server_error", detail="vastauksen otsakkeet eivät lopu")
    if error.code == pycurl.E_PEER_FAILED_VERIFICATION:
        return Answer("bad_certificate", detail=error.words.rpartition(": ")[2][:200])
    if error.code == pycurl.E_COULDNT_CONNECT and error.errno == errno.ECONNREFUSED:
        return Answer("no_answer", detail="yhteys torjutaan", passing=True)
    return ANSWERS.get(error.code, Answer("no_answer", detail="yhteys ei synny", passing=True))


_CUT = Answer("server_error", detail="vastaus katkesi", passing=True)
_WRONG = Answer("server_error", detail="vastaus on virheellinen", passing=True)
_LOST = Answer("no_answer", detail="yhteys katkesi", passing=True)
ANSWERS = {
    pycurl.E_COULDNT_RESOLVE_HOST: Answer(
        "no_answer", detail="palvelimen nimeä ei ole", passing=True
    ),
    pycurl.E_OPERATION_TIMEDOUT: Answer("no_answer", detail="aika loppui", passing=True),
    pycurl.E_PARTIAL_FILE: _CUT,
    pycurl.E_BAD_CONTENT_ENCODING: _CUT,
    pycurl.E_GOT_NOTHING: _LOST,
    pycurl.E_RECV_ERROR: _LOST,
    pycurl.E_SEND_ERROR: _LOST,
    pycurl.E_UNSUPPORTED_PROTOCOL: _WRONG,  # an answer without a status, as of 1991
    pycurl.E_FTP_WEIRD_SERVER_REPLY: _WRONG,  # so named of old; any server's
    pycurl.E_WRITE_ERROR: _WRONG,
    pycurl.E_URL_MALFORMAT: Answer("server_error", detail="osoitetta ei voi avata"),
}


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
