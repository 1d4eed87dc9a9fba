"""Addresses: what is wrong with one, its clean form, and when two are the same page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.links.address import clean, faults, trivial

FINE = [
    "https://innokyla.fi/fi/kokonaisuus/testi",
    "http://www.koivula.fi",
    "https://doi.org/10.3233/JVR-150770",
    "https://koivula.fi/a?x=1&y=2#luku-3",
    "https://koivula.fi:8443/",
    "https://1.koivula.fi/",
    "https://8.8.8.8.koivula.fi/",
    "https://www.koivula.fi/esimerkki.com",
    "https://koivula.fi/-/uutinen",
]
ODD = st.text(st.sampled_from("htps:/.@[]#?&=%~a1-_ \\äö\t"), max_size=30)


@pytest.mark.parametrize("url", FINE)
def test_public_address_has_no_fault(url: str) -> None:
    assert list(faults(url)) == []


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.1.1",
        "[::1]",
        "[fe80::1]",
        "[fc00::1]",
        "palvelin",
        "0.0.0.0",
        "2130706433",
        "intra.koivula.local",
        "koivula.lan",
        "koivula.intranet",
        "koivula.internal",
    ],
)
def test_private_host_is_named(host: str) -> None:
    assert [fault for fault in faults(f"https://{host}/a") if "ei ole julkinen" in fault]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com",
        "https://example.com/a/b",
        "http://www.example.org/?a=1",
        "https://sub.example.net/",
    ],
)
def test_placeholder_is_told(url: str) -> None:
    assert [fault for fault in faults(url) if "esimerkki tai keskeneräinen" in fault]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.fi/b#:~:text=kohta", "https://a.fi/b"),
        ("https://a.fi/b#luku:~:text=kohta", "https://a.fi/b#luku"),
        ("https://a.fi/b?utm_source=x&id=3&utm_medium=y", "https://a.fi/b?id=3"),
        ("https://a.fi/b?gclid=x", "https://a.fi/b"),
        ("https://a.fi/b?tyhja=&fbclid=1", "https://a.fi/b?tyhja="),
        ("https://a.fi/b?id=3#c", "https://a.fi/b?id=3#c"),
    ],
)
def test_clean_form_keeps_what_names_the_page(url: str, expected: str) -> None:
    assert clean(url) == expected
    assert not [fault for fault in faults(expected) if "seurantaosa" in fault]


@pytest.mark.parametrize(
    "same",
    [
        "http://a.fi/b",
        "https://www.a.fi/b",
        "https://A.FI/b",
        "https://a.fi/b/",
        "https://a.fi/b#kohta",
    ],
)
def test_trivial_differences_do_not_make_another_page(same: str) -> None:
    assert trivial(same) == trivial("https://a.fi/b")


@pytest.mark.parametrize(
    "other",
    ["https://a.fi/c", "https://a.fi/b?x=1", "https://b.fi/b", "https://a.fi/B", "https://a.fi"],
)
def test_other_differences_do(other: str) -> None:
    assert trivial(other) != trivial("https://a.fi/b")


@given(ODD | ODD.map("https://".__add__))
def test_any_address_gets_an_answer(url: str) -> None:
    trivial(url)
    for fault in faults(url):
        assert fault.endswith(".") or url in fault or "Puhdas muoto" in fault
