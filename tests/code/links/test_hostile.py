"""The weekly check survives the worst server: time, memory, and what it says of each."""

from __future__ import annotations

import datetime
import threading
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from benchmarks.hostile_servers import in_a_process
from catalogue.linkcheck.asking import Asker
from catalogue.linkcheck.polite import Manners, Turns
from catalogue.linkcheck.visitor import visit
from hostileserver import PAGES, ROBOTS, every_kind, server, silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hostileserver import Asked

NOW = datetime.datetime(2026, 11, 20, 4, tzinfo=datetime.UTC)
MEGABYTES = 200


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def test_all_of_them_at_once_take_bounded_time_and_memory() -> None:
    with every_kind() as addresses:
        made = in_a_process([*addresses.values()], timeout=1)
    assert set(made["found"]) == set(addresses.values())
    assert made["megabytes"] < MEGABYTES
    assert made["seconds"] < 60  # by 8 threads 42 servers, each at most four seconds of ours
    told = {name: made["found"][url][0] for name, url in addresses.items()}
    alive = {name for name, outcome in told.items() if outcome in ("works", "moved", "redirects")}
    # of an address without an anchor the head suffices, once as much of the body has come as is ever read
    assert alive <= {*ROBOTS, "page, packed nothing without end"}


def test_eight_of_the_greediest_at_once_take_bounded_memory() -> None:
    with ExitStack() as stack:
        greedy = PAGES["page, one tag without end"]
        urls = [stack.enter_context(server(greedy)) + "/a#kohta" for _ in range(8)]
        made = in_a_process(urls, timeout=5)
    assert set(made["found"]) == set(urls)
    assert made["megabytes"] < MEGABYTES


@pytest.mark.parametrize(
    "name", ["page, gzip bomb", "page without end", "page, packed nothing without end"]
)
def test_no_more_of_a_body_is_read_than_is_accepted(name: str) -> None:
    """Neither as it comes nor as it unpacks; long before the time is over."""
    most, taken = 200_000, 0

    def take(part: bytes) -> bool:
        nonlocal taken
        taken += len(part)
        return True

    with server(PAGES[name]) as address:
        port = int(address.rpartition(":")[2])
        manners = Manners(endpoints=frozenset({("127.0.0.1", port)}))
        started = time.monotonic()
        with Asker(manners, threading.Event(), most=most) as asker:
            asker.ask("GET", f"{address}/a", 20, lambda _: take)
        assert time.monotonic() - started < 5
    assert taken < most + 200_000  # what libcurl hands over at once


@pytest.mark.parametrize(
    ("name", "outcome", "detail"),
    [
        # what a reader would get to see; only the place on the page is not there
        ("redirect, body dripped", "anchor_missing", "#kohta"),
        ("redirect, endless body", "anchor_missing", "#kohta"),
        ("redirect, gzip bomb", "anchor_missing", "#kohta"),
        ("header without end", "server_error", "vastauksen otsakkeet eivät lopu"),
        ("headers without end", "server_error", "vastauksen otsakkeet eivät lopu"),
        ("100 Continue without end", "server_error", "vastauksen otsakkeet eivät lopu"),
        ("no HTTP at all", "server_error", "vastaus on virheellinen"),
        ("Location of 60,000", "server_error", "ohjaa osoitteeseen, jota ei voi avata"),
        ("redirect loop", "server_error", "ohjaukset kiertävät kehää"),
        ("redirects with cookies", "server_error", "ohjaukset kiertävät kehää"),
    ],
)
def test_what_is_said_of_each(name: str, outcome: str, detail: str) -> None:
    with server(PAGES[name]) as address:
        port = int(address.rpartition(":")[2])
        manners = Manners(
            delay=0, timeout=10, retries=0, endpoints=frozenset({("127.0.0.1", port)})
        )
        found = visit([f"{address}/a#kohta"], NOW, manners)[f"{address}/a#kohta"]
    assert (found.outcome, found.detail) == (outcome, detail)


@pytest.mark.parametrize(
    "name", ["headers dripped", "100 Continue dripped", "page dripped", "slow redirects", "silence"]
)
def test_a_visit_ends_in_time(name: str) -> None:
    with server(PAGES[name], ROBOTS["robots.txt dripped"]) as address:
        url = f"{address}/a#kohta"
        port = int(address.rpartition(":")[2])
        manners = Manners(
            delay=0,
            timeout=0.5,
            visit=1.2,
            retries=2,
            backoff=0.01,
            endpoints=frozenset({("127.0.0.1", port)}),
        )
        started = time.monotonic()
        found = visit([url], NOW, manners)
        assert time.monotonic() - started < 2.5
    assert (found[url].outcome, found[url].detail) == ("no_answer", "aika loppui")


def test_a_question_takes_no_longer_than_what_is_left_of_the_visit() -> None:
    with server(silent) as address:
        port = int(address.rpartition(":")[2])
        manners = Manners(
            delay=0, timeout=20, visit=0.5, endpoints=frozenset({("127.0.0.1", port)})
        )
        started = time.monotonic()
        visit([f"{address}/a"], NOW, manners)
        assert time.monotonic() - started < 3


def test_pauses_between_tries_belong_to_the_visit() -> None:
    def busy(_: Asked) -> Iterator[bytes]:
        yield b"HTTP/1.1 503 Busy\r\nRetry-After: 4\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

    with server(busy) as address:
        port = int(address.rpartition(":")[2])
        manners = Manners(delay=0, visit=1, backoff=4, endpoints=frozenset({("127.0.0.1", port)}))
        started = time.monotonic()
        found = visit([f"{address}/a"], NOW, manners)
        assert time.monotonic() - started < 3
    assert found[f"{address}/a"].outcome == "server_error"


def test_a_run_ends_in_time_and_keeps_what_it_saw() -> None:
    with server(silent) as address:
        port = int(address.rpartition(":")[2])
        manners = Manners(
            delay=0,
            timeout=0.4,
            run=1.0,
            retries=0,
            endpoints=frozenset({("127.0.0.1", port)}),
        )
        urls = [f"{address}/{n}#a" for n in range(100)]
        started = time.monotonic()
        found = visit(urls, NOW, manners)
        assert time.monotonic() - started < 3
    assert 1 <= len(found) < 10


def test_a_run_that_is_stopped_ends_within_seconds_and_records_nothing_false() -> None:
    with server(silent) as address:
        port = int(address.rpartition(":")[2])
        manners = Manners(  # no second try, whose pause would notice the stop as well
            delay=0, timeout=30, retries=0, endpoints=frozenset({("127.0.0.1", port)})
        )
        turns = Turns(0)

        threading.Timer(0.5, turns.stop.set).start()
        started = time.monotonic()
        assert visit([f"{address}/a#a"], NOW, manners, turns) == {}  # asked but once, by GET
        assert time.monotonic() - started < 5
