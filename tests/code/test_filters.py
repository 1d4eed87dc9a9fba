"""Filters of the lists in a real browser: the state is in the address, and an anchor is never hidden."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

import pytest

from browsing import visiting
from catalogue.facts import Build, Facts
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from catalogue.records import Catalogue


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    with visiting(browser, served) as visit:
        yield visit.page
        assert visit.errors == []


def shown(page: Page, selector: str) -> int:
    return page.locator(f"{selector}:visible").count()


def test_a_choice_goes_into_the_address_and_comes_back_with_it(page: Page, served: str) -> None:
    page.goto(served + "aukot/")
    every = shown(page, "[data-rows] tbody tr")
    page.select_option("select[name=alue]", "mantyla")
    page.select_option("select[name=aukko]", "not-published")
    some = shown(page, "[data-rows] tbody tr")
    assert 0 < some < every
    told = f"{some} rivi" if some == 1 else f"{some} riviä"
    assert page.url.endswith("aukot/?alue=mantyla&aukko=not-published")
    page.reload()
    page.wait_for_function(f"document.querySelector('form output').textContent === '{told}'")
    assert shown(page, "[data-rows] tbody tr") == some
    page.goto(served + "lahteet/")
    page.go_back()
    page.wait_for_function(f"document.querySelector('form output').textContent === '{told}'")


def test_each_filter_of_the_map_of_gaps_keeps_only_its_own(page: Page, served: str) -> None:
    page.goto(served + "aukot/?tyyppi=ryhma")
    assert shown(page, "[data-rows] tbody tr") == 3
    assert shown(page, "section[data-group]") == 1
    page.click(".facets button[type=reset]")
    page.select_option("select[name=aukko]", "apart")
    rows = page.locator("[data-rows] tbody tr:visible")
    assert rows.count() == page.locator("[data-rows] tbody tr:visible:has(.gap--apart)").count() > 0


def test_the_ledger_filters_by_region_kind_and_severity(page: Page, served: str) -> None:
    page.goto(served + "ristiriidat/")
    every = shown(page, ".discrepancy")
    page.goto(served + "ristiriidat/?alue=koivula&vakavuus=high")
    assert 0 < shown(page, ".discrepancy") < every
    assert shown(page, ".discrepancy--high") == shown(page, ".discrepancy")
    page.goto(served + "ristiriidat/?laji=sum")
    assert shown(page, "[data-laji=sum]") == shown(page, ".discrepancy")


def test_a_link_to_an_entry_shows_it_whatever_the_filters_say(page: Page, served: str) -> None:
    page.goto(served + "ristiriidat/")
    anchor = page.get_attribute(".discrepancy--low >> nth=0", "id")
    page.goto(served + f"ristiriidat/?vakavuus=high#{anchor}")
    page.wait_for_selector(f"#{anchor}", state="visible")


def test_the_marks_of_a_figure_lead_to_its_own_entries_and_back(
    page: Page, served: str, catalogue: Catalogue
) -> None:
    entries = Facts(catalogue, Build(datetime.date(2026, 1, 1))).discrepancies_by_result
    result = next(key for key, found in entries.items() if len(found) > 1)
    model, anchor = addresses.result(result).split("#")
    page.goto(served + model)
    flag = page.locator(f"#{anchor} .flag")
    assert flag.inner_text().split()[1] == str(len(entries[result]))
    flag.click()
    page.wait_for_selector(".discrepancy:visible")
    assert shown(page, ".discrepancy") == len(entries[result])
    assert page.locator(".discrepancy:visible:not([open])").count() == 0
    page.evaluate(
        "document.querySelectorAll('.discrepancy details').forEach((fold) => { fold.open = true; })"
    )
    page.locator(f".discrepancy:visible a[href$='{model}#{anchor}']").first.click()
    page.wait_for_url(f"**/#{anchor}")
    assert page.locator(f"#{anchor}").is_visible()


def test_the_filter_of_a_figure_is_seen_and_can_be_taken_away(
    page: Page, served: str, catalogue: Catalogue
) -> None:
    entries = Facts(catalogue, Build(datetime.date(2026, 1, 1))).discrepancies_by_result
    result = next(iter(entries))
    page.goto(f"{served}ristiriidat/?luku={result}")
    page.wait_for_selector("[data-chip]:visible")
    counted = [
        int(text.strip("()")) for text in page.locator("h2 [data-count]:visible").all_inner_texts()
    ]
    assert sum(counted) == len(entries[result]) == shown(page, ".discrepancy")
    page.click("[data-chip] button")
    page.wait_for_selector("[data-chip]", state="hidden")
    assert shown(page, ".discrepancy") == page.locator(".discrepancy").count()
    assert "luku=" not in page.url


def test_former_id_of_a_state_opens_the_list_of_its_present_one(page: Page, served: str) -> None:
    page.goto(served + "mallit/?tila=laajenee")
    page.wait_for_selector("form[data-facets]")
    assert page.input_value("select[name=tila]") == "jatkuu-hankkeena"
    assert 0 < shown(page, "[data-models] > tr") < page.locator("[data-models] > tr").count()


def test_the_front_page_counts_agree_with_the_lists_they_open(page: Page, served: str) -> None:
    page.goto(served)
    links = [
        (link.get_attribute("href") or "", link.locator("strong").inner_text())
        for link in page.locator(".outcomes li a").all()
    ]
    told = re.search(
        r"alueiden (\d+) palvelumallista", page.inner_text(".outcomes").replace("\u00ad", "")
    )
    assert told and sum(int(count) for _, count in links) == int(told[1])
    for href, count in links:
        page.goto(served + href.removeprefix("./"))
        page.wait_for_selector("form[data-facets]")
        assert shown(page, "[data-models] > tr") == int(count)


def test_without_script_every_list_is_whole(browser: Browser, served: str) -> None:
    with visiting(browser, served, java_script_enabled=False) as visit:
        page = visit.open("ristiriidat/?vakavuus=high")
        assert page.locator("form[data-facets]").is_hidden()
        assert shown(page, ".discrepancy") == page.locator(".discrepancy").count() > 5


@pytest.mark.parametrize(
    "path",
    [
        "",
        "alueet/",
        "alueet/koivula/",
        "tyypit/valmennus/",
        "aukot/",
        "ristiriidat/",
        "mallit/koivula/valmennus/",
    ],
)
def test_nothing_is_wider_than_the_phone(browser: Browser, served: str, path: str) -> None:
    with visiting(browser, served, width=390, height=844) as visit:
        page = visit.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        for frame in page.locator(".table-frame:has(> .stack)").all():
            assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth + 1")


def test_stacked_tables_stay_tables_for_assistive_technology(browser: Browser, served: str) -> None:
    with visiting(browser, served, width=390, height=844) as visit:
        page = visit.open("tyypit/valmennus/")
        table = page.get_by_role("table").filter(has=page.locator("input[name=mallit]"))
        row = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Mäntylä"))
        assert row.first.get_by_role("cell").count() == 3
        assert table.get_by_role("columnheader", include_hidden=True).count() == 4
