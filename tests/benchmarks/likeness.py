"""What a made-up model is like beside a real one: means of both, so that figures of a made-up catalogue can be judged."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from catalogue.figures.comparability import kind, machine_compares
from catalogue.figures.figure import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure
    from catalogue.records import Record
    from catalogue.schema.model import Model

MADE_UP = "koe-"  # in the ids of such models
OF_MODEL = ("sivu-koe-", "linkki-koe-")  # sources
OF_LEDGER = "kysymys-"
Means = dict[str, float]


def judged(facts: Facts) -> Sequence[Record[Model]]:
    """The made-up models; the real ones where there are no others."""
    return [one for one in facts.models if MADE_UP in one.id] or facts.models


def means(facts: Facts) -> Means:
    """What a model's file holds, and what belongs to it elsewhere."""
    records = judged(facts)
    return {name: sum(found) / len(records) for name, found in _counted(facts, records).items()}


def published(site: Path, ids: Sequence[str]) -> Means:
    """What the site holds of a model."""
    files = {
        "its page, kB": "mallit/{}/index.html",
        "its JSON, kB": "api/v1/models/{}.json",
    }
    return {
        name: sum((site / where.format(one)).stat().st_size for one in ids) / len(ids) / 1000
        for name, where in files.items()
    }


def lines(real: Means, made: Means) -> Iterator[str]:
    """The comparison as a table."""
    yield f"{'mean of a model':>24} {'real':>8} {'made up':>8} {'ratio':>6}"
    for name, value in real.items():
        yield f"{name:>24} {value:8.2f} {made[name]:8.2f} {made[name] / value:6.2f}"


def _counted(facts: Facts, records: Sequence[Record[Model]]) -> Mapping[str, Sequence[float]]:
    models = [record.data for record in records]
    texts = [[value for loc, value in record.leaves if loc[-1] == "fi"] for record in records]
    figures = [facts.figures_by_model.get(record.id, ()) for record in records]
    kinds = Counter(_kind(facts, one) for one in facts.figures.values() if machine_compares(one))
    compared = [
        [one for one in own if machine_compares(one) and kinds[_kind(facts, one)] > 1]
        for own in figures
    ]
    made_up = any(MADE_UP in record.id for record in records)
    sources = [one for one in facts.catalogue.sources if one.startswith(OF_MODEL) or not made_up]
    ledger = [
        one for one in facts.catalogue.discrepancies if one.startswith(OF_LEDGER) or not made_up
    ]
    return {
        "its file, kB": [len(record.document.text.encode()) / 1000 for record in records],
        "texts": [*map(len, texts)],
        "letters of its texts": [sum(map(len, own)) for own in texts],
        "sections": [sum(1 for _, one in model.sections if one) for model in models],
        "steps": [len(model.steps) for model in models],
        "partners": [len(model.partners) for model in models],
        "aims": [len(model.aims) for model in models],
        "reasons": [len(model.status.reasons) for model in models],
        "mentions": [len(model.mentions) for model in models],
        "relations": [len(model.relations) for model in models],
        "links": [len(model.links) for model in models],
        "results": [*map(len, figures)],
        "results with a number": [
            sum(numbers(one).value is not None for one in own) for own in figures
        ],
        "results that compare": [*map(len, compared)],
        "sources of its own": [1] * len(sources),
        "entries of the ledger": [1] * len(ledger),
    }


def _kind(facts: Facts, figure: Figure) -> tuple[str, ...]:
    return tuple(kind(facts.catalogue, figure))
