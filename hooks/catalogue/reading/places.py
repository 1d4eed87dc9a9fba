"""Where in a text something stands: a pattern's hits by line and column, counted from 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


@dataclass(frozen=True)
class Hit:
    """What a pattern found, and where it begins."""

    line: int
    column: int
    found: re.Match[str]


def hits(pattern: re.Pattern[str], text: str) -> Iterator[Hit]:
    """Every hit in the order of the text."""
    line, line_start, seen = 1, 0, 0
    for found in pattern.finditer(text):
        line += text.count("\n", seen, found.start())
        line_start = max(line_start, text.rfind("\n", seen, found.start()) + 1)
        seen = found.start()
        yield Hit(line, seen - line_start + 1, found)
