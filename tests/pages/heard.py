"""HTML -> the text that a reader hears: headings, labels, figures, marks spelt, links with their targets.

Beautiful Soup reads the HTML: LinkChecker has brought it into the lock already, it is kept well, and on the standard
library's parser it needs no compiled part. Everything that a page says is printed: the name of a link before its
address, a cell after the heads of its column, and in braces what is said beside the text (`#` an anchor, `.` a class
that carries a meaning, other attributes by name). A no-break space is printed as `⍽`, the end of a line inside a cell as `/`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = re.compile(
    "article|aside|details|div|dl|dt|dd|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|label|li"
    "|main|nav|noscript|ol|p|pre|script|section|summary|table|ul"
)
# The bare structure, which the text itself shows: how a table is built, what the browser does with a field.
SILENT = re.compile(
    "class|id|href|scope|colspan|rowspan|tabindex|rel|autocomplete|width|height|viewbox|xmlns"
)
STRUCTURE = re.compile("table|rowgroup|row|cell|columnheader|rowheader|region")
# Inline elements that the style sets on a line of their own.
NOTED = ("td", "th", "li", "dd", "span")  # where small print has a line of its own
OWN_LINE = frozenset({"row-note", "row-label", "item", "item__name", "apart", "why", "gap-model"})
MARKS = {  # the shapes that the style draws before a state, by their class
    "mark--full": "●",
    "mark--half": "◐",
    "mark--ring": "○",
    "mark--cross": "✕",
    "mark--dash": "–",
    "mark--check": "✓",
    "mark--question": "?",
}


def heard(html: str) -> str:
    """The page as lines of text; deeper parts are indented."""
    return "\n".join(_block(BeautifulSoup(html, "html.parser"), ""))


def _block(node: Tag, indent: str) -> Iterator[str]:
    """The lines of an element's content: runs of words, and its blocks."""
    words = ""
    for child in node.children:
        if isinstance(child, Tag) and _is_block(child):
            yield from _line(words, indent)
            words = ""
            yield from _named(child, indent)
        else:
            words += _inline_of(child)
    yield from _line(words, indent)


def _named(tag: Tag, indent: str) -> Iterator[str]:
    """A block with what it is; a block of no meaning of its own leaves only its content."""
    name, aside = tag.name, _aside(tag)
    if name == "table":
        yield from _table(tag, indent)
        return
    if name in ("div", "main", "header", "footer") and not aside:
        yield from _block(tag, indent)
        return
    inside = [*_block(tag, "")]
    label = f"{name}{aside}:"
    if len(inside) == 1:
        yield f"{indent}{label} {inside[0]}"
        return
    yield f"{indent}{label}"
    yield from (f"{indent}  {line}" for line in inside)


def _table(table: Tag, indent: str) -> Iterator[str]:
    yield f"{indent}table{_aside(table)}:"
    heads: list[str] = []
    for row in table.find_all("tr"):
        cells = list(row.find_all(("th", "td"), recursive=False))
        within = row.find_parent(("thead", "tbody"))
        if within is not None and within.name == "thead":
            heads = [_tidy(_inline(cell)) for cell in cells]
            yield f"{indent}  heads: {' | '.join(heads)}"
            continue
        group = _aside(within) if within is not None else ""
        yield f"{indent}  row{group if _first(row) else ''}{_aside(row)}:"
        column = 0
        for cell in cells:
            width = int(str(cell.get("colspan", "1")))
            over = " + ".join(heads[column : column + width])
            column += width
            inside = [*_block(cell, "")]
            yield f"{indent}    {over}{_aside(cell)}{'*' if cell.name == 'th' else ''}: " + (
                inside[0] if len(inside) == 1 else ""
            )
            if len(inside) > 1:
                yield from (f"{indent}      {line}" for line in inside)
        if len(heads) != column:
            yield f"{indent}    ({column} columns under {len(heads)} heads)"
    caption = table.find("caption")
    if isinstance(caption, Tag):
        yield f"{indent}  caption: {_tidy(_inline(caption))}"


def _first(row: Tag) -> bool:
    return row.find_previous_sibling("tr") is None


def _inline(tag: Tag) -> str:
    return "".join(_inline_of(child) for child in tag.children)


def _inline_of(node: object) -> str:
    if isinstance(node, Tag):
        if node.name == "svg":
            return _drawn(node)
        aside, inside = _aside(node), _inline(node)
        inside = "".join(MARKS.get(name, "") for name in node.get("class") or ()) + inside
        if node.name == "a" and node.get("href") is not None:
            way = re.sub(r"(?s)^data:([^;]+).*", r"data:\1", str(node["href"]))
            return f"{aside}[{_tidy(inside)}]({way})"
        if node.name in ("button", "select", "option", "output", "textarea"):
            return f" ⟨{node.name}{aside} {_tidy(inside)}⟩ "
        if node.name in ("input", "img"):
            return f" ⟨{node.name}{aside}⟩ "
        if node.name == "br":
            return " / "
        if node.name in ("strong", "b") and inside.strip():
            inside = f"*{inside}*"
        own = OWN_LINE & {*(node.get("class") or ())}
        noted = node.name == "small" and node.parent and node.parent.name in NOTED
        return f" / {aside}{inside}" if own or noted else aside + inside
    return str(node) if type(node) is NavigableString else ""


def _drawn(svg: Tag) -> str:
    """A picture as its parts with their places."""
    parts = [tag for tag in svg.find_all(True) if tag.name not in ("title", "desc")]
    drawn = "; ".join(
        " ".join(
            [part.name, *(f"{name}={value}" for name, value in sorted(_flat(part)))]
            + ([f"“{part.string}”"] if part.name == "text" else [])
        )
        for part in parts
    )
    titles = " ".join(tag.get_text() for tag in svg.find_all(("title", "desc")))
    return f" ⟨picture{_aside(svg)} {titles}: {drawn}⟩ "


def _flat(tag: Tag) -> Iterator[tuple[str, str]]:
    for name, value in tag.attrs.items():
        yield name, " ".join(value) if isinstance(value, list) else str(value)


def _aside(tag: Tag) -> str:
    """What is said of an element beside its text."""
    told = [f"#{tag['id']}"] if tag.get("id") else []
    told += [
        f".{name}" for name in (tag.get("class") or []) if "--" in str(name) and name not in MARKS
    ]
    told += [
        f"{name}={value}" if value else name
        for name, value in _flat(tag)
        if not SILENT.fullmatch(name) and not (name == "role" and STRUCTURE.fullmatch(value))
    ]
    return "{" + " ".join(told) + "}" if told else ""


def _is_block(tag: Tag) -> bool:
    return BLOCK.fullmatch(tag.name) is not None or tag.find(_is_block) is not None


def _line(words: str, indent: str) -> Iterator[str]:
    if tidy := _tidy(words):
        yield indent + tidy


def _tidy(words: str) -> str:
    """On one line; a line of its own that comes first, or inside another, needs no second sign."""
    line = re.sub(r"[ \t\r\n]+", " ", words.replace("\u00a0", "⍽"))
    return re.sub(r"( /)+(?= /)", "", line).strip().removeprefix("/ ")
