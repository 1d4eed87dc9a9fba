"""Citations of pages and of the documents behind them: plain text, BibTeX, RIS and CSL-JSON.

The four forms are a few fixed fields each, so they are written here. pybtex and bibtexparser read and style what
others wrote and citeproc-py runs CSL styles; none of that is needed to print one known record, and the site would
carry them to every build. pybtex and rispy read the files back in the tests instead.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from .formats import day, join
from .schema.scalars import Day

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from .facts import Facts

SITE = "Työkykymallit"
WHAT = "Hyvinvointialueiden toimintamallit"
CITED = ("model.html", "comparison.html", "source.html")
LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {character: f"\\{character}" for character in "$&%#_"}
PERSON = re.compile(r"(?P<family>[^,&]+), (?P<given>(?:[^\W\d_]\.[ -]?)+)(?:, | & |$)")
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
FILES = (("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL-JSON"))


@dataclass(frozen=True)
class Citation:
    """One citable thing. `people` are family and given names; without them the `publisher` stands as the author."""

    key: str
    heading: str
    kind: Literal["webpage", "report", "article-journal", "document"]
    title: str
    publisher: str
    issued: Day | None
    url: str = ""
    doi: str = ""
    version: str = ""
    holder: str = ""
    language: str = "fi"
    accessed: Day | None = None
    people: tuple[tuple[str, str], ...] = ()

    @property
    def plain(self) -> str:
        """The Finnish way: author and year first, then title, publisher or version, and where it is."""
        names = join((", ".join(person) for person in self.people), "&") or self.publisher
        where = (
            f"https://doi.org/{self.doi}"
            if self.doi
            else f"Saatavilla: {self.url}"
            if self.url
            else ""
        )
        parts = (
            f"{names} {self.issued.year if self.issued else 's.a.'}",
            self.title,
            self.holder,
            f"Tietojen versio {self.version}, {day(self.issued)}" if self.version else "",
            where,
            f"Luettu {day(self.accessed)}" if self.accessed and self.url else "",
        )
        return " ".join(
            part if part == where or part.endswith((".", "?", "!")) else f"{part}."
            for part in map(_line, parts)
            if part
        )


def citations(facts: Facts, template: str, path: str, title: str) -> tuple[Citation, ...]:
    """What a page offers for citing: the page itself and, on a source's page, the document first."""
    if template not in CITED:
        return ()
    title = (
        f"Lähde: {title}" if template == "source.html" else title
    )  # the page tells of the document, it is not the document
    page = Citation(
        f"tyokykymallit-{path.strip('/').replace('/', '-')}",
        "Tämä sivu",
        "webpage",
        title,
        SITE,
        _day(facts.build.today),
        facts.build.site_url + path,
        version=facts.build.revision,
        holder=WHAT,
    )
    return (
        (_document(facts, path.strip("/").split("/")[1]), page)
        if template == "source.html"
        else (page,)
    )


def files(path: str, cited: tuple[Citation, ...]) -> Iterator[tuple[str, str]]:
    """Address and text of the files beside a page."""
    if cited:
        yield f"{path}viittaus.bib", "\n".join(map(bibtex, cited))
        yield f"{path}viittaus.ris", "\r\n".join(map(ris, cited))
        yield (
            f"{path}viittaus.json",
            json.dumps([csl(one) for one in cited], ensure_ascii=False, indent=1) + "\n",
        )


def bibtex(one: Citation) -> str:
    """An entry in UTF-8. The title is in double braces: styles must not lower Finnish names."""
    author = (
        " and ".join(f"{_latex(family)}, {_latex(given)}" for family, given in one.people)
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
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in tags if value) + "ER  - \r\n"


def csl(one: Citation) -> dict[str, Any]:
    """An item of CSL-JSON, which reference managers and styles read."""
    item: dict[str, Any] = {
        "id": one.key,
        "type": one.kind,
        "title": one.title,
        "publisher": one.publisher,
        "language": one.language,
        "author": [{"family": family, "given": given} for family, given in one.people]
        or [{"literal": one.publisher}],
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


def people(authors: str) -> tuple[tuple[str, str], ...]:
    """Family and given names of `Bond, G. R. & Drake, R. E.`; empty where the text is not of that form."""
    found = [*PERSON.finditer(authors)]
    return (
        tuple((one["family"].strip(), one["given"].strip()) for one in found)
        if "".join(one[0] for one in found) == authors
        else ()
    )


def _document(facts: Facts, source_id: str) -> Citation:
    data = facts.catalogue.sources[source_id].data
    kind: Any = {
        "report": "report",
        "publication": "report",
        "study": "article-journal",
        "innokyla_model": "webpage",
        "innokyla_collection": "webpage",
        "web": "webpage",
    }.get(data.kind, "document")
    named = people(data.authors or "")
    author = data.authors if data.authors and not named else data.publisher.fi
    holder = data.publisher.fi if named or data.authors else ""
    return Citation(
        f"tyokykymallit-lahde-{source_id}",
        "Asiakirja",
        kind,
        data.title.fi,
        author,
        data.year,
        data.url or "",
        data.doi or "",
        holder=holder,
        language=data.language[:2],
        accessed=data.accessed,
        people=named,
    )


def _parts(value: Day | None) -> Iterable[int]:
    return (
        [part for part in (value.year, value.month, value.day) if part is not None] if value else []
    )


def _day(value: datetime.date) -> Day:
    return Day(value.year, value.month, value.day)


def _latex(text: str) -> str:
    return "".join(LATEX.get(character, character) for character in _line(text))


def _braced(text: str) -> str:
    """An address stands as it is; braces alone would break the entry."""
    return _line(text).replace("{", "%7B").replace("}", "%7D")


def _line(text: str) -> str:
    return " ".join(text.split())
