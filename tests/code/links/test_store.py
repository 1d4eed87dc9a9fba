"""What is written is read back; what comes over the network is refused, or its bad entries dropped."""

from __future__ import annotations

import contextlib
import datetime
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.links import store
from catalogue.links.outcome import WORDS, Check
from catalogue.links.state import Link, joined, seen
from catalogue.links.store import (
    MAX_BYTES,
    MAX_FAILURES,
    MAX_LINKS,
    Reading,
    Refused,
    kept,
    read,
    written,
)

NOW = datetime.datetime(2026, 11, 20, 4, tzinfo=datetime.UTC)
WEEK = datetime.timedelta(days=7)
URL = "https://koivula.fi/a"
GONE = joined(
    joined(seen(URL, Check(NOW - 3 * WEEK, "works")), seen(URL, Check(NOW - WEEK, "gone"))),
    seen(URL, Check(NOW, "gone")),
)
MANY = [NOW - n * WEEK / 7 for n in range(300, 0, -1)]
MOVED = seen(URL, Check(NOW, "moved", "https://koivula.fi/b", "301"))


def entry(**changed: Any) -> bytes:
    """The file of one address with some of its fields changed; None of a name removes it."""
    made = json.loads(written({URL: GONE}))
    made["links"][0] |= changed
    return json.dumps(made).encode()


def test_written_form_is_stable() -> None:
    assert json.loads(written({URL: GONE}, ["https://koivula.fi/uusi"])) == {
        "version": 1,
        "links": [
            {
                "url": URL,
                "class": "gone",
                "words": "poissa",
                "verdict": "dead",
                "first_seen": "2026-10-30T04:00:00Z",
                "last_alive": "2026-10-30T04:00:00Z",
                "last_checked": "2026-11-20T04:00:00Z",
                "consecutive_failures": 2,
                "failures": ["2026-11-13T04:00:00Z", "2026-11-20T04:00:00Z"],
                "target": None,
                "detail": None,
            },
            {
                "url": "https://koivula.fi/uusi",
                "class": "not_checked",
                "words": "ei vielä tarkistettu",
                "verdict": None,
                "first_seen": None,
                "last_alive": None,
                "last_checked": None,
                "consecutive_failures": 0,
                "failures": [],
                "target": None,
                "detail": None,
            },
        ],
    }
    assert read(written({URL: GONE}, ["https://koivula.fi/uusi"]).encode(), NOW) == Reading(
        {URL: GONE}
    )


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "JSONia"),
        (b"<html>404", "JSONia"),
        (b"[]", "muotoa"),
        (b"\xff\xfe", "JSONia"),
        (b"{}", "muotoa"),
        (b'{"version": 2, "links": []}', "muotoa"),
        (b'{"version": 1, "links": [], "muuta": 1}', "muotoa"),
        (b'{"version": 1, "links": ' + b"[" * 5000 + b"]" * 5000 + b"}", "muotoa|JSONia"),
        (b" " * (MAX_BYTES + 1), "liian suuri"),
        (entry(muuta=1), "muotoa"),
        (entry(consecutive_failures="2"), "muotoa"),
        (entry(consecutive_failures=None), "muotoa"),
        (entry(first_seen="eilen"), "muotoa"),
        (entry(failures=3), "muotoa"),
        (entry(url=["https://koivula.fi"]), "muotoa"),
        (entry(**{"class": "fine"}), "muotoa"),
        (entry(url="https://koivula.fi/" + "a" * 3000), "muotoa"),
        (entry(last_checked="2026-11-20T04:00:00+02:00"), "muotoa"),
        (entry(last_checked="2036-11-20T04:00:00Z"), "tulossa"),
        (entry(last_alive="2026-11-20T09:00:00Z"), "tulossa"),
        (entry(first_seen=None), "aika"),
        (entry(last_checked=None), "aika"),
        (entry(consecutive_failures=1), "ristiriidassa"),
        (entry(failures=[]), "ristiriidassa"),
        (entry(first_seen="2026-11-20T04:00:00Z"), "ristiriidassa"),
        (entry(**{"class": "works"}), "ristiriidassa"),
        (entry(target="https://koivula.fi/b"), "ristiriidassa"),
        (entry(detail="a\nb"), "ristiriidassa"),
        (entry(**{"class": "blocked"}, last_checked="2026-11-01T04:00:00Z"), "ristiriidassa"),
        (entry(url="javascript:alert(1)"), "ei voi olla"),
        (entry(url="http://127.0.0.1/a"), "ei voi olla"),
        (entry(url="https://nimi:sana@koivula.fi/a"), "ei voi olla"),
        (entry(url="file:///etc/passwd"), "ei voi olla"),
    ],
    ids=str,
)
def test_hostile_file_is_refused(raw: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        read(raw, NOW)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "https://koivula.fi/<script>",
        "https://",
        'https://a.fi/"onclick=',
        "",
    ],
)
def test_hostile_new_address_is_refused(target: str) -> None:
    made = json.loads(written({URL: MOVED}))
    made["links"][0]["target"] = target
    with pytest.raises(Refused, match="ristiriidassa"):
        read(json.dumps(made).encode(), NOW)


