"""What is never published: a machine sees the patterns, comments included, an editor sees the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogue.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.reading.source import Document
    from catalogue.records import Catalogue

PATTERNS = (
    (
        r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        "Sähköpostiosoitetta ei julkaista. Kirjoita rooli ja linkki viralliselle sivulle.",
    ),
    (
        r"(?:\+(?<![\w./=%-]\+)358|\((?<![\w./=%-]\()0|0(?<![\w./=%-]0))[ -]?(?:4\d|50|[1-9])\)?(?:[ -]?\d){5,9}(?![\w%-])",
        "Puhelinnumeroa ei julkaista.",
    ),
    (
        r"(?:0(?<!\d0)[1-9]|[12](?<!\d[12])\d|3(?<!\d3)[01])(?:0[1-9]|1[0-2])\d\d[-+A-FU-Y]\d{3}[0-9A-Y](?!\w)",
        "Henkilötunnusta ei julkaista.",
    ),
    (r"(?i)\bfile:", "Tiedostopolkua ei julkaista."),
    (r"(?i)\bmailto:", "Sähköpostilinkkiä ei julkaista."),
    (r"(?i)\\\\[\w.-]+\\", "Sisäverkon polkua ei julkaista."),
    (
        r"(?i)\b(?:tunnukset|käyttäjätunnus|salasana|password|passwd|api[_-]?key|token)\s*[:=]\s*\S+",
        "Kirjautumistietoa ei julkaista.",
    ),
)
# What a text must hold, in small letters, for the pattern to find something; the two others begin with a digit or a sign
# and look behind it afterwards, so that they are quick by themselves.
HELD = {
    "Sähköpostiosoitetta": ("@",),
    "Tiedostopolkua": ("file:",),
    "Sähköpostilinkkiä": ("mailto:",),
    "Sisäverkon": ("\\\\",),
    "Kirjautumistietoa": ("tunnukset", "tunnus", "salasana", "passw", "api", "token"),
}
RULES = tuple(
    (re.compile(pattern), message, HELD.get(message.split()[0], ()))
    for pattern, message in PATTERNS
)


def what_is_never_published(catalogue: Catalogue) -> Iterator[Problem]:
    for document in catalogue.documents:
        told = set()
        for problem in _in_text(document):
            told.add((problem.line, problem.message))
            yield problem
        yield from (
            problem
            for problem in _in_values(document)
            if (problem.line, problem.message) not in told
        )


def _in_text(document: Document) -> Iterator[Problem]:
    """Hits in the file as it is written, comments included, at their exact place."""
    for pattern, message in _possible(document.text):
        line, line_start, seen = 1, 0, 0
        for found in pattern.finditer(document.text):
            line += document.text.count("\n", seen, found.start())
            line_start = max(line_start, document.text.rfind("\n", seen, found.start()) + 1)
            seen = found.start()
            yield Problem(document.path, line, seen - line_start + 1, "yksityisyys", message)


def _in_values(document: Document) -> Iterator[Problem]:
    """Hits that only reading brings out: written with escapes or folded over lines."""
    suspect = {value for value in document.odd if _hits(value)}
    for mark, value in document.scalars() if suspect else ():
        if value in suspect and value not in document.text:
            for message in _hits(value):
                yield Problem(document.path, mark.line + 1, mark.column + 1, "yksityisyys", message)


def _hits(value: str) -> list[str]:
    return [message for pattern, message in _possible(value) if pattern.search(value)]


def _possible(text: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """The patterns that may find something in the text, which a look for words tells at once."""
    small = text.lower()
    for pattern, message, held in RULES:
        if not held or any(word in small for word in held):
            yield pattern, message
