"""The files of the writing page: what was gathered for it, and the catalogue itself with its rules and templates."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from catalogue.facts import DeskParts
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.facts import Build

CODE = Path(__file__).parent.parent
EPOCH = (1980, 1, 1, 0, 0, 0)  # a zip of the same files is the same zip
EDITION = "edition.json"
SIZE = "megatavuja"  # how many a reader fetches, as the gatherer counted


@dataclass(frozen=True)
class Parts:
    """`gathered`: the folder of engine, libraries and programs; `models`, `templates`: what the desk has on it."""

    gathered: Path
    models: Path
    templates: Path
    build: Build

    @cached_property
    def address(self) -> str:
        """Where the parts are, from the site's root: other parts, other folder, so that no browser mixes two."""
        digest = hashlib.sha256()
        for name, content in self.contents.items():
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
        return f"{addresses.WRITE}{digest.hexdigest()[:12]}/"

    @cached_property
    def contents(self) -> Mapping[str, bytes]:
        """Every part by its name."""
        found = {
            path.name: path.read_bytes()
            for path in sorted(self.gathered.iterdir())
            if path.name != SIZE
        }
        return {**found, "catalogue.zip": self._catalogue()}

    @property
    def told(self) -> DeskParts:
        """What pages say of the parts."""
        return DeskParts(self.address, int((self.gathered / SIZE).read_text(encoding="ascii")))

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every part by its address from the site's root."""
        for name, content in self.contents.items():
            yield f"{self.address}{name}", content

    def _catalogue(self) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as out:
            for name, content in sorted(self._own()):
                out.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
        return made.getvalue()

    def _own(self) -> Iterator[tuple[str, bytes]]:
        for path in CODE.rglob("*.py"):
            yield f"catalogue/{path.relative_to(CODE).as_posix()}", path.read_bytes()
        for path in self.models.rglob("*.yml"):
            yield f"models/{path.relative_to(self.models).as_posix()}", path.read_bytes()
        for path in self.templates.rglob("*.html"):
            yield f"templates/{path.relative_to(self.templates).as_posix()}", path.read_bytes()
        edition = {
            "today": self.build.today.isoformat(),
            "revision": self.build.revision,
            "site_url": self.build.site_url,
        }
        yield EDITION, json.dumps(edition).encode()
