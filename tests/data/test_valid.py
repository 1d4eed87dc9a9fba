"""The HTML of every kind of page is valid: the Nu HTML Checker finds no error. It comes with npm (vnu-jar) and needs Java."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from built import ROOT
from kinds import BY_HAND, addresses

if TYPE_CHECKING:
    from pathlib import Path

    from catalogue.records import Catalogue

QUICK = (
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
)  # what runs for seconds is not worth improving
JAR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@pytest.mark.vnu
def test_html_of_every_kind_of_page_is_valid(site: Path, catalogue: Catalogue) -> None:
    java = shutil.which("java")
    assert java and JAR.is_file(), "no Java, or no vnu-jar: npm ci --ignore-scripts"
    wanted = [*addresses(catalogue).values(), *BY_HAND]
    pages = [
        site / (f"{path}index.html" if not path.endswith(".html") else path) for path in wanted
    ]
    command = [
        java,
        *QUICK,
        "-Xss4m",
        "-jar",
        str(JAR),
        "--errors-only",
        "--format",
        "json",
        *map(str, pages),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    told = json.loads(done.stderr)["messages"]
    assert [(one["url"].rpartition("/site")[2], one["message"]) for one in told] == []
