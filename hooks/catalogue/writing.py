"""The folder of a site: every address is written once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
