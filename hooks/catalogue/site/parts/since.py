"""What has changed since a model was described, in a service or a law that its texts name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import day
from catalogue.reading.quick import Text
from catalogue.site.parts.common import CiteView, cite_views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Model
    from catalogue.schema.vocabulary import Since


@dataclass(frozen=True)
class SinceView:
    """A dated note: which thing it is about, when, what changed, and who says so."""

    about: str
    date: str
    text: str
    cites: tuple[CiteView, ...]


def since_view(facts: Facts, name: str, told: Since) -> SinceView:
    """One note under the name of its term."""
    return SinceView(name, day(told.date), told.text.fi, cite_views(facts, told.sources))


def changed_since(facts: Facts, model: Record[Model]) -> tuple[SinceView, ...]:
    """The notes on what the model's own texts name, if the model is older than the change."""
    text, pilot = Text("\n".join(_texts(model.data))), model.data.pilot
    start = pilot.start if pilot else None
    return tuple(
        since_view(facts, record.data.name.fi, told)
        for record in facts.catalogue.terms.values()
        for told in record.data.since
        if (start is None or start.year <= told.date.year) and names(text, told.beginnings)
    )


def names(text: Text, beginnings: tuple[str, ...]) -> bool:
    """Whether a word of the text begins so. What is written in capitals is found in capitals only."""
    return any(
        Text(one).small in text.small
        and re.search(
            rf"(?<!\w){re.escape(one)}", text.plain, 0 if one[:2].isupper() else re.IGNORECASE
        )
        for one in beginnings
    )


def _texts(data: Model) -> Iterator[str]:
    yield data.summary.fi
    for _, told in data.sections:
        if told is not None:
            yield told.text.fi
    for step in data.steps:
        yield from (one.fi for one in (step.name, step.does, step.by) if one)
    for partner in data.partners:
        yield from (one.fi for one in (partner.name, partner.role) if one)
    for reason in data.status.reasons:
        yield reason.text.fi
