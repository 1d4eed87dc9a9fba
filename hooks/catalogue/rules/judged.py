"""Warnings that a person has judged: a comment in the file says so, with the rule and the reason.

`at: tulokset  # tarkistettu epamaarainen-kohta: sivulla ei ole lukuja` — at the end of the warning's line, or on a
line of its own just above it. A mark that no warning needs any more is a warning itself. Errors have no such way out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogue.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalogue.reading.source import Document

MARK = re.compile(r"#\s*tarkistettu (?P<rule>[a-z]+(?:-[a-z]+)*): *\S")

Place = tuple[str, int, str]


def without_judged(
    documents: Iterable[Document], problems: Iterable[Problem], *, whole: bool = True
) -> Iterator[Problem]:
    """The problems but for the warnings that a mark answers, and a warning for each mark that answers none.

    Of a catalogue that is not `whole` only marks of errors are told: a warning may be silent because of what is broken.
    """
    marks = {place: written for one in documents for place, written in _marks(one)}
    used: set[Place] = set()
    errors: set[Place] = set()
    for problem in problems:
        place = (problem.path, problem.line, problem.rule)
        if problem.severity == "warning" and place in marks:
            used.add(marks[place])
        else:
            errors.add(place)
            yield problem
    told = {*marks.values()} if whole else {marks[place] for place in errors & {*marks}}
    for path, line, rule in sorted(told - used):
        message = f"Merkintä ”tarkistettu {rule}” ei vastaa enää mitään varoitusta. Poista se."
        yield Problem(path, line, 1, "turha-merkinta", message, severity="warning")


def _marks(document: Document) -> Iterator[tuple[Place, Place]]:
    """The line that each mark speaks of, and the line that it is written on."""
    if "tarkistettu" not in document.text:
        return
    lines = document.text.split("\n")
    for number, line in enumerate(lines, 1):
        for found in MARK.finditer(line):
            alone = not line[: found.start()].strip()
            written = (document.path, number, found["rule"])
            yield (document.path, number + alone, found["rule"]), written
