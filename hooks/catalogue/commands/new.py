"""`mallit new`: a model's file to begin from, with its region's file and its source where they are missing."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalogue.answers.meant import answer, meant
from catalogue.authoring.skeleton import Wanted, files
from catalogue.load import read_folder

if TYPE_CHECKING:
    import argparse

    from catalogue.records import Catalogue

ASKED = (
    ("alue", "Alue (nimi tai tunnus)", "region"),
    ("nimi", "Mallin nimi", ""),
    ("tyyppi", "Mallityyppi (nimi tai tunnus)", "type"),
    ("ohjelma", "Ohjelma (nimi tai tunnus; tyhjä, jos oma työ)", "programme"),
    ("lahde", "Lähde (tunnus tai uuden lähteen nimi)", ""),
    ("kohta", "Kohta lähteessä, esimerkiksi luku 2", ""),
)
OPTIONAL = ("ohjelma",)


def add(commands: Any) -> None:
    """Add `mallit new`."""
    command = commands.add_parser("new", help="tee pohja uudelle mallille; kysyy, mitä ei anneta")
    command.add_argument("--folder", type=Path, default=Path("models"), help="datakansio")
    for name, told, _ in ASKED:
        command.add_argument(f"--{name}", default=None, help=told)
    command.add_argument("--julkaisija", default="", help="uuden lähteen julkaisija (oletus: alue)")
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    catalogue = read_folder(given.folder)
    said: dict[str, str] = {}
    for name, told, kind in ASKED:
        value = getattr(given, name)
        while value is None or (not value and name not in OPTIONAL):
            if not sys.stdin.isatty():
                print(f"Anna --{name}: {told}.", file=sys.stderr)
                return 2
            value = input(f"{told}: ").strip()
        if kind and value:
            found = _id(catalogue, kind, value)
            if not found:
                print(answer(catalogue, kind, value), file=sys.stderr)
                return 1
            value = found
        said[name] = value
    wanted = Wanted(
        said["alue"],
        said["nimi"],
        said["tyyppi"],
        said["ohjelma"],
        said["lahde"],
        said["kohta"],
        given.julkaisija,
    )
    return _write(
        given.folder, files(catalogue, wanted, datetime.datetime.now(datetime.UTC).date())
    )


def _id(catalogue: Catalogue, kind: str, given: str) -> str:
    if given in catalogue.known(kind):
        return given
    found = meant(catalogue, kind, given)
    return found[0].id if len(found) == 1 else ""


def _write(folder: Path, made: dict[str, str]) -> int:
    """Nothing is written over; sources are added at the end of their file."""
    taken = [name for name in made if not name.startswith("sources/") and (folder / name).exists()]
    if taken:
        print(f"Tiedosto {folder / taken[0]} on jo. Anna mallille toinen nimi.", file=sys.stderr)
        return 1
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(f"{before}{text}", encoding="utf-8")
        print(f"{path.as_posix()}: {'lisätty lähde' if before else 'uusi tiedosto'}")
    print("Täydennä tiedosto ja tarkista: mallit check", file=sys.stderr)
    return 0
