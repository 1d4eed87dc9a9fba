"""What is written: the folder of a site, where every address is written once, and single files, whole or not at all.

A full disk or a cut leaves the file that was there. What is only remembered to save time may be lost or spoilt: a
build does then without.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path


class MeetingAddresses(Exception):
    """Two things of the site want one address; the message names it, in Finnish."""


@dataclass
class Out:
    """Writes files under `root` by their address from there, and knows what was written. `taken` are others' addresses."""

    root: Path
    taken: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)

    def write(self, address: str, content: str | bytes) -> None:
        """Raises `MeetingAddresses` where something was written there before."""
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
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


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


def remembered(path: Path | None) -> str:
    """What an earlier build left in a file; nothing where there is none or it cannot be read."""
    if path:
        with suppress(OSError, UnicodeDecodeError):
            return path.read_text(encoding="utf-8")
    return ""


def remember(path: Path, text: str) -> None:
    """Leave something for a later build, where the disk lets us."""
    with suppress(OSError, Unwritable):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, text)
