"""The accessibility statement says what the tests test, and names who watches and who answers from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from built import ROOT
from statement import PAGE, with_tests

if TYPE_CHECKING:
    from pathlib import Path


def test_statement_says_what_the_tests_test() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert with_tests(written) == written, "make statement"


def test_statement_names_the_settings(site: Path) -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    extra = yaml.safe_load(text[text.index("\nextra:") :].partition("\n\n")[0])["extra"]
    html = (site / "saavutettavuus" / "index.html").read_text(encoding="utf-8")
    assert extra["supervisor"] in html
    assert extra["without_account"] in html
    assert "VALVOJA" not in html and "ILMAN-TUNNUSTA" not in html
