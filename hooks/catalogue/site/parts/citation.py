"""What a page offers for citing: the page itself and, on a source's page, the document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from catalogue.finnish.formats import day
from catalogue.schema.edtf import Day

if TYPE_CHECKING:
    import datetime

    from catalogue.facts import Facts

SITE = "Työkykymallit"
WHAT = "Hyvinvointialueiden toimintamallit"
CITED = ("model.html", "comparison.html", "source.html")
PERSON = re.compile(r"(?P<family>[^,&]+), (?P<given>(?:[^\W\d_]\.[ -]?)+)(?:, | & |$)")


class Person(NamedTuple):
    """A named author."""

    family: str
    given: str


@dataclass(frozen=True)
class Citation:
    """One citable thing. Without `people` the `publisher` stands as the author."""

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
    people: tuple[Person, ...] = ()

    @property
    def plain(self) -> str:
        """The Finnish way: author and year first, then title, publisher or version, and where it is."""
        names = _and([", ".join(person) for person in self.people]) or self.publisher
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
            for part in map(line, parts)
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
        version=facts.build.version,
        holder=WHAT,
    )
    return (
        (_document(facts, path.strip("/").split("/")[1]), page)
        if template == "source.html"
        else (page,)
    )


def people(authors: str) -> tuple[Person, ...]:
    """The authors of `Bond, G. R. & Drake, R. E.`; empty where the text is not of that form."""
    found = [*PERSON.finditer(authors)]
    return (
        tuple(Person(one["family"].strip(), one["given"].strip()) for one in found)
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


def _day(value: datetime.date) -> Day:
    return Day(value.year, value.month, value.day)


def _and(names: list[str]) -> str:
    """Names in a line of references, the last after an ampersand."""
    return " & ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
