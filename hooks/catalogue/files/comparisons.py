"""Files of a comparison: exactly its table as CSV for programs and for Excel, as JSON, and what its columns mean.

A column is known by its place, not by its name: two columns of one label stay two, and the label of each says which.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from catalogue.figures.figure import numbers
from catalogue.files.tables import Value, known_csv, known_excel_csv
from catalogue.finnish.words import MISSING
from catalogue.site.comparison.page import comparison_view, ordered
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.api import rows
    from catalogue.cache import Contents
    from catalogue.facts import Facts
    from catalogue.schema.result import Missing
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
WHY = "miksi ei vertaudu"
LARGEST_ALONE = 100_000  # characters of rows on a page of its own
LINE = "\n"
WORDS = ("nimi", "määritelmä", "laji", "vertailu", "osoite")


@dataclass(frozen=True)
class Lines:
    """A table by place: the heads, and rows of as many values. `ids` tells ids and ISO dates, else words."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def named(self) -> list[dict[str, Value]]:
        """The rows by the names of their columns."""
        return [dict(zip(self.heads, row, strict=True)) for row in self.rows]


def files(
    facts: Facts, contents: Contents | None = None
) -> Iterator[tuple[str, str | dict[str, Any]]]:
    """Address and content of every file of every comparison; JSON as the value that it holds."""
    for record in ordered(facts):
        view = comparison_view(facts, record)
        plain, told = table_of(facts, view, ids=True), table_of(facts, view, ids=False)
        meant = definitions(facts, view)
        yield addresses.comparison_csv(record.id), known_csv(contents, plain.heads, plain.rows)
        yield (
            addresses.comparison_excel(record.id),
            known_excel_csv(contents, told.heads, told.rows),
        )
        if meant:
            said = [[str(value) for value in one.values()] for one in meant]
            yield addresses.comparison_words(record.id), known_excel_csv(contents, WORDS, said)
        yield addresses.comparison_page(record.id), standalone(facts, view, told)
        yield addresses.comparison_file(record.id), {**whole(facts, view, plain, meant)}


def listed(facts: Facts) -> list[rows.ComparisonRow]:
    """Every comparison with its files."""
    site = facts.build.site_url
    views = [(record, comparison_view(facts, record)) for record in ordered(facts)]
    return [
        {
            "id": record.id,
            "title": view.title,
            "summary": record.data.summary.fi,
            "finding": view.finding,
            "url": site + addresses.comparison(record.id),
            "json": site + addresses.comparison_file(record.id),
            "csv": site + addresses.comparison_csv(record.id),
            "excel": site + addresses.comparison_excel(record.id),
        }
        for record, view in views
    ]


def whole(
    facts: Facts, view: ComparisonView, table: Lines, meant: list[rows.DefinitionRow]
) -> rows.ComparisonFile:
    """Everything of a comparison as one value."""
    return {
        "id": view.id,
        "title": view.title,
        "finding": view.finding,
        "url": facts.build.site_url + addresses.comparison(view.id),
        "data_revision": facts.build.revision,
        "licence": "CC BY 4.0",
        "columns": list(table.heads),
        "rows": [
            {name: str(value) for name, value in row.items() if value not in (None, "")}
            for row in table.named()
        ],
        "definitions": meant,
        "notes": [note.text for note in view.notes],
        "left_out": [{"name": one.link.label, "why": one.why} for one in view.table.left_out],
        "sources": [{"title": link.label, "publisher": link.note} for link in view.sources],
    }


STYLE = (
    "body{font:16px/1.5 sans-serif;margin:1rem;color:#1a1a1a;background:#fff}"
    "table{border-collapse:collapse}th,td{border:1px solid #999;padding:.4rem .6rem;text-align:left;"
    "vertical-align:top}caption{text-align:left;font-weight:bold;margin-bottom:.5rem}"
)


ASKS_NOTHING = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
)


