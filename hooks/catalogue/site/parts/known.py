"""What is known of a type in one sentence, with the figures of the results, so that the sentence cannot drift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.figures.placeholders import PLACEHOLDER, said

if TYPE_CHECKING:
    from catalogue.facts import Facts


def known(facts: Facts, type_id: str) -> str:
    """The sentence with its placeholders filled; a rule has checked that each names a result and a form."""
    text = facts.catalogue.types[type_id].data.known
    return (
        PLACEHOLDER.sub(
            lambda found: said(facts.catalogue, facts.figures[found[1]], found[2]), text.fi
        )
        if text
        else ""
    )
