"""Sources and citations in a real browser: filters, copying, and reading without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browsing import visiting
from reference import unlike

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from catalogue.records import Catalogue

SOURCE = "lahteet/tutkimus/"


def test_sources_are_filtered_and_the_choice_is_in_the_address(
    browser: Browser, served: str
) -> None:
    with visiting(browser, served) as visit:
        page = visit.page
        page.goto(f"{served}lahteet/")
        every = page.locator("[data-sources] > tr:visible").count()
        page.select_option("select[name=laji]", "study")
        studies = page.locator("[data-sources] > tr:visible").count()
        assert 0 < studies < every
        assert "laji=study" in page.url
        page.goto(f"{served}lahteet/?tila=ei-osoitetta")
        assert set(page.locator("[data-sources] > tr:visible .link-state").all_inner_texts()) == {
            "Ei omaa osoitetta"
        }


def test_citation_is_copied_and_its_file_is_what_the_core_knows(
    browser: Browser, served: str, site: Path, catalogue: Catalogue
) -> None:
    with visiting(browser, served, permissions=["clipboard-read", "clipboard-write"]) as visit:
        page = visit.page
        page.goto(served + SOURCE)
        page.locator("#viittaa > summary").click()
        page.locator("[data-copy]").first.click()
        page.get_by_text("Kopioitu").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator("[data-citation]").first.inner_text().strip()
        assert copied.startswith("Esimerkki, E. E. & Toinen, T. 2012.")
        with page.expect_download() as download:
            page.get_by_role("link", name="BibTeX").click()
        assert download.value.suggested_filename.endswith(".bib")
        with page.expect_download() as download:
            page.get_by_role("link", name="RIS", exact=True).click()
        assert download.value.suggested_filename == "tyokykymallit-lahteet-tutkimus.ris"
        assert download.value.path().read_bytes().startswith(b"TY  - JOUR\r\nID  - tyokykymallit-")
        pages = [
            path for path in site.rglob("index.html") if 'id="viittaa"' in path.read_text("utf-8")
        ]
        paths = [f"{path.parent.relative_to(site).as_posix()}/" for path in pages]
        assert {path.partition("/")[0] for path in paths} == {"mallit", "lahteet", "vertailu"}
        assert unlike(visit, catalogue, paths) == []
        visit.open(next(path for path in paths if path.startswith("vertailu/")))
        folded = page.locator("#viittaa")
        folded.locator("summary").click()
        assert folded.get_by_role("button", name="Kopioi").is_visible()
        assert folded.get_by_role("link").all_inner_texts() == ["RIS", "BibTeX", "CSL-JSON"]


def test_without_script_every_source_is_listed_and_the_citation_can_be_read(
    browser: Browser, served: str
) -> None:
    with visiting(browser, served, java_script_enabled=False) as visit:
        page = visit.page
        page.goto(f"{served}lahteet/")
        assert (
            page.locator("[data-sources] > tr").count()
            == page.locator("[data-sources] > tr:visible").count()
            > 10
        )
        assert not page.locator(".facets").first.is_visible()
        page.goto(served + SOURCE)
        page.locator("#viittaa > summary").click()
        assert page.locator("[data-citation]").first.is_visible()
        assert not page.locator("[data-copy]").first.is_visible()
