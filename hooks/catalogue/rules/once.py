"""One fault is told once: what follows from a fault that is told at the same place is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.problems import Problem

# A character that nobody sees makes a word unknown; the character is told.
OF_CHARACTERS = ("arvo", "tuntematon-kentta", "tuntematon-tunnus", "kunta", "tunnus")


def told_once(problems: Iterable[Problem]) -> set[Problem]:
    """The problems without those that another explains."""
    found = set(problems)
    characters = {(one.path, one.line) for one in found if one.rule == "merkki"}
    scripts = {_place(one) for one in found if one.rule == "html" and "javascript" in one.message}
    paths = {_place(one) for one in found if one.rule == "yksityisyys" and "polkua" in one.message}
    addresses = {_place(one) for one in found if one.rule == "linkki"} - scripts
    return {
        one
        for one in found
        if not (one.rule in OF_CHARACTERS and (one.path, one.line) in characters)
        and not (one.rule == "linkki" and _place(one) in scripts | paths)
        and not (one.rule == "html" and _place(one) in addresses)
    }


def _place(problem: Problem) -> tuple[str, int, int]:
    return problem.path, problem.line, problem.column
