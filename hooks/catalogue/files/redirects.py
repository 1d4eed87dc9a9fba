"""Addresses never change: every former id of a record leads to its present page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.records import Catalogue

PAGE = """<!doctype html>
<html lang="fi"><head><meta charset="utf-8"><title>Sivu on siirtynyt</title>
<meta http-equiv="refresh" content="0; url={url}"><link rel="canonical" href="{url}"><meta name="robots" content="noindex">
</head><body><p>Sivu on siirtynyt: <a href="{url}">{name}</a></p></body></html>
"""


def redirects(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """File and text of every old address; the way to the new one is relative, so it holds under any root."""
    for kind, record in catalogue.all_records():
        for former in getattr(record.data, "former_ids", ()):
            region, _, slug = record.id.rpartition("/")
            name = (
                getattr(record.data, "name", None)
                or getattr(record.data, "title", None)
                or record.id
            )
            yield (
                addresses.FOLDERS[kind]
                + "/".join(part for part in (region, former, "index.html") if part),
                PAGE.format(url=f"../{slug}/", name=escape(str(name))),
            )
