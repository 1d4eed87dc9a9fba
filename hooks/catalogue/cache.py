"""What earlier builds worked out, in a folder that may be thrown away at any time: it makes a build quicker, never otherwise.

A value is found only by everything that it was made of: its key is a digest of that, and a shelf belongs to one version
of the program. A shelf that is spoilt, or of another version or program, is dropped.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from hashlib import blake2b
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any

import orjson

from catalogue.writing import Spoilt, remember, remembered_lines

if TYPE_CHECKING:
    from collections.abc import Callable

LIBRARIES = (  # whose work is kept; Finnish words are kept by the edition of their morphology
    "babel",
    "duckdb",
    "jinja2",
    "markdown",
    "markupsafe",
    "nh3",
    "orjson",
    "pydantic",
    "pyyaml",
    "xlsxwriter",
)
CONTENTS = "sisallot"
AT_ONCE = 1_000_000  # bytes of a shelf that wait in memory


def digest(*parts: str | bytes) -> str:
    """The same for the same parts, and for no others."""
    raw = [one.encode("utf-8", "surrogatepass") if isinstance(one, str) else one for one in parts]
    made = blake2b(repr([*map(len, raw)]).encode(), digest_size=16)
    for one in raw:
        made.update(one)
    return made.hexdigest()


@dataclass(eq=False)
class Shelf:
    """Values of one kind by their keys, as JSON. Those that nobody asked for are gone when it is saved.

    What is used waits on the disk until then, for there may be ten thousand texts; where there is no disk nothing is kept.
    """

    path: Path | None
    version: str
    read: Callable[[], dict[str, bytes]] = dict
    new: bool = False  # something is used that no earlier build left
    lost: bool = False  # something could not be written

    @cached_property
    def known(self) -> dict[str, bytes]:
        """What earlier builds left and nobody has used yet."""
        return self.read()

    @cached_property
    def used(self) -> IO[bytes]:
        """Key and value of everything that is used, a line each; the last of a key holds."""
        assert self.path
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
        return SpooledTemporaryFile(max_size=AT_ONCE, dir=str(self.path.parent))

    def get(self, key: str) -> Any:
        """The value that an earlier build left, which is used by this; None where there is none."""
        found = self.known.pop(key, None)
        if found is None:
            return None
        self._use(key, found)
        return orjson.loads(found)

    def seen(self, key: str) -> Any:
        """The same, which is not used by that."""
        found = self.known.get(key)
        return None if found is None else orjson.loads(found)

    def keep(self, key: str) -> None:
        """The value is used, where there is one."""
        if found := self.known.pop(key, None):
            self._use(key, found)

    def put(self, key: str, value: Any) -> None:
        """Keep a value that can be told in JSON."""
        if self.path:
            told = orjson.dumps(value)
            self.new |= self.known.pop(key, None) != told
            self._use(key, told)

    def _use(self, key: str, told: bytes) -> None:
        try:
            self.used.write(b"%b\t%b\n" % (key.encode(), told))
        except OSError:
            self.lost = True

    def save(self) -> None:
        """Leave what was used for the next build, where that is something else than what there was, and let go of it."""
        if not self.path:
            return
        if not self.lost and (self.new or self.known):
            self.used.seek(0)
            remember(self.path, chain([self.version.encode(), b"\n"], self.used))
        self.new = self.lost = False
        self._close()
        vars(self).pop("known", None)

    def _close(self) -> None:
        if used := vars(self).pop("used", None):
            used.close()

    def __del__(self) -> None:
        self._close()  # of a build that ended early


@dataclass(eq=False)
class Contents:
    """Contents of files, each found by everything that it was made of; without a folder each is made anew.

    A file of the folder begins with the digest of the rest, so a spoilt one is made again.
    """

    folder: Path | None = None
    version: str = ""
    used: set[str] = field(default_factory=set)

    def made(self, make: Callable[[], bytes], *of: str | bytes) -> bytes:
        """What `make` makes of `of`, where no earlier build made it of the same."""
        content = self.get(*of)
        if content is None:
            content = make()
            self.put(content, *of)
        return content

    def get(self, *of: str | bytes) -> bytes | None:
        """What was made of `of`; None where nothing was, or it is spoilt."""
        if path := self._path(*of):
            with suppress(OSError):
                mark, _, content = path.read_bytes().partition(b"\n")
                if mark.decode("latin-1") == digest(content):
                    return content
        return None

    def put(self, content: bytes, *of: str | bytes) -> None:
        """Keep what was made of `of`, where the disk lets us."""
        if path := self._path(*of):
            with suppress(OSError):
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("wb") as file:
                    file.write(digest(content).encode() + b"\n")
                    file.write(content)

    def _path(self, *of: str | bytes) -> Path | None:
        if self.folder is None:
            return None
        key = digest(self.version, *of)
        self.used.add(key)
        return self.folder / key

    def text(self, make: Callable[[], str], *of: str | bytes) -> str:
        """The same of a text."""
        content = self.get(*of)
        if content is not None:
            return content.decode()
        made = make()
        self.put(made.encode(), *of)
        return made

    def save(self) -> None:
        """Leave only what was used for the next build."""
        with suppress(OSError):
            for path in self.folder.iterdir() if self.folder else ():
                if path.name not in self.used:
                    path.unlink()


@cache
def _program() -> str:
    """The same for the same text, libraries and Python; a process runs what it read when it began."""
    own = Path(__file__).parent
    texts = (path.read_bytes() for path in sorted(own.rglob("*.py")))
    return digest(sys.version, *map(version, LIBRARIES), *texts)


@dataclass(frozen=True)
class Cache:
    """The shelves in one folder; without a folder everything is forgotten when the process ends."""

    folder: Path | None = None
    shelves: dict[str, Shelf] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)

    @property
    def version(self) -> str:
        """Of the program that works things out."""
        return _program()

    @cached_property
    def contents(self) -> Contents:
        """Contents of files by what they were made of."""
        return Contents(self.folder / CONTENTS, self.version) if self.folder else Contents()

    def shelf(self, name: str) -> Shelf:
        """The shelf of this name, read when it is first asked for."""
        if name not in self.shelves:
            path = self.folder / f"{name}.json" if self.folder else None
            self.shelves[name] = Shelf(path, self.version, partial(self._read, path))
            self.shelves[name].known  # noqa: B018 - what is spoilt is told at once
        return self.shelves[name]

    def _read(self, path: Path | None) -> dict[str, bytes]:
        """What the file holds; nothing where it is of another version or spoilt, of which a word is said."""
        values: dict[str, bytes] = {}
        try:
            lines = remembered_lines(path)
            if next(lines, b"").decode() != f"{self.version}\n":
                return {}
            for line in lines:
                key, _, told = line.partition(b"\t")
                values[key.decode()] = told[:-1]
        except (Spoilt, UnicodeDecodeError):
            self.dropped(path)
            return {}
        return values

    def dropped(self, path: Path | None) -> None:
        """Say that a file of earlier builds is spoilt and made anew."""
        self.notices.append(f"Välimuistin tiedosto {path} ei ollut kunnossa: se tehdään uudelleen.")
