"""Addresses never change: every former id of a record leads to its present page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from catalogue.records import former_id
from catalogue.site.parts import addresses
from catalogue.site.policy import guarded

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
        if kind not in addresses.FOLDERS:
            continue
        for former in getattr(record.data, "former_ids", ()):
            name = (
                getattr(record.data, "name", None)
                or getattr(record.data, "title", None)
                or record.id
            )
            folder, old = addresses.FOLDERS[kind], former_id(record.id, former)
            yield _redirect(folder, old, f"{record.id}/", str(name))
    for model in catalogue.models.values():
        for mention in model.data.mentions:
            for former in mention.former_ids:
                target = addresses.mention(model.id, mention.id).removeprefix(addresses.MODELS)
                old = former_id(model.id, former)
                yield _redirect(addresses.MODELS, old, target, mention.name.fi)


def _redirect(folder: str, old: str, target: str, name: str) -> tuple[str, str]:
    """The file at an old address, with the way up to the folder and down to the target, both ids under it."""
    up = "../" * (old.count("/") + 1)
    made = PAGE.format(url=f"{up}{target}", name=escape(name))
    return f"{folder}{old}/index.html", guarded(made)
