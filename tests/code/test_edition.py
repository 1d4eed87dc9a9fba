"""The day and the version of a build, on machines with git, without it, and inside somebody else's checkout."""

from __future__ import annotations

import datetime
import subprocess
from typing import TYPE_CHECKING

import pytest

from catalogue.edition import UNVERSIONED, UnusableDate, build_of

if TYPE_CHECKING:
    from pathlib import Path

DAY = datetime.date(2026, 1, 1)


def checkout(folder: Path) -> str:
    """A repository with one commit of a known day; its short hash."""
    folder.mkdir(exist_ok=True)
    who = ["-c", "user.name=x", "-c", "user.email=x"]
    when = {"GIT_COMMITTER_DATE": "2025-05-05T12:00:00Z", "GIT_AUTHOR_DATE": "2025-05-05T12:00:00Z"}
    for arguments in (["init", "-q"], [*who, "commit", "-q", "--allow-empty", "-m", "x"]):
        subprocess.run(["git", *arguments], cwd=folder, check=True, env={"PATH": PATH, **when})
    told = subprocess.run(
        ["git", "rev-parse", "--short=12", "HEAD"],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    return told.stdout.strip()


PATH = "/usr/local/bin:/usr/bin:/bin"


def test_day_and_version_are_those_of_the_last_commit(tmp_path: Path) -> None:
    head = checkout(tmp_path / "own")
    made = build_of(tmp_path / "own", {})
    assert (made.today, made.revision) == (datetime.date(2025, 5, 5), head)


def test_given_moment_comes_before_the_commit(tmp_path: Path) -> None:
    checkout(tmp_path / "own")
    assert build_of(tmp_path / "own", {"SOURCE_DATE_EPOCH": "1767225600"}).today == DAY


def test_folder_inside_another_checkout_has_no_version(tmp_path: Path) -> None:
    checkout(tmp_path / "other")
    inside = tmp_path / "other" / "unpacked"
    inside.mkdir()
    assert build_of(inside, {"SOURCE_DATE_EPOCH": "1767225600"}).revision == UNVERSIONED


def test_machine_without_git_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout(tmp_path / "own")
    monkeypatch.setenv("PATH", str(tmp_path))
    made = build_of(tmp_path / "own", {})
    assert made.revision == UNVERSIONED
    assert abs((made.today - datetime.datetime.now(datetime.UTC).date()).days) <= 1


@pytest.mark.parametrize(
    "odd", ["eilen", "1e9", "99999999999999999999", " ", "-1", "0", "-99999999999", "253402300799"]
)
def test_odd_moment_is_refused_with_a_sentence(tmp_path: Path, odd: str) -> None:
    with pytest.raises(UnusableDate, match="SOURCE_DATE_EPOCH"):
        build_of(tmp_path, {"SOURCE_DATE_EPOCH": odd})


@pytest.mark.parametrize(
    ("year", "fine"), [(1970, False), (2026, True), (2100, True), (9999, False)]
)
def test_clock_that_cannot_be_right_is_told_instead_of_every_date_in_the_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, year: int, fine: bool
) -> None:
    class Clock(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Clock:
            return cls(year, 1, 1, tzinfo=tz)

    monkeypatch.setattr(datetime, "datetime", Clock)
    if fine:
        assert build_of(tmp_path, {}).today == datetime.date(year, 1, 1)
    else:
        with pytest.raises(UnusableDate, match="kello on väärässä"):
            build_of(tmp_path, {})
