"""The writing page in a real browser: the checker that the command runs, a form and a text of one file, the page as it will be."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import time
from typing import TYPE_CHECKING

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

import mkdocs_hooks
import told_alike
from accessibility import faults
from browsing import visiting
from built import ROOT
from catalogue.commands.main import main

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from golden import Files

DRAFT = "pohjanmaa/opetusklinikka-nova.yml"
READY = ROOT / ".cache" / "desk" / "megatavuja"
PATIENCE = 120.0  # seconds: the checker starts once, on whatever machine
# The page may have checked before a test looks: everything that it says from now on is kept.
LISTEN = """() => {
  const status = document.querySelector("[data-part=status]");
  globalThis.told = [];
  const listener = new MutationObserver(() => globalThis.told.push(status.textContent));
  listener.observe(status, { childList: true });
}"""
FOUND_SOUND = """() => {
  const began = globalThis.told.findIndex((text) => text.startsWith("Tarkistetaan"));
  return began >= 0 && globalThis.told.slice(began).some((text) => text.startsWith("Ei virheitä"));
}"""


def told(page: Page, wanted: str) -> str:
    """What the page says of the draft, once it says something of what is wanted."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        text = page.locator("[data-part=status]").inner_text()
        if wanted in text:
            return text
        page.wait_for_timeout(100)
    raise AssertionError(f"{wanted!r} never came: {text}")


def other_ways(files: Files, project: Path) -> dict[str, set[told_alike.Told]]:
    """What a terminal, a pull request's lines, its report and the build tell of the files."""
    for name, raw in files.items():
        file = project / "models" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    summary, printed = project / "viat.md", io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
        command = ["check", str(project / "models"), "--format", "github"]
        assert main([*command, "--summary", str(summary)]) == 1
    config = MkDocsConfig(str(project / "mkdocs.yml"))
    config.load_dict({"site_name": "Keksitty", "docs_dir": str(ROOT / "content")})
    with pytest.raises(Abort) as stopped:
        mkdocs_hooks.on_config(config)
    return {
        "terminal": told_alike.in_text(printed.getvalue()),
        "lines of a pull request": told_alike.in_annotations(printed.getvalue()),
        "report of a pull request": told_alike.in_summary(summary.read_text(encoding="utf-8")),
        "build": told_alike.in_text(str(stopped.value)),
    }


def on_page(page: Page) -> set[told_alike.Told]:
    faults = page.locator("[data-part=problems] li").all()
    return told_alike.on_page(
        (one.locator("span").inner_text(), one.locator("button").inner_text()) for one in faults
    )


@pytest.mark.skipif(
    not READY.is_file() and not shutil.which("npm") and not os.environ.get("CI"),
    reason="NODEA EI OLE: kirjoituspöytää EI KOETELLA (make test asentaa sen, kun Node on)",
)
def test_draft_is_written_as_a_form_and_as_text_and_judged_as_by_the_command(
    browser: Browser, served: str, real_files: Files, tmp_path: Path
) -> None:
    assert READY.is_file(), "make test gathers the programs of the page first"
    published = real_files[DRAFT].decode()
    with visiting(browser, served, bypass_csp=False) as visit:
        page = visit.open(f"osallistu/kirjoita/?tiedosto=models/{DRAFT}")
        assert "Ei virheitä" in told(page, "tallessa")
        name = page.locator("#k-name").input_value()
        shown = page.frame_locator("iframe").locator("h1")
        shown.filter(has_text=name).wait_for()
        assert faults(page) == ""

        # Faults are told alike here, in a terminal, in a pull request and by the build: words, file, line, column.
        page.locator("#k-name").fill("")
        page.locator("#k-name").blur()
        told(page, "1 virhe korjattavana")
        page.locator("[name=nakyma][value=teksti]").check()
        page.locator(".cm-line", has_text="programme:").first.click()
        page.keyboard.press("End")
        page.keyboard.type(" *noin* [x]")
        told(page, "2 virhettä korjattavana")
        faulty = re.sub(r"^name: .*\n", "", published, flags=re.MULTILINE)
        faulty = re.sub(r"^(programme: \S+)", r"\1 *noin* [x]", faulty, flags=re.MULTILINE)
        ways = other_ways({**real_files, DRAFT: faulty.encode()}, tmp_path)
        ways["writing page"] = on_page(page)
        assert len(ways["writing page"]) == 2
        assert {way for way in ways if ways[way] != ways["terminal"]} == set(), ways
        page.keyboard.press("Control+z")
        page.locator("[name=nakyma][value=lomake]").check()

        # What is mended in the form stands in the text, and the other way.
        page.locator("#k-name").fill("Keksitty nimi")
        page.locator("#k-name").blur()
        told(page, "Ei virheitä")
        page.locator("[data-part=changes]", has_text="Keksitty nimi").wait_for()
        shown.filter(has_text="Keksitty nimi").wait_for()  # the page is printed after the check
        page.locator("[name=nakyma][value=teksti]").check()
        text = page.locator(".cm-content")
        assert "name: Keksitty nimi" in text.inner_text()
        text.locator(".cm-line", has_text="Keksitty nimi").first.click()
        page.keyboard.press("End")
        page.evaluate(LISTEN)
        page.keyboard.type(" kaksi")
        page.wait_for_function(FOUND_SOUND, timeout=PATIENCE * 1000)
        page.locator("[name=nakyma][value=lomake]").check()
        assert page.locator("#k-name").input_value() == "Keksitty nimi kaksi"

        # The draft is there when the reader comes back.
        page.reload()
        told(page, "tallessa")
        assert page.locator("#k-name").input_value() == "Keksitty nimi kaksi"

        # A new model begins without a fault, with the files that it needs.
        page.locator("[data-part=start] summary").click()
        page.locator("[data-part=new] [name=region]").select_option("ita-uusimaa")
        page.locator("[data-part=new] [name=type]").select_option(index=1)
        for name, value in {"name": "Keksitty", "source": "Raportti", "at": "luku 2"}.items():
            page.locator(f"[data-part=new] [name={name}]").fill(value)
        page.evaluate(LISTEN)
        page.get_by_role("button", name="Aloita uusi malli").click()
        page.wait_for_function(FOUND_SOUND, timeout=PATIENCE * 1000)
        assert page.locator("[data-part=tabs] button").all_inner_texts() == [
            f"Malli: {DRAFT}",
            "Malli: ita-uusimaa/keksitty.yml",
            "Alue: ita-uusimaa/region.yml",
            "Lähteet: sources/ita-uusimaa.yml",
        ]
        assert visit.strangers == []
        assert [error for error in visit.errors if "about:srcdoc" not in error] == []
