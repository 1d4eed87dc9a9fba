"""`mallit stale`: what nobody has looked at for a long time."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalogue.authoring.stale import questions, stale
from catalogue.load import read_folder

if TYPE_CHECKING:
    import argparse


def add(commands: Any) -> None:
    """Add `mallit stale`."""
    command = commands.add_parser("stale", help="luettele, mitä ei ole aikoihin tarkistettu")
    command.add_argument("folder", nargs="?", type=Path, default=Path("models"), help="datakansio")
    command.add_argument("--months", type=int, default=12, help="kuinka vanhat (oletus: 12 kk)")
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    today = datetime.datetime.now(datetime.UTC).date()
    catalogue = read_folder(given.folder)
    found = stale(catalogue, today, given.months)
    asked = questions(catalogue, today, given.months)
    for one in (*found, *asked):
        print(f"{one.place}: {one.told}")
    print(
        f"Vanhentunutta: {len(found)}, alueita, joilta kysyä: {len(asked)} (yli {given.months} kk)"
    )
    return 0
