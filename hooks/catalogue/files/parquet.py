"""The tables as Parquet, written by DuckDB: what is of a region in a file a region, so that one is read where it lies.

DuckDB is kept well, reads and writes Parquet with nothing else installed, and is what the page of examples queries with.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from contextlib import ExitStack
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from catalogue.cache import Contents
from catalogue.files.opendata import OF_REGION
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from duckdb import DuckDBPyConnection

    from catalogue.api.columns import Column
    from catalogue.files.opendata import Table

TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}


def files(tables: Sequence[Table], contents: Contents | None = None) -> Iterator[tuple[str, bytes]]:
    """Address and content of every file; the same bytes for the same rows."""
    known = contents or Contents()
    with ExitStack() as held:
        writer = _Writer(held)
        for table in tables:
            types = _types(table.columns)
            for address, part in _parts(table):
                rows = orjson.dumps(_cells(table.columns, part))
                make = partial(writer.written, types, rows)
                yield address, known.made(make, "parquet", orjson.dumps(types), rows)


class _Writer:
    """A database in memory, which is there only when something is written: it takes longer to load than a row to write."""

    def __init__(self, held: ExitStack) -> None:
        self.held = held

    @cached_property
    def folder(self) -> Path:
        return Path(self.held.enter_context(tempfile.TemporaryDirectory()))

    @cached_property
    def database(self) -> DuckDBPyConnection:
        import duckdb

        database = self.held.enter_context(duckdb.connect(":memory:"))
        database.execute("SET threads = 1; SET enable_progress_bar = false")
        return database

    def written(self, types: dict[str, str], rows: bytes) -> bytes:
        """The rows, a list in JSON, as Parquet."""
        told, out = self.folder / "rows.json", self.folder / "out.parquet"
        told.write_bytes(rows)
        read = self.database.read_json(str(told), format="array", columns=types)
        read.write_parquet(str(out), compression="zstd")
        return out.read_bytes()


def _parts(table: Table) -> Iterator[tuple[str, Sequence[Mapping[str, Any]]]]:
    if table.name not in OF_REGION:
        yield f"{addresses.PARQUET}{table.name}.parquet", table.rows
        return
    of_region: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in table.rows:
        of_region[row["region"]].append(row)
    for region, rows in sorted(of_region.items()):
        yield f"{addresses.PARQUET}{table.name}/region={region}/{table.name}.parquet", rows


def _cells(
    columns: Sequence[Column], rows: Sequence[Mapping[str, Any]]
) -> Sequence[Mapping[str, Any]]:
    """A list stays a list: Parquet has them. What is no column is not read."""
    lists = [one.name for one in columns if one.many]
    if not lists:
        return rows
    return [{**row, **{name: [*map(_text, row[name] or ())] for name in lists}} for row in rows]


def _text(item: Any) -> str:
    return f"{item['id']}, {item['at']}" if isinstance(item, dict) else str(item)


def _types(columns: Sequence[Column]) -> dict[str, str]:
    return {one.name: f"{TYPES[one.type]}{'[]' * one.many}" for one in columns}
