"""The desk for another language: names of methods and JSON in, JSON out."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from catalogue.desk.desk import Desk
from catalogue.desk.parts import EDITION
from catalogue.facts import Build


class Wire:
    """One desk behind `call`."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def call(self, method: str, given: str) -> str:
        """The answer of the method to the JSON list of its arguments, as JSON."""
        answer = getattr(self.desk, method)(*json.loads(given))
        return json.dumps(answer, ensure_ascii=False)


def opened(folder: str) -> Wire:
    """The desk of an unpacked `catalogue.zip`: `models/`, `templates/` and `edition.json`."""
    root = Path(folder)
    edition = json.loads((root / EDITION).read_text(encoding="utf-8"))
    build = Build(
        datetime.date.fromisoformat(edition["today"]), edition["revision"], edition["site_url"]
    )
    models = root / "models"
    files = {
        path.relative_to(models).as_posix(): path.read_bytes() for path in models.rglob("*.yml")
    }
    return Wire(Desk(files, root / "templates", build))
