"""A catalogue that another publishes is its own: nothing that is built or filled in leads to the original."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

from built import files
from odd import ELSEWHERE, REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
ORIGINAL = tuple(
    address.encode()
    for line in (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    for address in re.findall(r'ENV \[(?:SITE|REPO)_URL, "https://([^"/]+/[^"/]+)', line)
)


def texts(name: str, raw: bytes) -> Iterator[tuple[str, bytes]]:
    """A file, and every file within it."""
    if raw[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(raw)) as inside:
            for member in inside.namelist():
                yield from texts(f"{name}/{member}", inside.read(member))
    elif name.endswith(".zlib"):
        yield name, zlib.decompress(raw)
    elif raw[:4] != b"PAR1":
        yield name, raw


def rows(parquet: Path) -> bytes:
    return str(duckdb.read_parquet(str(parquet)).fetchall()).encode()


@pytest.fixture(scope="module")
def built(odd_site: Path) -> dict[str, bytes]:
    """Every text of the site, packed or not, by name."""
    made: dict[str, bytes] = {}
    for name, path in files(odd_site).items():
        made |= dict(texts(name, path.read_bytes()))
        if path.suffix == ".parquet":
            made[name] = rows(path)
    return made


def test_no_file_of_the_site_names_the_original(built: dict[str, bytes]) -> None:
    assert len(ORIGINAL) == 2
    kinds = {name.rpartition(".")[2] for name in built}
    assert {"html", "json", "csv", "ttl", "txt", "xml", "parquet", "jsonld", "svg"} <= kinds
    assert any(".xlsx/" in name for name in built) and any(".zip/" in name for name in built)
    assert [name for name, raw in built.items() if any(one in raw for one in ORIGINAL)] == []


def test_the_site_names_its_own_addresses(built: dict[str, bytes]) -> None:
    named = (
        *("index.html", "sitemap.xml", "llms.txt", "avoin-data/dcat.ttl", "api/v1/openapi.json"),
        *("avoin-data/index.html", "muutokset/atom.xml"),
    )
    own = ELSEWHERE.encode()
    assert [name for name in named if own not in built.get(name, b"")] == []
    assert REPOSITORY.encode() in built["osallistu/index.html"]


def test_no_form_of_the_repository_leads_to_the_original() -> None:
    forms = [path for path in (ROOT / ".github").rglob("*") if path.is_file()]
    found = [path for path in forms if any(one in path.read_bytes() for one in ORIGINAL)]
    assert forms and found == []
