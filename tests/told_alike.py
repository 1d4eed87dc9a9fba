"""The ways in which a fault reaches its maker, each read back as the place and the words that it tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.problems import Problem

TEXT = re.compile(r"(?m)^(models/\S+?):(\d+):(\d+): (.*) \[[a-z-]+\]$")
ANNOTATION = re.compile(r"(?m)^::(?:error|warning) file=([^,]+),line=(\d+),col=(\d+),[^:]*::(.*)$")
SUMMARY = re.compile(r"(?m)^- rivi (\d+), merkki (\d+): (.*) \((?:varoitus, )?[a-z-]+\)$")
ON_PAGE = re.compile(r"(?P<file>\S+), rivi (?P<line>\d+), merkki (?P<column>\d+)$")


class Told(NamedTuple):
    """A fault as somebody is told it."""

    file: str
    line: int
    column: int
    message: str


def meant(problems: Iterable[Problem]) -> set[Told]:
    return {Told(one.path, one.line, one.column, one.message) for one in problems}


def in_text(printed: str) -> set[Told]:
    """What a terminal shows, or the log of a build."""
    return {_told(*found.groups()) for found in TEXT.finditer(printed)}


def in_annotations(printed: str) -> set[Told]:
    """What GitHub puts at the lines of a pull request."""
    found = ANNOTATION.finditer(printed)
    return {_told(*(unquote(part) for part in one.groups())) for one in found}


def in_summary(written: str) -> set[Told]:
    """What the report of a pull request lists by file."""
    found = set()
    for part in written.split("\n### ")[1:]:
        file, _, rest = part.partition("\n")
        for line, column, message in SUMMARY.findall(rest):
            found.add(_told(_plain(file), line, column, _plain(message)))
    return found


def on_page(faults: Iterable[tuple[str, str]]) -> set[Told]:
    """What the writing page lists: of each fault its words and the button that leads to its place."""
    places = [(message, ON_PAGE.fullmatch(place.strip())) for message, place in faults]
    return {
        _told(f"models/{found['file']}", found["line"], found["column"], message)
        for message, found in places
        if found
    }


def _told(file: str, line: str, column: str, message: str) -> Told:
    return Told(file, int(line), int(column), message)


def _plain(marked: str) -> str:
    """Markdown that holds no markup, as one reads it."""
    return re.sub(r"\\([\\`*_{}\[\]<>|#~])", r"\1", marked).replace("\u200b", "")
