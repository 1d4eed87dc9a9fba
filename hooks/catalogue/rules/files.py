"""Rules that look at one file at a time: an unchanged one is looked at once, however often a served site is built."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from catalogue.problems import Problem
    from catalogue.reading.source import Document
    from catalogue.records import Catalogue


def files_that_hold(pattern: re.Pattern[str], catalogue: Catalogue) -> set[Document]:
    """A quick look at whole files, so that the values of most need none."""
    return {document for document in catalogue.documents if pattern.search(document.text)}


def of_every_file(
    rule: Callable[[Document], Iterator[Problem]],
) -> Callable[[Catalogue], Iterator[Problem]]:
    """The rule over every file of a catalogue. What it says of a file is kept with the file."""

    @wraps(rule)
    def over_all(catalogue: Catalogue) -> Iterator[Problem]:
        for document in catalogue.documents:
            if rule.__name__ not in document.judged:
                document.judged[rule.__name__] = tuple(rule(document))
            yield from document.judged[rule.__name__]

    return over_all
