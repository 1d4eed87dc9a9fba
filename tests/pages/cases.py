"""The shared made-up catalogue and the cases that lay a few files over it.

`models/` is the base; its texts are in `expected/<template or kind of file>.txt`. `<case>/models/` holds the files that
differ (an empty file takes the base's file away), and `<case>/expected.diff` what a reader then hears otherwise.
`pieni/` stands by itself: a catalogue that has hardly begun, and in `expected.txt` its texts that are not the base's.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from .harness import HERE, folder_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SMALL = HERE / "pieni"
CASES = sorted(path.parent for path in HERE.glob("*/models") if path.parent != SMALL)
CATALOGUES = (None, *CASES, SMALL)
CONTEXT = 2  # lines around a difference


def files_of(case: Path | None = None) -> dict[str, bytes]:
    """The files of the base with those of the case over them; of the small catalogue, its own."""
    files = folder_files(HERE / "models") if case != SMALL else {}
    over = folder_files(case / "models") if case else {}
    return {name: raw for name, raw in (files | over).items() if raw}


def of_its_own(base: Mapping[str, str], other: Mapping[str, str]) -> str:
    """The texts of another catalogue one after another, without those that the base says word for word."""
    own = {name: text for name, text in other.items() if text != base.get(name)}
    return "\n".join(f"##### {name}\n{text}" for name, text in sorted(own.items()))


def difference(base: Mapping[str, str], other: Mapping[str, str]) -> str:
    """What is heard otherwise, text by text."""
    return "".join(
        line
        for name in sorted({*base, *other})
        for line in difflib.unified_diff(
            base.get(name, "").splitlines(keepends=True),
            other.get(name, "").splitlines(keepends=True),
            name,
            name,
            n=CONTEXT,
        )
    )
