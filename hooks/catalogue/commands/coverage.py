"""`mallit coverage`: what the catalogue holds, as tables or JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalogue.figures.coverage import as_text, coverage
from catalogue.load import load
from catalogue.problems import InvalidCatalogue

if TYPE_CHECKING:
    import argparse


def add(commands: Any) -> None:
    """Add `mallit coverage`."""
    command = commands.add_parser(
        "coverage", help="laske mallit ja tulokset alueittain, tyypeittäin ja lähteittäin"
    )
    command.add_argument(
        "folder", nargs="?", type=Path, default=Path("models"), help="datakansio (oletus: models)"
    )
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help="tulosteen muoto"
    )
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    """1 when the catalogue has errors or a result lacks its place in the source."""
    try:
        found = coverage(load(given.folder))
    except InvalidCatalogue as error:
        print(f"Luettelossa on virheitä, aja mallit check: {len(error.problems)}", file=sys.stderr)
        return 1
    sys.stdout.write(
        json.dumps(asdict(found), ensure_ascii=False, indent=1) + "\n"
        if given.format == "json"
        else as_text(found)
    )
    return 1 if found.unlocated else 0
