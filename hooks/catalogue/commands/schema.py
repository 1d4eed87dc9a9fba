"""`mallit schema`: write the editors' schemas, or tell whether they are up to date."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalogue.linkcheck.disk import replace
from catalogue.schema.editor import FOLDER, schemas

if TYPE_CHECKING:
    import argparse


def add(commands: Any) -> None:
    command = commands.add_parser(
        "schema", help="kirjoita editorien skeemat kenttien määrittelyistä"
    )
    command.add_argument(
        "folder", nargs="?", type=Path, default=Path(FOLDER), help=f"kansio (oletus: {FOLDER})"
    )
    command.add_argument(
        "--check", action="store_true", help="kerro vain, ovatko skeemat ajan tasalla"
    )
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    wanted = schemas()
    present = {
        path.name: path.read_text(encoding="utf-8") for path in sorted(given.folder.glob("*.json"))
    }
    stale = sorted(
        {*wanted, *present} - {name for name, text in wanted.items() if present.get(name) == text}
    )
    if given.check:
        for name in stale:
            print(f"{given.folder / name} ei ole ajan tasalla: aja make schema")
        return 1 if stale else 0
    given.folder.mkdir(parents=True, exist_ok=True)
    for name in stale:
        if name in wanted:
            replace(given.folder / name, wanted[name])
        else:
            (given.folder / name).unlink()
    print(f"{len(wanted)} skeemaa, muuttui {len(stale)}", file=sys.stderr)
    return 0
