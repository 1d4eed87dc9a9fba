"""Citations as a file for reference managers (RIS), worked out of what the core knows.

The site's pages hold no such file: the browser works it out of what a page says (`content/assets/references.js`). Tests
hold that to this, byte for byte, and have real parsers read it back.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from catalogue.facts import Build, Facts
from catalogue.site.parts.citation import citations, line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from browsing import Visit
    from catalogue.records import Catalogue
    from catalogue.schema.edtf import Day
    from catalogue.site.parts.citation import Citation

TYPES = {"webpage": "ELEC", "report": "RPRT", "article-journal": "JOUR", "document": "GEN"}


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


WORKED_OUT = """async (paths) => {
  const { cited, ris } = await modules.later("references.js");
  const worked = async (path) => {
    const html = await (await fetch(path)).text();
    const page = new DOMParser().parseFromString(html, "text/html");
    const title = page.querySelector('[property="og:title"]').content;
    return [title, cited(page).map(ris).join("")];
  };
  return Promise.all(paths.map(worked));
}"""
EDITION = re.compile(r"Tietojen versio (.+), (\d+)\.(\d+)\.(\d+)")
TEMPLATES = {"mallit": "model.html", "lahteet": "source.html", "vertailu": "comparison.html"}


def unlike(visit: Visit, catalogue: Catalogue, paths: Iterable[str]) -> list[str]:
    """The pages whose file, as the browser of an opened page of the site works it out, is not that of what the core knows."""
    page, paths = visit.page, [*paths]
    told = EDITION.search(page.locator("[data-edition]").inner_text())
    home = page.evaluate("document.querySelector('.wordmark').pathname")
    address = page.locator("link[rel=canonical]").get_attribute("href") or ""
    here = page.evaluate("location.pathname").removeprefix(home)
    assert told
    version, day, month, year = told.groups()
    today = datetime.date(int(year), int(month), int(day))
    facts = Facts(catalogue, Build(today, version, address.removesuffix(here)))
    found = page.evaluate(WORKED_OUT, [visit.base + path for path in paths])
    return [
        f"{path}: {made}"
        for path, (title, made) in zip(paths, found, strict=True)
        if made != text(citations(facts, TEMPLATES[path.partition("/")[0]], path, title))
    ]
