"""Bounds and last resorts of the weekly check that no server is needed to see."""

from __future__ import annotations

import datetime
import json
import threading
from typing import TYPE_CHECKING, Any

import pytest

from catalogue.linkcheck import previous, robots, visitor
from catalogue.linkcheck.answers import Answer, of_trail
from catalogue.linkcheck.asking import Asker, NoReply, Reply
from catalogue.linkcheck.polite import LONGEST_DELAY, Manners, Turns
from catalogue.linkcheck.robots import MOST, Robots
from catalogue.linkcheck.trail import Trail, follow
from catalogue.links import store
from catalogue.links.outcome import Check
from catalogue.links.state import seen
from catalogue.links.store import kept

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = datetime.datetime(2026, 11, 20, 4, tzinfo=datetime.UTC)
URL = "https://koivula.fi/a"
FAR = "https://koivula.fi/" + "a" * 3000


def served(monkeypatch: pytest.MonkeyPatch, status: int, *parts: bytes) -> list[int]:
    """What a host's robots.txt is answered with; the list holds how many bytes were taken of it."""
    taken: list[int] = []

    def followed(_: Any, __: str, url: str, *rest: Any) -> Trail:
        reply = Reply(url, status)
        take: Callable[[bytes], bool] | None = rest[-1](url, reply)
        if take is not None:
            for part in parts:
                taken.append(len(part))
                if not take(part):
                    break
        return Trail((url,), (), reply)

    monkeypatch.setattr(robots, "follow", followed)
    return taken


def let_in(room: int = robots.ROOM) -> bool:
    made = Robots(room=room)
    with Asker(Manners(), threading.Event()) as asker:
        return made.let_in(asker, URL, 0, Turns(0))


def test_of_a_robots_txt_no_more_is_taken_than_is_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = served(monkeypatch, 200, *[b"#" * 65_536] * 100)
    assert let_in()
    assert MOST <= sum(taken) < MOST + 65_536


def test_rules_after_the_bound_of_a_robots_txt_are_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    head = b"User-agent: *\n"
    served(monkeypatch, 200, head + b"#" * MOST + b"\nDisallow: /\n")
    assert let_in()
    served(monkeypatch, 200, head + b"Disallow: /\n")
    assert not let_in()


def test_host_whose_rules_have_no_room_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    served(monkeypatch, 200, b"User-agent: *\n" + b"Disallow: /muu\n" * 100)
    assert let_in()
    assert not let_in(room=100)


@pytest.mark.parametrize("status", [404, 403, 500])
def test_robots_txt_that_cannot_be_had_forbids_nothing(
    monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    served(monkeypatch, status, b"User-agent: *\nDisallow: /\n")
    assert let_in()


def test_pause_that_a_host_asks_for_is_obeyed_up_to_a_bound_and_never_shortens_ours() -> None:
    turns = Turns(1.0)
    for host, seconds in (("a", 3600.0), ("b", 0.0), ("c", 3.0)):
        turns.slow(host, seconds)
    assert turns.delays == {"a": LONGEST_DELAY, "b": 1.0, "c": 3.0}


def test_nothing_is_asked_when_no_time_is_left() -> None:
    asked: list[str] = []

    class Counting(Asker):
        def ask(self, method: str, *_: Any) -> Reply:
            asked.append(method)
            return Reply(URL, 200)

    with Counting(Manners(), threading.Event()) as asker, pytest.raises(NoReply):
        follow(asker, "GET", URL, 0.0, Turns(0), lambda *_: None)
    assert asked == []


def test_new_address_that_is_too_long_is_not_told_as_one() -> None:
    found = of_trail(URL, Trail((URL, FAR), (301,), Reply(FAR, 200)))
    assert (found.outcome, found.target) == ("redirects", "")
    last = kept(seen(URL, Check(NOW, "moved", FAR, "301")))
    assert last and (last.last.outcome, last.last.target) == ("redirects", "")


def test_of_more_addresses_than_a_file_may_hold_those_without_history_give_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(store, "MAX_LINKS", 3)
    urls = [f"https://koivula.fi/{one}" for one in "abcde"]
    state = {url: seen(url, Check(NOW, "works")) for url in urls[3:]}
    raw = store.written(state, urls).encode()
    assert len(json.loads(raw)["links"]) == 3
    assert store.read(raw, NOW, urls).links == state


def test_state_that_does_not_end_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two bounds: of what is taken, and of what the asker hands over."""
    bounds: list[int] = []

    def followed(asker: Asker, _: str, url: str, *rest: Any) -> Trail:
        reply = Reply(url, 200)
        take = rest[-1](url, reply)
        bounds.append(asker.most)
        for _part in range(20):
            if not take(b" " * 1_000_000):
                break
        return Trail((url,), (), reply)

    monkeypatch.setattr(previous, "follow", followed)
    raw = previous._fetched("https://sivusto.fi/links.json", Manners())
    assert raw is not None and len(raw) <= store.MAX_BYTES + 1_000_000
    assert bounds == [store.MAX_BYTES + 1]


def test_state_that_is_out_of_reach_once_is_asked_for_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers: list[bytes | None] = [b"{}", None]

    def fetched(*_: Any) -> bytes | None:
        if (found := answers.pop()) is None:
            raise previous.Unreachable("503")
        return found

    monkeypatch.setattr(previous, "_fetched", fetched)
    assert previous._raw("https://sivusto.fi/links.json", Manners(backoff=0)) == b"{}"


@pytest.mark.parametrize(
    ("status", "detail"), [(101, "101 ilman vastausta"), (304, "304 ilman uutta osoitetta")]
)
def test_status_that_is_no_page_is_a_fault(status: int, detail: str) -> None:
    found = of_trail(URL, Trail((URL,), (), Reply(URL, status)))
    assert (found.outcome, found.detail) == ("server_error", detail)


def test_fault_of_ours_at_one_address_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(made: Any) -> Answer:
        if made.url.endswith("/b"):
            raise RuntimeError(made.url)
        return Answer("works")

    monkeypatch.setattr(visitor._Visit, "answer", answer)
    found = visitor.visit([f"https://koivula.fi/{one}" for one in "abc"], NOW, Manners(delay=0))
    assert [*found] == ["https://koivula.fi/a", "https://koivula.fi/c"]


def test_run_that_breaks_off_tells_what_it_saw(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(run: Any) -> None:
        run.answers[URL] = Answer("works")
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(visitor._Run, "carry_out", broken)
    turns = Turns(0)
    found = visitor.visit([URL, FAR], NOW, Manners(), turns)
    assert found == {URL: Check(NOW, "works")}
    assert turns.broken and turns.stop.is_set()
