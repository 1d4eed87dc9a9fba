"""The accessibility statement says what the tests found, and names who watches and who answers from the settings."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

import yaml

from built import ROOT
from recording import checkers, recorded
from statement import FILES, PAGE, READERS, with_tests

if TYPE_CHECKING:
    from pathlib import Path


def test_statement_says_what_the_last_run_found() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert with_tests(written) == written, "make statement"


def test_last_run_was_whole_without_a_fault_and_with_the_tools_of_today() -> None:
    record = recorded()
    assert set(record["tests"]) == set(FILES)
    assert all((ROOT / "tests" / file).exists() for file in FILES)
    assert {how for counts in record["tests"].values() for how in counts} == {"passed"}
    assert set(record["keys"]) == set(READERS)
    assert checkers().items() <= record["tools"].items(), "make statement"


def test_statement_names_the_settings_and_a_way_without_an_account(site: Path) -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    extra = yaml.safe_load(text[text.index("\nextra:") :].partition("\n\n")[0])["extra"]
    html = unescape((site / "saavutettavuus" / "index.html").read_text(encoding="utf-8"))
    assert extra["supervisor"] in html
    assert (extra["without_account"] or "kirjaamoon") in html
    assert "Asia: este tai virhe" in html
    assert "VALVOJA" not in html and "ILMAN-TUNNUSTA" not in html and ".invalid" not in html
