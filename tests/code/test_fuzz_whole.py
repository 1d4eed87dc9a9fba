"""Broken copies of whole catalogues yield problems or a whole site; `make fuzz` tries as many as there is time for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import fuzz
from fuzz.output import faults_of
from pages.harness import Said

if TYPE_CHECKING:
    import pytest

SEEDS = [seed for seed in range(1, 160) if seed % 50]  # every fiftieth breaks the real catalogue


def test_broken_made_up_catalogue_is_refused_or_printed_whole() -> None:
    outcome = fuzz.tried(SEEDS)
    assert not outcome.broke
    assert (
        outcome.counts["refused"] > len(SEEDS) / 2
    )  # else the faults are too mild to show anything
    assert outcome.counts["printed"] > 10


def test_catalogues_that_are_broken_are_right_before() -> None:
    small, rich, _ = fuzz.worlds()
    assert fuzz.survives(small, strictly=True) and fuzz.survives(rich)


def test_fuzzer_sees_a_fault_of_the_checker(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it was once: what is computed was computed of records with faults, too."""
    monkeypatch.setattr("catalogue.rules.sound", lambda catalogue, faults: catalogue)
    assert any(fuzz.tried([seed]).broke for seed in SEEDS)


def test_fuzzer_sees_a_fault_of_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("catalogue.site.sitemap.model_view", lambda *_: dict[str, str]()["x"])
    assert any(fuzz.tried([seed]).broke for seed in SEEDS[:60])


def test_what_must_not_be_printed_is_told() -> None:
    for address, raw in (
        ("a/", '\n\n<p onclick="x">'),
        ("a/", "\n\n<script>x</script>"),
        ("a/", '\n\n<a href="javascript:x">'),
        ("a/", '\n\n<meta http-equiv="refresh">'),
        ("a.csv", "a\r\n=1+1\r\n"),
    ):
        assert [*faults_of(Said("model.html", address, raw))]
    for address, raw in (("a/", '\n\n<a href="../b/">c</a>'), ("a.csv", "a,-1.5\r\n")):
        assert not [*faults_of(Said("model.html", address, raw))]


def test_same_seed_breaks_the_same() -> None:
    made_up = fuzz.worlds()[1]
    assert fuzz.catalogue(made_up, 7) == fuzz.catalogue(made_up, 7) != fuzz.catalogue(made_up, 8)
