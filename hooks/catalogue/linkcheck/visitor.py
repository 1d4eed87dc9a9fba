"""Visits to external addresses with LinkChecker.

Its Python API rather than its command line: the command line tells a result as a sentence (the codes of a redirect
chain and the kind of a failed connection are lost), never asks with HEAD, never tries again, and waits for one host
while holding the lock of all. From the package come the queue and its threads, the normalising of addresses
(international names, escapes, obfuscated numbers), robots.txt and the reading of a page; from here the order of
visits, HEAD before GET, second tries, and the classes of outcomes.
"""

from __future__ import annotations

import logging
import time
from collections import defaultdict
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import requests
from linkcheck import director  # type: ignore[import-untyped]
from linkcheck.cache.results import ResultCache  # type: ignore[import-untyped]
from linkcheck.cache.robots_txt import RobotsTxt  # type: ignore[import-untyped]
from linkcheck.cache.urlqueue import UrlQueue  # type: ignore[import-untyped]
from linkcheck.checker.httpurl import HttpUrl  # type: ignore[import-untyped]
from linkcheck.configuration import Configuration  # type: ignore[import-untyped]
from linkcheck.director.aggregator import Aggregate  # type: ignore[import-untyped]
from linkcheck.plugins import PluginManager  # type: ignore[import-untyped]
from urllib3.exceptions import HTTPError

from catalogue.linkcheck.answers import Answer, of_error, of_response
from catalogue.linkcheck.polite import Session, Turns
from catalogue.links.address import is_private
from catalogue.links.outcome import Check

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from catalogue.linkcheck.polite import Manners

log = logging.getLogger(__name__)
MAX_PAGE = 5 * 1024 * 1024
HEAD_MAY_LIE = frozenset({"gone", "blocked", "server_error", "no_answer"})
SILENT_ENOUGH = 3  # after so many addresses without an answer a host is no longer asked twice


def visit(
    urls: Iterable[str], now: datetime.datetime, manners: Manners, turns: Turns | None = None
) -> dict[str, Check]:
    """What is found at every address; one whose host asked to be left alone is missing, for nobody visited it."""
    turns = turns or Turns(manners.delay)
    addresses = sorted(set(urls))
    visits = _Visits(
        _configuration(manners, len({_host(url) for url in addresses})), manners, turns
    )
    for url in one_host_after_another(addresses):
        reference = _Reference(url, 1, visits, extern=(0, 0))
        if reference.has_result:
            visits.answers[url] = Answer("no_answer", detail="osoite ei jäsenny")
        else:
            visits.urlqueue.put(reference)
    director.check_urls(visits)
    return {
        url: Check(now, answer.outcome, answer.target, answer.detail)
        for url, answer in sorted(visits.answers.items())
    }


def one_host_after_another(urls: Iterable[str]) -> Iterator[str]:
    """The addresses so that neighbours are of different hosts as long as possible: the pauses of hosts overlap."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        hosts[_host(url)].append(url)
    return (url for url in chain.from_iterable(zip_longest(*hosts.values())) if url is not None)


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


def _configuration(manners: Manners, hosts: int) -> Any:
    """LinkChecker's settings; a single host is asked from this thread alone."""
    made = Configuration()
    made |= {
        "threads": min(manners.threads, hosts) if hosts > 1 else 0,
        "timeout": manners.timeout,
        "useragent": manners.agent,
        "maxfilesizedownload": MAX_PAGE,
        "status": False,
        "pluginfolders": [],
        "enabledplugins": [],
        "logger": made.logger_new("none"),
    }
    return made


class _Visits(Aggregate):  # type: ignore[misc]
    """LinkChecker's collection of what its threads share, with our sessions and answers."""

    def __init__(self, config: Any, manners: Manners, turns: Turns) -> None:
        super().__init__(
            config,
            UrlQueue(),
            RobotsTxt(config["useragent"]),
            PluginManager(config),
            ResultCache(config["resultcachesize"]),
        )
        self.manners, self.turns = manners, turns
        self.answers: dict[str, Answer] = {}

    def new_session(self) -> Session:
        return Session(self.turns, self.manners)


