"""Citations of pages and of the documents behind them as a file for reference managers.

The one form is RIS, which all of them read, within the page's own link: it needs no script. The other forms, BibTeX and
CSL-JSON, are worked out of it when a reader opens the citations (`content/assets/references.js`): three forms in every
page were a third of the page of a source. A few fixed fields each, so they are written here. pybtex and bibtexparser read
and style what others wrote and citeproc-py runs CSL styles; none of that is needed to print one known record, and the site
would carry them to every build. pybtex and rispy read the files back in the tests instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogue.site.parts.citation import line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.schema.edtf import Day
    from catalogue.site.parts.citation import Citation

MEDIA = "application/x-research-info-systems"
UNSAFE = re.compile(
    r"""[\x00-\x20"#%&'<>\[\\\]^`{|}\x7f-\x9f]"""
)  # in an address within an attribute
TYPES = {"webpage": "ELEC", "report": "RPRT", "article-journal": "JOUR", "document": "GEN"}


def reference(cited: tuple[Citation, ...]) -> str:
    """The file of a page's citations as an address: a file of its own for each page would be one more for each."""
    return f"data:{MEDIA};charset=utf-8,{UNSAFE.sub(_coded, text(cited))}"


def text(cited: tuple[Citation, ...]) -> str:
    """What the file says."""
    return "".join(map(ris, cited))


def ris(one: Citation) -> str:
    """A record with lines as the format wants them: two-letter tag, two spaces, hyphen, space; CRLF."""
    people = [", ".join(person) for person in one.people] or [one.publisher]
    tags: list[tuple[str, str]] = [
        ("TY", TYPES[one.kind]),
        ("ID", one.key),
        *(("AU", name) for name in people),
        ("TI", one.title),
    ]
    tags += [
        ("T2", one.holder),
        ("PB", one.publisher),
        ("PY", str(one.issued.year) if one.issued else ""),
    ]
    tags += [
        ("DA", _date(one.issued)),
        ("Y2", _date(one.accessed)),
        ("ET", one.version),
    ]
    tags += [("LA", one.language), ("DO", one.doi), ("UR", one.url)]
    return "".join(f"{tag}  - {line(value)}\r\n" for tag, value in tags if value) + "ER  - \r\n"


def _date(value: Day | None) -> str:
    """`2024/03//`: as exact as it is known."""
    if value is None:
        return ""
    return "/".join([*(f"{part:02}" for part in _parts(value)), "", "", ""][:4])


def _parts(value: Day) -> Iterable[int]:
    return (part for part in (value.year, value.month, value.day) if part is not None)


def _coded(sign: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in sign[0].encode())
