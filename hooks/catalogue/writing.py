"""What is written: the folder of a site, where every address is written once, and single files, whole or not at all.

A full disk or a cut leaves the file that was there. What is only remembered to save time may be lost or spoilt: a
build does then without.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import zlib
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Set


STAGE = ".tekeilla"  # in the site's folder: what a build has made of it so far
MARK = 16  # bytes of a digest that tells whether a file is whole


@dataclass(frozen=True)
class Packed:
    """Data for the pages' scripts, written deflated (zlib): a site is published unpacked, and these repeat themselves.

    `content/assets/read.js` unpacks them. What travels to a reader is as small either way.
    """

    text: str

    def deflated(self) -> bytes:
        """What is written."""
        return zlib.compress(self.text.encode())


Content = str | bytes | Packed


def as_written(content: Content) -> str | bytes:
    """The content of the file."""
    return content.deflated() if isinstance(content, Packed) else content


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

    `site` is the folder of the site that an earlier build wrote, and `known` are its files: of them those that are still
    the same are `kept`, and stay there untouched.
    """

    root: Path
    taken: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)
    site: Path | None = None
    known: Mapping[str, Made] = field(default_factory=dict)
    made: dict[str, Made] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)

    def has(self, address: str, key: str) -> bool:
        """Whether the earlier site has the file, made of the same and untouched since."""
        known = self.known.get(address)
        if self.site is None or known is None or known.key != key:
            return False
        with suppress(OSError):
            return _made(self.site / address, key) == known
        return False

    def keep(self, address: str) -> None:
        """The file of the earlier site is one of this, too. Raises `MeetingAddresses`."""
        self._take(address)
        self.kept.add(address)
        self.made[address] = self.known[address]

    def write(self, address: str, content: str | bytes, key: str = "") -> None:
        """Raises `MeetingAddresses` where something was written there before."""
        self._take(address)
        path = self.root / address
        self._lay(address.rpartition("/")[0])
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        if key:
            self.made[address] = _made(path, key)

    def _lay(self, folder: str) -> None:
        """The folder and those that it is in, each once."""
        if folder not in self.folders:
            if folder:
                self._lay(folder.rpartition("/")[0])
            (self.root / folder).mkdir(parents=not folder, exist_ok=True)
            self.folders.add(folder)

    def _take(self, address: str) -> None:
        if address in self.taken:
            raise MeetingAddresses(
                "Sivustolla olisi kaksi eri sivua tai tiedostoa samassa osoitteessa: "
                f"{address.removesuffix('index.html')} ({address}). Vaihda toisen tunnusta."
            )
        self.taken.add(address)


def _made(path: Path, key: str) -> Made:
    found = path.stat()
    return Made(key, found.st_size, found.st_mtime_ns)


def take_over(stage: Path, site: Path, kept: Set[str]) -> None:
    """What a build made comes into the folder of the site, whose own files go, but for those that are `kept`.

    Until then the site is as it was, whatever became of the build. Hidden files of the folder are somebody else's.
    """
    staged = [address for address, is_folder in _under(stage) if not is_folder]
    files = {*kept, *staged}
    folders = _folders(files)
    for address, is_folder in _under(site, own=False):
        if is_folder and address not in folders:
            (site / address).rmdir()
        elif not is_folder and address not in files:
            (site / address).unlink()
    _move(stage, site)
    shutil.rmtree(stage)


def _folders(addresses: Iterable[str]) -> set[str]:
    """Every folder that one of the files is in."""
    found = set[str]()
    for address in addresses:
        while (address := address.rpartition("/")[0]) and address not in found:
            found.add(address)
    return found


def _move(source: Path, target: Path) -> None:
    """Everything in one folder into another, at one stroke what is not there."""
    for entry in [*os.scandir(source)]:
        path = target / entry.name
        if entry.is_dir(follow_symlinks=False) and path.is_dir():
            _move(Path(entry), path)
        else:
            os.replace(entry, path)  # noqa: PTH105


def _under(folder: Path, above: str = "", *, own: bool = True) -> Iterator[tuple[str, bool]]:
    """Address of every file and folder, a folder after what is in it; without `own` not what is hidden at the top."""
    for entry in [*os.scandir(folder)]:
        if own or not entry.name.startswith("."):
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder:
                yield from _under(folder / entry.name, f"{above}{entry.name}/")
            yield f"{above}{entry.name}", is_folder


class Unwritable(Exception):
    """A file could not be written, and what was there is as it was; the message says why, in Finnish."""


def replace(path: Path, content: str | bytes) -> None:
    """Write in the place of a file at one stroke. Raises `Unwritable`."""
    try:
        _replace(path, lambda file: file.write(_encoded(content)))
    except OSError as error:
        raise Unwritable(
            f"Tiedostoa {path} ei voi kirjoittaa ({error.strerror}). Entinen on ennallaan."
        ) from None


def _encoded(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _replace(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
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


def remembered_lines(path: Path | None) -> Iterator[bytes]:
    """The lines of what an earlier build left, one at a time. Raises `Spoilt` after them where they are no more whole."""
    made = blake2b(digest_size=MARK)
    with ExitStack() as held:
        try:
            file = held.enter_context(path.open("rb")) if path else None
        except OSError:
            file = None
        if file is None:
            return
        mark = file.readline()
        for line in file:
            made.update(line)
            yield line
        if mark != made.hexdigest().encode() + b"\n":
            raise Spoilt


def remember(path: Path, content: str | bytes | Iterable[bytes]) -> None:
    """Leave something for a later build, where the disk lets us; its first line tells whether it is whole."""
    parts = (_encoded(content),) if isinstance(content, str | bytes) else content
    with suppress(OSError, Unwritable):
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, partial(_write_marked, parts))


def _write_marked(parts: Iterable[bytes], file: IO[bytes]) -> None:
    made = blake2b(digest_size=MARK)
    file.write(made.hexdigest().encode() + b"\n")
    for part in parts:
        made.update(part)
        file.write(part)
    file.seek(0)
    file.write(made.hexdigest().encode())


def _mark(content: bytes) -> bytes:
    return blake2b(content, digest_size=MARK).hexdigest().encode()
