"""The tables as Parquet, written by DuckDB: what is of a region in a file a region, so that one is read where it lies.

DuckDB is kept well, reads and writes Parquet with nothing else installed, and is what the page of examples queries with.
"""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from catalogue.files.opendata import OF_REGION
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalogue.api.columns import Column
    from catalogue.files.opendata import Table

TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}


def files(tables: Sequence[Table]) -> Iterator[tuple[str, bytes]]:
    """Address and content of every file; the same bytes for the same rows."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(":memory:") as database:
        database.execute("SET threads = 1")
        rows, out = Path(folder, "rows.json"), Path(folder, "out.parquet")
        for table in tables:
            for address, part in _parts(table):
                shown = (_cells(table.columns, row) for row in part)
                rows.write_text("".join(f"{json.dumps(row)}\n" for row in shown), encoding="utf-8")
                read = database.read_json(
                    str(rows), format="newline_delimited", columns=_types(table.columns)
                )
                read.write_parquet(str(out), compression="zstd")
                yield address, out.read_bytes()


def _parts(table: Table) -> Iterator[tuple[str, Sequence[Mapping[str, Any]]]]:
    if table.name not in OF_REGION:
        yield f"{addresses.PARQUET}{table.name}.parquet", table.rows
        return
    of_region: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in table.rows:
        of_region[row["region"]].append(row)
    for region, rows in sorted(of_region.items()):
        yield f"{addresses.PARQUET}{table.name}/region={region}/{table.name}.parquet", rows


def _cells(columns: Sequence[Column], row: Mapping[str, Any]) -> dict[str, Any]:
    """A list stays a list: Parquet has them."""
    return {
        one.name: [_text(item) for item in row[one.name] or ()] if one.many else row[one.name]
        for one in columns
    }


def _text(item: Any) -> str:
    return f"{item['id']}, {item['at']}" if isinstance(item, dict) else str(item)


def _types(columns: Sequence[Column]) -> dict[str, str]:
    return {one.name: f"{TYPES[one.type]}{'[]' * one.many}" for one in columns}
