"""The state machine over simulated days, and merging as the one way to step it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.links.outcome import ALIVE, FAILING, WORDS, Check, Outcome
from catalogue.links.state import changes, joined, merged, of_run, seen, without_network
from catalogue.links.store import Reading, read, written

if TYPE_CHECKING:
    from catalogue.links.state import Link, Verdict

DAY = datetime.timedelta(days=1)
START = datetime.datetime(2026, 11, 1, 4, tzinfo=datetime.UTC)
URL = "https://koivula.fi/a"


def after(*runs: tuple[float, Outcome]) -> Link:
    """The state after runs on these days with these outcomes."""
    link = None
    for day, outcome in runs:
        one = seen(
            URL,
            Check(START + day * DAY, outcome, "https://koivula.fi/b" if outcome == "moved" else ""),
        )
        link = joined(link, one) if link else one
    assert link
    return link


@pytest.mark.parametrize(
    ("runs", "verdict"),
    [
        ([(0, "works")], "alive"),
        ([(0, "moved")], "alive"),
        ([(0, "redirects")], "alive"),
        ([(0, "anchor_missing")], "alive"),
        ([(0, "gone")], "doubt"),
        ([(0, "no_answer")], "doubt"),
        ([(0, "server_error")], "doubt"),
        ([(0, "bad_certificate")], "doubt"),
        ([(0, "blocked")], "blocked"),
        ([(0, "works"), (7, "gone")], "doubt"),
        ([(0, "works"), (7, "gone"), (14, "gone")], "dead"),
        ([(0, "gone"), (0.1, "gone"), (0.9, "gone")], "doubt"),  # three runs of one day
        ([(0, "gone"), (0.1, "gone"), (1, "gone")], "dead"),
        ([(0, "gone"), (7, "no_answer")], "dead"),
        ([(0, "gone"), (7, "works"), (14, "gone")], "doubt"),  # life between
        ([(0, "gone"), (7, "blocked"), (14, "gone")], "dead"),
        ([(0, "gone"), (7, "blocked")], "blocked"),
        ([(0, "gone"), (7, "gone"), (14, "works")], "alive"),
        ([(0, "gone"), (7, "gone"), (14, "moved")], "alive"),
        ([(0, "works"), (7, "blocked"), (14, "blocked"), (21, "blocked")], "blocked"),
    ],
)
def test_verdict_over_days(runs: list[tuple[float, Outcome]], verdict: Verdict) -> None:
    assert after(*runs).verdict() == verdict


def test_refusal_of_months_becomes_a_persons_task_until_somebody_has_looked() -> None:
    shut = after((0, "works"), *((week * 7, "blocked") for week in range(1, 10)))
    assert [
        link.needs_a_person()
        for link in (
            shut,
            after((0, "works"), (59, "blocked")),
            after((0, "blocked"), (60, "gone")),
        )
    ] == [True, False, False]
    assert after((0, "blocked"), (60, "blocked")).needs_a_person()
    looked = (START + 30 * DAY).date()
    assert not shut.needs_a_person(looked)
    assert after((0, "blocked"), (91, "blocked")).needs_a_person(looked)


def test_shut_page_is_told_once_and_again_after_a_look() -> None:
    before = {URL: after((0, "works"), (56, "blocked"))}
    now = {URL: after((0, "works"), (63, "blocked"))}
    assert changes(before, now).shut
    assert not changes(now, now).shut
    assert changes(now, now).waiting
    assert not changes(before, now, {URL: START.date() + 50 * DAY})


def test_history() -> None:
    link = after((0, "works"), (7, "gone"), (14, "gone"), (21, "no_answer"))
    assert (link.first_seen, link.last_alive, link.last.at) == (START, START, START + 21 * DAY)
    assert link.failed == tuple(START + n * 7 * DAY for n in (1, 2, 3))
    assert after((0, "works"), (7, "gone"), (14, "works")).failed == ()


def test_changes_tell_each_event_once() -> None:
    outcomes: list[Outcome] = ["works", "gone", "gone", "gone", "moved", "moved", "works"]
    told, state = [], of_run([])
    for week, outcome in enumerate(outcomes):
        before, target = state, "https://koivula.fi/b" if outcome == "moved" else ""
        state = merged(before, of_run([(URL, Check(START + 7 * week * DAY, outcome, target))]))
        found = changes(before, state)
        told.append(
            "".join(
                name[0]
                for name in ("died", "moved", "revived", "shut", "waiting")
                if getattr(found, name)
            )
        )
        assert bool(found) == bool(set(told[-1]) - {"w"})
    assert told == ["", "", "d", "w", "mr", "w", ""]


def test_another_new_address_is_news() -> None:
    first, second = (
        of_run([(URL, Check(START + n * DAY, "moved", f"https://koivula.fi/{n}"))]) for n in (1, 2)
    )
    assert changes(first, merged(first, second)).moved


def test_a_run_where_nothing_answers_is_without_network() -> None:
    silent = of_run([(f"{URL}{n}", Check(START, "no_answer")) for n in range(3)])
    assert without_network(silent)
    assert not without_network(silent | of_run([(URL, Check(START, "gone"))]))
    assert not without_network({})


def test_every_class_is_alive_failing_or_blocked() -> None:
    assert set(WORDS) == ALIVE | FAILING | {"blocked"}
    assert not ALIVE & FAILING


CLASSES = sorted({*WORDS} - {"moved"})  # a move needs its target, and that is told elsewhere
CHECKS = st.builds(
    Check, st.integers(0, 6).map(lambda day: START + day * DAY / 2), st.sampled_from(CLASSES)
)
RUNS = st.lists(
    st.tuples(st.sampled_from([f"https://koivula.fi/{n}" for n in range(3)]), CHECKS), max_size=6
)
STATES = st.lists(RUNS, max_size=4).map(lambda runs: _folded([of_run(run) for run in runs]))


def _folded(states: list[dict[str, Link]]) -> dict[str, Link]:
    made: dict[str, Link] = {}
    for state in states:
        made = merged(made, state)
    return made


@given(STATES, STATES, STATES)
def test_merging_does_not_depend_on_order(
    one: dict[str, Link], two: dict[str, Link], three: dict[str, Link]
) -> None:
    assert merged(one, two) == merged(two, one)
    assert merged(merged(one, two), three) == merged(one, merged(two, three))
    assert merged(one, one) == one


@given(STATES, STATES)
def test_merging_never_loses_a_sign_of_life_nor_an_address(
    one: dict[str, Link], two: dict[str, Link]
) -> None:
    both = merged(one, two)
    assert set(both) == {*one, *two}
    for state in (one, two):
        for url, link in state.items():
            assert both[url].first_seen <= link.first_seen
            assert both[url].last.at >= link.last.at
            if link.last_alive:
                kept = both[url].last_alive
                assert kept is not None
                assert kept >= link.last_alive


@given(STATES)
def test_what_is_written_is_read_back(state: dict[str, Link]) -> None:
    made = written(state, ["https://koivula.fi/uusi"]).encode()
    assert read(made, START + 9 * DAY) == Reading(state)