def test_repeated_address_counts_once() -> None:
    made = json.loads(written({URL: MOVED}))
    made["links"] *= 2
    found = read(json.dumps(made).encode(), NOW)
    assert found.links == {URL: MOVED}
    assert found.dropped == ("kohta 2: sama osoite on tiedostossa kahdesti",)


@pytest.mark.parametrize(
    "spoilt",
    [
        {"target": "https://koivula.fi/" + "a" * 60_000},
        {"class": "fine"},
        {"last_checked": "2036-11-20T04:00:00Z"},
        {"detail": "a\u0000"},
        {"url": "http://127.1/"},
        {"failures": "x"},
    ],
    ids=lambda spoilt: next(iter(spoilt)),
)
def test_a_bad_entry_is_dropped_and_the_others_stay(spoilt: dict[str, Any]) -> None:
    others = {
        f"https://koivula.fi/{n}": replace(GONE, url=f"https://koivula.fi/{n}") for n in "bcd"
    }
    made = json.loads(written(others | {URL: GONE}))
    made["links"][0] |= spoilt
    found = read(json.dumps(made).encode(), NOW)
    assert found.links == others
    assert len(found.dropped) == 1
    assert found.dropped[0].startswith("kohta 1: ")


TEXTS = st.text(st.characters(codec=None), max_size=40) | st.sampled_from(
    ["https://koivula.fi/" + "a" * 60_000, "\ud800", "\x00", "ä" * 5000, "https://a.fi/b\n"]
)
MOMENTS = st.datetimes(
    datetime.datetime(1999, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    NOW.replace(tzinfo=None),
    timezones=st.just(datetime.UTC),
)
LINKS = st.builds(
    Link,
    TEXTS | st.sampled_from([URL, "https://koivula.fi/b", "http://localhost/"]),
    MOMENTS,
    st.none() | MOMENTS,
    st.builds(Check, MOMENTS, st.sampled_from(sorted(WORDS)), TEXTS, TEXTS),
    st.lists(MOMENTS, max_size=6).map(tuple) | st.just(tuple(MANY)),
)


@given(st.lists(LINKS, max_size=5))
def test_whatever_is_written_is_read_back(links: list[Link]) -> None:
    state = {link.url: link for link in links}
    expected = {url: made for url, link in state.items() if (made := kept(link))}
    assert read(written(state).encode(), NOW, set(state)) == Reading(expected)


@given(LINKS)
def test_what_is_kept_of_a_link_is_its_last_visit_and_the_verdict_of_sound_ones(link: Link) -> None:
    made = kept(link)
    if made is not None:
        assert made.url == link.url
        assert made.last.at == link.last.at.replace(microsecond=0)
        assert made.last.outcome in (link.last.outcome, "redirects")
        assert kept(made) == made


def test_history_of_sound_visits_is_kept_whole_up_to_its_length() -> None:
    long = replace(GONE, failed=(*MANY, NOW), first_seen=MANY[0], last_alive=None)
    made = kept(long)
    assert made is not None
    assert (made.failed[0], made.failed[-1], len(made.failed)) == (MANY[0], NOW, MAX_FAILURES)
    assert kept(GONE) == GONE


def test_twenty_thousand_addresses_with_histories_are_read_back() -> None:
    state = {}
    for n in range(MAX_LINKS):
        url = f"https://koivula.fi/{'a' * 60}/{n}"
        state[url] = replace(GONE, url=url)
    raw = written(state).encode()
    assert len(raw) < MAX_BYTES
    assert read(raw, NOW, state) == Reading(state)


def test_the_longest_histories_give_way_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MAX_BYTES", 6000)
    long = joined(
        replace(
            GONE,
            failed=tuple(MANY),
            last=Check(MANY[-1], "gone"),
            last_alive=None,
            first_seen=MANY[0],
        ),
        seen(URL, Check(NOW, "gone")),
    )
    other = "https://koivula.fi/b"
    found = read(written({URL: long, other: replace(GONE, url=other)}).encode(), NOW)
    assert {*found.links} == {other}


def test_more_than_a_file_may_hold_is_cut_by_whole_entries() -> None:
    urls = [f"https://koivula.fi/{n:05}/{'a' * 1900}" for n in range(MAX_LINKS + 50)]
    state = {url: replace(GONE, url=url) for url in urls[: MAX_LINKS // 2]}
    raw = written(state, urls).encode()
    assert len(raw) <= MAX_BYTES
    found = read(raw, NOW, set(urls))
    assert found.dropped == ()
    assert all(state[url] == link for url, link in found.links.items())


def test_registers_own_address_is_read_whatever_it_is() -> None:
    own = "http://127.0.0.1:8000/a"
    state = {own: seen(own, Check(NOW, "works"))}
    assert read(written(state).encode(), NOW, {own}) == Reading(state)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_anything_is_read_or_refused(raw: bytes) -> None:
    with contextlib.suppress(Refused):
        assert read(raw, NOW) == Reading({})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
)


@given(st.sampled_from(sorted(json.loads(written({URL: GONE}))["links"][0])), JSON)
def test_any_value_in_any_field_is_read_or_refused(field: str, value: object) -> None:
    with contextlib.suppress(Refused):
        read(entry(**{field: value}), NOW)
