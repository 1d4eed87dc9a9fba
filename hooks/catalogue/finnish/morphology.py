"""Basic forms and compound parts of Finnish words, by Voikko's morphology; what was once analysed is remembered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalogue.finnish import inflection
from catalogue.finnish.inflection import case_forms
from catalogue.finnish.tokens import folded
from catalogue.finnish.voikko import readings
from catalogue.writing import Spoilt, remember, remembered_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 3  # basic forms of an ambiguous word
HEAD, MODIFIER, JOINED, ROOT = 60, 40, 55, 35  # how much of the word a part of it is, in per cent
VERBAL = 80  # a participle is nearly its verb: `työllistyneet`, `työllistyä`
LEFT, RIGHT = 4, 4  # letters of the two parts of a word that Voikko does not know
PLACES = "paikannimi"
LEXEME = re.compile(r"\[Xp\]([^\[]+)\[X\]")
BORROWED = re.compile(r"([a-zåäö]{3,})(?:aatio|aattori)$")  # of a verb in -oida, as is -ointi
DERIVED = re.compile(r"\[X\]([^\[]+)\[Xj\]([^\[]+)\[X\]")


@dataclass(frozen=True)
class Analysis:
    """`bases` are the basic forms; `parts` the parts of compounds with how much of the word each is. All folded."""

    bases: tuple[str, ...]
    parts: tuple[tuple[str, int], ...] = ()


@dataclass
class Morphology:
    """Analyses words. `path` is the file of what earlier builds analysed; `save` writes what is new.

    A file of other rules, or a broken one, which `spoilt` tells, is as good as none.
    """

    path: Path | None = None
    known: dict[str, Analysis] = field(default_factory=dict)
    new: bool = False
    spoilt: bool = False

    def __post_init__(self) -> None:
        try:
            head, _, lines = remembered_bytes(self.path).decode().partition("\n")
            if head == _edition():
                self.known.update(dict(map(_read, lines.splitlines())))
        except (Spoilt, ValueError):
            self.spoilt = True

    @property
    def edition(self) -> str:
        """Of the rules and the morphology that analyses are made by."""
        return _edition()

    def analysis(self, word: str) -> Analysis:
        """Of a lower-case word; what is no Finnish word is its own basic form."""
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = _analysed(word)
            self.new = True
        return found

    def case_forms(self, name: str) -> tuple[str, ...]:
        """Every form of a one-word place name, folded."""
        key = f"@{name.lower()}"
        if key not in self.known:
            self.known[key] = Analysis(case_forms(name.lower(), base_forms))
            self.new = True
        return self.known[key].bases

    def save(self) -> None:
        """Leave what was analysed for the next build, where there is something new."""
        if self.path and self.new:
            lines = [_edition(), *(_written(word, self.known[word]) for word in sorted(self.known))]
            remember(self.path, "\n".join(lines))


def base_forms(word: str) -> frozenset[str]:
    """Every basic form of a lower-case word, with its letters as they are; empty when Voikko does not know it."""
    return frozenset(one.BASEFORM.replace("=", "").lower() for one in readings(word))


@cache
def _edition() -> str:
    rules = blake2b(Path(__file__).read_bytes() + Path(inflection.__file__).read_bytes())
    return f"rules {rules.hexdigest()[:16]}, pyvoikko {version('pyvoikko')}"


def _read(line: str) -> tuple[str, Analysis]:
    word, bases, parts = line.split("\t")
    pairs = (part.split(":") for part in parts.split())
    return word, Analysis(tuple(bases.split()), tuple((name, int(share)) for name, share in pairs))


def _written(word: str, found: Analysis) -> str:
    parts = " ".join(f"{name}:{share}" for name, share in found.parts)
    return f"{word}\t{' '.join(found.bases)}\t{parts}"


def _analysed(word: str) -> Analysis:
    if not word.isalpha():
        return Analysis((folded(word),))
    known = readings(word)
    if not known:
        return _split(word)
    fewest = min(len(one.COMPOUND_PARTS or ()) for one in known)
    bases: dict[str, None] = {}
    parts: dict[str, int] = {}
    for one in known:
        if len(one.COMPOUND_PARTS or ()) > fewest:
            continue
        bases[_plain(one.BASEFORM)] = None
        if one.CLASS != PLACES:
            for name, share in (*_compound(one), *_roots(one)):
                parts[name] = max(share, parts.get(name, 0))
    kept = tuple(bases)[:MOST]
    return Analysis(kept, tuple((name, share) for name, share in parts.items() if name not in kept))


def _compound(reading: Any) -> Iterator[tuple[str, int]]:
    """The parts of a compound alone, and joined from its start and to its end."""
    pieces: list[tuple[str, str]] = []  # as it stands in the word, and its basic form
    for part in reading.COMPOUND_PARTS or (reading,):
        *before, last = part.BASEFORM.lower().split("=")
        pieces += [(piece, _base_of(piece)) for piece in before]
        pieces.append((part.FORM.lower(), last))
    if len(pieces) < 2:
        return
    yield _plain(pieces[-1][1]), HEAD
    for form, base in pieces[:-1]:
        yield _plain(base), MODIFIER
        yield _plain(form), MODIFIER
    for cut in range(1, len(pieces) - 1):
        yield _plain("".join(form for form, _ in pieces[:cut]) + pieces[cut][1]), JOINED
        yield _plain("".join(form for form, _ in pieces[cut:-1]) + pieces[-1][1]), JOINED


def _roots(reading: Any) -> Iterator[tuple[str, int]]:
    """What a word is made of: `valmentaa` of `valmennus`, `työtön` of `työttömyys`, `koordinoida` of `koordinaatio`."""
    last = reading.FSTOUTPUT.rpartition("[Bc]")[2]
    share = VERBAL if reading.PARTICIPLE else ROOT
    if found := LEXEME.search(last):
        yield _plain(found[1]), share
    base = (reading.COMPOUND_PARTS or (reading,))[-1].BASEFORM.lower().split("=")[-1]
    if found := BORROWED.search(base):
        yield _plain(f"{found[1]}oida"), ROOT
    if reading.PARTICIPLE and (found := DERIVED.search(last)):
        yield _plain(found[1] + found[2]), share


def _base_of(piece: str) -> str:
    found = readings(piece)
    return found[0].BASEFORM if found else piece


def _split(word: str) -> Analysis:
    """Two words run together whose whole Voikko does not know: the longest end that it knows decides."""
    for cut in range(LEFT, len(word) - RIGHT + 1):
        if (left := readings(word[:cut])) and (right := readings(word[cut:])):
            head = _plain(right[0].BASEFORM)
            parts = {head: HEAD, _plain(word[:cut]): MODIFIER, _plain(left[0].BASEFORM): MODIFIER}
            return Analysis((folded(word[:cut]) + head,), tuple(parts.items()))
    return Analysis((folded(word),))


def _plain(base: str) -> str:
    return folded(base.replace("=", "").replace("-", ""))
