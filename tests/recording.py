"""`pytest -p recording`: a run of tests leaves a record of itself in `tests/record.json`.

It holds what was run and with which result, the day, and the tools; the accessibility statement is written from it.
"""

from __future__ import annotations

import datetime
import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from axe_playwright_python.base import AXE_SCRIPT

from browsing import NAMES, SHELLS, chromium

if TYPE_CHECKING:
    import pytest

HERE = Path(__file__).parent
RECORD = HERE / "record.json"
TESTS: dict[str, Counter[str]] = {}
KEYS: dict[str, int] = {}


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count each test once: by what it came to, or by what kept it from being run."""
    if report.when == "call" or report.outcome != "passed":
        file = report.nodeid.partition("::")[0].removeprefix("tests/")
        TESTS.setdefault(file, Counter())[report.outcome] += 1
    KEYS.update({name: value for name, value in report.user_properties if report.when == "call"})  # type: ignore[misc]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """The process that has heard of all tests writes."""
    if not hasattr(session.config, "workerinput"):
        record = {
            "day": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
            "tools": checkers() | {"Chromium": browser()},
            "tests": {file: dict(counts) for file, counts in sorted(TESTS.items())},
            "keys": dict(sorted(KEYS.items())),
        }
        text = json.dumps(record, ensure_ascii=False, indent=2)
        RECORD.write_text(f"{text}\n", encoding="utf-8")


def checkers() -> dict[str, str]:
    """What looks at the pages, with its locked version."""
    axe = re.search(r"axe v([\d.]+)", AXE_SCRIPT)
    lock = json.loads((HERE.parent / "package-lock.json").read_text(encoding="utf-8"))
    assert axe
    return {
        "axe-core": axe[1],
        "Nu Html Checker": lock["packages"]["node_modules/vnu-jar"]["version"],
    }


def browser() -> str:
    """The version of the browser of this machine."""
    path = chromium(*SHELLS, *NAMES)
    told = subprocess.run([path, "--version"], capture_output=True, check=True, text=True)
    found = re.search(r"[\d.]+", told.stdout)
    assert found
    return found[0]


def recorded() -> dict[str, Any]:
    """What the last run left."""
    found: dict[str, Any] = json.loads(RECORD.read_text(encoding="utf-8"))
    return found
