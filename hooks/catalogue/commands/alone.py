"""`mallit site`: write the catalogue's pages without a site generator, into frames that one rendered before.

The way out, should MkDocs and its theme end: `FRAMES=kehykset.json mkdocs build` stores the frames.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalogue.build import publish_alone, site
from catalogue.edition import build_of
from catalogue.history import history
from catalogue.memory import uncollected
from catalogue.problems import InvalidCatalogue
from catalogue.writing import Out

if TYPE_CHECKING:
    import argparse


def add(commands: Any) -> None:
    """Add `mallit site`."""
    command = commands.add_parser(
        "site", help="kirjoita luettelon sivut ilman sivustogeneraattoria, valmiisiin kehyksiin"
    )
    command.add_argument("frames", type=Path, help="kehykset: FRAMES=kehykset.json mkdocs build")
    command.add_argument("out", type=Path, help="kansio, johon sivut kirjoitetaan")
    command.add_argument("--site-url", default="", help="sivuston osoite, lopussa /")
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    root = Path.cwd()
    try:
        with uncollected():
            made = site(
                root / "models",
                root / "overrides" / "catalogue",
                replace(
                    build_of(root, os.environ, given.site_url),
                    history=history(root, cache=root / ".cache"),
                ),
                cache=root / ".cache",
            )
            frames = given.frames.read_text(encoding="utf-8")
            published = publish_alone(made, frames, Out(given.out))
    except InvalidCatalogue as error:
        print(error, file=sys.stderr)
        return 1
    print(*made.cache.notices, f"{len(published.pages)} sivua", sep="\n", file=sys.stderr)
    return 0
