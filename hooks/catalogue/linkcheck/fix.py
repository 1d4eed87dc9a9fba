"""Permanent moves written into the YAML with ruamel.yaml, which keeps comments, order and quotes."""

from __future__ import annotations

import difflib
import io
from collections import defaultdict
from typing import TYPE_CHECKING

from ruamel.yaml import YAML

from catalogue.links.register import objection
from catalogue.writing import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from catalogue.links.register import Reference
    from catalogue.links.state import State


def moves(
    references: Iterable[Reference], state: State, taken: dict[str, str]
) -> Iterator[tuple[Reference, str]]:
    """References that moved for good and need no person's judgement, with their new addresses."""
    for reference in references:
        link = state.get(reference.url)
        if (
            link is not None
            and link.last.outcome == "moved"
            and not objection(reference, link, taken)
        ):
            yield reference, link.last.target


def fix(moved: Iterable[tuple[Reference, str]], file_of: Callable[[str], Path]) -> Iterator[str]:
    """Write every move; yields the diff of each file, or why a file was left alone."""
    files: dict[str, list[tuple[Reference, str]]] = defaultdict(list)
    for reference, target in moved:
        files[reference.path].append((reference, target))
    for name, edits in sorted(files.items()):
        path = file_of(name)
        before = path.read_bytes().decode("utf-8")
        after = edited(before, edits)
        if after is None:
            yield f"{name}: tiedoston asettelu muuttuisi muualtakin, joten sitä ei muutettu. Vaihda osoitteet käsin.\n"
            continue
        replace(path, after)
        yield "".join(
            difflib.unified_diff(
                before.splitlines(True), after.splitlines(True), f"a/{name}", f"b/{name}", n=0
            )
        )


def edited(text: str, edits: Iterable[tuple[Reference, str]]) -> str | None:
    """The text with new addresses; None where writing it back would touch anything else."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10**6
    data = yaml.load(text)
    if _dumped(yaml, data) != text:
        return None
    for reference, target in edits:
        entry = data[reference.source]
        entry[reference.field] = type(entry[reference.field])(target)
    return _dumped(yaml, data)


def _dumped(yaml: YAML, data: object) -> str:
    out = io.StringIO()
    yaml.dump(data, out)
    return out.getvalue()
