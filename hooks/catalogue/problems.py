"""What can be wrong with the catalogue: a problem is a value, printing it happens elsewhere."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from rapidfuzz import fuzz, process

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CONTROL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+"
)  # a message may quote a value; it stays one line

UNSEEN = re.compile(  # what would turn or hide the rest of the line
    "[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
SHOWN = 10  # annotations of a kind that GitHub shows of one step
MOST_FILES, MOST_LINES = 100, 50  # of a summary

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Sought:
    """An id that could not be read as one: of which kind, and what is written."""

    kind: str
    given: str


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one place. `line` and `column` count from 1; `message` is a Finnish sentence.

    `sought` is what is to be looked for among all records, so that the message can say which id was meant.
    """

    path: str
    line: int
    column: int
    rule: str
    message: str
    severity: Severity = "error"
    sought: Sought | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        line = f"{self.path}:{self.line}:{self.column}: {self.message} [{self.rule}]"
        return UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", CONTROL.sub(" ", line))


class InvalidCatalogue(Exception):
    """The catalogue cannot be built; carries every problem of every file, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """` Tarkoititko ”x”?` for the nearest known word, or an empty text when none is near."""
    near = process.extractOne(wrong, sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    return f" Tarkoititko ”{near[0]}”?" if near else ""


def as_text(problems: Iterable[Problem]) -> str:
    """One problem a line, for a terminal."""
    return "".join(f"{problem}\n" for problem in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list of objects with the fields of `Problem`."""
    told = [asdict(problem) for problem in problems]
    for one in told:
        del one["sought"]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """GitHub workflow commands: each problem at its line of the pull request.

    GitHub shows ten errors and ten warnings of a step and leaves out the rest: of more, each file has one that names
    the lines of all. The log has every problem as text.
    """
    found = sorted(problems)
    made: list[str] = []
    for severity in ("error", "warning"):
        own = [one for one in found if one.severity == severity]
        made += map(_command, own if len(own) <= SHOWN else _grouped(own))
    log = f"::group::Kaikki viat ({len(found)})\n{as_text(found)}::endgroup::\n" if found else ""
    return "".join(made) + log


def _command(problem: Problem) -> str:
    return (
        f"::{problem.severity} file={_property(problem.path)},line={problem.line},col={problem.column},"
        f"title={_property(problem.rule)}::{_data(problem.message)}\n"
    )


def _grouped(problems: list[Problem]) -> Iterator[Problem]:
    """One problem a file at its first fault, as many as are shown; the last says how many files are left."""
    files = [[*group] for _, group in groupby(problems, key=lambda one: one.path)]
    for place, own in enumerate(files[:SHOWN]):
        lines = [f"rivi {one.line}: {one.message}" for one in own[:SHOWN]]
        if len(own) > SHOWN:
            lines.append(f"… ja {len(own) - SHOWN} muuta tässä tiedostossa")
        if place == SHOWN - 1 and len(files) > SHOWN:
            lines.append(f"… ja {len(files) - SHOWN} muuta tiedostoa, ks. yhteenveto")
        told = "\n".join(lines) if len(own) > 1 or len(lines) > 1 else own[0].message
        yield replace(own[0], message=told)


def as_summary(problems: Iterable[Problem]) -> str:
    """Markdown for the page of a run: every problem by file; what a file says is text there, no markup."""
    found = sorted(problems)
    if not found:
        return "## Tarkistus\n\nAineistossa ei ole vikoja.\n"
    files = [(path, [*group]) for path, group in groupby(found, key=lambda one: one.path)]
    parts = [f"## Tarkistus\n\nVikoja on {len(found)}, tiedostoja {len(files)}.\n"]
    for path, own in files[:MOST_FILES]:
        parts.append(f"\n### {_plain(path)}\n")
        parts += [
            f"- rivi {one.line}, merkki {one.column}: {_plain(one.message)} ({'varoitus, ' if one.severity == 'warning' else ''}{one.rule})"
            for one in own[:MOST_LINES]
        ]
        if len(own) > MOST_LINES:
            parts.append(f"- … ja {len(own) - MOST_LINES} muuta")
    if len(files) > MOST_FILES:
        parts.append(f"\n… ja {len(files) - MOST_FILES} muuta tiedostoa.")
    return "\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """Text that Markdown does not read: no link, no picture, no tag, nobody is called."""
    marked = re.sub(r"([\\`*_{}\[\]<>|#~])", r"\\\1", CONTROL.sub(" ", text))
    return marked.replace("@", "@\u200b").replace("://", ":\u200b//")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
