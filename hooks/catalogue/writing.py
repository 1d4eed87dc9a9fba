"""What is written: the folder of a site, where every address is written once, and single files, whole or not at all.

A full disk or a cut leaves the file that was there. What is only remembered to save time may be lost or spoilt: a
build does then without.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


BEFORE = ".ennen"  # in the site's folder while it is built


class MeetingAddresses(Exception):
    """Two things of the site want one address; the message names it, in Finnish."""


@dataclass(frozen=True)
class Made:
    """A file as it was left: the key of what it was made of, its size and the moment it was written."""

    key: str
    size: int
    moment: int


@dataclass
class Out:
    """Writes files under `root` by their address from there, and knows what was written. `taken` are others' addresses.

    `before` is the folder of the site that an earlier build wrote, and `known` are its files.
    """

    root: Path
    taken: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)
    before: Path | None = None
    known: Mapping[str, Made] = field(default_factory=dict)
    made: dict[str, Made] = field(default_factory=dict)

    def has(self, address: str, key: str) -> bool:
        """Whether the earlier site has the file, made of the same and untouched since."""
        known = self.known.get(address)
        if self.before is None or known is None or known.key != key:
            return False
        with suppress(OSError):
            return _made(self.before / address, key) == known
        return False

    def keep(self, address: str) -> None:
        """Take the file from the earlier site, which stays whole until this one is. Raises `MeetingAddresses`."""
        assert self.before
        path = self._place(address)
        try:
            path.hardlink_to(self.before / address)
        except OSError:  # a disk without such links
            shutil.copy2(self.before / address, path)
        self.made[address] = self.known[address]

    def write(self, address: str, content: str | bytes, key: str = "") -> None:
        """Raises `MeetingAddresses` where something was written there before."""
        path = self._place(address)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        if key:
            self.made[address] = _made(path, key)

    def _place(self, address: str) -> Path:
        if address in self.taken:
            raise MeetingAddresses(
                "Sivustolla olisi kaksi eri sivua tai tiedostoa samassa osoitteessa: "
                f"{address.removesuffix('index.html')} ({address}). Vaihda toisen tunnusta."
            )
        self.taken.add(address)
        path = self.root / address
        folder = address.rpartition("/")[0]
        if folder not in self.folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.folders.add(folder)
        return path


def _made(path: Path, key: str) -> Made:
    found = path.stat()
    return Made(key, found.st_size, found.st_mtime_ns)


def set_aside(root: Path) -> Path:
    """What stands in the folder of a site goes to a hidden folder within it, which is the answer.

    After a build that came to nothing the hidden folder still holds the site before it.
    """
    before = root / BEFORE
    if root.is_dir() and not before.is_dir():
        entries = [entry for entry in root.iterdir() if not entry.name.startswith(".")]
        before.mkdir()
        for entry in entries:
            entry.rename(before / entry.name)
    return before


def put_back(root: Path) -> None:
    """The site that stands aside comes back, in the place of a build that did not end."""
    before = root / BEFORE
    if not before.is_dir():
        return
    for entry in [entry for entry in root.iterdir() if not entry.name.startswith(".")]:
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    for entry in [*before.iterdir()]:
        entry.rename(root / entry.name)
    before.rmdir()


class Unwritable(Exception):
    """A file could not be written, and what was there is as it was; the message says why, in Finnish."""


def replace(path: Path, content: str | bytes) -> None:
    """Write in the place of a file at one stroke. Raises `Unwritable`."""
    try:
        _replace(path, content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        raise Unwritable(
            f"Tiedostoa {path} ei voi kirjoittaa ({error.strerror}). Entinen on ennallaan."
        ) from None


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        made.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        made.replace(path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


class Spoilt(Exception):
    """What an earlier build left is no more what it was."""


def remembered(path: Path | None) -> str:
    """What an earlier build left in a file; nothing where there is none or it is not whole."""
    with suppress(Spoilt, UnicodeDecodeError):
        return remembered_bytes(path).decode()
    return ""


def remembered_bytes(path: Path | None) -> bytes:
    """What an earlier build left in a file; nothing where there is none or it cannot be read. Raises `Spoilt`."""
    if not path:
        return b""
    try:
        raw = path.read_bytes()
    except OSError:
        return b""
    mark, _, content = raw.partition(b"\n")
    if mark != _mark(content):
        raise Spoilt
    return content


def remember(path: Path, text: str | bytes) -> None:
    """Leave something for a later build, where the disk lets us; its first line tells whether it is whole."""
    content = text.encode() if isinstance(text, str) else text
    with suppress(OSError, Unwritable):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, _mark(content) + b"\n" + content)


def _mark(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).hexdigest().encode()