def standalone(facts: Facts, view: ComparisonView, table: Lines) -> str:
    """The table as one page that asks nothing of anybody: an attachment, or a frame on another site; a long one begins there.

    It says where it is from, by what version, under which licence, and what nobody may conclude of it.
    """
    shown = [place for place, head in enumerate(table.heads) if ": " not in head]
    heads = "".join(f'<th scope="col">{escape(table.heads[place])}</th>' for place in shown)
    rows = [
        "<tr>" + "".join(f"<td>{escape(_said(row[place]))}</td>" for place in shown) + "</tr>"
        for row in table.rows
    ]
    fits = max(1, sum(size <= LARGEST_ALONE for size in accumulate(map(len, rows))))
    build = facts.build
    url = build.site_url + addresses.comparison(view.id)
    csv = build.site_url + addresses.comparison_csv(view.id)
    left = (
        f'<p>Tässä {fits} / {len(rows)} riviä. <a href="{csv}" target="_top">Kaikki rivit</a></p>\n'
        if fits < len(rows)
        else ""
    )
    day = f"{build.today.day}.{build.today.month}.{build.today.year}"
    notes = "".join(f"<p>{escape(note.text)}</p>" for note in view.notes)
    return (
        f'<!doctype html>\n<html lang="fi"><head><meta charset="utf-8">'
        f"{ASKS_NOTHING}<title>{escape(view.title)}"
        f'</title><meta name="robots" content="noindex"><style>{STYLE}</style></head><body>\n'
        f"<table><caption>{escape(view.title)}</caption><thead><tr>{heads}</tr></thead>\n<tbody>\n"
        f"{LINE.join(rows[:fits])}\n</tbody></table>\n{left}<p>{escape(view.finding)}</p>\n{notes}\n"
        f'<p>Lähde: Työkykymallit, tietojen versio {escape(build.version)}, {day}. <a href="{url}" '
        f'target="_top">{url}</a>. CC BY 4.0.</p>\n</body></html>\n'
    )


def _said(value: Value) -> str:
    return "" if value is None else str(value)


def definitions(facts: Facts, view: ComparisonView) -> list[rows.DefinitionRow]:
    """What the columns of a comparison mean."""
    return [
        {
            "nimi": entry.name,
            "määritelmä": entry.text,
            "laji": entry.kind,
            "vertailu": entry.comparable,
            "osoite": facts.build.site_url + entry.url if entry.url else "",
        }
        for entry in view.definitions
    ]


def table_of(facts: Facts, view: ComparisonView, *, ids: bool) -> Lines:
    """The rows of the table; a column of figures is followed by its parts."""
    table = view.table
    heads = ["ryhmä", "otsikko", table.first, "tarkenne"]
    for head, label in zip(table.heads, labels(view), strict=True):
        heads.append(label)
        if head.figures:
            heads += [f"{label}: {part}" for part in (*PARTS, WHY)]
    made = tuple(
        (
            GROUPS[group.kind],
            group.heading,
            line.head.label,
            line.sub.label if line.sub else "",
            *_values(facts, table.heads, line, ids=ids),
        )
        for group in table.groups
        for line in group.lines
    )
    return Lines(tuple(heads), made)


def labels(view: ComparisonView) -> list[str]:
    """What each column is called: one that shares its label says also what it counts, or which it is in order."""
    taken = Counter(["ryhmä", "otsikko", view.table.first, "tarkenne"])
    taken.update({head.label for head in view.table.heads})
    told = Counter(head.label for head in view.table.heads)
    made: list[str] = []
    for place, head in enumerate(view.table.heads):
        shared = told[head.label] > 1 or taken[head.label] > 1
        name = _counted(view, place) if shared else ""
        label = f"{head.label} ({name})" if name and name != head.label else head.label
        number = 2
        while label in made or (shared and label in heads_of_rows(view)):
            label, number = f"{head.label} ({number})", number + 1
        made.append(label)
    return made


def heads_of_rows(view: ComparisonView) -> tuple[str, ...]:
    """The heads before the columns, which no column may have."""
    return "ryhmä", "otsikko", view.table.first, "tarkenne"


def _counted(view: ComparisonView, place: int) -> str:
    """The indicator of a column's figures."""
    cells = (line.cells[place] for group in view.table.groups for line in group.lines)
    items = (item for cell in cells for item in cell.items if item.figure)
    return next((item.figure.indicator.name.fi for item in items if item.figure), "")


def _values(facts: Facts, heads: tuple[Head, ...], line: Line, *, ids: bool) -> Iterator[Value]:
    for head, cell in zip(heads, line.cells, strict=True):
        yield "; ".join(item.text for item in cell.items) or cell.empty
        if head.figures:
            yield from _parts(facts, cell, ids=ids)
            yield " ".join(item.why for item in cell.items if item.why)


def _parts(facts: Facts, cell: Cell, *, ids: bool) -> tuple[Value, ...]:
    item = next((item for item in cell.items if item.figure), None)
    if item is None or item.figure is None:
        return (None,) * len(PARTS)
    result = item.figure.located.data
    made = (*numbers(item.figure), item.figure.n)
    cite = result.sources[0]
    if ids:
        when = "" if result.period is None else str(result.period)
        return (*made, result.missing or "", when, result.population or "", cite.id, cite.at)
    missing: Missing | None = result.missing
    words = facts.catalogue.populations[result.population].data.name.fi if result.population else ""
    when = item.row.text.period if item.row else ""
    title = facts.catalogue.sources[cite.id].data.title.fi
    return (*made, MISSING[missing] if missing else "", when, words, title, cite.at)
