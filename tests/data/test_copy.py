"""The copy of the site for reading without a line, opened from a disk in a real browser: no server, no CORS, no folders."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from browsing import visiting
from catalogue.commands.copy import opened
from catalogue.commands.main import main

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

PAIR = "pohjois-savo/laatuperusteinen-tyohonvalmennus,satakunta/laatuperusteinen-tyohonvalmennus"


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ('<a href="../mallit/">', '<a href="../mallit/index.html">'),
        ('<a href="../lahteet/?laji=x#y">', '<a href="../lahteet/index.html?laji=x#y">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<form action="../haku/">', '<form action="../haku/index.html">'),
        ('<a href="a/b.json">', '<a href="a/b.json">'),
        ('<a href="#x">', '<a href="#x">'),
        ('<a href="https://esimerkki.fi/a/">', '<a href="https://esimerkki.fi/a/">'),
        ('<link rel="preload" href="f.woff2" crossorigin>\n<p>', "<p>"),
    ],
)
def test_link_to_a_folder_names_its_page(written: str, named: str) -> None:
    assert opened(written) == named


def test_folder_without_a_site_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kopio", str(tmp_path), str(tmp_path / "x.zip")]) == 2
    assert "ei ole rakennettua sivustoa" in capsys.readouterr().err


def test_copy_is_read_sorted_searched_and_compared_from_a_disk(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    assert main(["kopio", str(site), str(tmp_path / "kopio.zip")]) == 0
    with zipfile.ZipFile(tmp_path / "kopio.zip") as packed:
        packed.extractall(tmp_path)
    base = f"{(tmp_path / 'tyokykymallit').as_uri()}/"
    with visiting(browser, base, own=True) as visit:
        page = visit.open("index.html")
        page.locator(".site-nav").get_by_role("link", name="Vertailu").click()
        assert page.url == f"{base}vertailu/index.html"
        visit.open("vertailu/tyohonvalmennuksen-tulokset/index.html")
        page.locator(".sort-button").nth(2).click()
        assert page.locator("th[aria-sort]").count() == 1
        visit.open(f"vertailu/omat/index.html?mallit={PAIR}")
        page.wait_for_selector(".side tbody td")
        visit.open("haku/index.html?q=Turussa")
        page.wait_for_selector(".place")
        page.locator(".place a").first.click()
        assert page.url.partition("#")[0].endswith("/index.html")
        page.wait_for_selector("h1")
        assert (visit.strangers, visit.errors) == ([], [])
