"""robots.txt as RFC 9309 reads it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.linkcheck.robots import MOST, read

US = "User-agent: tyokykymallit-linkcheck\n"
ALL = "User-agent: *\n"


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        (ALL + "Disallow:", "/a", True),
        (ALL + "Disallow: /", "/a", False),
        (ALL + "Disallow: /a", "/abc", False),
        (ALL + "Disallow: /a/", "/a", True),
        (ALL + "Disallow: /\nAllow: /a", "/a/b", True),  # the longest decides, whichever is first
        (ALL + "Allow: /\nDisallow: /a", "/a/b", False),
        (ALL + "Disallow: /a\nAllow: /a", "/a", True),  # of two as long the one that allows
        (ALL + "Disallow: /*.pdf$", "/a/b.pdf", False),
        (ALL + "Disallow: /*.pdf$", "/a/b.pdf?x=1", True),
        (ALL + "Disallow: /a*b*c", "/axxbxxc", False),
        (ALL + "Disallow: /a*b*c", "/axxcxxb", True),
        (ALL + "Disallow: /a$", "/a", False),
        (ALL + "Disallow: /a$", "/ab", True),
        (ALL + "Disallow: /*aba$", "/aba", False),
        (ALL + "Disallow: /ab*ba$", "/aba", True),  # the pieces must not overlap
        (ALL + "Disallow: /?", "/?x=1", False),
        (ALL + "Disallow: /%C3%A4", "/ä", False),
        (ALL + "Disallow: /ä", "/%c3%a4", False),
        (US + "Disallow: /a\n" + ALL + "Disallow: /", "/b", True),  # our own group alone counts
        (ALL + "Disallow: /\n" + US + "Allow: /a", "/b", True),
        (US + "Disallow: /a\n\n" + US + "Disallow: /b", "/b", False),  # groups of one name join
        ("User-agent: muu\n" + ALL + "Disallow: /a", "/a", False),  # names above share their rules
        ("User-agent: muu\nDisallow: /", "/a", True),
        ("user-AGENT: TYOKYKYMALLIT-LINKCHECK/1.0\ndisallow: /a # miksi", "/a", False),
        ("Disallow: /a\n" + ALL, "/a", True),  # rules of nobody
        ("\ufeff" + ALL + "Disallow: /a", "/a", False),
        (ALL + "Sitemap: /s\nDisallow: /a\nroskaa\n:\n", "/a", False),
    ],
)
def test_rules(text: str, path: str, allowed: bool) -> None:
    assert read(text).allow(f"https://koivula.fi{path}") is allowed


def test_pause_is_read_from_our_group() -> None:
    assert read(ALL + "Crawl-delay: 5").delay == 5
    assert read(ALL + "Crawl-delay: 5\n" + US + "Crawl-delay: 2.5").delay == 2.5
    assert read(ALL + "Crawl-delay: -5").delay == read(ALL + "Crawl-delay: 1e9").delay == 0


@given(st.text(max_size=200), st.text(st.sampled_from("/ab*$%?ä"), max_size=30))
def test_any_text_is_read(text: str, path: str) -> None:
    read(text).allow(f"https://koivula.fi/{path}")
    read(ALL + f"Disallow: /{path}\n").allow(f"https://koivula.fi/{path}")


def test_stars_take_linear_time() -> None:
    text = ALL + "Disallow: /" + "*a" * (MOST // 2) + "*b$\n"
    started = time.monotonic()
    assert read(text).allow("https://koivula.fi/" + "a" * 2000)
    assert time.monotonic() - started < 2
