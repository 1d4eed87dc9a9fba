"""The same data give the same site, byte by byte, whatever machine builds it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from built import environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


@dataclass(frozen=True)
class Machine:
    """One that builds: what it is like, its variables, the mask of its files, its folder, its Python."""

    name: str
    variables: Mapping[str, str] = field(default_factory=dict)
    umask: int = 0o022
    folder: str = "projekti"
    python: str = sys.executable
    git: bool = True


MACHINES = (
    Machine("tavallinen", {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}),
    Machine(
        "toinen kieli ja merkistö",
        {"LC_ALL": "C", "LANG": "C", "LANGUAGE": "sv", "PYTHONUTF8": "0"},
    ),
    Machine(
        "toinen aikavyöhyke ja hajautus", {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711"}
    ),
    Machine("toinen kansio ja oikeudet", umask=0o077, folder="Työ pöytä/å (2)"),
    Machine("ilman gitiä", {"TZ": "Pacific/Pago_Pago"}, git=False),
)


def built(machine: Machine, place: Path, project: Callable[[Path], Path]) -> dict[str, str]:
    """Digest by address of every file of the site that the machine builds of a project copied under `place`."""
    folder = place / machine.folder
    folder.mkdir(parents=True)
    root = project(folder)
    site = root / "site"
    variables = environment(**machine.variables)
    if not machine.git:
        variables["PATH"] = _without_git(place, variables["PATH"])
    done = subprocess.run(
        [machine.python, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)],
        cwd=root,
        env=variables,
        umask=machine.umask,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{machine.name}: {done.stdout}{done.stderr}")
    made = digests(site)
    shutil.rmtree(place)
    return made


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def different(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The addresses that only one of two sites has, or whose bytes differ."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def _without_git(place: Path, path: str) -> str:
    """A PATH on which everything is but git."""
    folder = place / "bin"
    folder.mkdir()
    for name in _programs(path.split(os.pathsep)):
        if name.name != "git" and not (folder / name.name).exists():
            (folder / name.name).symlink_to(name)
    return str(folder)


def _programs(folders: Iterable[str]) -> Iterable[Path]:
    return (one for folder in folders if Path(folder).is_dir() for one in Path(folder).iterdir())
