"""What is wrong with a text that the YAML parser refuses, in Finnish, with the line and the likely cause.

A cause is believed when it explains: the line is mended as its cause says, and the parser then gets further. So
several faults of one file are told, the right line is named though the parser stumbles later, and what is left of
the file can be looked at, too. The mended text is never kept: it only serves to tell more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from catalogue.problems import Problem
from catalogue.reading.causes import CAUSES, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MOST = 20  # faults of one file
REACH = 12  # lines before the one where the parser stumbles
FURTHEST = 2000  # lines of a file that is looked at so closely
MERGE = re.compile(r"(<{7}|={7}|>{7})(?= |$)")


@dataclass(frozen=True)
class Stumble:
    """Where the parser gives up, where the thing began that it was reading (lines from 0), and its own words."""

    line: int
    column: int
    began: int
    words: str


def faults(path: str, text: str) -> tuple[list[Problem], str]:
    """Every fault that can be told, and the text as far as it could be mended (empty when it could not)."""
    lines = text.removeprefix("\ufeff").splitlines()
    problems = [*_merge_marks(path, lines)]
    while (stumble := _stumble("\n".join(lines))) is not None:
        found = _explained(lines, stumble) if len(lines) <= FURTHEST else None
        if found is None or len(problems) >= MOST:
            return [*problems, _unexplained(path, stumble)], ""
        number, message, mended = found
        column = len(lines[number]) - len(lines[number].lstrip()) + 1
        problems.append(Problem(path, number + 1, column, "yaml", message))
        lines[number] = mended
    return sorted(problems), "\n".join(lines) + "\n"


def _stumble(text: str) -> Stumble | None:
    try:
        for _ in yaml.parse(text, Loader=LOADER):
            pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        context = getattr(error, "context_mark", None)
        words = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
        if mark is None:  # a character that YAML forbids is told by its offset
            before = text.encode()[: getattr(error, "position", 0)].decode("utf-8", "ignore")
            line = before.count("\n")
            return Stumble(line, len(before) - before.rfind("\n") - 1, line, words)
        return Stumble(mark.line, mark.column, context.line if context else mark.line, words)
    return None


def _explained(lines: list[str], stumble: Stumble) -> tuple[int, str, str] | None:
    """The line, what is said of it and the line mended: the first cause whose remedy lets the parser go on."""
    for cause in CAUSES:
        for number in _suspects(lines, stumble):
            best: tuple[int, str, str] | None = None
            for message, mended in cause(lines, number):
                tried = [*lines[:number], mended, *lines[number + 1 :]]
                after = _stumble("\n".join(tried))
                if after is None:
                    return number, message, mended
                if _is_further(after, stumble, number) and (best is None or after.line > best[0]):
                    best = (after.line, message, mended)
            if best:
                return number, *best[1:]
    return None


def _is_further(after: Stumble, before: Stumble, mended: int) -> bool:
    return after.line > max(before.line, mended) and after.began > mended


def _suspects(lines: list[str], stumble: Stumble) -> Iterator[int]:
    """The line of the stumble, where it began, and the lines before, nearest first; no blank ones."""
    last = min(stumble.line, len(lines) - 1)
    first = max(0, last - REACH)
    near = (last, min(stumble.began, last), *range(last - 1, first - 1, -1))
    yield from (number for number in dict.fromkeys(near) if lines and lines[number].strip())


def _merge_marks(path: str, lines: list[str]) -> Iterator[Problem]:
    """One problem of each place that Git could not merge; the other side's lines are left out."""
    open_at, dropping = None, False
    for number, line in enumerate(lines):
        found = MERGE.match(line)
        if found and (found[1][0] != "=" or open_at is not None):
            if open_at is None:
                open_at = number
                message = (
                    "Tässä on Gitin yhdistämismerkki: kaksi muutosta samaan kohtaan. Jätä oikea "
                    "vaihtoehto ja poista rivit, jotka alkavat <<<<<<<, ======= ja >>>>>>>."
                )
                yield Problem(path, number + 1, 1, "yaml", message)
            dropping = found[1][0] == "="
            open_at = None if found[1][0] == ">" else open_at
            lines[number] = ""
        elif dropping:
            lines[number] = ""


def _unexplained(path: str, stumble: Stumble) -> Problem:
    return Problem(path, stumble.line + 1, stumble.column + 1, "yaml", line_of(stumble.words))
