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
        r"(?<![\w./=%-])(?:\+358|\(?0)[ -]?(?:4\d|50|[1-9])\)?(?:[ -]?\d){5,9}(?![\w%-])",
        "Puhelinnumeroa ei julkaista.",
    ),
    (
        r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d[-+A-FU-Y]\d{3}[0-9A-Y](?!\w)",
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
RULES = tuple((re.compile(pattern), message) for pattern, message in PATTERNS)


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
    for pattern, message in RULES:
        line, line_start, seen = 1, 0, 0
        for found in pattern.finditer(document.text):
            line += document.text.count("\n", seen, found.start())
            line_start = max(line_start, document.text.rfind("\n", seen, found.start()) + 1)
            seen = found.start()
            yield Problem(document.path, line, seen - line_start + 1, "yksityisyys", message)


def _in_values(document: Document) -> Iterator[Problem]:
    """Hits that only reading brings out: written with escapes or folded over lines."""
    for mark, value in document.scalars():
        if value not in document.text:
            for pattern, message in RULES:
                if pattern.search(value):
                    yield Problem(
                        document.path, mark.line + 1, mark.column + 1, "yksityisyys", message
                    )
