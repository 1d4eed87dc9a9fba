"""Citations of pages and of the documents behind them: plain text, BibTeX, RIS and CSL-JSON.

The four forms are a few fixed fields each, so they are written here. pybtex and bibtexparser read and style what
others wrote and citeproc-py runs CSL styles; none of that is needed to print one known record, and the site would
carry them to every build. pybtex and rispy read the files back in the tests instead.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from catalogue.finnish.formats import day
from catalogue.site.parts.citation import line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.schema.edtf import Day
    from catalogue.site.parts.citation import Citation

FORMS = {
    "bib": ("BibTeX", "application/x-bibtex"),
    "ris": ("RIS", "application/x-research-info-systems"),
    "json": ("CSL-JSON", "application/vnd.citationstyles.csl+json"),
}
SAFE = "/:?=,;@()+$!*"  # may stand as it is in an address within an attribute
LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {character: f"\\{character}" for character in "$&%#_"}
BIBTEX = {
    "webpage": "misc",
    "report": "techreport",
    "article-journal": "article",
    "document": "misc",
}
RIS = {"webpage": "ELEC", "report": "RPRT", "article-journal": "JOUR", "document": "GEN"}
HOLDER = {
    "webpage": "howpublished",
    "report": "institution",
    "article-journal": "journal",
    "document": "howpublished",
}
LANGUAGES = {"fi": "finnish", "sv": "swedish", "en": "english"}


@dataclass(frozen=True)
class Form:
    """One form of a page's citations: what it is called, the ending of its file, and the file itself as an address."""

    name: str
    ending: str
    url: str


def forms(cited: tuple[Citation, ...]) -> tuple[Form, ...]:
    """The files for reference managers, each within its own link.

    A file of its own for each form of each page would be more than half of all files of the site, and hardly any is
    ever fetched; the link needs no script either.
    """
    return tuple(
        Form(name, ending, f"data:{media};charset=utf-8,{quote(text, safe=SAFE)}")
        for (ending, (name, media)), text in zip(FORMS.items(), texts(cited).values(), strict=True)
    )


def texts(cited: tuple[Citation, ...]) -> dict[str, str]:
    """What each file says, by its ending."""
    return {
        "bib": "\n".join(map(bibtex, cited)),
        "ris": "\r\n".join(map(ris, cited)),
        "json": json.dumps([csl(one) for one in cited], ensure_ascii=False) + "\n",
    }


def bibtex(one: Citation) -> str:
    """An entry in UTF-8. The title is in double braces: styles must not lower Finnish names."""
    author = (
        " and ".join(f"{_latex(person.family)}, {_latex(person.given)}" for person in one.people)
        or f"{{{_latex(one.publisher)}}}"
    )
    fields = {
        "author": author,
        "title": f"{{{_latex(one.title)}}}",
        HOLDER[one.kind]: _latex(one.holder or one.publisher),
        "year": str(one.issued.year) if one.issued else "",
        "month": str(one.issued.month or "") if one.issued else "",
        "note": f"Tietojen versio {_latex(one.version)}, {day(one.issued)}" if one.version else "",
        "doi": _braced(one.doi),
        "url": _braced(one.url),
        "langid": LANGUAGES.get(one.language, ""),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{BIBTEX[one.kind]}{{{one.key},", *lines, "}", ""])


def ris(one: Citation) -> str:
    """A record with lines as the format wants them: two-letter tag, two spaces, hyphen, space; CRLF."""
    people = [", ".join(person) for person in one.people] or [one.publisher]
    tags: list[tuple[str, str]] = [
        ("TY", RIS[one.kind]),
        *(("AU", name) for name in people),
        ("TI", one.title),
    ]
    tags += [
        ("T2", one.holder),
        ("PB", one.publisher),
        ("PY", str(one.issued.year) if one.issued else ""),
    ]
    tags += [
        (
            "DA",
            "/".join([*(f"{part:02}" for part in _parts(one.issued)), "", "", ""][:4])
            if one.issued
            else "",
        ),
        ("ET", one.version),
    ]
    tags += [("LA", one.language), ("DO", one.doi), ("UR", one.url)]
    return "".join(f"{tag}  - {line(value)}\r\n" for tag, value in tags if value) + "ER  - \r\n"


def csl(one: Citation) -> dict[str, Any]:
    """An item of CSL-JSON, which reference managers and styles read."""
    item: dict[str, Any] = {
        "id": one.key,
        "type": one.kind,
        "title": one.title,
        "publisher": one.publisher,
        "language": one.language,
        "author": [person._asdict() for person in one.people] or [{"literal": one.publisher}],
    }
    if one.issued:
        item["issued"] = {"date-parts": [[*_parts(one.issued)]]}
    if one.accessed:
        item["accessed"] = {"date-parts": [[*_parts(one.accessed)]]}
    return item | {
        name: value
        for name, value in (
            ("container-title", one.holder),
            ("version", one.version),
            ("DOI", one.doi),
            ("URL", one.url),
        )
        if value
    }


def _parts(value: Day | None) -> Iterable[int]:
    return (
        [part for part in (value.year, value.month, value.day) if part is not None] if value else []
    )


def _latex(text: str) -> str:
    return "".join(LATEX.get(character, character) for character in line(text))


def _braced(text: str) -> str:
    """An address stands as it is; braces alone would break the entry."""
    return line(text).replace("{", "%7B").replace("}", "%7D")
