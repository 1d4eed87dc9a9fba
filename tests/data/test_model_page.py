"""A model's page in a real browser: whose it is, its folded rows, its paper."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import pytest

from browsing import visiting
from reference import unlike

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from catalogue.records import Catalogue

LATU = "mallit/pohjois-savo/laatuperusteinen-tyohonvalmennus/"
LONGEST = (
    LATU,
    "mallit/pohjois-savo/ips-tyohonvalmennus/",
    "mallit/pohjois-savo/tyokyvyn-tuen-tiimi/",
)


def test_the_region_and_the_reasons_stand_on_the_first_screen(
    browser: Browser, served: str
) -> None:
    with visiting(browser, served, width=390, height=844) as visit:
        page = visit.open(LATU)
        assert "Pohjois-Savo" in page.inner_text(".kicker")
        form = page.get_by_role("link", name="Korjaa lomakkeella").get_attribute("href") or ""
        assert form.endswith(f"osallistu/kirjoita/?tiedosto=models/{LATU[7:-1]}.yml")
        last = page.locator(".lead-reasons li").last.bounding_box()
        assert last is not None
        assert last["y"] + last["height"] < 844


def test_a_link_to_a_folded_row_opens_it(browser: Browser, served: str) -> None:
    with visiting(browser, served) as visit:
        page = visit.open(LATU)
        row = page.locator(".results-more tbody tr").first
        assert not row.is_visible()
        anchor = row.get_attribute("id")
        page.goto("about:blank")
        visit.open(f"{LATU}#{anchor}")
        page.wait_for_selector(f"#{anchor}", state="visible")
        assert visit.errors == []


@pytest.mark.parametrize("path", LONGEST)
def test_the_longest_models_print_on_six_pages_with_a_header(
    browser: Browser, served: str, path: str
) -> None:
    with visiting(browser, served) as visit:
        page = visit.open(path)
        made = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page[^s]", made)) <= 6
        page.emulate_media(media="print")
        head = page.inner_text(".print-head")
        assert path in head
        assert "Pohjois-Savo" in head
        for row in page.locator(".results-more tbody tr").all():
            assert row.is_visible()


def test_a_figure_is_copied_as_a_sentence_with_its_address_and_pages_have_files_for_citing(
    browser: Browser, served: str, catalogue: Catalogue
) -> None:
    with visiting(browser, served, permissions=["clipboard-read", "clipboard-write"]) as visit:
        page = visit.open(LATU)
        page.click("#tulos-tyollistyneet .figure-menu")
        page.click(".figure-dialog button:has-text('Kopioi lause')")
        page.wait_for_selector("output:has-text('Lause on kopioitu.')")
        copied = page.evaluate("navigator.clipboard.readText()")
        told = (
            "Palkkatyöhön työllistyneet: 8 / 37 eli 21,6\u00a0% "
            "(95 prosentin luottamusväli 11,4–37,2)"
        )
        assert copied.startswith("Pohjois-Savo, ")
        assert told in copied
        assert "8/2023–9/2024). Lähde: Pohjois-Savon raportti, kohta 2.3" in copied
        assert copied.endswith(f"{LATU}#tulos-tyollistyneet")
        page.click(".figure-dialog button:has-text('Kopioi upote')")
        page.wait_for_selector("output:has-text('Upote on kopioitu.')")
        piece = page.evaluate("navigator.clipboard.readText()")
        assert piece.startswith('<figure lang="fi"><blockquote cite="http')
        assert "8 / 37 eli 21,6" in piece and "CC BY 4.0" in piece and "<script" not in piece
        page.click(".figure-dialog button:has-text('Kopioi viesti')")
        page.wait_for_selector("output:has-text('Viesti on kopioitu.')")
        assert page.evaluate("navigator.clipboard.readText()").startswith(
            f"Tämä on väärin: {copied}"
        )
        assert "issues/new?title=Luku" in (page.get_attribute(".figure-dialog a", "href") or "")
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.classList.contains('figure-menu')")
        term = page.locator("a.term").first
        meaning = visit.page.request.get(f"{served}sanasto/").text()
        term.click()
        note = page.locator(".term-note p")
        note.wait_for()
        assert escape(note.inner_text(), quote=False) in meaning.replace("\u00ad", "")
        assert page.url.endswith(LATU)
        cited = [f"lahteet/{key}/" for key in catalogue.sources] + [*LONGEST]
        assert unlike(visit, catalogue, cited) == []
        assert visit.errors == []
