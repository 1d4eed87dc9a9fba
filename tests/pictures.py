"""`make pictures`: the pictures of the guide, taken of the real pages in the light theme; run when those pages change.

`python -m pictures [SITE]` takes a built site, or builds one. The model that is written is made up and goes nowhere.
"""

from __future__ import annotations

import base64
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from browsing import ARGUMENTS, chromium
from built import ROOT, build, serving

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

FOLDER = ROOT / "content" / "assets" / "guide"
WIDTH, HEIGHT, QUALITY, EDGE = 760, 900, 80, 12
PATIENCE = 180_000  # milliseconds: the checker starts once, on whatever machine
NEW = {
    "name": "Työkykykoordinaattorin palvelu",
    "source": "Työkykyhankkeen loppuraportti",
    "at": "luku 3",
}
INDICATOR = {"count": "8 henkilöä", "of": "37", "period": "2023-08/2024-09"}


def taken(page: Page, name: str, first: Locator, last: Locator | None = None) -> None:
    """The part of the page from the top of `first` to the end of `last`, as a small WebP."""
    first.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    top, end = first.bounding_box(), (last or first).bounding_box()
    assert top and end
    down = page.evaluate("window.scrollY")
    clip = {
        "x": 0,
        "y": top["y"] + down - EDGE,
        "width": WIDTH,
        "height": end["y"] + end["height"] - top["y"] + 2 * EDGE,
        "scale": 1,
    }
    session = page.context.new_cdp_session(page)
    answer = session.send(
        "Page.captureScreenshot",
        {"format": "webp", "quality": QUALITY, "clip": clip, "captureBeyondViewport": True},
    )
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.webp").write_bytes(base64.b64decode(answer["data"]))


def settled(page: Page) -> None:
    """Once the checker has said what it thinks of the draft."""
    page.wait_for_timeout(800)
    page.wait_for_function(
        "() => !document.querySelector('[data-part=status]').textContent.includes('Tarkistetaan')",
        timeout=PATIENCE,
    )


def answered(page: Page, name: str, value: str) -> None:
    control = page.locator(f"[id='k-{name}']")
    if control.evaluate("one => one.tagName") == "SELECT":
        control.select_option(value)
    else:
        control.fill(value)
        control.blur()
    page.wait_for_timeout(300)


def take(address: str, page: Page) -> None:
    """Every picture, in the order in which the guide has them."""
    page.goto(f"{address}osallistu/kirjoita/")
    page.add_style_tag(content=".site-header { position: static !important }")
    page.locator("[data-desk-open]").click()
    form = page.locator("[data-part=new]")
    form.wait_for(timeout=PATIENCE)
    form.locator("[name=region]").select_option("kainuu")
    form.locator("[name=type]").select_option("tyokykykoordinaatio")
    for name, value in NEW.items():
        form.locator(f"[name={name}]").fill(value)
    taken(page, "aloitus", form)

    form.locator("button").click()
    settled(page)
    answered(page, "summary", "Koordinaattori kokoaa työttömän asiakkaan palvelut yhteen.")
    sections = page.locator("[id='k-sections']")
    sections.locator("> summary").click()
    page.locator("[id='k-sections--idea'] > summary").click()
    answered(page, "sections--idea--text", "Koordinaattori sopii asiakkaan kanssa suunnitelmasta.")
    settled(page)
    place = page.locator("[id='k-sections--idea--sources--0--at']").locator("xpath=..")
    taken(page, "teksti", sections, place)

    answered(page, "sections--idea--sources--0--at", "luku 3.1")
    page.locator("[id='k-sections'] > summary").click()
    page.locator("[id='k-results'] > summary").click()
    page.locator("[id='k-results'] > button").click()
    answered(page, "results--0--indicator", "tyollistyneet")
    for name, value in INDICATOR.items():
        answered(page, f"results--0--{name}", value)
    answered(page, "results--0--population", "koordinaattorin-asiakkaat")
    answered(page, "results--0--sources--0--at", "luku 3.3")
    settled(page)
    first, last = (
        page.locator(f"[id='k-results--0--{name}']").locator("xpath=..")
        for name in ("indicator", "population")
    )
    taken(page, "tulos", first, last)
    told = page.locator("[data-part=status]")
    taken(page, "viesti", page.locator("#virheet"), page.locator("[data-part=problems]"))

    answered(page, "results--0--count", "8")
    settled(page)
    assert "Ei virheitä" in told.inner_text(), told.inner_text()
    taken(page, "ehdota", page.locator("#ehdota"), page.locator("[data-part=several]"))

    page.goto(f"{address}mallit/pohjanmaa/opetusklinikka-nova/")
    foot = page.get_by_role("link", name="Korjaa lomakkeella")
    taken(page, "korjaa", foot.locator("xpath=.."))


def main(site: Path | None) -> None:
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        built = site or Path(place, "site")
        if site is None:
            done = build("mkdocs", built)
            assert done.returncode == 0, done.stderr
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", bypass_csp=True
        )
        with serving(built) as address:
            take(address, page)
        browser.close()
    sizes = {path.name: path.stat().st_size for path in sorted(FOLDER.glob("*.webp"))}
    print(f"{len(sizes)} kuvaa, {sum(sizes.values()) / 1000:.0f} kt: {', '.join(sizes)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
