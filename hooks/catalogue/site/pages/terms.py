"""The glossary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import collation, slug
from catalogue.site.parts.since import SinceView, since_view

if TYPE_CHECKING:
    from catalogue.facts import Facts


@dataclass(frozen=True)
class TermView:
    """A term in the glossary."""

    anchor: str
    name: str
    sv: str
    en: str
    also: str
    definition: str
    since: tuple[SinceView, ...]


def term_views(facts: Facts) -> tuple[TermView, ...]:
    """Every term in Finnish order."""
    views = [
        TermView(
            slug(record.data.name.fi),
            record.data.name.fi,
            record.data.name.sv or "",
            record.data.name.en or "",
            ", ".join((*record.data.abbreviations, *record.data.synonyms)),
            record.data.definition.fi,
            tuple(since_view(facts, "", told) for told in record.data.since),
        )
        for record in facts.catalogue.terms.values()
    ]
    return tuple(sorted(views, key=lambda term: collation(term.name)))
