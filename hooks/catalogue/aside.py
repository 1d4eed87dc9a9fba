"""Contents that wait on the disk for a file that holds them all."""

from __future__ import annotations

from collections.abc import Mapping
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import ExitStack


class Aside(Mapping[str, bytes]):
    """Contents by address, each read when somebody asks for it; gone when `held` ends."""

    def __init__(self, held: ExitStack) -> None:
        self.file = held.enter_context(TemporaryFile())  # noqa: SIM115 - `held` closes it
        self.places: dict[str, tuple[int, int]] = {}

    def lay(self, address: str, content: str | bytes) -> None:
        """Lay it aside."""
        raw = content if isinstance(content, bytes) else content.encode()
        self.places[address] = (self.file.seek(0, 2), len(raw))
        self.file.write(raw)

    def __getitem__(self, address: str) -> bytes:
        start, size = self.places[address]
        self.file.seek(start)
        return self.file.read(size)

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)
