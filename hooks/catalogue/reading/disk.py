"""What is in a folder, read with distrust: nothing is left out in silence, and nothing odd is opened.

A link, a pipe, a device, a file too large to be one of ours, and what the system does not let us read are told as
problems, each with its path. Only plain files are read, and their size is asked first.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.problems import Problem
from catalogue.reading.source import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path, PurePath

LINK = "Tämä on linkki toiseen paikkaan. Laita tähän itse tiedosto tai kansio."
NO_FILE = "Tämä ei ole tiedosto vaan putki tai laite. Poista se."
LARGE = "Tiedosto on yli megatavun kokoinen. Jaa se osiin."
DEEPEST = 20  # folders within folders
DEEP = (
    f"Kansioita on sisäkkäin yli {DEEPEST}. Tiedostoja niissä ei luettu. Siirrä tai poista kansio."
)


@dataclass(frozen=True)
class Found:
    """The files by path under the folder, sorted, and what could not be read."""

    files: tuple[tuple[str, bytes], ...]
    problems: tuple[Problem, ...]


def read_all(root: str, folder: Path, passed: Callable[[PurePath], bool]) -> Found:
    """Every file under `folder`, whose problems are told under the name `root`; `passed` are paths to pass by."""
    files: list[tuple[str, bytes]] = []
    problems: list[Problem] = []
    for path, entry in _walked(folder, folder, passed, root, problems):
        try:
            content = _content(entry)
        except OSError as error:
            content = f"Tiedostoa ei voi lukea ({error.strerror})."
        if isinstance(content, bytes):
            files.append((path, content))
        else:
            problems.append(Problem(f"{root}/{path}", 1, 1, "tiedostonimi", content))
    return Found(tuple(sorted(files)), tuple(problems))


def _walked(
    top: Path, folder: Path, passed: Callable[[PurePath], bool], root: str, problems: list[Problem]
) -> Iterator[tuple[str, Path]]:
    """Everything that is no folder of its own, with its path from the top; a link to a folder is not followed."""
    try:
        with os.scandir(folder) as listed:
            names = sorted(entry.name for entry in listed)
    except OSError as error:
        where = "/".join((root, *folder.relative_to(top).parts))
        message = f"Kansiota ei voi lukea ({error.strerror})."
        problems.append(Problem(where, 1, 1, "tiedostonimi", message))
        return
    for name in names:
        entry = folder / name
        if passed(entry.relative_to(top)):
            continue
        if entry.is_dir() and not entry.is_symlink():
            parts = entry.relative_to(top).parts
            if len(parts) >= DEEPEST:
                where = "/".join((root, *parts))
                problems.append(Problem(where, 1, 1, "tiedostonimi", DEEP))
                continue
            yield from _walked(top, entry, passed, root, problems)
        else:
            yield entry.relative_to(top).as_posix(), entry


def same_elsewhere(root: str, names: Iterable[str]) -> Iterator[Problem]:
    """Files whose names are one name on Windows and macOS, which tell no capitals apart: of each but the best named."""
    alike: dict[str, list[str]] = {}
    for name in names:
        alike.setdefault(unicodedata.normalize("NFC", name).casefold(), []).append(name)
    for folded, spelt in alike.items():
        first, *others = sorted(spelt, key=lambda name: (name != folded, name))
        for other in others:
            message = f"{root}/{first} on jo. Anna toinen nimi tai poista toinen."
            yield Problem(f"{root}/{other}", 1, 1, "tiedostonimi", message)


def no_folder(folder: Path) -> str:
    """A sentence of what stands in the place of a folder."""
    if folder.exists():
        return f"{folder} on tiedosto, ei kansio."
    return f"Kansiota {folder} ei ole."


def _content(entry: Path) -> bytes | str:
    """The bytes of a plain file, or a sentence why there are none."""
    found = entry.lstat()
    if stat.S_ISLNK(found.st_mode):
        return LINK
    if not stat.S_ISREG(found.st_mode):
        return NO_FILE
    if found.st_size > MAX_BYTES:
        return LARGE
    return entry.read_bytes()
