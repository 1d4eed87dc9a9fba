"""Summaries too long for a card, HTML or script in text, and Markdown that a page does not show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogue.reading.markdown import unshown
from catalogue.records import leaves
from catalogue.schema.model import SUMMARY_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.records import Catalogue

TAG = re.compile(r"</?[a-zA-Z!][^>]*>?|&(?:#\d+|#x[0-9a-f]+|[a-z]+);|javascript:", re.IGNORECASE)
LANGUAGES = ("fi", "sv", "en")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def long_or_marked_up_texts(catalogue: Catalogue) -> Iterator[Problem]:
    for model in catalogue.models.values():
        for (language,), text in leaves(getattr(model.data, "summary", None)):
            if len(text) > SUMMARY_LENGTH:
                message = f"Lyhyt kuvaus on {len(text)} merkkiä; enintään {SUMMARY_LENGTH}."
                yield model.problem(("summary", language), "pituus", message)
    for _, record in catalogue.all_records():
        for loc, value in record.leaves:
            if isinstance(value, str) and (found := TAG.search(value)):
                yield record.problem(
                    loc,
                    "html",
                    f"HTML:ää tai skriptiä ei käytetä: ”{found.group()[:40]}”. Kirjoita Markdownia.",
                )
            elif isinstance(value, str) and CONTROL.search(value):
                yield record.problem(
                    loc, "html", "Tekstissä on näkymätön ohjausmerkki. Kirjoita kohta uudelleen."
                )


def text_that_is_not_shown_as_written(catalogue: Catalogue) -> Iterator[Problem]:
    for model in catalogue.models.values():
        for loc, value in model.leaves:
            if (
                loc[0] == "sections"
                and loc[-1] in LANGUAGES
                and isinstance(value, str)
                and not TAG.search(value)
            ):
                for fault in unshown(value):
                    yield model.problem(loc, "markdown", fault)
    for kind in catalogue.types.values():
        for (language,), text in leaves(getattr(kind.data, "description", None)):
            for fault in unshown(text):
                yield kind.problem(("description", language), "markdown", fault)
