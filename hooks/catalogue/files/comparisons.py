"""Files of a comparison: exactly its table as CSV and JSON, and what its columns mean."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from catalogue.figures.figure import numbers
from catalogue.files.tables import as_csv
from catalogue.site.comparison.page import comparison_view, ordered
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.facts import Facts
    from catalogue.site.comparison.page import ComparisonView
    from catalogue.site.parts.table import Cell, Head, Line

GROUPS = {
    "rows": "vertautuu",
    "total": "yhteensä",
    "apart": "ei vertaudu",
    "missing": "lukua ei ole",
}
PARTS = (
    "osoittaja",
    "nimittäjä",
    "arvo",
    "ennen",
    "alaraja",
    "yläraja",
    "n",
    "puuttuu",
    "jakso",
    "perusjoukko",
    "lähde",
    "kohta",
)


def files(facts: Facts) -> Iterator[tuple[str, str]]:
    """Address and text of every file of every comparison."""
    for record in ordered(facts):
        view = comparison_view(facts, record)
        rows, where = records(view), addresses.comparison(record.id)
        definitions = [
            {
                "nimi": entry.name,
                "määritelmä": entry.text,
                "laji": entry.kind,
                "vertailu": entry.comparable,
                "osoite": facts.build.site_url + entry.url if entry.url else "",
            }
            for entry in view.definitions
        ]
        yield f"{where}vertailu.csv", _csv(rows)
        yield f"{where}maaritelmat.csv", _csv(definitions)
        yield (
            f"{where}vertailu.json",
            json.dumps(
                {
                    "id": view.id,
                    "title": view.title,
                    "finding": view.finding,
                    "url": facts.build.site_url + where,
                    "data_revision": facts.build.revision,
                    "licence": "CC BY 4.0",
                    "rows": rows,
                    "definitions": definitions,
                    "notes": [note.text for note in view.notes],
                    "left_out": [
                        {"name": one.link.label, "why": one.why} for one in view.table.left_out
                    ],
                    "sources": [
                        {"title": link.label, "publisher": link.note} for link in view.sources
                    ],
                },
                ensure_ascii=False,
                indent=1,
            )
            + "\n",
        )


def records(view: ComparisonView) -> list[dict[str, str]]:
    """The rows of the table; a column of figures is followed by its parts."""
    table = view.table
    return [
        {
            "ryhmä": GROUPS[group.kind],
            "otsikko": group.heading,
            table.first: line.head.label,
            "tarkenne": line.sub.label if line.sub else "",
            **_values(table.heads, line),
        }
        for group in table.groups
        for line in group.lines
    ]


def _values(heads: tuple[Head, ...], line: Line) -> dict[str, str]:
    made: dict[str, str] = {}
    for head, cell in zip(heads, line.cells, strict=True):
        made[head.label] = "; ".join(item.text for item in cell.items) or cell.empty
        if head.figures:
            made |= {
                f"{head.label}: {part}": value
                for part, value in zip(PARTS, _parts(cell), strict=True)
            }
            made[f"{head.label}: miksi ei vertaudu"] = " ".join(
                item.why for item in cell.items if item.why
            )
    return made


def _parts(cell: Cell) -> tuple[str, ...]:
    figure: Any = next((item.figure for item in cell.items if item.figure), None)
    if figure is None:
        return ("",) * len(PARTS)
    result = figure.located.data
    made = (*numbers(figure), figure.n)
    told = ("" if value is None else str(value) for value in made)
    when = "" if result.period is None else str(result.period)
    cite = result.sources[0]
    return (*told, result.missing or "", when, result.population or "", cite.id, cite.at)


def _csv(rows: list[dict[str, str]]) -> str:
    return as_csv(tuple(rows[0]), rows) if rows else ""
