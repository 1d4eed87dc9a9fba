"""The writing page in a real browser: the checker that the command runs, a form and a text of one file, the page as it will be."""

from __future__ import annotations

import os
import re
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from accessibility import faults
from browsing import visiting
from built import ROOT
from catalogue.load import assemble, checked
from catalogue.problems import InvalidCatalogue

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from golden import Files

DRAFT = "pohjanmaa/opetusklinikka-nova.yml"
READY = ROOT / ".cache" / "desk" / "megatavuja"
PATIENCE = 120.0  # seconds: the checker starts once, on whatever machine


def told(page: Page, wanted: str) -> str:
    """What the page says of the draft, once it says something of what is wanted."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        text = page.locator("[data-part=status]").inner_text()
        if wanted in text:
            return text
        page.wait_for_timeout(100)
    raise AssertionError(f"{wanted!r} never came: {text}")


def of_command(files: Files) -> list[str]:
    assembled, problems = assemble("models", sorted(files.items()))
    with pytest.raises(InvalidCatalogue) as found:
        checked(assembled, problems)
    return [problem.message for problem in found.value.problems]


@pytest.mark.skipif(
    not READY.is_file() and not shutil.which("npm") and not os.environ.get("CI"),
    reason="NODEA EI OLE: kirjoituspöytää EI KOETELLA (make test asentaa sen, kun Node on)",
)
def test_draft_is_written_as_a_form_and_as_text_and_judged_as_by_the_command(
    browser: Browser, served: str, real_files: Files
) -> None:
    assert READY.is_file(), "make test gathers the programs of the page first"
    published = real_files[DRAFT].decode()
    with visiting(browser, served, bypass_csp=False) as visit:
        page = visit.open(f"osallistu/kirjoita/?tiedosto=models/{DRAFT}")
        assert "Ei virheitä" in told(page, "tallessa")
        name = page.locator("#k-name").input_value()
        shown = page.frame_locator("iframe").locator("h1")
        assert name in shown.inner_text()
        assert faults(page) == ""

        # A fault is told as by the command, and at its field.
        page.locator("#k-name").fill("")
        page.locator("#k-name").blur()
        told(page, "1 virhe korjattavana")
        nameless = re.sub(r"^name: .*\n", "", published, flags=re.MULTILINE)
        without = {**real_files, DRAFT: nameless.encode()}
        (expected,) = of_command(without)
        assert expected in page.locator("[data-part=problems]").inner_text()

        # What is mended in the form stands in the text, and the other way.
        page.locator("#k-name").fill("Keksitty nimi")
        page.locator("#k-name").blur()
        told(page, "Ei virheitä")
        assert "Keksitty nimi" in page.locator("[data-part=changes]").inner_text()
        assert "Keksitty nimi" in shown.inner_text()
        page.locator("[name=nakyma][value=teksti]").check()
        text = page.locator(".cm-content")
        assert "name: Keksitty nimi" in text.inner_text()
        text.locator(".cm-line", has_text="Keksitty nimi").first.click()
        page.keyboard.press("End")
        page.keyboard.type(" kaksi")
        told(page, "Tarkistetaan")
        told(page, "Ei virheitä")
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
        page.get_by_role("button", name="Aloita uusi malli").click()
        told(page, "Tarkistetaan")
        told(page, "Ei virheitä")
        assert page.locator("[data-part=tabs] button").all_inner_texts() == [
            DRAFT,
            "ita-uusimaa/keksitty.yml",
            "ita-uusimaa/region.yml",
            "sources/ita-uusimaa.yml",
        ]
        assert visit.strangers == []
        assert [error for error in visit.errors if "about:srcdoc" not in error] == []
