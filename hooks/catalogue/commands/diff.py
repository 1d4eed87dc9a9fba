"""`mallit diff BASE HEAD`: what changes for readers between two commits, or between a commit and the files as they are."""

from __future__ import annotations

import datetime
import io
import os
import subprocess
import sys
import tarfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalogue.edition import build_of
from catalogue.facts import Facts
from catalogue.load import readable
from catalogue.review.report import report

if TYPE_CHECKING:
    import argparse

FOLDER = "models"


def add(commands: Any) -> None:
    """Add `mallit diff`."""
    command = commands.add_parser(
        "diff", help="kerro suomeksi, mitä muutos tekee luvuille ja sivuille"
    )
    command.add_argument("base", help="mistä: versio, haara tai kansio, esimerkiksi origin/main")
    command.add_argument("head", nargs="?", default="", help="mihin (oletus: tiedostot nyt)")
    command.add_argument("--out", type=Path, help="kirjoita raportti tiedostoon")
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    try:
        before, after = (_files(name) for name in (given.base, given.head or "."))
    except subprocess.CalledProcessError as error:
        told = error.stderr.decode("utf-8", "replace").strip()
        print(f"Versiota ei voi lukea: {told}", file=sys.stderr)
        return 2
    text = report(_facts(before), _facts(after))
    if given.out:
        given.out.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


def _facts(files: list[tuple[str, bytes]]) -> Facts:
    """What can be computed with; records that have faults are left out, the checker tells of them."""
    today = datetime.datetime.now(datetime.UTC).date()
    catalogue = replace(readable(FOLDER, files), today=today)
    return Facts(catalogue, build_of(Path.cwd(), os.environ, ""))


def _files(name: str) -> list[tuple[str, bytes]]:
    """The data files of a commit, or of the folder `name`."""
    folder = Path(name) / FOLDER
    if folder.is_dir():
        return [
            (path.relative_to(folder).as_posix(), path.read_bytes())
            for path in sorted(folder.rglob("*"))
            if path.is_file() and not path.is_symlink()
        ]
    made = subprocess.run(  # noqa: S603
        ["git", "archive", "--format=tar", "--end-of-options", name, FOLDER],  # noqa: S607
        check=True,
        capture_output=True,
    )
    with tarfile.open(fileobj=io.BytesIO(made.stdout)) as archive:
        return [
            (member.name.removeprefix(f"{FOLDER}/"), opened.read())
            for member in archive
            if member.isfile() and (opened := archive.extractfile(member))
        ]
