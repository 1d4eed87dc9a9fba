"""What the catalogue holds, counted: records and results by region, type and source, and results without a place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import collation

if TYPE_CHECKING:
    from catalogue.records import Catalogue


@dataclass(frozen=True)
class Row:
    """One region, type or source: its models, its results with a figure and those whose figure is missing."""

    id: str
    name: str
    models: int
    figures: int
    missing: int


@dataclass(frozen=True)
class Coverage:
    """`unlocated` are the ids of results that cite a source without saying where in it."""

    models: int
    figures: int
    missing: int
    sources: int
    discrepancies: int
    regions: tuple[Row, ...]
    types: tuple[Row, ...]
    cited: tuple[Row, ...]
    unlocated: tuple[str, ...]


def coverage(catalogue: Catalogue) -> Coverage:
    """Count everything once; a result with several sources counts for each of them."""
    models: Counter[tuple[str, str]] = Counter()
    figures: Counter[tuple[str, str]] = Counter()
    missing: Counter[tuple[str, str]] = Counter()
    for model in catalogue.models.values():
        models.update(
            [("region", model.id.split("/")[0]), *(("type", key) for key in model.data.type)]
        )
        models.update({("source", str(value)) for value in model.named if value.kind == "source"})
    for located in catalogue.results.values():
        counter = missing if located.data.missing else figures
        counter.update(
            [
                ("region", located.model.id.split("/")[0]),
                *(("type", key) for key in located.model.data.type),
            ]
        )
        counter.update({("source", str(cite.id)) for cite in located.data.sources})

    def rows(kind: str, names: dict[str, str]) -> tuple[Row, ...]:
        made = [
            Row(key, name, models[kind, key], figures[kind, key], missing[kind, key])
            for key, name in names.items()
        ]
        return tuple(
            sorted(
                (row for row in made if row.models or row.figures or row.missing),
                key=lambda row: (-row.figures, collation(row.name)),
            )
        )

    present = sum(not located.data.missing for located in catalogue.results.values())
    return Coverage(
        len(catalogue.models),
        present,
        len(catalogue.results) - present,
        len(catalogue.sources),
        len(catalogue.discrepancies),
        rows("region", {key: record.data.short.fi for key, record in catalogue.regions.items()}),
        rows("type", {key: record.data.name.fi for key, record in catalogue.types.items()}),
        rows("source", {key: record.data.title.fi for key, record in catalogue.sources.items()}),
        tuple(
            key
            for key, located in catalogue.results.items()
            if not all(cite.at.strip() for cite in located.data.sources)
        ),
    )


def as_text(found: Coverage) -> str:
    """The report as tables for a terminal."""
    lines = [
        f"{found.models} mallia, {found.figures} lukua ja {found.missing} kohtaa, joista lukua ei ole; "
        f"{found.sources} lähdettä, {found.discrepancies} ristiriitaa",
        f"Tuloksia ilman kohtaa lähteessä: {len(found.unlocated)}",
        *found.unlocated,
    ]
    for heading, rows in (
        ("Alue", found.regions),
        ("Mallityyppi", found.types),
        ("Lähde", found.cited),
    ):
        lines += ["", f"{heading:<62} {'malleja':>8} {'lukuja':>8} {'puuttuu':>8}"]
        lines += [
            f"{_short(row.name):<62} {row.models:>8} {row.figures:>8} {row.missing:>8}"
            for row in rows
        ]
    return "\n".join(lines) + "\n"


def _short(text: str, most: int = 62) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
