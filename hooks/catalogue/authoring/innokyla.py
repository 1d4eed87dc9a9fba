"""Innokylä's page in and out: facts are carried over, texts never; what is there to be written is marked by its heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from catalogue.answers.times import time_as_written
from catalogue.schema.sections import Sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.records import Record
    from catalogue.schema.model import Model

HEADINGS = {field.title: name for name, field in Sections.model_fields.items() if field.title}
FACTS = {
    "Toimintamallin nimi": "name",
    "Toteutuspaikka": "place",
    "Paikkakunta, maakunta tai hyvinvointialue": "area",
    "Toimintamallin rahoittaja": "funders",
    "Toimintamallin kokonaisuus": "collection",
    "Tekijä": "organisation",
    "Luotu": "created",
    "Viimeksi muokattu": "edited",
}
WRITTEN = ("Toimintamallin lyhyt kuvaus", *HEADINGS)
LIMITS = {"Toimintamallin nimi": 115, "Toimintamallin lyhyt kuvaus": 250}
BLOCKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "br", "dt", "dd", "tr", "section", "article"}
QUIET = {"script", "style", "nav", "noscript", "svg"}


@dataclass(frozen=True)
class Found:
    """Of a page: its facts, and how many characters of text stand under each heading that is to be written anew."""

    facts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)


class _Text(HTMLParser):
    """The lines of a page as a reader sees them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.quiet = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.quiet += tag in QUIET
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.quiet -= tag in QUIET and self.quiet > 0
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.quiet:
            self.parts.append(data)


def lines_of(page: str) -> tuple[str, ...]:
    """The lines of a saved page (HTML) or of a text that was pasted."""
    if re.search(r"<(?:html|body|div|p|h1)\b", page, re.IGNORECASE):
        reader = _Text()
        reader.feed(page)
        page = "".join(reader.parts)
    return tuple(line for line in (" ".join(one.split()) for one in page.split("\n")) if line)


def found_in(page: str) -> Found:
    """What stands under Innokylä's headings; a heading may have its value on its own line after a colon."""
    facts: dict[str, list[str]] = {}
    texts: dict[str, int] = {}
    heading = ""
    for line in lines_of(page):
        start, _, rest = line.partition(":")
        bare = line.rstrip(":")
        if bare in FACTS or bare in WRITTEN:
            heading = bare
        elif start in FACTS and rest.strip():
            facts.setdefault(FACTS[start], []).append(rest.strip())
            heading = ""
        elif heading in FACTS:
            facts.setdefault(FACTS[heading], []).append(line)
        elif heading:
            texts[heading] = texts.get(heading, 0) + len(line) + 1
    return Found({name: tuple(told) for name, told in facts.items()}, texts)


def day_of(text: str) -> str:
    """`4.11.2024 klo 9.30` -> `2024-11-04`; empty when there is no day."""
    found = re.search(r"\d{1,2}\.\d{1,2}\.\d{4}", text)
    return time_as_written(found.group(), period=False) if found else ""


def to_be_written(found: Found) -> str:
    """Comments for the file: under which headings the page says something that its author writes in own words."""
    lines = []
    for heading, length in found.texts.items():
        name = HEADINGS.get(heading, "summary")
        lines.append(f"#  {name}: {heading}, sivulla noin {length} merkkiä. Kirjoita omin sanoin.")
    return "\n".join(lines)


def exported(model: Record[Model]) -> Iterator[str]:
    """The model under Innokylä's headings, to be pasted there; a text that is too long is told."""
    data = model.data
    short = data.summary.fi
    pairs = [
        ("Toimintamallin nimi", data.name.fi),
        ("Toimintamallin lyhyt kuvaus", short),
        ("Toteutuspaikka", data.place.fi if data.place else ""),
        ("Paikkakunta, maakunta tai hyvinvointialue", ", ".join(data.municipalities)),
        ("Toimintamallin rahoittaja", ", ".join(str(one) for one in data.funders)),
    ]
    for name, info in Sections.model_fields.items():
        section = getattr(data.sections, name)
        pairs.append((str(info.title), section.text.fi if section else ""))
    for heading, text in pairs:
        if text:
            most = LIMITS.get(heading, 0)
            over = (
                f" (enintään {most} merkkiä, nyt {len(text)})" if most and len(text) > most else ""
            )
            yield f"{heading}{over}\n\n{text}\n"
