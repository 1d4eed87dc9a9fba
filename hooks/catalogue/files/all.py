"""Every file beside the pages that a reader may ask for: the static API, the open data, redirects, feeds."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from catalogue.api import made
from catalogue.aside import Aside
from catalogue.cache import Contents
from catalogue.files import api, catalogues, comparisons, described, feed, opendata, parquet
from catalogue.files.pictures import pictures
from catalogue.files.redirects import redirects
from catalogue.files.sheets import sheets
from catalogue.files.workbook import Book
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalogue.facts import Facts
    from catalogue.files.opendata import Table


def files(facts: Facts, contents: Contents | None = None) -> Iterator[tuple[str, str | bytes]]:
    """Address from the site's root and content of each file; the index of the open data comes after all it lists.

    `contents` are those that earlier builds wrote.
    """
    known = contents or Contents()
    written, listed = api.Written(), api.lists(facts)
    counted, pairs = api.counts(facts, listed), [*made.comparability(facts)]
    yield from api.files(facts, listed, written)
    for address, content in open_data(facts, listed, pairs, known):
        yield written.noted(address, content)
    entries = {entry["path"]: entry for entry in written.files}
    nodes = catalogues.dcat(facts.build, entries)
    yield written.noted(f"{addresses.OPEN_DATA}dcat.ttl", catalogues.as_turtle(nodes))
    told = {"@context": catalogues.CONTEXT, "@graph": nodes}
    yield written.noted(f"{addresses.OPEN_DATA}dcat.jsonld", api.as_json(told))
    yield "llms.txt", catalogues.llms(facts)
    versions = [
        {"name": one.name, "day": one.day.isoformat(), "changes": list(one.changes)}
        for one in facts.build.versions
    ]
    yield written.noted(addresses.CHANGES_FILE, api.as_json(versions))
    yield from api.index(facts, counted, written)
    yield from pictures(facts)
    yield from redirects(facts)
    yield from feed.files(facts)


def open_data(
    facts: Facts, listed: dict[str, list[Any]], pairs: list[Any], known: Contents
) -> Iterator[tuple[str, str | bytes]]:
    """The files of avoin-data/ with the comparisons' files of the API, and the zip of all tables last.

    Rows are let go when their last file is made, those of the lists, too; files wait on the disk for the zip.
    """
    with ExitStack() as held:
        tables, inside = opendata.tables(listed, pairs), Aside(held)
        results = api.by_id(listed["results"])
        for address, content in _of_tables(facts, tables, results, pairs, known):
            if isinstance(content, dict):
                yield address, api.as_json(content)
                continue
            if not opendata.is_twin(address):
                inside.lay(address, content)
            yield address, content
        for address, told in (
            (f"{addresses.MACHINE_CSV}csv-metadata.json", described.csvw(facts.build, tables)),
            (addresses.DATAPACKAGE, described.datapackage(facts.build, tables, inside)),
        ):
            text = api.as_json(told)
            inside.lay(address, text)
            yield address, text
        yield addresses.ARCHIVE, opendata.archive(facts.build, inside, known)


def _of_tables(
    facts: Facts,
    tables: Sequence[Table],
    results: dict[str, Any],
    pairs: list[Any],
    known: Contents,
) -> Iterator[tuple[str, str | bytes | dict[str, Any]]]:
    """The tables in every form, and those of the comparisons; what is no file of avoin-data/ as the value that it holds."""
    for one in tables:
        yield f"{addresses.MACHINE_CSV}{one.name}.csv", opendata.machine_csv(one, known)
    yield from parquet.files(tables, known)
    yield opendata.excel_csv_of_pairs(facts, pairs, known)
    for one in tables:
        one.rows.clear()
    with Book() as book:
        for number, lazy in enumerate(sheets(facts, results)):
            sheet = replace(lazy, rows=tuple(lazy.rows))
            book.add(sheet)
            if number:  # the first one says what the others are, the next is of results
                results.clear()
                yield opendata.excel_csv(sheet, known)
        yield addresses.WORKBOOK, book.made(facts.build, known)
    yield from comparisons.files(facts, known)
