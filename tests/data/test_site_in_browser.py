"""The real site in a real browser: keyboard only, without script, on paper. Every kind of page: `test_matrix.py`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from browsing import visiting

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from catalogue.records import Catalogue

LINKS = r"links => links.map(one => [one.hash, one.textContent.replaceAll('\u00ad', '')])"
REFERENCE_LINES = "vertailu/tyohonvalmennuksen-tulokset/"  # the only chart with lines of reference


def test_first_tab_is_the_link_past_the_menu(browser: Browser, served: str) -> None:
    with visiting(browser, served) as visit:
        page = visit.open("mallit/")
        page.keyboard.press("Tab")
        assert focused(page) == "Hyppää sisältöön"
        page.keyboard.press("Enter")
        assert (
            page.locator(page.evaluate("location.hash")).evaluate("element => element.tagName")
            == "H1"
        )


def test_menu_of_the_desktop_works_by_keyboard(browser: Browser, served: str) -> None:
    with visiting(browser, served) as visit:
        page = visit.open("")
        assert not page.get_by_role("button", name="Koko valikko").is_visible()
        page.keyboard.press("Tab")
        reached = tab_until(page, "Sanasto")
        assert "Etusivu" not in reached and "Sulje" not in reached
        assert reached.index("Mallit") < reached.index("Alueet") < reached.index("Sanasto")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{served}sanasto/")


def test_menu_of_the_phone_works_by_keyboard(browser: Browser, served: str) -> None:
    with visiting(browser, served, width=390, height=844) as visit:
        page = visit.open("")
        menu = page.get_by_role("button", name="Valikko", exact=True)
        menu.focus()
        assert menu.get_attribute("aria-expanded") == "false"
        page.keyboard.press("Enter")
        page.locator("[popovertarget=valikko][aria-expanded=true]").wait_for()
        link = page.get_by_role("navigation", name="Valikko").get_by_role(
            "link", name="Ristiriidat"
        )
        link.wait_for(state="visible")
        footer = page.get_by_role("contentinfo")
        more = footer.get_by_role("link", name="Osallistu")
        assert page.locator("#valikko a").evaluate_all(LINKS)[-4:-3] == more.evaluate_all(LINKS)
        page.keyboard.press("Escape")
        footer.get_by_role("button", name="Koko valikko").press("Enter")
        link.wait_for(state="visible")
        tab_until(page, "Ristiriidat")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{served}ristiriidat/")


def test_menu_of_the_phone_closes_with_escape_and_gives_the_focus_back(
    browser: Browser, served: str
) -> None:
    with visiting(browser, served, width=390, height=844) as visit:
        page = visit.open("mallit/")
        menu = page.get_by_role("button", name="Valikko", exact=True)
        menu.focus()
        page.keyboard.press("Space")
        page.keyboard.press("Escape")
        page.locator("[popovertarget=valikko][aria-expanded=false]").wait_for()
        assert menu.evaluate("element => element === document.activeElement")


def test_contents_list_of_the_phone_leads_to_a_section_and_stands_beside_a_wide_page(
    browser: Browser, served: str
) -> None:
    with visiting(browser, served, width=390, height=844) as visit:
        page = visit.open("mallit/pohjois-savo/ips-tyohonvalmennus/")
        page.get_by_text("Tällä sivulla", exact=True).locator("visible=true").click()
        page.locator(".contents").get_by_role(
            "link", name="Jäikö malli käyttöön Pohjois-Savossa?"
        ).click()
        assert page.url.endswith("#juurtuminen")
        assert page.locator("#juurtuminen").evaluate(
            "heading => heading.getBoundingClientRect().top < innerHeight"
        )
        folded = page.locator(".contents a").evaluate_all(LINKS)
        assert page.locator(".contents").is_visible()
        page.set_viewport_size({"width": 1280, "height": 900})
        assert not page.locator(".contents").is_visible()
        beside = page.get_by_role("navigation", name="Tällä sivulla").get_by_role("link")
        assert beside.evaluate_all(LINKS) == folded
        assert beside.last.is_visible() and len(folded) > 5
        page.locator("#tulokset").scroll_into_view_if_needed()
        page.wait_for_selector(".toc [aria-current=true]")


def test_reading_works_without_script(browser: Browser, served: str, catalogue: Catalogue) -> None:
    with visiting(browser, served, java_script_enabled=False) as visit:
        page = visit.open("mallit/pohjois-savo/laatuperusteinen-tyohonvalmennus/")
        assert page.get_by_role("heading", level=1).is_visible()
        assert page.locator("table.results tbody tr").count() > 0
        page.locator(".contents summary").click()
        assert page.locator(".contents a").last.is_visible()
        page.emulate_media(media="print")
        assert "Saatavilla: https://" in page.locator("[data-citation]").inner_text()
        assert page.locator("[data-citation]").is_visible()
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 390, "height": 844})
        page.get_by_role("button", name="Valikko", exact=True).click()
        assert page.get_by_role("navigation", name="Päävalikko").get_by_role("link").count() == 11
        page.get_by_role("link", name="Mallit", exact=True).first.click()
        assert page.locator("[data-models] > tr").count() == len(catalogue.models)


def tab_until(page: Page, name: str, most: int = 60) -> list[str]:
    """Press Tab until the thing called `name` has the focus; the names passed on the way."""
    passed = [focused(page)]
    while passed[-1] != name:
        assert len(passed) < most, passed
        page.keyboard.press("Tab")
        passed.append(focused(page))
    return passed


def focused(page: Page) -> str:
    text: str = page.evaluate(
        "(document.activeElement?.textContent || '').trim().replace(/\\s+/g, ' ')"
    )
    return text


def test_results_of_training_fit_one_landscape_page(
    browser: Browser, served: str, tmp_path: Path
) -> None:
    with visiting(browser, served) as visit:
        page = visit.open(REFERENCE_LINES)
        made = page.pdf(prefer_css_page_size=True)
        page.emulate_media(media="print")
        assert re.search(
            rf"{REFERENCE_LINES} · tiedot [\d.]+, versio ", page.inner_text(".print-head")
        )
    assert len(re.findall(rb"/Type /Page\b(?!s)", made)) == 1
    width, height = (
        float(number) for number in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", made)[0]
    )
    assert (round(width), round(height)) == (842, 595)


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("mallit/pohjois-savo/laatuperusteinen-tyohonvalmennus/", 6),
        ("tyypit/tyokyvyn-tuen-tiimi/", 1),
        ("alueet/pohjois-savo/", 6),
        ("ristiriidat/", 6),
        ("mallit/", 8),
    ],
)
def test_print_of_a_page_is_short(browser: Browser, served: str, path: str, most: int) -> None:
    with visiting(browser, served) as visit:
        made = visit.open(path).pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b(?!s)", made)) <= most
