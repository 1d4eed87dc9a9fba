"""`mallit kopio`: the built site as one zip that is read from a disk, without a server or a line.

A browser finds no page of a folder on a disk, reads no data there and takes no font by a preload: so links name their
pages, data are also scripts, and the preload is away. Nothing else differs from the published site.
"""

from __future__ import annotations

import re
import sys
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

NAME = "tyokykymallit"
LEFT = ("sitemap.xml", "404.html")  # of a server
MOMENT = (1980, 1, 1, 0, 0, 0)  # the same bytes from the same site
WAY = re.compile(r'(?P<attribute> (?:href|action)=")(?P<path>[^":?#]*)(?P<rest>[?#][^"]*)?"')
PRELOAD = re.compile(r'<link rel="preload"[^>]*>\n?')


def add(commands: Any) -> None:
    """Add `mallit kopio`."""
    command = commands.add_parser(
        "kopio", help="tee rakennetusta sivustosta zip, jota voi lukea ilman verkkoa"
    )
    command.add_argument("site", type=Path, help="rakennettu sivusto, esimerkiksi site")
    command.add_argument("out", type=Path, help="zip-tiedosto, joka kirjoitetaan")
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    if not (given.site / "index.html").is_file():
        print(f"Kansiossa {given.site} ei ole rakennettua sivustoa.", file=sys.stderr)
        return 2
    count = 0
    with zipfile.ZipFile(given.out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in _files(given.site, given.out):
            packed.writestr(
                zipfile.ZipInfo(f"{NAME}/{name}", MOMENT), content, zipfile.ZIP_DEFLATED
            )
            count += 1
    print(f"{given.out}: {count} tiedostoa", file=sys.stderr)
    return 0


def _files(site: Path, out: Path) -> Iterator[tuple[str, str | bytes]]:
    """Every file of the copy by its name, in order."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if name.startswith(LEFT) or path.resolve() == out.resolve():
            continue
        if path.suffix == ".html":
            yield name, opened(path.read_text(encoding="utf-8"))
            continue
        yield name, path.read_bytes()
        if path.suffix == ".zlib":
            yield f"{name}.js", f"modules.give({zlib.decompress(path.read_bytes()).decode()});\n"


def opened(html: str) -> str:
    """The page as it is read from a disk: every link to a folder of the site names the page in it."""

    def named(found: re.Match[str]) -> str:
        path, rest = found["path"], found["rest"] or ""
        if path in (".", "..") or path.endswith(("/", "/.", "/..")):
            path = f"{path.rstrip('/')}/index.html"
        return f'{found["attribute"]}{path}{rest}"'

    return WAY.sub(named, PRELOAD.sub("", html))
