"""What five readers come for, with the keyboard alone from the front page: where it ends, and how many keys it may take.

The readers are those of the audit: a developer, a researcher, a manager, a municipal official, a Swedish speaker in
Vaasa. `keys` are counted for the accessibility statement, too.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from browsing import visiting
from catalogue.finnish.words import GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from catalogue.records import Catalogue

# What has the focus, as a reader hears it; nothing when it is the page itself.
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "";
  const named = one.getAttribute("aria-label") || one.labels?.[0]?.textContent || one.textContent || one.name || "";
  return named.replaceAll("\\u00ad", "").replace(/\\s+/g, " ").trim();
}"""
SHOWN = "performance.getEntriesByName('haku-naytetty').length > 0"
FAR = 120  # keys after which nobody goes on


@dataclass
class Keys:
    """A reader with a keyboard: every key is counted, a typed letter too."""

    page: Page
    told: Callable[[str, object], None]
    pressed: int = 0

    def press(self, *names: str) -> None:
        for name in names:
            self.page.keyboard.press(name)
        self.pressed += len(names)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.pressed += len(text)

    def past_the_menu(self) -> None:
        """The first stop of every page leads to its heading."""
        self.press("Tab", "Enter")

    def to(self, name: str, key: str = "Tab") -> None:
        """On to what is heard as `name` or begins so."""
        passed = []
        while not (heard := self.page.evaluate(FOCUSED)).startswith(name) or not heard:
            passed.append(heard)
            assert len(passed) < FAR, passed
            self.press(key)

    def open(self, name: str) -> None:
        """Follow the link, and be on the page it leads to."""
        self.to(name)
        with self.page.expect_navigation():
            self.press("Enter")

    def there(self, reader: str, most: int) -> None:
        """The reader has what was sought."""
        self.told(reader, self.pressed)
        assert self.pressed <= most

    def heading(self) -> str:
        return self.page.locator("h1").inner_text().replace("\u00ad", "")


@pytest.fixture
def keys(
    browser: Browser, served: str, record_property: Callable[[str, object], None]
) -> Iterator[Keys]:
    """On the front page, nothing pressed yet."""
    with visiting(browser, served) as visit:
        yield Keys(visit.open(""), record_property)
        assert (visit.errors, visit.strangers) == ([], [])


def test_developer_decides_on_a_team_and_puts_two_beside_each_other(keys: Keys) -> None:
    keys.past_the_menu()
    keys.open("Perustan työkyvyn tuen tiimin")
    page = keys.page
    assert (keys.heading(), keys.pressed) == ("Työkyvyn tuen tiimi", 6)
    for question in ("koostumus", "vaati", "ei-tiedeta", "kysy-ensin", "kenelta"):
        assert page.locator(f"#{question} + *").inner_text().strip(), question
    keys.past_the_menu()
    for county in ("Pohjois-Savo", "Satakunta"):
        while county not in page.evaluate(FOCUSED) or "Rinnakkain" not in page.evaluate(FOCUSED):
            keys.press("Tab")
        keys.press("Space")
    with page.expect_navigation():
        keys.press("Enter")
    page.locator(".side thead th").nth(2).wait_for()
    assert page.locator(".side__place").all_inner_texts() == ["Pohjois-Savo", "Satakunta"]
    keys.there("kehittaja", 40)


def test_researcher_takes_every_employment_outcome_as_data(
    keys: Keys, catalogue: Catalogue
) -> None:
    keys.past_the_menu()
    keys.open("Lataan aineiston")
    keys.past_the_menu()
    keys.to("tulokset")
    with keys.page.expect_download() as waiting:
        keys.press("Enter")
    keys.there("tutkija", 20)
    with waiting.value.path().open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    asked = [row for row in rows if row["Kysymys"] == GROUPS["tyollistyminen"]]
    told = [
        result
        for model in catalogue.models.values()
        for result in model.data.results
        if catalogue.indicators[result.indicator].data.group == "tyollistyminen"
    ]
    assert len(asked) == len(told) > 20
    known = [row for row in asked if row["Luku"]]
    assert known and all(row["Keitä luku koskee"] and row["Kohta"] for row in known)


def test_manager_reads_why_it_ended_in_pohjois_savo_and_who_kept_it(keys: Keys) -> None:
    keys.past_the_menu()
    keys.open("Miksi jokin päättyi?")
    page = keys.page
    assert keys.pressed <= 8
    column = page.locator("thead th").all_inner_texts().index("Pohjois-Savo")
    cells = page.locator(f"tbody tr td:nth-child({column + 1})")
    assert "Hyvinvointialueen talous" in " ".join(cells.all_inner_texts()).replace("\u00ad", "")
    keys.past_the_menu()
    keys.press("Tab")
    while "pohjois-savo/laatuperusteinen" not in page.evaluate("document.activeElement.href || ''"):
        keys.press("Tab")
    with page.expect_navigation():
        keys.press("Enter")
    assert page.url.endswith("#juurtuminen")
    told = page.locator("#juurtuminen")
    assert told.inner_text() == "Jäikö malli käyttöön Pohjois-Savossa?"
    assert told.evaluate("heading => heading.getBoundingClientRect().top < innerHeight / 2")
    keys.open("missä laatuperusteinen työhönvalmennus jäi")
    assert page.url.endswith("/laatuperusteinen-tyohonvalmennus/#jai")
    assert "Varsinais-Suomi" in page.locator("#jai + ul").inner_text()
    keys.there("johtaja", 30)


def test_official_finds_coaching_of_her_own_town(keys: Keys) -> None:
    keys.press("/")
    keys.type("valmennus Kuopio")
    keys.page.locator("dialog .hit__title a").first.wait_for()
    keys.press("ArrowDown")
    assert keys.page.evaluate(FOCUSED).startswith("Laatuperusteinen tuetun työllistymisen")
    with keys.page.expect_navigation():
        keys.press("Enter")
    assert "/pohjois-savo/laatuperusteinen-tyohonvalmennus/" in keys.page.url
    assert keys.page.locator(".lead-status").inner_text().startswith("Ei jatkunut")
    keys.there("virkailija", 19)


def test_swedish_speaker_finds_her_county_by_her_own_words(keys: Keys) -> None:
    keys.press("/")
    keys.type("Vasa")
    keys.press("Enter")
    page = keys.page
    page.wait_for_url("**/haku/?q=Vasa")
    page.wait_for_function(SHOWN)
    assert "Österbottens välfärdsområde" in page.locator("[data-search-results]").inner_text()
    assert page.locator("[data-search-results] [lang=sv]").count() > 0
    keys.press("/", "Control+a")
    keys.type("arbetsförmågeteam Jakobstad")
    keys.press("Enter")
    page.wait_for_url("**/haku/?q=arbets*")
    page.get_by_text("Löytyi toisella nimellä: arbetsförmågeteam").first.wait_for()
    keys.to("Työkyvyn tuen tiimi (työkykytiimi)")
    with page.expect_navigation():
        keys.press("Enter")
    assert "/pohjanmaa/tyokyvyn-tuen-tiimi/" in page.url
    keys.there("ruotsinkielinen", 55)
