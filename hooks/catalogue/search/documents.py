"""Everything that search finds, in the order in which equal hits are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.search import answers, from_models, from_records
from catalogue.site.pages.models import in_order

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.search.document import Document


def documents(facts: Facts) -> list[Document]:
    """Models come first and in the order of their list, so that the list's script knows them by number."""
    models = [one for model in in_order(facts) for one in from_models.documents(facts, model)]
    models.sort(key=lambda document: document.kind not in ("malli", "muu"))
    return [*models, *from_records.documents(facts), *answers.documents(facts)]
