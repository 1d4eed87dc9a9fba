"""Characters that nobody sees or that look like others: search misses the word, and a reader is told another thing."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from catalogue.problems import Problem
from catalogue.reading.places import hits
from catalogue.rules.files import of_every_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.reading.source import Document

HIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\ue000-\uf8ff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\U000f0000-\U0010ffff\U0001fffe\U0001ffff"
)
INVISIBLE = re.compile(f"[{HIDDEN}]")
NAMES = {
    "\u00ad": "pehmeä tavuviiva",
    "\u200b": "nollan levyinen väli",
    "\u200c": "nollan levyinen erotin",
    "\u200d": "nollan levyinen yhdistin",
    "\u2060": "sanaliitin",
    "\ufeff": "tavujärjestysmerkki",
    "\ufffd": "korvaa merkkiä, jota ei ymmärretty",
}
APART = "\n \n"  # between values that are looked at together: no pattern reaches over it
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LIKE = "\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff"
JOINED = re.compile(f"[{LIKE}]")
MARKS = "\u0300-\u036f"
DECOMPOSED = re.compile(f"[^\\W\\d_][{MARKS}]+")
LATIN, OTHER = "A-Za-z\u00c0-\u024f", "\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff"
MIXED = re.compile(f"[{LATIN}][{OTHER}]+|[{OTHER}][{LATIN}]+")
ODD = re.compile(f"[{HIDDEN}{LIKE}{MARKS}{OTHER}]")  # what every one of these holds


@of_every_file
def characters_that_deceive(document: Document) -> Iterator[Problem]:
    """Characters that are not seen or look like others."""
    told = set()
    for problem in deceiving(document.path, document.text.removeprefix("\ufeff")):
        told.add((problem.line, problem.message))
        yield problem
    together = APART.join(document.odd)
    suspect = {
        value
        for value in (document.odd if any(deceiving(document.path, together)) else ())
        if any(deceiving(document.path, value))
    }
    for node in document.nodes() if suspect else ():  # those written with escapes
        if node.value not in suspect or node.value in document.text:
            continue
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        seen = {message for at, message in told if line <= at <= node.end_mark.line + 1}
        for problem in deceiving(document.path, node.value):
            if problem.message not in seen:
                yield Problem(document.path, line, column, "merkki", problem.message)


def deceiving(path: str, text: str) -> Iterator[Problem]:
    """What in a text is not what it looks like."""
    if not ODD.search(text):
        return
    for pattern, told in (
        (INVISIBLE, _invisible),
        (JOINED, _joined),
        (DECOMPOSED, _decomposed),
        (MIXED, _mixed),
    ):
        for hit in hits(pattern, text):
            yield Problem(path, hit.line, hit.column, "merkki", told(hit.found.group()))


def _invisible(character: str) -> str:
    name = "kirjoitussuunnan merkki" if character in DIRECTIONS else NAMES.get(character, "")
    return f"Näkymätön merkki {_code(character)}{f' ({name})' if name else ''}. Poista se."


def _joined(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    return f"Merkki ”{character}” ({_code(character)}) näyttää muulta kuin on. Kirjoita ”{plain}”."


def _decomposed(letter: str) -> str:
    plain = unicodedata.normalize("NFC", letter)
    return f"Kirjain ”{plain}” on kirjoitettu usealla merkillä. Kirjoita se yhtenä: ”{plain}”."


def _mixed(word: str) -> str:
    odd = next(letter for letter in word if re.match(f"[{OTHER}]", letter))
    return f"Kohdassa ”{word}” on kirjain toisesta kirjaimistosta: ”{odd}” ({_code(odd)}). Kirjoita sana uudelleen."


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
