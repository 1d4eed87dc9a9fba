"""`make search-eval`: the tables of the shipped search, of both halves and of what was asked later.

With `--poor` also the tuned queries that it answers worst.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from browsing import ARGUMENTS, chromium
from built import ROOT, build, serving
from catalogue.load import load
from search.asked import ask, table
from search.judged import fresh, last, later, queries, unseen

HELD = ("koepuoli", "haun valmistuttua", "toinen erä", "kolmas erä", "viimeksi kirjoitettu")


def main() -> None:
    catalogue = load(ROOT / "models")
    sets = [read(catalogue) for read in (queries, unseen, later, fresh, last)]
    with tempfile.TemporaryDirectory() as folder:
        site = Path(next(iter(arguments()), folder))
        if not (site / "index.html").exists():
            build("mkdocs", site).check_returncode()
        with serving(site) as base, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
            page = browser.new_page(bypass_csp=True)
            told = [ask(page, base, [*queries]) for queries in sets]
            browser.close()
    for answers, held in zip(told, HELD, strict=True):
        print(f"{table(answers, held)}\n")
    if "--poor" in sys.argv:
        for one in told[0]:
            if not one.query.held and (one.recall < 1 or one.rank < 1):
                print(f"\n{one.query.text}: recall {one.recall:.2f}, 1/rank {one.rank:.2f}")
                for link in one.links[:8]:
                    mark = "+" if link in one.query.best else "·" if link in one.query.good else " "
                    print(f"  {mark} {link}")


def arguments() -> list[str]:
    """The folder of a built site, where one is given; else one is built."""
    return [argument for argument in sys.argv[1:] if not argument.startswith("--")]


main()
