"""The previous state comes over the network: what is not plainly a state is refused whole."""

from __future__ import annotations

import contextlib
import datetime
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.links.outcome import Check
from catalogue.links.state import joined, seen
from catalogue.links.store import MAX_BYTES, Refused, read, written

NOW = datetime.datetime(2026, 11, 20, 4, tzinfo=datetime.UTC)
WEEK = datetime.timedelta(days=7)
URL = "https://koivula.fi/a"
GONE = joined(
    joined(seen(URL, Check(NOW - 3 * WEEK, "works")), seen(URL, Check(NOW - WEEK, "gone"))),
    seen(URL, Check(NOW, "gone")),
)
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
    assert read(written({URL: GONE}, ["https://koivula.fi/uusi"]).encode(), NOW) == {URL: GONE}


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "muotoa"),
        (b"<html>404", "muotoa"),
        (b"[]", "muotoa"),
        (b"\xff\xfe", "muotoa"),
        (b"{}", "muotoa"),
        (b'{"version": 2, "links": []}', "muotoa"),
        (b'{"version": 1, "links": [], "muuta": 1}', "muotoa"),
        (b'{"version": 1, "links": ' + b"[" * 5000 + b"]" * 5000 + b"}", "muotoa"),
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


def test_repeated_address_is_refused() -> None:
    made = json.loads(written({URL: MOVED}))
    made["links"] *= 2
    with pytest.raises(Refused, match="kahdesti"):
        read(json.dumps(made).encode(), NOW)


def test_registers_own_address_is_read_whatever_it_is() -> None:
    own = "http://127.0.0.1:8000/a"
    state = {own: seen(own, Check(NOW, "works"))}
    assert read(written(state).encode(), NOW, {own}) == state


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_anything_is_read_or_refused(raw: bytes) -> None:
    with contextlib.suppress(Refused):
        assert read(raw, NOW) == {}


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
