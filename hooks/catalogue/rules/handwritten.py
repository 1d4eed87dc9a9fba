"""The pages that are written by hand, in `content/`: front matter, characters, privacy, links, HTML.

They have no records, so that no other rule sees them. Whether a link inside the site leads somewhere is told by the
strict build, which knows every page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from catalogue.links.address import faults
from catalogue.problems import Problem
from catalogue.reading.disk import read_all
from catalogue.reading.places import hits
from catalogue.rules.characters import deceiving
from catalogue.rules.privacy import private

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path, PurePath

FRONT = re.compile(r"---\n(?P<fields>.*?)\n---\n", re.DOTALL)
FIELDS = ("title", "description")
CODE = re.compile(
    r"^(?P<fence>```|~~~)[^\n]*\n.*?^(?P=fence)[^\n]*$|`[^`\n]+`", re.DOTALL | re.MULTILINE
)
TAG = re.compile(r"<(?P<tag>/?[a-zA-Z!?][^>]*)>?")
# What Markdown cannot say: a frame in which a wide table scrolls, and notes to those who edit the page.
NEEDED = re.compile(
    r'/div|div class="table-frame" tabindex="0" role="region" aria-label="[^"<>]+" markdown|!--.*',
    re.DOTALL,
)
AUTOLINK = re.compile(r"https?://\S+")
ATTRIBUTES = re.compile(r"\{[^}\n]*\b(?:on\w+|style)\s*=[^}\n]*\}")
LINK = re.compile(r"\]\(\s*<?(?P<address>[^)\s>]*)|^\[[^\]]+\]:\s*(?P<defined>\S+)", re.MULTILINE)
INNER = re.compile(r"(?![a-z][a-z0-9+.-]*:|/|\\)[^?]*", re.IGNORECASE)


def faults_of_pages(folder: Path) -> list[Problem]:
    """Every problem of every Markdown file in the folder, sorted."""
    found = read_all(folder.name, folder, _is_no_page)
    problems = [*found.problems]
    for name, raw in found.files:
        problems += _faults(f"{folder.name}/{name}", raw)
    return sorted(set(problems))


def _is_no_page(name: PurePath) -> bool:
    """Files of the site that are no texts, and what editors leave behind."""
    return name.parts[0] == "assets" or name.name.startswith((".", "#")) or name.name.endswith("~")


def _faults(path: str, raw: bytes) -> Iterator[Problem]:
    if not path.endswith(".md"):
        message = "Kansion content/ sivut ovat Markdownia (.md), muut tiedostot kansiossa assets/."
        yield Problem(path, 1, 1, "tiedostonimi", message)
        return
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message = "Tiedosto ei ole UTF-8-merkistöä. Tallenna se UTF-8-muodossa."
        yield Problem(path, line, 1, "yaml", message)
        return
    yield from _front_matter(path, text)
    yield from deceiving(path, text)
    yield from private(path, text)
    told = CODE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    for hit in hits(TAG, told):
        if not NEEDED.fullmatch(hit.found["tag"]) and not AUTOLINK.fullmatch(hit.found["tag"]):
            message = f"HTML:ää ei käytetä: ”{hit.found.group()[:40]}”. Kirjoita Markdownia."
            yield Problem(path, hit.line, hit.column, "html", message)
    for hit in hits(ATTRIBUTES, told):
        message = f"Tyyliä tai ohjelmaa ei kirjoiteta sivulle: ”{hit.found.group()[:40]}”."
        yield Problem(path, hit.line, hit.column, "html", message)
    for hit in hits(LINK, told):
        address = hit.found["address"] or hit.found["defined"] or ""
        for fault in _of_link(address):
            yield Problem(path, hit.line, hit.column, "linkki", fault)


def _front_matter(path: str, text: str) -> Iterator[Problem]:
    found = FRONT.match(text.removeprefix("\ufeff"))
    how = "Sivu alkaa riveillä ---, title: …, description: … ja ---."
    if found is None:
        yield Problem(path, 1, 1, "yaml", f"Sivulta puuttuvat alkutiedot. {how}")
        return
    try:
        fields = yaml.load(found["fields"], Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 2
        yield Problem(path, line, 1, "yaml", f"Alkutiedot eivät jäsenny. {how}")
        return
    if not isinstance(fields, dict):
        yield Problem(path, 2, 1, "yaml", f"Alkutiedoissa pitää olla kenttiä. {how}")
        return
    for name in FIELDS:
        if not isinstance(fields.get(name), str) or not fields[name].strip():
            yield Problem(path, 2, 1, "puuttuu", f"Alkutiedoista puuttuu ”{name}”. {how}")
    for name in fields:
        if name not in FIELDS:
            message = f"Tuntematon alkutieto ”{str(name)[:40]}”. {how}"
            yield Problem(path, 2, 1, "tuntematon-kentta", message)


def _of_link(address: str) -> Iterator[str]:
    if not address:
        yield "Linkillä ei ole osoitetta."
    elif not INNER.fullmatch(address):
        yield from faults(address)