class _Reference(HttpUrl):  # type: ignore[misc]
    """One address of the register. LinkChecker calls `check` in one of its threads."""

    aggregate: _Visits

    def set_cache_url(self) -> None:
        self.cache_url = self.base_url  # two anchors of one page are two references

    def check(self) -> None:
        turns, host = self.aggregate.turns, self.urlparts[1]
        if host in turns.resting:
            return
        try:
            with self.aggregate.new_session() as self.session:
                self.session.public = not is_private(self.host)
                answer = self._answer(
                    1 if turns.silent[host] >= SILENT_ENOUGH else 1 + self.aggregate.manners.retries
                )
        except (
            Exception
        ):  # a page that breaks a parser must not stop the others; it stays unchecked
            log.exception("%s", self.base_url)
            return
        turns.silent[host] = turns.silent[host] + 1 if answer.outcome == "no_answer" else 0
        self.aggregate.answers[self.base_url] = answer

    def check_content(self) -> bool:
        return False

    def _answer(self, tries: int) -> Answer:
        manners, turns, host = self.aggregate.manners, self.aggregate.turns, self.urlparts[1]
        if not self._robots_let_in():
            return Answer("blocked", detail="robots.txt")
        only = self.anchor or turns.silent[host] >= SILENT_ENOUGH
        answer = self._ask("GET" if only else "HEAD")
        if not only and answer.outcome in HEAD_MAY_LIE and not answer.busy:
            answer = self._ask("GET")
        for further in range(1, tries):
            if not answer.passing:
                break
            pause = max(manners.backoff * 2 ** (further - 1), answer.wait or 0)
            if pause > manners.patience:
                turns.resting.add(host)
                break
            if answer.wait:
                turns.pause(host, answer.wait)
            time.sleep(pause)
            answer = self._ask("GET")
        return answer

    def _robots_let_in(self) -> bool:
        try:
            return bool(self.allows_robots(self.url))
        except (requests.RequestException, ValueError):
            return True

    def _ask(self, method: str) -> Answer:
        timeout = self.aggregate.manners.timeout
        self.data = self.text = self.soup = None
        try:
            with self.session.request(
                method, self.url, stream=True, allow_redirects=True, timeout=timeout
            ) as response:
                anchor = urlsplit(response.url).fragment or self.anchor
                found = not response.ok or method == "HEAD" or self._has_anchor(response, anchor)
                return of_response(self.url, response, anchor_found=found)
        except (requests.RequestException, HTTPError, OSError, ValueError) as error:
            return of_error(error)

    def _has_anchor(self, response: requests.Response, anchor: str) -> bool:
        """Whether the page has the place; scripts' own routes and places of other than web pages cannot be told."""
        if not anchor or anchor == "top" or anchor.startswith(("/", "!")):
            return True
        self.url_connection, self.headers = response, response.headers
        self.set_content_type()
        self.set_encoding(response.encoding)
        if not self.is_html():
            return True
        soup, wanted = (
            self.get_soup(),
            {anchor, unquote(anchor)},
        )  # LinkChecker's own search is quadratic in depth
        return any(
            tag.get("id") in wanted or (tag.name == "a" and tag.get("name") in wanted)
            for tag in soup.find_all(True)
        )

    def read_content(self) -> bytes:
        """The page up to a size and a time: a server that drips must not hold a thread."""
        until, read = time.monotonic() + self.aggregate.manners.timeout, b""
        while len(read) < MAX_PAGE and (
            part := self.url_connection.raw.read1(self.ReadChunkBytes, decode_content=True)
        ):
            read += part
            if time.monotonic() > until:
                raise requests.exceptions.ReadTimeout("the page did not end in time")
        return read
