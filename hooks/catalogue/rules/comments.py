"""`#` where its writer did not see what it does: it cuts a plain text short, and in a block text it is no note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogue.problems import Problem
from catalogue.rules.files import of_every_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.reading.source import Document

BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")  # as YAML counts lines
CUT = re.compile(r"(?P<gap>[ \t]+)#(?P<rest>.*)")
MARKED = re.compile(r"\s*(?:tarkistettu [a-z-]+|julkinen):")
CLOSE = re.compile(r"#(?:(?<=\S[ \t]#)|(?<=[ \t]#)(?=\S))")
BLOCK = re.compile(r"[|>][-+\d]*[ \t]*(?:#.*)?$", re.MULTILINE)
LINE = re.compile(r"^[ \t]+#(?!#)", re.MULTILINE)
NOTE = re.compile(r"[ \t]*#(?!#)")


@of_every_file
def texts_cut_by_a_comment(document: Document) -> Iterator[Problem]:
    """A note at the end of a line has two spaces before `#` and one after it; what has not may be the rest of a text."""
    if not _may_cut(document.text):
        return
    lines = BREAK.split(document.text)
    for node in document.nodes():
        start, end = node.start_mark, node.end_mark
        if node.style in ("|", ">"):
            for number in range(start.line + 1, min(end.line + 1, len(lines))):
                if NOTE.match(lines[number]) and number < end.line:
                    yield _note(document.path, number + 1)
        elif not node.style and end.line < len(lines):
            found = CUT.match(lines[end.line], end.column)
            if found and _cuts(found):
                message = (
                    f"Merkki # lopettaa tekstin, ja ”{found['rest'].strip()[:40]}” jäisi pois. Kirjoita "
                    "teksti lainausmerkkeihin. Huomautuksen edessä on kaksi väliä: ”  # huomautus”."
                )
                column = found.end("gap") + 1
                yield Problem(document.path, end.line + 1, column, "katkennut-teksti", message)


def _may_cut(text: str) -> bool:
    """A quick look: the tree of nodes is only made where something may be found."""
    return bool(CLOSE.search(text) or (BLOCK.search(text) and LINE.search(text)))


def _cuts(found: re.Match[str]) -> bool:
    rest = found["rest"]
    spaced = len(found["gap"]) > 1 and rest[:1].isspace()
    return bool(rest.strip()) and not spaced and not MARKED.match(rest)


def _note(path: str, line: int) -> Problem:
    message = (
        "Tekstin sisällä # ei aloita huomautusta: rivi julkaistaisiin. Siirrä huomautus kentän "
        "yläpuolelle tai poista se; väliotsikko on ###."
    )
    return Problem(path, line, 1, "katkennut-teksti", message)
