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
from catalogue.reading.disk import read_all, same_elsewhere
from catalogue.reading.markdown import deepest
from catalogue.reading.places import hits
from catalogue.reading.source import Unreadable, read
from catalogue.rules.characters import deceiving
from catalogue.rules.privacy import private

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path, PurePath

FRONT = re.compile(r"---\n(?P<fields>.*?)\n---\n", re.DOTALL)
FIELDS = ("title", "description")
TEXT = "tag:yaml.org,2002:str"
MEANT = yaml.SafeLoader(
    ""
)  # as the site generator reads front matter: no, 2024-01-01 and 5 are no texts
LONGEST = {"title": 200, "description": 500}  # characters
MAX_PAGE = 100_000  # characters
NESTED = re.compile(
    r"^(?:[ \t]{13,}(?=[-*+]|\d+[.)])|[ >\t]*(?:(?:[-*+]|\d+[.)])[ \t]+){4,}|[ \t]*(?:>[ \t]?){4,})",
    re.MULTILINE,
)
DEEPEST = 8  # brackets within brackets
CODE = re.compile(
    r"^(?P<fence>```|~~~)[^\n]*\n.*?^(?P=fence)[^\n]*$|`[^`\n]+`", re.DOTALL | re.MULTILINE
)
TAG = re.compile(r"<(?P<tag>/?[a-zA-Z!?][^>]*)>?")
# What Markdown cannot say: another language, a frame in which a wide table scrolls, and notes to those who edit.
NEEDED = re.compile(
    r'/div|div lang="(?:sv|en)" markdown|div class="table-frame" tabindex="0" role="region" aria-label="[^"<>]+" markdown|!--.*',
    re.DOTALL,
)
# What such pages call this site and its repository: the build puts the real addresses there, whoever publishes.
OWN = ("https://sivusto.invalid", "https://lahdekoodi.invalid")
AUTOLINK = re.compile(r"https?://\S+")
ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
UNWANTED = re.compile(r"\b(?:on\w+|style)\s*=")
LINK = re.compile(
    r"\]\([ \t]*<?(?P<address>[^)\s>]*)|^\[[^\]\n]+\]:[ \t]*(?P<defined>\S+)", re.MULTILINE
)
INNER = re.compile(r"(?![a-z][a-z0-9+.-]*:|/|\\)[^?]*", re.IGNORECASE)


def faults_of_pages(folder: Path) -> list[Problem]:
    """Every problem of every Markdown file in the folder, sorted."""
    found = read_all(folder.name, folder, _is_no_page)
    problems = [*found.problems, *same_elsewhere(folder.name, [name for name, _ in found.files])]
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
        text = raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message = "Tiedosto ei ole UTF-8-merkistöä. Tallenna se UTF-8-muodossa."
        yield Problem(path, line, 1, "yaml", message)
        return
    if len(text) > MAX_PAGE:
        yield Problem(path, 1, 1, "pituus", f"Sivulla on yli {MAX_PAGE} merkkiä. Jaa se osiin.")
        return
    yield from _front_matter(path, text)
    yield from deceiving(path, text)
    yield from private(path, text)
    told = CODE.sub(lambda found: re.sub(r"[^\n]", "x", found.group()), text)
    for hit in hits(TAG, told):
        if not NEEDED.fullmatch(hit.found["tag"]) and not AUTOLINK.fullmatch(hit.found["tag"]):
            message = f"HTML:ää ei käytetä: ”{hit.found.group()[:40]}”. Kirjoita Markdownia."
            yield Problem(path, hit.line, hit.column, "html", message)
    for hit in hits(ATTRIBUTES, told):
        if not UNWANTED.search(hit.found.group()):
            continue
        message = f"Tyyliä tai ohjelmaa ei kirjoiteta sivulle: ”{hit.found.group()[:40]}”."
        yield Problem(path, hit.line, hit.column, "html", message)
    for line in _too_deep(told):
        message = (
            "Rakenne on liian syvä. Kirjoita luettelo, lainaus ja linkki enintään kolmelle tasolle."
        )
        yield Problem(path, line, 1, "markdown", message)
    for hit in hits(LINK, told):
        address = hit.found["address"] or hit.found["defined"] or ""
        if address.startswith(OWN):
            continue
        for fault in _of_link(address):
            yield Problem(path, hit.line, hit.column, "linkki", fault)


def _too_deep(text: str) -> Iterator[int]:
    """The lines whose nesting Python-Markdown would follow by recursion, or with work that grows as a square."""
    yield from (hit.line for hit in hits(NESTED, text))
    line = 1
    for block in re.split(r"(\n[ \t]*\n)", text):
        if deepest(block) > DEEPEST:
            yield line + block[: block.index("[")].count("\n")
        line += block.count("\n")


def _front_matter(path: str, text: str) -> Iterator[Problem]:
    """Read as the data files are: no depth, no aliases, no tags, no key twice; and only texts."""
    found = FRONT.match(text.removeprefix("\ufeff"))
    how = "Sivu alkaa riveillä ---, title: …, description: … ja ---."
    if found is None:
        yield Problem(path, 1, 1, "yaml", f"Sivulta puuttuvat alkutiedot. {how}")
        return
    try:
        document = read(path, f"\n{found['fields']}".encode())  # so that the lines are the page's
    except Unreadable as error:
        yield from error.problems
        return
    fields = document.said
    if not isinstance(fields, dict):
        yield document.problem((), "yaml", f"Alkutiedoissa pitää olla kenttiä. {how}")
        return
    for name in FIELDS:
        if not isinstance(fields.get(name), str) or not fields[name].strip():
            yield document.problem((), "puuttuu", f"Alkutiedoista puuttuu ”{name}”. {how}")
        elif len(fields[name]) > LONGEST[name]:
            message = (
                f"Alkutieto ”{name}” on {len(fields[name])} merkkiä; enintään {LONGEST[name]}."
            )
            yield document.problem((name,), "pituus", message)
    for name in fields:
        if name not in FIELDS:
            message = f"Tuntematon alkutieto ”{name[:40]}”. {how}"
            yield document.problem((name,), "tuntematon-kentta", message, key=True)
    for node in document.nodes():
        meant = MEANT.resolve(yaml.ScalarNode, node.value, (True, False))  # type: ignore[no-untyped-call]
        if not node.style and meant != TEXT:
            message = f"”{node.value}” ei olisi tekstiä. Kirjoita se lainausmerkkeihin."
            yield Problem(
                path, node.start_mark.line + 1, node.start_mark.column + 1, "arvo", message
            )


def _of_link(address: str) -> Iterator[str]:
    if not address:
        yield "Linkillä ei ole osoitetta."
    elif not INNER.fullmatch(address):
        yield from faults(address)
