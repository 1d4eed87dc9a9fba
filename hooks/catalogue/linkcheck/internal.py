"""The built site's own links and anchors, every page read once.

LinkChecker's link finder knows which attributes carry addresses. Its crawl is not used here: it parses a page again for
every anchor that somebody links to (hundreds on a page of figures), and needs a server; this is linear in pages.
"""

from __future__ import annotations

import json
import posixpath
import re
import zlib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from linkcheck.htmlutil.linkparse import LinkFinder, LinkTags, css_url_re  # type: ignore[import-untyped]

from catalogue.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEARCHED = re.compile(r"haku/osat/tekstit-\d+\.zlib")  # what search shows of documents
EVERYWHERE = frozenset(LinkTags[None])  # attributes that carry addresses on any tag
Wanted = tuple[str, str, int, int]  # file, address as written, line, column


@dataclass
class Page(HTMLParser):
    """Addresses and anchors of one file of HTML, and what it says its own address is."""

    anchors: set[str] = field(default_factory=set)
    links: list[tuple[str, int, int]] = field(default_factory=list)
    canonical: str = ""

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)
        self.finder = LinkFinder(self._found, LinkTags)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the addresses and the anchors of a tag."""
        given = {name: value or "" for name, value in attrs}
        self.anchors |= {
            given[name] for name in (("id", "name") if tag == "a" else ("id",)) if name in given
        }
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given.get("href", "")
        if tag in LinkTags or not EVERYWHERE.isdisjoint(given):
            line, column = self.getpos()
            self.finder.html_element(tag, given, "", line, column + 1)

    def _found(self, url: str | None, line: int, column: int, **_: object) -> None:
        if url:
            self.links.append((url, line, column))


@dataclass(frozen=True)
class Inspection:
    """What the built site's links are like: how many pages and links were read, and the broken ones, sorted."""

    pages: int
    links: int
    problems: tuple[Problem, ...]


def inspect(site: Path) -> Inspection:
    """Find every link of the built site that leads to no file of it or to no place on a page."""
    files = {
        path.relative_to(site).as_posix(): path
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
    pages = {name: _read(path) for name, path in files.items() if path.suffix == ".html"}
    root = pages["index.html"].canonical if "index.html" in pages else ""
    judge = partial(_fault, files=files, pages=pages, root=root if root.endswith("/") else "")
    wanted = [*_wanted(files, pages)]
    return Inspection(
        len(pages), len(wanted), tuple(sorted(_told((one, judge(one)) for one in wanted)))
    )


def read_pages(site: Path) -> dict[str, Page]:
    """Every page of the site by its file from the root."""
    return {path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))}


def _read(path: Path) -> Page:
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


def _wanted(files: dict[str, Path], pages: dict[str, Page]) -> Iterator[Wanted]:
    for name, page in pages.items():
        yield from ((name, url, line, column) for url, line, column in page.links)
    for name, path in files.items():
        if path.suffix == ".css":
            text = path.read_text(encoding="utf-8", errors="replace")
            yield from (
                (name, found["url"].strip("'\""), text.count("\n", 0, found.start()) + 1, 1)
                for found in css_url_re.finditer(text)
            )
        elif SEARCHED.fullmatch(name):
            yield from ((name, f"../../{url}", 1, 1) for url in _found(path))


def _found(path: Path) -> Iterator[str]:
    """Where the hits of search lead, and the sentences that they show, from the site's root."""
    for _, url, _, passages in json.loads(zlib.decompress(path.read_bytes())):
        page = url.partition("#")[0]
        yield url
        yield from dict.fromkeys(f"{page}#{anchor}" for anchor, _, _ in passages if anchor)


def _fault(wanted: Wanted, files: dict[str, Path], pages: dict[str, Page], root: str) -> str:
    """What is wrong with a link, or an empty text; links out of the site are not judged here."""
    name, written, _, _ = wanted
    here = urljoin(root or "site:///", name)
    try:
        parts = urlsplit(urljoin(here, written))
    except ValueError:
        return "osoite ei jäsenny"
    home = urlsplit(root or "site:///")
    if (parts.scheme, parts.netloc) != (home.scheme, home.netloc):
        return ""
    if not parts.path.startswith(home.path):
        return "osoite on sivuston ulkopuolella"
    path = unquote(parts.path.removeprefix(home.path))
    found = next((one for one in (path, posixpath.join(path, "index.html")) if one in files), None)
    if found is None:
        return "sivua tai tiedostoa ei ole"
    fragment = unquote(parts.fragment)
    if (
        fragment
        and fragment != "top"
        and found in pages
        and not {fragment, parts.fragment} & pages[found].anchors
    ):
        return f"sivulla ei ole kohtaa #{fragment}"
    return ""


def _told(judged: Iterator[tuple[Wanted, str]]) -> Iterator[Problem]:
    """One problem for each broken address, at its first place: a fault of a template is told once, not on every page."""
    places: dict[tuple[str, str], list[Wanted]] = defaultdict(list)
    for wanted, fault in judged:
        if fault:
            places[wanted[1], fault].append(wanted)
    for (written, fault), found in places.items():
        name, _, line, column = found[0]
        more = f" Sama linkki on {len(found) - 1} muussa kohdassa." if len(found) > 1 else ""
        yield Problem(name, line, column, "linkki", f"Linkki ”{written}”: {fault}.{more}")
