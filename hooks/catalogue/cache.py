"""What earlier builds worked out, in a folder that may be thrown away at any time: it makes a build quicker, never otherwise.

A value is found only by everything that it was made of: its key is a digest of that, and a shelf belongs to one version
of the program. A shelf that is spoilt, or of another version or program, is dropped.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from catalogue.writing import Spoilt, remember, remembered_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

LIBRARIES = ("jinja2", "pydantic", "pyyaml", "markdown", "nh3", "xlsxwriter", "duckdb")
CONTENTS = "sisallot"


def digest(*parts: str | bytes) -> str:
    """The same for the same parts, and for no others."""
    raw = [one.encode("utf-8", "surrogatepass") if isinstance(one, str) else one for one in parts]
    made = blake2b(repr([*map(len, raw)]).encode(), digest_size=16)
    made.update(b"".join(raw))
    return made.hexdigest()


@dataclass(eq=False)
class Shelf:
    """Values of one kind by their keys. Those that nobody asked for are gone when it is saved."""

    path: Path | None
    version: str
    known: dict[str, Any] = field(default_factory=dict)
    used: dict[str, Any] = field(default_factory=dict)

    def get(self, key: str) -> Any:
        """The value, which is used by this; None where there is none."""
        found = self.used.get(key)
        if found is None and (found := self.known.get(key)) is not None:
            self.used[key] = found
        return found

    def put(self, key: str, value: Any) -> None:
        """Keep a value that can be told in JSON."""
        self.used[key] = value

    def save(self) -> None:
        """Leave what was used for the next build, where that is something else than what there was."""
        if self.path and self.used != self.known:
            stored = orjson.dumps({"version": self.version, "values": self.used})
            remember(self.path, stored)
        self.known, self.used = self.used, {}


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
                path.write_bytes(digest(content).encode() + b"\n" + content)

    def _path(self, *of: str | bytes) -> Path | None:
        if self.folder is None:
            return None
        key = digest(self.version, *of)
        self.used.add(key)
        return self.folder / key

    def text(self, make: Callable[[], str], *of: str | bytes) -> str:
        """The same of a text."""
        return self.made(lambda: make().encode(), *of).decode()

    def save(self) -> None:
        """Leave only what was used for the next build."""
        with suppress(OSError):
            for path in self.folder.iterdir() if self.folder else ():
                if path.name not in self.used:
                    path.unlink()


@dataclass(frozen=True)
class Cache:
    """The shelves in one folder; without a folder everything is forgotten when the process ends."""

    folder: Path | None = None
    shelves: dict[str, Shelf] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)

    @cached_property
    def version(self) -> str:
        """Of the program that works things out: its own text, its libraries, and Python."""
        own = Path(__file__).parent
        texts = (path.read_bytes() for path in sorted(own.rglob("*.py")))
        return digest(sys.version, *map(version, LIBRARIES), *texts)

    @cached_property
    def contents(self) -> Contents:
        """Contents of files by what they were made of."""
        return Contents(self.folder / CONTENTS, self.version) if self.folder else Contents()

    def shelf(self, name: str) -> Shelf:
        """The shelf of this name, read when it is first asked for."""
        if name not in self.shelves:
            path = self.folder / f"{name}.json" if self.folder else None
            self.shelves[name] = Shelf(path, self.version, self._read(path))
        return self.shelves[name]

    def _read(self, path: Path | None) -> dict[str, Any]:
        """What the file holds; nothing where it is of another version or cannot be understood, of which a word is said."""
        try:
            raw = remembered_bytes(path)
            if not raw:
                return {}
            told = orjson.loads(raw)
            if told["version"] != self.version:
                return {}
            values = told["values"]
            if not isinstance(values, dict):
                raise TypeError
        except (Spoilt, ValueError, TypeError, KeyError):
            self.dropped(path)
            return {}
        return values

    def dropped(self, path: Path | None) -> None:
        """Say that a file of earlier builds is spoilt and made anew."""
        self.notices.append(f"Välimuistin tiedosto {path} ei ollut kunnossa: se tehdään uudelleen.")
