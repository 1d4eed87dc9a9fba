"""The same pages as plain Material would have them: one Markdown file a page, the same texts, tables and links."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from catalogue.site.page import Page

TAGS = re.compile(r"<[^>]+>")
CONFIG = """\
site_name: Vertailu
site_url: https://example.org/
theme:
  name: material
  language: fi
  font: false
  features: [{features}]
plugins: [{{search: {{lang: fi}}}}]
markdown_extensions: [attr_list, md_in_html, tables, toc, def_list]
"""


def write_plain(folder: Path | None, pages: Iterable[Page], *, pruned: bool) -> int:
    """Write a Material project whose pages say what the catalogue's pages say; how many there are. None: only count."""
    if folder is None:
        return sum(1 for _ in pages)
    features = "navigation.prune" if pruned else ""
    folder.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG.format(features=features), encoding="utf-8")
    count = 0
    for page in pages:
        count += 1
        path = folder / "docs" / f"{page.path}index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(markdown(page), encoding="utf-8")
    return count


def markdown(page: Page) -> str:
    """Everything that the page's view says, as headings, paragraphs and tables."""
    return "\n\n".join([f"# {page.title}", page.description, *blocks(page.view)]) + "\n"


def blocks(view: Any) -> Iterator[str]:
    """Texts as paragraphs; a list of records as a table with a row each; a record as its own blocks."""
    if isinstance(view, str):
        if view:
            yield TAGS.sub("", view)
    elif isinstance(view, tuple):
        rows = [cells(item) for item in view]
        if len(rows) > 1 and all(len(row) > 1 for row in rows):
            width = max(map(len, rows))
            filled = [[*row, *[""] * (width - len(row))] for row in rows]
            yield "\n".join(
                [
                    "|" + " | " * width + "|",
                    "|" + "---|" * width,
                    *("| " + " | ".join(row) + " |" for row in filled),
                ]
            )
        else:
            for item in view:
                yield from blocks(item)
    elif dataclasses.is_dataclass(view):
        for field in dataclasses.fields(view):
            made = list(blocks(getattr(view, field.name)))
            if made and field.name != "id":
                yield f"## {field.name}"
                yield from made


def cells(item: Any) -> list[str]:
    """The texts of a record, one a cell; records within records are joined."""
    if dataclasses.is_dataclass(item):
        parts = [getattr(item, field.name) for field in dataclasses.fields(item)]
    else:
        parts = list(item) if isinstance(item, tuple) else [item]
    return [
        text
        for part in parts
        if (text := " ".join(words(part)).replace("|", "/").replace("\n", " "))
    ]


def words(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield from words(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from words(getattr(value, field.name))
    elif value is not None and not isinstance(value, bool) and value != "":
        yield TAGS.sub("", str(value))
