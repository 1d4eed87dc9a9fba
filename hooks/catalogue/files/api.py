"""The files of the static API, version 1: stable names, one type a list, parts where a list is too large for one file."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import orjson

from catalogue.api import made
from catalogue.api.openapi import document
from catalogue.files import comparisons
from catalogue.links import register
from catalogue.links.store import written
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from catalogue.api import rows
    from catalogue.facts import Facts

LICENCE: rows.Licence = {
    "data": "CC BY 4.0",
    "url": "https://creativecommons.org/licenses/by/4.0/deed.fi",
    "code": "EUPL-1.2",
}
LARGEST = 10_000_000  # characters of a list in one file
INDEXED = 2_000  # models whose files the index itself lists; of more it is a list by itself
MEDIA_TYPES = {
    "json": "application/json",
    "jsonld": "application/ld+json",
    "ttl": "text/turtle",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "zip": "application/zip",
    "txt": "text/plain",
    "html": "text/html",
}
Row = dict[str, Any]


@dataclass
class Written:
    """What was written of the open data: size and checksum of every file, the lists in parts."""

    files: list[rows.FileEntry] = field(default_factory=list)
    parts: dict[str, list[str]] = field(default_factory=dict)

    def noted(self, address: str, content: str | bytes) -> tuple[str, str | bytes]:
        """The file, noted with its size and checksum."""
        raw = content if isinstance(content, bytes) else content.encode()
        self.files.append(
            {
                "path": address,
                "media_type": MEDIA_TYPES[address.rpartition(".")[2]],
                "bytes": len(raw),
                "sha256": sha256(raw).hexdigest(),
            }
        )
        return address, content


def lists(facts: Facts) -> dict[str, list[Any]]:
    """Every list of the API by name."""
    return {
        "models": [made.model(facts, record) for record in facts.models],
        "mentions": [one for record in facts.models for one in made.mentions(facts, record)],
        "results": [made.result(facts, figure) for figure in facts.figures.values()],
        "aims": [one for record in facts.models for one in made.aims(record)],
        "model_reasons": [
            one for record in facts.models for one in made.model_reasons(facts, record)
        ],
        "discrepancies": [*made.discrepancies(facts)],
        "comparisons": comparisons.listed(facts),
        "missing": made.missing(),
        "former": made.former(facts),
        **{name: made.vocabulary(facts, name) for name in made.VOCABULARIES},
    }


def by_id(rows: Sequence[Row]) -> dict[str, Any]:
    """The rows by their ids."""
    return {row["id"]: row for row in rows}


def files(
    facts: Facts, listed: Mapping[str, list[Any]], out: Written
) -> Iterator[tuple[str, str | bytes]]:
    """Address and content of every file of the API but the index, each noted in `out`."""
    yield out.noted(
        f"{addresses.API}links.json", written(facts.links, register.addresses(facts.catalogue))
    )
    for name, rows in listed.items():
        own = []
        for part, text in in_parts(f"{name}.json", rows, as_json):
            own.append(part)
            yield out.noted(addresses.API + part, text)
        if own != [f"{name}.json"]:
            out.parts[f"{name}.json"] = own
    results = by_id(listed["results"])
    for record, row in zip(facts.models, listed["models"], strict=True):
        told = made.whole(facts, record, row, results)
        yield out.noted(addresses.model_file(record.id), as_json({**told}))
    for one in listed["former"]:
        if one["kind"] == "model":
            yield out.noted(addresses.model_file(one["id"]), as_json(one))
    yield out.noted(f"{addresses.API}openapi.json", as_json(document(facts.build.site_url)))


def counts(facts: Facts, listed: Mapping[str, list[Any]]) -> dict[str, int]:
    """How many there are of the things that the index counts."""
    return {
        "models": len(facts.models),
        "mentions": len(listed["mentions"]),
        "results": len(listed["results"]),
        "sources": len(facts.catalogue.sources),
        "regions": len(facts.regions_with_models),
        "discrepancies": len(facts.catalogue.discrepancies),
    }


def index(facts: Facts, counted: dict[str, int], out: Written) -> Iterator[tuple[str, str]]:
    """What there is: the last file to be written, with the list of files in parts where there are very many."""
    entries = sorted(out.files, key=lambda one: one["path"])
    if len(facts.models) > INDEXED:
        of_models = f"{addresses.API}models/"
        many = [one for one in entries if one["path"].startswith(of_models)]
        entries = [one for one in entries if not one["path"].startswith(of_models)]
        out.parts["files.json"] = []
        for part, text in in_parts("files.json", many, as_json):
            out.parts["files.json"].append(part)
            yield addresses.API + part, text
    told: rows.IndexFile = {
        "version": 1,
        "build_date": facts.build.today.isoformat(),
        "data_revision": facts.build.revision,
        "release": facts.build.release or None,
        "site": facts.build.site_url,
        "licence": LICENCE,
        "counts": counted,
        "files": entries,
        "parts": out.parts,
    }
    yield f"{addresses.API}index.json", as_json({**told})


def in_parts(
    name: str,
    rows: Sequence[Any],
    write: Callable[[Sequence[Any]], str],
    largest: int = LARGEST,
) -> Iterator[tuple[str, str]]:
    """The list as one file, or where that is too large as parts: `results/1.json`, `results/2.json` …, each a list by itself."""
    text = write(rows)
    if len(text) <= largest:
        yield name, text
        return
    stem, _, ending = name.rpartition(".")
    each = max(1, len(rows) * largest // len(text))
    del text
    for number, start in enumerate(range(0, len(rows), each), 1):
        yield f"{stem}/{number}.{ending}", write(rows[start : start + each])


def as_json(value: Row | Sequence[Any]) -> str:
    """JSON with a record or a field a line: a change shows as its lines. Indented deeper it is twice as large and slow."""
    if isinstance(value, dict):
        fields = ",".join(f"\n {_compact(name)}: {_compact(item)}" for name, item in value.items())
        return f"{{{fields}\n}}\n"
    return "[" + ",".join(f"\n {_compact(item)}" for item in value) + "\n]\n"


def _compact(value: Any) -> str:
    return orjson.dumps(value).decode()
