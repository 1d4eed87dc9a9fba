"""What readers are told of an address: a state with its date, the copy for a dead page, and nothing that was not checked."""

from __future__ import annotations

import datetime
import json
import re
from typing import TYPE_CHECKING

import pytest

from built import ROOT
from catalogue.build import LinkFile, site
from catalogue.facts import Build, Facts
from catalogue.files.all import files
from catalogue.links.store import written
from catalogue.load import assemble, checked
from catalogue.site.pages.link_states import address_view, state_of, states_view
from catalogue.site.pages.sources import source_view, sources_view
from golden import BASE
from odd import NOW, link, visited

if TYPE_CHECKING:
    from pathlib import Path

    from catalogue.build import Site
    from catalogue.links.outcome import Outcome
    from catalogue.links.state import Link
    from catalogue.records import Catalogue
    from golden import Files

REPORT = "https://www.koivula.fi/raportti"
COPY = "https://web.archive.org/web/2024/https://www.koivula.fi/raportti"


@pytest.fixture
def small(base: Files) -> Catalogue:
    return checked(*assemble("models", sorted(base.items())))


def facts(catalogue: Catalogue, *links: Link) -> Facts:
    return Facts(catalogue, Build(NOW.date()), {one.url: one for one in links})


@pytest.mark.parametrize(
    ("outcomes", "told"),
    [
        (["works"], "tarkistettu 20.11.2025, toimii"),
        (["moved"], "tarkistettu 20.11.2025, siirtynyt pysyvästi"),
        (["redirects"], "tarkistettu 20.11.2025, siirtynyt tilapäisesti"),
        (
            ["works", "no_answer"],
            "tarkistettu 20.11.2025, ei vastaa; toimi viimeksi 13.11.2025; tarkistetaan uudelleen",
        ),
        (["works", "gone", "gone"], "tarkistettu 20.11.2025, poissa; toimi viimeksi 6.11.2025"),
        (
            ["gone", "gone"],
            "tarkistettu 20.11.2025, poissa; ei ole toiminut kertaakaan tarkistettaessa",
        ),
        (
            ["works", "blocked"],
            "tarkistettu 20.11.2025, palvelin estää tarkistuksen; toimi viimeksi 13.11.2025",
        ),
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
    view = states_view(
        facts(small, link(REPORT, "gone", "gone"), link("https://mittarit.fi/vointi", "moved"))
    )
    assert [group.id for group in view.groups] == ["kuollut", "siirtynyt", "tarkistamatta"]
    dead = view.groups[0].rows[0]
    assert (dead.place, dead.address) == ("models/sources/asiakirjat.yml:6", REPORT)
    assert view.checked == "20.11.2025"


def test_states_are_published(small: Catalogue) -> None:
    text = dict(files(facts(small, link(REPORT, "works"))))["api/v1/links.json"]
    classes = {entry["url"]: entry["class"] for entry in json.loads(text)["links"]}
    assert classes == {
        REPORT: "works",
        COPY: "not_checked",
        "https://mittarit.fi/vointi": "not_checked",
        "https://innokyla.fi/fi/kokonaisuus/testi": "not_checked",
    }


def test_site_shows_every_sources_state(site: Path, catalogue: Catalogue) -> None:
    for key, source in catalogue.sources.items():
        html = (site / "lahteet" / key / "index.html").read_text(encoding="utf-8")
        assert ("link-state" in html) == bool(source.data.url or source.data.archive_url), key
        assert not re.search(r"tarkistettu \d", html), "nothing was checked for this build"
    assert "ei vielä tarkistettu" in (site / "lahteet" / "index.html").read_text(encoding="utf-8")
    assert (site / "lahteet" / "tila" / "index.html").is_file()


def test_site_built_with_a_state_shows_it(catalogue: Catalogue, odd_site: Path) -> None:
    (first, alive), (second, dead) = visited(catalogue).items()
    assert "tarkistettu 20.11.2025, toimii" in (
        odd_site / "lahteet" / first / "index.html"
    ).read_text(encoding="utf-8")
    page = (odd_site / "lahteet" / second / "index.html").read_text(encoding="utf-8")
    assert "tarkistettu 20.11.2025, poissa; toimi viimeksi 6.11.2025" in page
    published = json.loads((odd_site / "api" / "v1" / "links.json").read_text(encoding="utf-8"))[
        "links"
    ]
    assert {entry["url"]: entry["verdict"] for entry in published if entry["verdict"]} == {
        alive: "alive",
        dead: "dead",
    }


@pytest.mark.parametrize("spoilt", ['"works"', '"2025-11', "["])
def test_build_does_not_believe_a_hostile_state(tmp_path: Path, spoilt: str) -> None:
    state = tmp_path / "links.json"
    good = written({REPORT: link(REPORT, "works")})
    state.write_text(good, encoding="utf-8")
    assert REPORT in read_by_the_build(state).facts.links
    state.write_text(
        good.replace(
            spoilt, spoilt.replace("works", "fine").replace("2025", "2125").replace("[", "{"), 1
        ),
        encoding="utf-8",
    )
    for path in (state, tmp_path / "ei-ole.json"):
        made = read_by_the_build(path)
        assert made.facts.links == {}
        assert [
            notice for notice in made.notices if notice.startswith("Linkkien tilaa ei luettu: ")
        ]


def read_by_the_build(state: Path) -> Site:
    """The site of the golden cases' base with the link states of a file."""
    edition = Build(datetime.date(2026, 1, 1))
    return site(BASE / "models", ROOT / "overrides" / "catalogue", edition, LinkFile(state, NOW))
