"""Files spoilt in every way, and the check that the checker only ever answers with problems."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from catalogue.load import assemble, checked
from catalogue.problems import InvalidCatalogue
from catalogue.records import PLURALS

if TYPE_CHECKING:
    from catalogue.records import Catalogue

WORDS = [
    "olematon",
    "Iso_Tunnus",
    "1 128",
    "-5",
    "2024-00",
    "9999999999",
    "https://[",
    "[",
    "{}",
    "[[]]",
    "{a: b}",
    "",
    "~",
    "ä" * 500,
]


@st.composite
def mutation(draw: st.DrawFn, text: str) -> str:
    """The text with one to four lines or characters lost, doubled, changed or put elsewhere."""
    for _ in range(draw(st.integers(1, 4))):
        lines = text.split("\n")
        at, to = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        kind = draw(
            st.sampled_from(
                ["lose", "double", "swap", "indent", "dedent", "value", "character", "cut"]
            )
        )
        column = draw(st.integers(0, len(lines[at])))
        if kind == "lose":
            del lines[at]
        elif kind == "double":
            lines.insert(to, lines[at])
        elif kind == "swap":
            lines[at], lines[to] = lines[to], lines[at]
        elif kind == "indent":
            lines[at] = "  " + lines[at]
        elif kind == "dedent":
            lines[at] = lines[at].removeprefix("  ")
        elif kind == "value":
            lines[at] = lines[at].partition(":")[0] + ": " + draw(st.sampled_from(WORDS))
        elif kind == "character":
            lines[at] = (
                lines[at][:column] + draw(st.characters(codec="utf-8")) + lines[at][column + 1 :]
            )
        else:
            lines = [*lines[:at], lines[at][:column]]
        text = "\n".join(lines)
    return text


def check(catalogue_of_the_rest: Catalogue, name: str, raw: bytes) -> None:
    """Check one file together with records that are read already; anything but `InvalidCatalogue` is a bug."""
    part, problems = assemble("models", [(name, raw)])
    rest = catalogue_of_the_rest
    merged: dict[str, Any] = {
        plural: {**getattr(rest, plural), **getattr(part, plural)} for plural in PLURALS.values()
    }
    whole = replace(
        rest, **merged, documents=part.documents, broken=part.broken, faulty=part.faulty
    )
    try:
        checked(whole, problems)
    except InvalidCatalogue as error:
        assert error.problems
        assert all(
            problem.line >= 1 and problem.column >= 1 and problem.message
            for problem in error.problems
        )
        str(error).encode()
