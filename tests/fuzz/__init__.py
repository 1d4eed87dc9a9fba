"""Broken catalogues, from a seed: what people, editors and disks do to files, and what nobody would do.

`catalogue(files, seed)` gives a catalogue of files with one to three faults in it; `survives` takes it through loading,
rules and, where it is accepted, every page and file of the site. Anything but a list of problems or a whole site is a
bug. The tests run a few; `make fuzz` runs as many as there is time for.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from catalogue.load import assemble, checked
from catalogue.problems import InvalidCatalogue
from golden import remembered
from pages.harness import LINKS, said

if TYPE_CHECKING:
    from collections.abc import Mapping

VALUES = (
    "x", "5", "0", "-1", "1 128", "1,5", "9999999999", "2024", "2024-00", "2024-23/..", "..", "[]", "{}", "[[]]",
    "{a: b}", "~", "", '"', "'", "ä" * 300, "olematon", "Iso_Tunnus", "no", "https://[", "=1+1", "{x|luku}",
    "\u200b", "e\u0308", '"~/ & < \' http-equiv="refresh"', "- 1. - 1. x", "[" * 50, "*", "`", "|", "##",
)  # fmt: skip
MARKS = "{}[]:,#\"'-|>&*!%@`~ \t\u00a0\ufeff\u2028ä"
SHARED = ("vocabulary/", "sources/", "discrepancies/", "comparisons/")


def catalogue(files: Mapping[str, bytes], seed: int) -> dict[str, bytes]:
    """The files with faults put into one or two of them; the same for the same seed."""
    luck = random.Random(seed)
    names = sorted(set(files) - {LINKS})
    broken = dict(files)
    for _ in range(luck.choice((1, 1, 1, 2))):
        shared = [name for name in names if name.startswith(SHARED)]
        name = luck.choice(shared if luck.random() < 0.5 and shared else names)
        if luck.random() < 0.04:
            broken.pop(name, None)
        elif name in broken:
            broken[name] = _mutated(broken[name].decode("utf-8", "replace"), luck).encode()
    return broken


def survives(files: Mapping[str, bytes], *, whole: bool = True) -> bool:
    """Whether the catalogue was accepted. Raises whatever breaks it; `whole` prints the site of an accepted one."""
    try:
        if whole:
            for _ in said(files):
                pass
        else:
            checked(*assemble("models", sorted(files.items()), remembered))
    except InvalidCatalogue as error:
        assert all(one.line >= 1 and one.column >= 1 and one.message for one in error.problems)
        str(error).encode()
        return False
    return True


def _mutated(text: str, luck: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(luck.choice((1, 1, 2, 3))):
        at = luck.randrange(len(lines))
        column = luck.randrange(len(lines[at]) + 1)
        match luck.choice(
            ("lose", "double", "value", "value", "part", "key", "cut", "mark", "indent", "move")
        ):
            case "lose":
                del lines[at]
            case "double":
                lines.insert(luck.randrange(len(lines) + 1), lines[at])
            case "value":
                lines[at] = lines[at].partition(":")[0] + ": " + luck.choice(VALUES)
            case "part":
                lines[at] = _other_part(lines[at], luck)
            case "key":
                lines[at] = re.sub(r"\w+", lambda found: found[0] + "x", lines[at], count=1)
            case "cut":
                lines = [*lines[:at], lines[at][:column]]
            case "mark":
                lines[at] = lines[at][:column] + luck.choice(MARKS) + lines[at][column + 1 :]
            case "indent":
                lines[at] = "  " + lines[at]
            case _:
                lines.insert(luck.randrange(len(lines)), lines.pop(at))
        lines = lines or [""]
    return "\n".join(lines)


def _other_part(line: str, luck: random.Random) -> str:
    """A line of `{key: value, key: value}` with one pair gone or another value in it."""
    pairs = re.findall(r"\b\w+: [^,{}\[\]]+,? ?", line)
    if not pairs:
        return line + luck.choice(VALUES)
    pair = luck.choice(pairs)
    key = pair.partition(":")[0]
    return line.replace(pair, luck.choice(("", f"{key}: {luck.choice(VALUES)}, ", pair * 2)), 1)
