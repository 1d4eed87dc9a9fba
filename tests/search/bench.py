"""`make search-bench`: what search costs among many made-up models: building its index, and the reader's phone.

The index: processor seconds of the first build, of one where nothing changed, and of one after a model changed. The
phone: a processor four times slower, 390 px. `seen` is the time from opening or typing until what fits the screen is
painted, `work` what of that the browser's main thread worked (other work on the machine does not count), `sent` what
came over the line before the first result.
"""

from __future__ import annotations

import argparse
import datetime
import re
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from benchmarks.generate import generate
from browsing import ARGUMENTS, chromium
from built import build, serving
from catalogue.cache import Cache
from catalogue.facts import Build, Facts
from catalogue.figures.selection import selected
from catalogue.load import load
from catalogue.memory import uncollected
from catalogue.search import files as search

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser, CDPSession, Page

    from catalogue.writing import Packed

SLOWER = 4
DAY = datetime.date(2026, 12, 1)
QUERIES = (
    "valmennus",
    "työkyvyn tuki kuopiossa",
    "terveystarkastus työttömille",
    "ips psykiatria vaasa",
    "miksi malli päättyi",
    "koulutus",
    "työhönvalmennuksen tulokset",
    "kuntoutus",
    "liikuntaneuvonta",
    "mielenterveys nuoret",
    "verkosto",
)
# Ask, and wait until what the mark tells of is painted.
ASK = """([place, query]) => new Promise((done) => {
    const start = performance.now();
    new PerformanceObserver((list, observer) => {
        if (!list.getEntriesByName("haku-alkaa").length) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
    }).observe({ type: "mark" });
    if (place === "sivu") {
        history.pushState(null, "", `?q=${encodeURIComponent(query)}`);
        dispatchEvent(new PopStateEvent("popstate"));
    } else {
        const field = document.querySelector("dialog.search-box input");
        field.value = query;
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }
})"""
SHOWN = "performance.getEntriesByName('haku-naytetty').length > 0"


def main() -> None:
    parser = argparse.ArgumentParser(prog="search.bench", description=__doc__)
    parser.add_argument("--models", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tyokykymallit-") as name:
        folder = Path(name)
        generate(folder, given.models)
        with uncollected():
            files = index(folder)
        site = folder / "site"
        build("mkdocs", site).check_returncode()
        shutil.rmtree(site / "haku" / "osat")
        for address, packed in files.items():
            path = site / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(packed.deflated())
        with serving(site) as base, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
            first(browser, base)
            for place in ("ikkuna", "sivu"):
                later(browser, base, place, given.rounds)
            browser.close()


def index(folder: Path) -> Mapping[str, Packed]:
    """Build the index three times and tell what each took; the last one's files."""
    cold = _indexed(folder, "first")[0]
    same = _indexed(folder, "nothing changed")[0]
    model = sorted((folder / "models" / "pohjanmaa").glob("koe-*.yml"))[0]
    text = model.read_text(encoding="utf-8")
    model.write_text(re.sub(r"summary:\s*(fi: )?", r"\g<0>Uutta ", text, count=1), encoding="utf-8")
    edit, files = _indexed(folder, "a model changed")
    print(
        f"index: nothing changed {same / cold:.3f} of the first, a model changed {edit / cold:.3f}"
    )
    return files


def _indexed(folder: Path, what: str) -> tuple[float, Mapping[str, Packed]]:
    """Processor seconds of the index alone: what pages also ask of the catalogue is asked before."""
    facts = Facts(load(folder / "models", DAY, Cache(folder / "read").shelf("luetut")), Build(DAY))
    _ = (facts.figures_by_model, facts.figures_by_indicator, facts.citing_models, facts.models)
    for comparison in facts.catalogue.comparisons.values():
        selected(facts.catalogue, comparison.data)
    cache = Cache(folder / "cache")
    _ = cache.version
    started = time.process_time()
    files = dict(search.files(facts, cache))
    spent = time.process_time() - started
    print(f"index, {what}: {spent:.2f} s of the processor, {len(files)} files", flush=True)
    return spent, files


def first(browser: Browser, base: str) -> None:
    """From opening search on the front page to the first result, everything still to be fetched."""
    page, session = opened(browser, SLOWER)
    page.goto(base, wait_until="networkidle")
    session.send("Network.enable")
    sent: list[float] = []
    session.on("Network.loadingFinished", lambda told: sent.append(told["encodedDataLength"]))
    started = page.evaluate("performance.now()")
    page.keyboard.press("/")
    page.locator("dialog.search-box").wait_for()
    page.keyboard.type("valmennus")
    page.wait_for_function("performance.getEntriesByName('haku-alkaa').length > 0")
    seen = page.evaluate("performance.getEntriesByName('haku-alkaa')[0].startTime") - started
    print(f"first result: {seen:.0f} ms after opening, sent {sum(sent) / 1000:.0f} kB", flush=True)
    page.context.close()


def later(browser: Browser, base: str, place: str, rounds: int) -> None:
    """Each query for the first time on its page; the median of the rounds."""
    seen: dict[str, list[float]] = {query: [] for query in QUERIES}
    work: dict[str, list[float]] = {query: [] for query in QUERIES}
    for slower in [1, SLOWER] * rounds:
        page, session = opened(browser, slower)
        page.goto(f"{base}haku/?q=ohjaus" if place == "sivu" else base)
        if place == "ikkuna":
            page.keyboard.press("/")
            page.locator("dialog.search-box").wait_for()
            page.keyboard.type("ohjaus")
        page.wait_for_function(SHOWN)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        for query in QUERIES:
            page.wait_for_timeout(300)
            before = worked(session)
            waited = page.evaluate(ASK, [place, query])
            if slower == 1:
                work[query].append((worked(session) - before) * 1000 * SLOWER)
            else:
                seen[query].append(waited)
        page.context.close()
    for query in QUERIES:
        told = f"seen {statistics.median(seen[query]):4.0f} ms, work {statistics.median(work[query]):4.0f} ms"
        print(f"{place:7} {query:30} {told}")
    halves = [statistics.median(map(statistics.median, told.values())) for told in (seen, work)]
    print(
        f"{place:7} median of queries: seen {halves[0]:.0f} ms, work {halves[1]:.0f} ms", flush=True
    )


def opened(browser: Browser, slower: int) -> tuple[Page, CDPSession]:
    context = browser.new_context(
        locale="fi-FI", bypass_csp=True, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    return page, session


def worked(session: CDPSession) -> float:
    """Seconds that the main thread has worked."""
    told: list[dict[str, Any]] = session.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in told if one["name"] == "TaskDuration"))


if __name__ == "__main__":
    main()
