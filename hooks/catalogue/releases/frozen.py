"""A version of the site frozen: pages of models, comparisons and filtered lists with their files, as they were, in one zip.

What a frozen page shows lies beside it (styles, scripts, its own data); what it links to and is not frozen is the site as
it is today. A banner says what it is and leads to today's page.
"""

from __future__ import annotations

import io
import json
import posixpath
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from catalogue.releases.changed import CellChange

FOLDER = "versiot"
ABOUT = "versio.json"
KEPT = re.compile(
    r"(?:mallit|vertailu)/(?:.+/)?index\.html|(?:vertailu/omat|sanasto)/.+\.zlib|api/v1/.+|assets/.+|"
    r"(?:mittarit|ristiriidat|lahteet|aukot)/(?:sivu/\d+/)?index\.html|"
    r"avoin-data/(?!parquet/)[^/]+\.[a-z]+|avoin-data/(?:csv|excel)/.+"
)
BUDGET = 300_000_000  # bytes of frozen versions on the site, newest first; GitHub Pages holds a gigabyte in all
LINK = re.compile(
    r'(?P<name>href|src|action)="(?P<up>(?:\.\./)*(?:\./)?)(?P<to>[^":#?]*)(?P<rest>[^"]*)"'
)
BANNER = (
    '<p class="frozen-note" role="note">Tämä on jäädytetty versio {name} ({day}). '
    '<a href="{now}">Katso nykyinen sivu</a> · <a href="{versions}">Mitä sen jälkeen on muuttunut?</a></p>'
)


@dataclass(frozen=True)
class Release:
    """A published version: its name, its day, what changed since the one before, and its frozen files in a zip."""

    name: str
    day: str
    changes: tuple[CellChange, ...]
    path: Path
    size: int


def freeze(site: Path, name: str, day: datetime.date, changes: Sequence[CellChange]) -> bytes:
    """The zip of a built site; the same bytes for the same site."""
    files = {
        path.relative_to(site).as_posix(): path
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
    kept = {address: path for address, path in files.items() if KEPT.fullmatch(address)}
    told = {"name": name, "day": day.isoformat(), "changes": list(changes)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as made:
        for address, path in kept.items():
            raw = path.read_bytes()
            if address.endswith(".html"):
                raw = frozen_page(address, raw.decode(), kept, name, day).encode()
            _add(made, address, raw, day)
        _add(made, ABOUT, json.dumps(told, ensure_ascii=False, indent=1).encode(), day)
    return out.getvalue()


def frozen_page(
    address: str, html: str, kept: Mapping[str, object], name: str, day: datetime.date
) -> str:
    """The page as it lies under `/versiot/<name>/`: links to what is not frozen go two folders further up."""
    folder = posixpath.dirname(address)
    up = "../" * (address.count("/") + 2)

    def turned(found: re.Match[str]) -> str:
        to = found["to"]
        if found["rest"].startswith(":") or (not found["up"] and not to):
            return found[0]  # elsewhere, or on this page
        target = posixpath.normpath(posixpath.join(folder, f"{found['up']}{to}"))
        names = {target, posixpath.normpath(f"{target}/index.html")}
        if target.startswith("..") or names & kept.keys():
            return found[0]
        live = "" if target == "." else f"{target}/" if to.endswith("/") or not to else target
        return f'{found["name"]}="{up}{live}{found["rest"]}"'

    made = LINK.sub(turned, html).replace(' data-searched="1"', "")  # the search is today's
    banner = BANNER.format(
        name=name,
        day=f"{day.day}.{day.month}.{day.year}",
        now=f"{up}{folder}/",
        versions=f"{up}{FOLDER}/#v-{name}",
    )
    head = '<meta name="robots" content="noindex">'
    made = made.replace("<title>", f"{head}<title>", 1)
    return re.sub(r"(<article[^>]*>)", rf"\1{banner}", made, count=1)


def read(folder: Path) -> tuple[Release, ...]:
    """Every version whose zip lies in the folder, newest first."""
    found = []
    for path in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            told = json.loads(archive.read(ABOUT))
            size = sum(entry.file_size for entry in archive.infolist())
        found.append(Release(told["name"], told["day"], tuple(told["changes"]), path, size))
    return tuple(sorted(found, key=lambda one: _order(one.name), reverse=True))


def fitting(releases: Sequence[Release], budget: int = BUDGET) -> tuple[Release, ...]:
    """The newest versions that fit the site together; the rest stay where they were published."""
    kept, left = [], budget
    for one in releases:
        left -= one.size
        if left < 0:
            break
        kept.append(one)
    return tuple(kept)


def files(releases: Sequence[Release]) -> Iterator[tuple[str, bytes]]:
    """Address and content of every frozen file."""
    for one in releases:
        with zipfile.ZipFile(one.path) as archive:
            for entry in archive.infolist():
                if entry.filename != ABOUT:
                    yield f"{FOLDER}/{one.name}/{entry.filename}", archive.read(entry)


def next_name(names: Sequence[str], day: datetime.date) -> str:
    """`2026.3` after `2026.2`; a new year begins with 1."""
    own = [int(name.partition(".")[2]) for name in names if name.startswith(f"{day.year}.")]
    return f"{day.year}.{max(own, default=0) + 1}"


def _order(name: str) -> tuple[int, ...]:
    return tuple(int(part) for part in name.split("."))


def _add(archive: zipfile.ZipFile, name: str, raw: bytes, day: datetime.date) -> None:
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, raw)
