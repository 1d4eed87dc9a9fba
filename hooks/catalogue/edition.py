"""Which edition of the catalogue is built: its day and its version, from the environment and from git."""

from __future__ import annotations

import datetime
import subprocess
from typing import TYPE_CHECKING

from catalogue.facts import Build, Version
from catalogue.releases import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

UNVERSIONED = "kehitysversio"
PAGES_OF = ("models", "content")  # folders whose files are pages
YEARS = range(2020, 2200)  # of a build: a clock that tells another year is wrong


class UnusableDate(ValueError):
    """The day of the build cannot be right: `SOURCE_DATE_EPOCH`, the last commit or the clock; a Finnish sentence."""


def build_of(root: Path, environment: Mapping[str, str], site_url: str = "") -> Build:
    """The edition of the project in `root`, in a form that repeats: the day is never the clock's where git tells one.

    Raises `UnusableDate`.
    """
    return Build(
        build_day(root, environment),
        revision(root),
        site_url,
        release=(newest := release(root)),
        as_released=not _git(
            root, "log", "-1", "--format=%h", f"data-{newest}..HEAD", "--", "models"
        ),
        changed=last_changes(root),
        versions=versions(root / frozen.FOLDER),
    )


def build_day(root: Path, environment: Mapping[str, str]) -> datetime.date:
    """The day of `SOURCE_DATE_EPOCH`, else of the last commit, else today (UTC). Raises `UnusableDate`."""
    told = environment.get("SOURCE_DATE_EPOCH", "")
    epoch = told or _git(root, "log", "-1", "--format=%ct")
    if not epoch:
        return clock_day()
    try:
        return _sane(datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date())
    except UnusableDate as error:
        where = "Ympäristömuuttuja SOURCE_DATE_EPOCH" if told else "Viimeisin tallennus (git)"
        raise UnusableDate(f"{where} kertoo väärän päivän. {error}") from None
    except (ValueError, OverflowError, OSError):
        raise UnusableDate(
            f"Ympäristömuuttuja SOURCE_DATE_EPOCH on ”{told}”. Sen pitää olla sekunteja vuodesta 1970, "
            "esimerkiksi 1767225600, tai sen voi jättää pois."
        ) from None


def clock_day() -> datetime.date:
    """Today (UTC) by the machine's clock. Raises `UnusableDate`."""
    try:
        return _sane(datetime.datetime.now(datetime.UTC).date())
    except UnusableDate as error:
        raise UnusableDate(f"Koneen kello on väärässä. {error}") from None


def _sane(day: datetime.date) -> datetime.date:
    if day.year not in YEARS:
        raise UnusableDate(f"Päivä olisi {day.day}.{day.month}.{day.year}.")
    return day


def revision(root: Path) -> str:
    """The short hash of the last commit; `kehitysversio` where the folder is no checkout of its own."""
    return _git(root, "rev-parse", "--short=12", "HEAD") or UNVERSIONED


def release(root: Path) -> str:
    """The newest published version of the data that the checkout holds: `2026.1` of the tag `data-2026.1`."""
    tag = _git(root, "describe", "--tags", "--abbrev=0", "--match", "data-*")
    return tag.removeprefix("data-")


def versions(folder: Path) -> tuple[Version, ...]:
    """Every published version whose zip was fetched into the folder, newest first."""
    found = frozen.read(folder) if folder.is_dir() else ()
    kept = frozen.fitting(found)
    return tuple(
        Version(
            one.name,
            datetime.date.fromisoformat(one.day),
            tuple({name: str(value) for name, value in cell.items()} for cell in one.changes),
            one in kept,
        )
        for one in found
    )


def last_changes(root: Path) -> dict[str, datetime.date]:
    """The day of the last change of every file that a page is made of, by its path in the project.

    A clone without its history knows no such days: there every file would seem to have changed with the last commit.
    """
    if _git(root, "rev-parse", "--is-shallow-repository") != "false":
        return {}
    told = _git(root, "log", "--format=@%ct", "--name-only", "--no-renames", "--", *PAGES_OF)
    found: dict[str, datetime.date] = {}
    day = datetime.date.min
    for line in told.splitlines():
        if line.startswith("@"):
            day = datetime.datetime.fromtimestamp(int(line[1:]), datetime.UTC).date()
        elif line:
            found.setdefault(line, day)
    return found


def _git(root: Path, *arguments: str) -> str:
    """What git says of the project; nothing where there is no git, no checkout, or another project's checkout."""
    if not (root / ".git").exists():
        return ""
    command = ["git", *arguments]  # the git of the machine, with arguments of this module only
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
