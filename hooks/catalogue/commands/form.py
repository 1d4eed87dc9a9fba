"""`mallit form EVENT.json`: what a filled issue form asks for, as files; `--write-forms` renews the forms themselves."""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalogue.authoring.forms import Unusable, answers, drafted, proposal, templates
from catalogue.load import read_folder
from catalogue.writing import replace

if TYPE_CHECKING:
    import argparse

TEMPLATES = Path(".github/ISSUE_TEMPLATE")


def add(commands: Any) -> None:
    """Add `mallit form`."""
    command = commands.add_parser("form", help="tee tiedostot täytetystä lomakkeesta (issue)")
    command.add_argument("event", nargs="?", type=Path, help="GitHubin tapahtuma (JSON)")
    command.add_argument("--folder", type=Path, default=Path("models"), help="datakansio")
    command.add_argument("--write-forms", action="store_true", help="kirjoita lomakkeet uudelleen")
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    catalogue = read_folder(given.folder)
    if given.write_forms:
        for name, text in templates(catalogue).items():
            replace(TEMPLATES / name, text)
        return 0
    event = json.loads(given.event.read_text(encoding="utf-8"))
    today = datetime.datetime.now(datetime.UTC).date()
    try:
        body = str(event["issue"]["body"] or "")
        made = drafted(body) or proposal(catalogue, answers(body), today)
    except Unusable as error:
        print(error, file=sys.stderr)
        return 1
    for name, text in made.items():
        path = given.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, text)
        print(path.as_posix())
    return 0
