"""The command line: `mallit check`, `mallit schema`, `mallit coverage`, `mallit site`, `mallit links`, `mallit register`."""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path

from catalogue.cache import Cache, Shelf
from catalogue.commands import alone
from catalogue.commands import copy as copy_command
from catalogue.commands import coverage as cli_coverage
from catalogue.commands import diff as diff_command
from catalogue.commands import form as form_command
from catalogue.commands import innokyla as innokyla_command
from catalogue.commands import links as links_command
from catalogue.commands import new as new_command
from catalogue.commands import register as register_command
from catalogue.commands import release as release_command
from catalogue.commands import schema as cli_schema
from catalogue.commands import stale as stale_command
from catalogue.commands import tidy as tidy_command
from catalogue.edition import UnusableDate, clock_day
from catalogue.finnish.formats import counted
from catalogue.finnish.words import ERRORS, MODELS, RESULTS, WARNINGS
from catalogue.load import SHELF, load
from catalogue.memory import uncollected
from catalogue.problems import InvalidCatalogue, Problem, as_github, as_json, as_summary, as_text
from catalogue.reading.disk import no_folder
from catalogue.rules.handwritten import faults_of_pages
from catalogue.writing import MeetingAddresses, Unwritable

FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status: 0 fine, 1 problems found, 2 what is given cannot be used."""
    parser = argparse.ArgumentParser(
        prog="mallit", description="Toimintamallien luettelo: tarkistus ja työkalut."
    )
    commands = parser.add_subparsers(required=True, metavar="KOMENTO")
    check = commands.add_parser("check", help="tarkista kaikki tiedostot")
    check.add_argument(
        "folder", nargs="?", type=Path, default=Path("models"), help="datakansio (oletus: models)"
    )
    check.add_argument("--format", choices=FORMATS, default="text", help="tulosteen muoto")
    check.add_argument("--strict", action="store_true", help="varoituksetkin kaatavat tarkistuksen")
    check.add_argument("--summary", type=Path, help="kirjoita yhteenveto (Markdown) tiedostoon")
    check.set_defaults(run=_check)
    for command in (
        new_command,
        tidy_command,
        diff_command,
        stale_command,
        innokyla_command,
        form_command,
        cli_schema,
        cli_coverage,
        links_command,
        alone,
        copy_command,
        register_command,
        release_command,
    ):
        command.add(commands)
    given = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may lack ”, ≠ or ä
    folder = getattr(given, "folder", None)  # of the data: every command that reads it calls it so
    if folder and not folder.is_dir():
        print(no_folder(folder), file=sys.stderr)
        return 2
    try:
        status = int(given.run(given))
        sys.stdout.flush()
    except (Unwritable, UnusableDate, MeetingAddresses) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        where = f"Tiedostoa tai kansiota {error.filename}" if error.filename else "Tulostetta"
        if not error.filename:  # what waits to be printed would fail once more when Python ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        print(f"{where} ei voi lukea tai kirjoittaa ({error.strerror}).", file=sys.stderr)
        return 2
    return status


def _of_pages(folder: Path) -> list[Problem]:
    """Faults of the pages written by hand, where they lie beside the data as in the project."""
    content = folder.resolve().parent / "content"
    return faults_of_pages(content) if content.is_dir() else []


def _shelf(folder: Path) -> Shelf | None:
    """What builds of the same project remember of its files, where there is a place for it."""
    cache = Cache(folder.resolve().parent / ".cache")
    if not (cache.folder and cache.folder.is_dir()):
        return None
    shelf = cache.shelf(SHELF)
    for notice in cache.notices:
        print(notice, file=sys.stderr)
    return shelf


def _check(given: argparse.Namespace) -> int:
    problems: tuple[Problem, ...]
    try:
        with uncollected():
            catalogue = load(given.folder, clock_day(), _shelf(given.folder))
        problems = catalogue.warnings
        told = (
            f"{counted(len(catalogue.models), MODELS)}, {counted(len(catalogue.results), RESULTS)}"
        )
    except InvalidCatalogue as error:
        problems, told = error.problems, ""
    problems = (*problems, *_of_pages(given.folder))
    sys.stdout.write(FORMATS[given.format](problems))
    if given.summary:
        with given.summary.open("a", encoding="utf-8") as out:
            out.write(as_summary(problems))
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    found = f"{counted(errors, ERRORS)}, {counted(warnings, WARNINGS)}"
    print(f"{told or 'Luettelossa on virheitä'}: {found}", file=sys.stderr)
    return 1 if errors or (given.strict and problems) else 0


if __name__ == "__main__":
    sys.exit(main())
