"""`mallit register`: add what is published now to the register of everything ever published; nothing is taken out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalogue.finnish.formats import counted
from catalogue.finnish.words import ADDRESSES
from catalogue.linkcheck.lasting import anchors_linked_to, lost
from catalogue.load import load
from catalogue.permanence import register
from catalogue.problems import InvalidCatalogue, as_text
from catalogue.writing import replace

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping


def add(commands: Any) -> None:
    """Add `mallit register`."""
    command = commands.add_parser(
        "register", help="lisää julkaistut tunnukset ja osoitteet rekisteriin (models/published/)"
    )
    command.add_argument(
        "folder", nargs="?", type=Path, default=Path("models"), help="datakansio (oletus: models)"
    )
    command.add_argument(
        "--site",
        type=Path,
        help="rakennettu sivusto: lisää myös kohdat, joihin sivusto itse linkittää, ja "
        "katso, että jokainen rekisterin osoite on siinä yhä",
    )
    command.add_argument(
        "--check", action="store_true", help="älä kirjoita: kerro, mitä rekisteristä puuttuu"
    )
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    try:
        catalogue = load(given.folder)
    except InvalidCatalogue as error:
        print(as_text(error.problems), end="")
        return 1
    gone = lost(given.site, catalogue.published) if given.site else ()
    print(as_text(gone), end="")
    linked = anchors_linked_to(given.site) if given.site else ()
    written = register.grown(catalogue, linked)
    new = _lines(written) - sum(
        entry.path.rpartition("/")[2] in written for entry in catalogue.published
    )
    told = counted(new, ADDRESSES)
    if given.check:
        print(f"Rekisteristä puuttuu {told}.", file=sys.stderr)
        return 1 if gone else 0
    folder = given.folder / register.FOLDER
    folder.mkdir(exist_ok=True)
    for name, text in written.items():
        replace(folder / name, text)
    print(f"Rekisteriin lisättiin {told}.", file=sys.stderr)
    return 1 if gone else 0


def _lines(files: Mapping[str, str]) -> int:
    return sum(text.count("\n") for text in files.values())
