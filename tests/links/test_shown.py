"""What readers are told of an address: a state with its date, the copy for a dead page, and nothing that was not checked."""

from __future__ import annotations

import datetime
import json
import re
from typing import TYPE_CHECKING

import pytest

from catalogue.api import files
from catalogue.facts import Build, Facts
from catalogue.links.outcome import Check, Outcome
from catalogue.links.state import Link, joined, seen
from catalogue.load import assemble, checked
from catalogue.views.links import address_view, state_of, states_view
from catalogue.views.sources import source_view, sources_view

if TYPE_CHECKING:
    from pathlib import Path

    from catalogue.records import Catalogue
    from golden import Files

NOW = datetime.datetime(2026, 11, 20, 4, tzinfo=datetime.UTC)
WEEK = datetime.timedelta(days=7)
REPORT = "https://www.koivula.fi/raportti"
COPY = "https://web.archive.org/web/2024/https://www.koivula.fi/raportti"


def link(url: str, *outcomes: Outcome) -> Link:
    """The state after weekly visits, the last of them now."""
    found = [seen(url, Check(NOW - WEEK * back, outcome, "https://koivula.fi/uusi" if outcome == "moved" else ""))
             for back, outcome in zip(range(len(outcomes) - 1, -1, -1), outcomes, strict=True)]
    made = found[0]
    for one in found[1:]:
        made = joined(made, one)
    return made


@pytest.fixture
def small(base: Files) -> Catalogue:
    return checked(*assemble("models", sorted(base.items())))


def facts(catalogue: Catalogue, *links: Link) -> Facts:
    return Facts(catalogue, Build(NOW.date()), {one.url: one for one in links})


@pytest.mark.parametrize(
    ("outcomes", "told"),
    [
        (["works"], "tarkistettu 20.11.2026, toimii"), (["moved"], "tarkistettu 20.11.2026, siirtynyt pysyvästi"),
        (["redirects"], "tarkistettu 20.11.2026, siirtynyt tilapäisesti"),
        (["works", "no_answer"], "tarkistettu 20.11.2026, ei vastaa; toimi viimeksi 13.11.2026; tarkistetaan uudelleen"),
        (["works", "gone", "gone"], "tarkistettu 20.11.2026, poissa; toimi viimeksi 6.11.2026"),
        (["gone", "gone"], "tarkistettu 20.11.2026, poissa; ei ole toiminut kertaakaan tarkistettaessa"),
        (["works", "blocked"], "tarkistettu 20.11.2026, palvelin estää tarkistuksen; toimi viimeksi 13.11.2026"),
    ],
)
def test_state_in_words(outcomes: list[Outcome], told: str) -> None:
    assert state_of(link(REPORT, *outcomes)) == told


def test_nothing_is_called_checked_that_was_not(small: Catalogue) -> None:
    assert state_of(None) == "ei vielä tarkistettu"
    cards = sources_view(facts(small)).cards
    assert {card.state for card in cards} == {"", "ei vielä tarkistettu"}
    assert states_view(facts(small)).checked == ""


def test_dead_page_leads_to_its_copy_with_the_original_shown(small: Catalogue) -> None:
    view = address_view(facts(small, link(REPORT, "gone", "gone")), "koivulan-raportti")
    assert view
    assert (view.href, view.label, view.original) == (COPY, "arkistokopio", REPORT)
    doubt = address_view(facts(small, link(REPORT, "works", "gone")), "koivulan-raportti")
    assert doubt
    assert (doubt.href, doubt.label, doubt.original) == (REPORT, REPORT, "")


def test_dead_page_without_a_copy_keeps_its_address(small: Catalogue) -> None:
    page = "https://mittarit.fi/vointi"
    view = address_view(facts(small, link(page, "gone", "gone")), "mittarin-sivu")
    assert view
    assert (view.href, view.original, view.kind) == (page, "", "kuollut")


def test_source_without_address_has_none(small: Catalogue) -> None:
    assert source_view(facts(small), "yhteenveto").address is None


def test_states_put_the_worst_first_and_name_the_line(small: Catalogue) -> None:
    view = states_view(facts(small, link(REPORT, "gone", "gone"), link("https://mittarit.fi/vointi", "moved")))
    assert [kind for kind, _, _ in view.groups] == ["kuollut", "siirtynyt", "tarkistamatta"]
    dead = view.groups[0][2][0]
    assert (dead.place, dead.address) == ("models/sources/asiakirjat.yml:6", REPORT)
    assert view.checked == "20.11.2026"


def test_states_are_published(small: Catalogue) -> None:
    text = dict(files(facts(small, link(REPORT, "works"))))["api/v1/links.json"]
    classes = {entry["url"]: entry["class"] for entry in json.loads(text)["links"]}
    assert classes == {REPORT: "works", COPY: "not_checked", "https://mittarit.fi/vointi": "not_checked",
                       "https://innokyla.fi/fi/kokonaisuus/testi": "not_checked"}


def test_real_site_shows_every_sources_state(site: Path, catalogue: Catalogue) -> None:
    for key, source in catalogue.sources.items():
        html = (site / "lahteet" / key / "index.html").read_text(encoding="utf-8")
        assert ("link-state" in html) == bool(source.data.url or source.data.archive_url), key
        assert not re.search(r"tarkistettu \d", html), "nothing was checked for this build"
    assert "ei vielä tarkistettu" in (site / "lahteet" / "index.html").read_text(encoding="utf-8")
    assert (site / "lahteet" / "tila" / "index.html").is_file()
