"""Other names of what a text speaks of, so that search finds a model by a word that its author did not use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalogue.records import Records
    from catalogue.schema.vocabulary import Term

ENDING = 2  # Finnish inflects the end of a word: työhönvalmennus, työhönvalmennuksen
SHORT = 8  # shorter names are compared as they are
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Thesaurus:
    """The glossary as groups of names that mean the same."""

    terms: Records[Term]

    def also(self, text: str) -> tuple[str, ...]:
        """The names that `text` does not use of each term that it uses by another name, in the glossary's order."""
        said = _plain(text)
        return tuple(
            dict.fromkeys(
                name
                for starts, names in self._groups
                if any(start in said for start in starts)
                for name in names
                if _start(name) not in said
            )
        )

    @cached_property
    def _groups(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """What to look for, and the names to add. Plain substrings: a pattern of every name costs a hundred times more."""
        found = []
        for record in self.terms.values():
            data = record.data
            names = (data.name.fi, *data.abbreviations, *data.synonyms)
            others = tuple(name for name in (data.name.sv, data.name.en) if name)
            if len(names) > 1 or others:
                found.append((tuple(dict.fromkeys(map(_start, names))), (*names, *others)))
        return tuple(found)


def _plain(text: str) -> str:
    """Lower-case words with one space around each."""
    return f" {' '.join(WORD.findall(text.lower()))} "


def _start(name: str) -> str:
    """What every form of the name begins with; a short name only as a whole word."""
    plain = _plain(name)
    return plain[: -ENDING - 1] if len(plain) > SHORT + 2 else plain
