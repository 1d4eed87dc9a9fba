"""What must be so in anything that is printed, whatever the texts say: read back as a browser or a spreadsheet would."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pages.harness import Said

FORMULA = ("=", "+", "-", "@", "\t", "\r")
NEVER = frozenset({"style", "meta", "base", "iframe", "object", "embed", "link"})
OF_NO_TEXT = (
    "write.html",
)  # pages that hold nothing of the catalogue, but frames and styles of their own
SCHEMES = ("https://", "http://", "#", "../", "./", "?", "data:application/")


def faults_of(one: Said) -> Iterator[str]:
    """What is wrong with the form of a page or a file."""
    text = one.raw if isinstance(one.raw, str) else ""
    if one.address.endswith(".json"):
        json.loads(text, parse_constant=_refuse)
    elif one.address.endswith(".csv"):
        for row in csv.reader(io.StringIO(text)):
            yield from (f"a formula: {cell}" for cell in row if _may_run(cell))
    elif one.address.endswith(".xml"):
        ET.fromstring(text)
    elif one.golden.endswith(".html") and one.golden not in OF_NO_TEXT:
        reader = _Tags()
        reader.feed(text.partition("\n\n")[2])
        yield from reader.faults


def _may_run(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return cell.startswith(FORMULA)
    return False


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


MENUS = [
    ("type", "text/plain"),
    ("data-menus", None),
]  # what menus of figures say: it does not run


class _Tags(HTMLParser):
    """The tags and attributes that no text of a catalogue may bring into a page."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in NEVER or (tag == "script" and not dict(attrs).get("src") and attrs != MENUS):
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.faults.append(f"<{tag} {name}={value}>")
            if name in ("href", "src", "action") and value and _leads_astray(value):
                self.faults.append(f"<{tag} {name}={value}>")


def _leads_astray(address: str) -> bool:
    return ":" in address and not address.startswith(SCHEMES)
