"""Faults planted in a template: a printed value lost, a condition the other way round, two values swapped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .faults import MEANT, SIZES, TWINS, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

PRINTED = re.compile(r"\{\{-?\s*(.+?)\s*-?\}\}")
ASKED = re.compile(r"(\{%-?\s*(?:if|elif)\s+)(.+?)(\s*-?%\})")
TAKEN = re.compile(r"\.(\w+)\b")
CODE = re.compile(r"\{\{.+?\}\}|\{%.+?%\}", re.DOTALL)
WORDS = re.compile(r">([^<>{}]*\w[^<>{}]*)<")


MARKED = re.compile(rf"\.({'|'.join(('n', *SIZES, *MEANT))})\b")


def of_template(path: str, source: str) -> Iterator[Fault]:
    """The faults of one template, by kind and then in the order of its text."""
    for found in PRINTED.finditer(source):
        yield _planted(path, source, found.span(), "", "value not printed")
    for found in ASKED.finditer(source):
        turned = f"{found[1]}not ({found[2]}){found[3]}"
        if " else " not in found[2]:
            yield _planted(path, source, found.span(), turned, "condition")
    for code in CODE.finditer(source):
        for found in TAKEN.finditer(code[0]):
            start = code.start() + found.start()
            for name, what in ((MEANT, "meaning of a name"), (TWINS, "attribute")):
                if other := name.get(found[1]):
                    yield _planted(path, source, (start, start + len(found[0])), f".{other}", what)
    for found in WORDS.finditer(source):
        yield _planted(path, source, found.span(1), f"{found[1]}§", "text")


def _planted(path: str, source: str, span: tuple[int, int], new: str, what: str) -> Fault:
    start, end = span
    line, old = source.count("\n", 0, start) + 1, " ".join(source[start:end].split())
    told = f"{what}: {old[:80]} -> {new[:80] or '(nothing)'}"
    meant = what != "text" and MARKED.search(old) is not None
    return Fault(path, line, told, lambda: source[:start] + new + source[end:], meant)
