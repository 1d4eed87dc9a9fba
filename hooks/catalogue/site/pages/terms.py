"""The glossary."""

from __future__ import annotations


from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures.comparability import COUNTS, FLOWS
from catalogue.finnish.formats import collation
from catalogue.figures.reconcile import slug
from catalogue.site.parts.common import Link, model_link, programme_link
from catalogue.site.parts.result import ResultRow, result_row

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.schema.vocabulary import Indicator


@dataclass(frozen=True)
class TermView:
    anchor: str
    name: str
    sv: str
    en: str
    also: str
    definition: str


def term_views(facts: Facts) -> tuple[TermView, ...]:
    views = [
        TermView(
            slug(record.data.name.fi),
            record.data.name.fi,
            record.data.name.sv or "",
            record.data.name.en or "",
            ", ".join((*record.data.abbreviations, *record.data.synonyms)),
            record.data.definition.fi,
        )
        for record in facts.catalogue.terms.values()
    ]
    return tuple(sorted(views, key=lambda term: collation(term.name)))
