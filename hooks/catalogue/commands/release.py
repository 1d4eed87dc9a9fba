"""`mallit release`: freeze a version of the data out of a built site, with what changed since the one before."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalogue.finnish.formats import date
from catalogue.load import load
from catalogue.problems import InvalidCatalogue, as_text
from catalogue.releases.changed import cell_changes, notes
from catalogue.releases.frozen import freeze, next_name, read

if TYPE_CHECKING:
    import argparse


def add(commands: Any) -> None:
    """Add `mallit release`."""
    command = commands.add_parser(
        "release", help="jäädytä tietojen versio rakennetusta sivustosta (data-VVVV.N)"
    )
    command.add_argument("site", type=Path, help="rakennettu sivusto")
    command.add_argument("out", type=Path, help="kansio, jossa edelliset versiot ovat")
    command.add_argument("--models", type=Path, default=Path("models"), help="datakansio")
    command.add_argument(
        "--before", type=Path, help="edellisen version datakansio; pois ensimmäisestä versiosta"
    )
    command.add_argument("--day", type=datetime.date.fromisoformat, help="version päivä")
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    """Write the zip and the notes; print the name of the version."""
    day = given.day or datetime.datetime.now(datetime.UTC).date()
    try:
        after = load(given.models)
        before = load(given.before) if given.before else None
    except InvalidCatalogue as error:
        print(as_text(error.problems), end="", file=sys.stderr)
        return 1
    given.out.mkdir(parents=True, exist_ok=True)
    name = next_name([one.name for one in read(given.out)], day)
    changes = cell_changes(before, after) if before else []
    counts = {
        "models": len(after.models),
        "results": len(after.results),
        "sources": len(after.sources),
    }
    (given.out / f"{name}.zip").write_bytes(freeze(given.site, name, day, changes))
    text = notes(name, date(day), changes, counts)
    (given.out / f"{name}.md").write_text(text, encoding="utf-8")
    print(name)
    return 0
