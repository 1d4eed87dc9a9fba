"""`mallit schema`: write the editors' schemas, or tell whether they are up to date."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalogue.answers.editor import IDS_FILE, schemas
from catalogue.load import read_folder
from catalogue.schema.editor import FOLDER
from catalogue.writing import replace

if TYPE_CHECKING:
    import argparse


def add(commands: Any) -> None:
    """Add `mallit schema`."""
    command = commands.add_parser(
        "schema", help="kirjoita editorien skeemat kenttien määrittelyistä"
    )
    command.add_argument(
        "into", nargs="?", type=Path, default=Path(FOLDER), help=f"kansio (oletus: {FOLDER})"
    )
    command.add_argument(
        "--check", action="store_true", help="kerro vain, ovatko skeemat ajan tasalla"
    )
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    wanted = schemas(read_folder(given.into.resolve().parent))
    present = {
        path.name: path.read_text(encoding="utf-8") for path in sorted(given.into.glob("*.json"))
    }
    stale = sorted(
        {*wanted, *present} - {name for name, text in wanted.items() if present.get(name) == text}
    )
    if given.check:
        for name in stale:
            print(f"{given.into / name} ei ole ajan tasalla: aja mallit schema")
        return (
            1 if {*stale} - {IDS_FILE} else 0
        )  # ids change with the data; a proposal may leave them
    given.into.mkdir(parents=True, exist_ok=True)
    for name in stale:
        if name in wanted:
            replace(given.into / name, wanted[name])
        else:
            (given.into / name).unlink()
    print(f"{len(wanted)} skeemaa, muuttui {len(stale)}", file=sys.stderr)
    return 0
