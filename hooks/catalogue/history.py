"""The history of the data, read from git; what a commit says is remembered by its id, for it never changes."""

from __future__ import annotations

import json
import subprocess
from dataclasses import asdict
from typing import TYPE_CHECKING

from catalogue.changes.news import Edit, News, news_of
from catalogue.writing import remember, remembered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMITS = 40  # that are told; the rest is in the repository
WIDE = 60  # files of a commit that only changes the form of all
FORM = "2"  # of what is remembered


def history(
    root: Path, folder: str = "models", cache: Path | None = None
) -> tuple[News, ...] | None:
    """What became of the models, the latest first; None where there is no history to read."""
    listed = _git(
        root,
        "log",
        f"-{COMMITS}",
        "--format=%x00%H %cs",
        "--name-only",
        "--no-renames",
        "--",
        folder,
    )
    if listed is None:
        return None
    path = cache / "muutokset.json" if cache else None
    known = _known(path)
    found: dict[str, list[News]] = {}
    for entry in listed.decode("utf-8", "replace").split("\0")[1:]:
        head, *names = [line for line in entry.split("\n") if line]
        commit, day = head.split(" ")
        if commit not in known:
            own = [name for name in names if name.endswith(".yml")]
            edits = [*_edits(root, folder, commit, own)] if len(own) <= WIDE else []
            known[commit] = [*news_of(day, edits)]
        found[commit] = known[commit]
    if path:
        told = {commit: [asdict(one) for one in news] for commit, news in found.items()}
        remember(path, json.dumps({"form": FORM, "commits": told}, ensure_ascii=False))
    return tuple(one for news in found.values() for one in news)


def _known(path: Path | None) -> dict[str, list[News]]:
    try:
        told = json.loads(remembered(path))
        if told["form"] != FORM:
            return {}
        return {
            commit: [News(**(one | {"told": tuple(one["told"])})) for one in news]
            for commit, news in told["commits"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _edits(root: Path, folder: str, commit: str, names: list[str]) -> Iterator[Edit]:
    """Both sides of each file, by one question to git."""
    asked = [f"{side}:{name}" for name in names for side in (f"{commit}^", commit)]
    answer = _git(root, "cat-file", "--batch", given="\n".join(asked).encode())
    contents = [*_contents(answer or b"")]
    for place, name in enumerate(names):
        if 2 * place + 1 < len(contents):
            yield Edit(
                name.removeprefix(f"{folder}/"), contents[2 * place], contents[2 * place + 1]
            )


def _contents(answer: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        head = answer[at:end].split(b" ")
        if len(head) < 3 or not head[-1].isdigit():
            yield b""  # no such file on this side
            at = end + 1
        else:
            size = int(head[-1])
            yield answer[end + 1 : end + 1 + size]
            at = end + 2 + size


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    try:
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(root), *arguments],  # noqa: S607
            input=given,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout
