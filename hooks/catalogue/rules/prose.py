"""Figures in a model's prose that no result near it holds: the text may have drifted from the data."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from catalogue.figures.figure import figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.reading.source import Loc
    from catalogue.records import Catalogue, Record
    from catalogue.schema.model import Model

DATES = re.compile(
    r"\b\d{1,2}\.\d{1,2}\.(?:\d{4})?|\b\d{1,2}/(?:19|20)\d\d|\b(?:19|20)\d\d(?:[–-]\d{2,4})?\b|\(\d+/\d{4}\)"
)
# A figure is not an age, a section of a law or a part of a name such as 2.0.
FIGURE = re.compile(
    r"(?<![\w/.,–+#-])(?<!\d[ \u00a0])([1-9]\d{0,2}(?:[ \u00a0]\d{3})+|(?:[1-9]\d*|0)(?:,\d+)?)"
    r"(?![\w/]|-\d|[ \u00a0]?\d|\.\d|[–-]\d+[- ]?v(?:uot|\b)|[- ]?v(?:uot|\b)| ?[a-z]? ?§)"
)
DIGIT = re.compile("[0-9]")
SERVICES = ("112", "116117", "116 117")  # everybody's numbers
SMALLEST = 10  # small numbers are mostly steps, paths and headings
NUMBER = (int, Decimal)
NOT_PROSE = ("results", "name", "former_names")


def figures_that_no_result_holds(catalogue: Catalogue) -> Iterator[Problem]:
    """Numbers of ten or more, or with decimals, in the texts of a model.

    Near are the results of the models of its region, of those it names and of those that name it.
    """
    held: dict[str, set[Decimal]] = defaultdict(set)
    for figure in figures(catalogue).values():
        held[figure.located.model.id] |= _numbers(figure.located.data, figure)
    regions: dict[str, set[Decimal]] = defaultdict(set)
    for model_id, numbers in held.items():
        regions[_region(model_id)] |= numbers
    naming = _naming(catalogue)
    for model in catalogue.models.values():
        region = regions[_region(model.id)]
        told = [
            (loc, number)
            for loc, value in model.leaves
            if loc[-1] == "fi" and loc[0] not in NOT_PROSE
            for number in _told(value)
            if (number >= SMALLEST or number % 1) and number not in region
        ]
        if not told:
            continue
        others = {str(link.model) for link in model.data.relations} | naming[model.id]
        near = {value for _, value in _written(model)}.union(*(held[other] for other in others))
        for loc, number in told:
            if number not in near:
                message = (
                    f"Lukua {str(number).replace('.', ',')} ei ole mallin eikä siihen liittyvien "
                    "mallien tuloksissa. Lisää tulos lähteineen, tai tarkista luku."
                )
                yield model.problem(loc, "luku-tekstissa", message, warning=True)


def _region(model_id: str) -> str:
    return model_id.split("/")[0]


def _naming(catalogue: Catalogue) -> dict[str, set[str]]:
    """The models that name each model."""
    found: dict[str, set[str]] = defaultdict(set)
    for other in catalogue.models.values():
        for link in other.data.relations:
            found[str(link.model)].add(other.id)
    return found


def _numbers(*written: Any) -> set[Decimal]:
    """Every number of the fields of results and figures."""
    return {
        Decimal(value)
        for one in written
        for value in vars(one).values()
        if value is not None and isinstance(value, NUMBER) and not isinstance(value, bool)
    }


def _written(model: Record[Model]) -> Iterator[tuple[Loc, Decimal]]:
    """Numbers of the model's own fields: staffing, aims, costs."""
    for loc, value in model.leaves:
        if loc[0] != "results" and isinstance(value, NUMBER) and not isinstance(value, bool):
            yield loc, Decimal(value)


@lru_cache(maxsize=100_000)  # while a site is served most texts are those of the last build
def _told(text: str) -> tuple[Decimal, ...]:
    if not DIGIT.search(text):
        return ()
    return tuple(
        Decimal(re.sub(r"\s", "", found).replace(",", "."))
        for found in FIGURE.findall(DATES.sub(" ", text))
        if found not in SERVICES
    )
