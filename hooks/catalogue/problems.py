"""What can be wrong with the catalogue: a problem is a value, printing it happens elsewhere."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Literal

from rapidfuzz import fuzz, process

if TYPE_CHECKING:
    from collections.abc import Iterable

CONTROL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+"
)  # a message may quote a value; it stays one line

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
        return CONTROL.sub(" ", line)


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
    """GitHub workflow commands, which show each problem at its line of the pull request."""
    return "".join(
        f"::{problem.severity} file={_property(problem.path)},line={problem.line},col={problem.column},"
        f"title={_property(problem.rule)}::{_data(problem.message)}\n"
        for problem in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
