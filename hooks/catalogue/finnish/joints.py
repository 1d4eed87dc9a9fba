"""Where a Finnish compound may be broken at the end of a line: at its joints, by the morphology that search uses.

Chromium has no Finnish hyphenation, so that a narrow cell would cut a long word anywhere and without a hyphen.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import TYPE_CHECKING

from catalogue.finnish.voikko import readings
from catalogue.writing import remember, remembered

if TYPE_CHECKING:
    from pathlib import Path

SOFT = "\u00ad"
LEAST = 3  # letters of a part: `hyvin|vointi`, but no single syllable is left alone
LEMMA = re.compile(r"\[Xp\].*?\[X\]|\[Xj\].*?\[X\]")
JOINT = re.compile(r"\[B[cm]\]")
TAG = re.compile(r"\[[^\]]*\]")


@dataclass
class Joints:
    """Words with soft hyphens. `path` is the file of what earlier builds worked out; `save` writes what is new."""

    path: Path | None = None
    known: dict[str, str] = field(default_factory=dict)
    new: bool = False

    def __post_init__(self) -> None:
        """Read what earlier builds worked out with the same morphology."""
        head, *lines = remembered(self.path).split("\n")
        if head == edition():
            self.known.update((line.replace("|", ""), line.replace("|", SOFT)) for line in lines)

    def broken(self, word: str) -> str:
        """`työhön|valmennuksessa` with a soft hyphen at each joint; what is no compound stays as it is."""
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = joined(word)
            self.new = True
        return found

    def save(self) -> None:
        """For the next build."""
        if self.path and self.new:
            lines = [edition(), *sorted(self.known.values())]
            remember(self.path, "\n".join(line.replace(SOFT, "|") for line in lines))


def joined(word: str) -> str:
    """The word with soft hyphens, by the reading that cuts it least."""
    cuts = (cut(reading.FSTOUTPUT, len(word)) for reading in readings(word.lower()))
    fewest = min((one for one in cuts if one), key=len, default=())
    ends = [0, *fewest, len(word)]
    return SOFT.join(word[start:end] for start, end in itertools.pairwise(ends))


def cut(output: str, length: int) -> tuple[int, ...]:
    """Places of joints in a word of so many letters, from Voikko's output; none where it tells another word."""
    parts = [TAG.sub("", part) for part in JOINT.split(_surface(output))]
    if sum(map(len, parts)) != length:
        return ()
    places, at = [], 0
    for part, after in itertools.pairwise(parts):
        at += len(part)
        if len(part) >= LEAST - 1 and len(after) >= LEAST:
            places.append(at)
    return tuple(places)


def _surface(output: str) -> str:
    """What stands in the word, with the marks of joints and without basic forms."""
    return LEMMA.sub("", output)


def edition() -> str:
    """Of the rules and of the morphology."""
    return f"joints 1, pyvoikko {version('pyvoikko')}"
