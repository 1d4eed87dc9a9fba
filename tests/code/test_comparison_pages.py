"""Comparison pages in a real browser: sorting, phone, print, no script, both themes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from browsing import visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TRAININGS = "vertailu/valmennukset/"
PAGES = (
    "vertailu/",
    TRAININGS,
    "vertailu/kentat/",
    "vertailu/vointi/",
    "vertailu/tilat/",
    "vertailu/syyt/",
    "vertailu/esteet/",
    "vertailu/vaiheet/",
    "vertailu/tavoitteet/",
)
ROWS = "table[data-sortable] tbody.group--rows th[scope=row] > a"
FINNISH = ["Koivula", "Kuusela", "Mäntylä"]


def test_sorting_by_a_column_moves_rows_but_never_totals_or_rows_apart(
    browser: Browser, served: str
) -> None:
    with visiting(browser, served) as visit:
        page = visit.open(TRAININGS)
        assert page.locator(ROWS).all_inner_texts() == FINNISH
        apart = page.locator("tbody.group--total, tbody.group--apart").all_inner_texts()
        button = page.locator(".sort-button", has_text="Laatupisteet")
        button.focus()
        page.keyboard.press("Enter")
        assert page.locator(ROWS).all_inner_texts() == ["Koivula", "Mäntylä", "Kuusela"]
        assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
        assert page.url.endswith("?jarjesta=laatupisteet")
        assert "Laatupisteet, pienin ensin" in page.locator(".sort-said").inner_text()
        button.click()
        assert page.locator(ROWS).all_inner_texts() == ["Mäntylä", "Koivula", "Kuusela"]
        button.click()
        assert page.locator(ROWS).all_inner_texts() == FINNISH
        assert page.locator("tbody.group--total, tbody.group--apart").all_inner_texts() == apart
        assert page.locator("table[data-sortable] tbody").count() == 3
        page = visit.open(f"{TRAININGS}?jarjesta=-laatupisteet")
        assert page.locator(ROWS).all_inner_texts() == ["Mäntylä", "Koivula", "Kuusela"]
        assert visit.errors == [] and visit.strangers == []


@pytest.mark.parametrize("path", PAGES)
def test_phone_page_does_not_overflow_and_its_text_is_of_real_size(
    path: str, browser: Browser, served: str
) -> None:
    with visiting(browser, served, width=390, height=844) as visit:
        page = visit.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        aside = "[...document.querySelectorAll('.compare-frame')].filter(f => f.scrollWidth > f.clientWidth)"
        assert page.evaluate(f"{aside}.length") == 0  # a card shows every column
        small = page.evaluate("""() => [...document.querySelectorAll(
            ".compare *, .chart *, .chart-text")].filter(node => node.textContent.trim() && !node.children.length
            && !node.closest(".visually-hidden") && parseFloat(getComputedStyle(node).fontSize) < 16)
            .map(node => node.textContent.trim().slice(0, 40))""")
        assert small == []
        assert page.evaluate("""() => [...document.querySelectorAll(".chart__track svg")].every(
            svg => !svg.hasAttribute("viewBox") && svg.getBoundingClientRect().right <= 390)""")


@pytest.mark.parametrize("path", PAGES[1:])
def test_page_says_everything_without_script(path: str, browser: Browser, served: str) -> None:
    with visiting(browser, served, java_script_enabled=False) as visit:
        page = visit.open(path)
        assert page.locator("h1").inner_text().endswith("?")
        assert page.locator(".compare-table tbody tr").count() >= 2
        assert page.locator(".sort-button").count() == 0
        assert not page.locator("[data-print]").is_visible()


def test_marks_on_the_page_stand_where_the_table_says(browser: Browser, served: str) -> None:
    with visiting(browser, served) as visit:
        page = visit.open(TRAININGS)
        rows = page.locator(".chart--interval .chart__line--row")
        assert rows.count() == len(FINNISH)
        for row in rows.all():
            rate = float(
                re.findall(r"· ([\d,]+)", row.locator(".chart__told").inner_text())[0].replace(
                    ",", "."
                )
            )
            track, dot = (
                row.locator("svg.chart-row").bounding_box(),
                row.locator(".chart-dot").bounding_box(),
            )
            assert track and dot
            drawn = (
                (dot["x"] + dot["width"] / 2 - track["x"]) / track["width"] * 100
            )  # the axis ends at 100 %
            assert drawn == pytest.approx(rate, abs=0.2)


def test_marks_follow_the_theme(browser: Browser, served: str) -> None:
    colours = set()
    for scheme in ("light", "dark"):
        with visiting(browser, served, scheme=scheme) as visit:
            colours.add(
                visit.open(TRAININGS).evaluate(
                    "getComputedStyle(document.querySelector('.chart-dot')).fill"
                )
            )
    assert len(colours) == 2


def test_files_of_the_page_download(browser: Browser, served: str) -> None:
    with visiting(browser, served) as visit:
        page = visit.open(TRAININGS)
        for name, suffix in (
            ("CSV", ".csv"),
            ("JSON", ".json"),
            ("Excel", "-excel.csv"),
            ("määritelmät (Excel)", "-maaritelmat.csv"),
        ):
            with page.expect_download() as waiting:
                page.get_by_role("link", name=name, exact=True).click()
            assert waiting.value.suggested_filename == f"valmennukset{suffix}"


def test_questions_of_the_front_page_lead_to_their_answers(browser: Browser, served: str) -> None:
    with visiting(browser, served) as visit:
        links = (
            visit.open("")
            .locator(".questions a")
            .evaluate_all("nodes => nodes.map(node => node.getAttribute('href'))")
        )
    assert "vertailu/valmennukset/" in [link.removeprefix("./") for link in links]


def test_model_page_links_to_comparable_figures_elsewhere(browser: Browser, served: str) -> None:
    with visiting(browser, served) as visit:
        page = visit.open("mallit/koivula/valmennus/")
        row = page.locator("table.compared tr", has_text="Työllistyneet")
        row.get_by_role("link", name="Mäntylä").click()
        assert page.url.endswith("mallit/mantyla/valmennus/#tulos-tyollistyneet")
        assert page.locator("#tulos-tyollistyneet").count() == 1
