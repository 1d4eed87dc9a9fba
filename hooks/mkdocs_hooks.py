"""MkDocs events <-> the catalogue: the only module that knows the site generator. It holds no rule.

Works the same under MkDocs and ProperDocs: classes are taken from whichever package the events come from.
"""

from __future__ import annotations

import datetime
import importlib
import logging
import os
import subprocess
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalogue.facts import Build, Facts
from catalogue.files.all import files as catalogue_files
from catalogue.files.citations import files as citation_files
from catalogue.links.register import addresses
from catalogue.links.store import Refused, of_register
from catalogue.load import load
from catalogue.problems import InvalidCatalogue
from catalogue.site.render import TOP, Renderer, headings
from catalogue.site.sitemap import pages

if TYPE_CHECKING:
    from catalogue.site.page import Page

log = logging.getLogger("mkdocs.hooks.catalogue")


def on_config(config: Any) -> Any:
    """Load and check the catalogue; on problems stop with all of them."""
    root = Path(config.config_file_path).parent
    try:
        catalogue = load(root / config.extra.get("models", "models"))
    except InvalidCatalogue as error:
        raise _generator(config, "exceptions").Abort(f"Luettelossa on virheitä:\n{error}") from None
    for problem in catalogue.warnings:
        log.warning("%s", problem)
    build = Build(_build_date(root), _revision(root), config.site_url or "")
    facts = Facts(catalogue, build, _link_states(root, config, catalogue))
    config.extra["catalogue"] = {
        "facts": facts,
        "renderer": Renderer(root / "overrides" / "catalogue", build),
        "build": build,
        "pages": {_uri(page): page for page in pages(facts)},
    }
    return config


def on_files(files: Any, config: Any) -> Any:
    """Add every generated page, out of the navigation, and every file beside the pages."""
    structure = _generator(config, "structure.files")
    state = config.extra["catalogue"]
    for uri, page in state["pages"].items():
        file = structure.File.generated(
            config, uri, content="", inclusion=structure.InclusionLevel.NOT_IN_NAV
        )
        file.edit_uri = page.edit or None
        files.append(file)
    beside = (citation_files(page.path, page.citations) for page in state["pages"].values())
    for uri, text in chain(catalogue_files(state["facts"]), chain.from_iterable(beside)):
        files.append(structure.File.generated(config, uri, content=text))
    for file in files.documentation_pages():
        if file.generated_by is None:
            file.edit_uri = f"content/{file.src_uri}"
    return files


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Ready HTML, contents list, title and description of a generated page."""
    made: Page | None = config.extra["catalogue"]["pages"].get(page.file.src_uri)
    page.meta.setdefault("hide", ["navigation"])
    if made is None:
        return html
    html = config.extra["catalogue"]["renderer"].html(made)
    toc = _generator(config, "structure.toc")
    top = toc.AnchorLink(made.title, TOP, 1)
    top.children = [toc.AnchorLink(text, anchor, 2) for anchor, text in headings(html)]
    page.toc = toc.TableOfContents([top])
    page.meta["hide"] = ["navigation", "toc"] if made.wide else ["navigation"]
    page.meta |= {"title": made.title, "description": made.description, "search": {"exclude": True}}
    return html


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Search entries written from the data: cheaper and better than parsing them back from HTML."""
    search = config.plugins.get("material/search")
    if search is not None:
        search.search_index.entries += [
            {"location": page.path, "title": page.title, "text": page.words}
            for page in config.extra["catalogue"]["pages"].values()
            if page.words
        ]
    return env


def _link_states(root: Path, config: Any, catalogue: Any) -> Any:
    """What `mallit links` found, from the file that `LINKS_STATE` or the configuration names; nothing where there is none."""
    name = os.environ.get("LINKS_STATE") or config.extra.get("links_state")
    if not name:
        return {}
    try:
        return of_register(
            (root / name).read_bytes(), datetime.datetime.now(datetime.UTC), addresses(catalogue)
        )
    except (OSError, Refused) as error:
        log.warning("Linkkien tilaa ei luettu: %s", error)
        return {}


def _uri(page: Page) -> str:
    return f"{page.path}index.md"


def _generator(config: Any, module: str) -> Any:
    return importlib.import_module(f"{type(config).__module__.split('.')[0]}.{module}")


def _build_date(root: Path) -> datetime.date:
    """`SOURCE_DATE_EPOCH` where given, else the day of the last commit, so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or _git(root, "log", "-1", "--format=%ct")
    moment = (
        datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
        if epoch
        else datetime.datetime.now(datetime.UTC)
    )
    return moment.date()


def _revision(root: Path) -> str:
    return _git(root, "rev-parse", "--short=12", "HEAD") or "kehitysversio"


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=root, capture_output=True, text=True, check=False
    )
    return done.stdout.strip()
