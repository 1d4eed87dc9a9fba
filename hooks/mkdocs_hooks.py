"""Hands the catalogue's site to MkDocs or ProperDocs: the only module that knows the site generator. It decides nothing.

Classes are taken from whichever package the events come from.
"""

from __future__ import annotations

import datetime
import importlib
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalogue.build import LinkFile, MeetingAddresses, site
from catalogue.edition import UnusableDate, build_of
from catalogue.problems import InvalidCatalogue
from catalogue.site.render import TOP, headings

if TYPE_CHECKING:
    from catalogue.build import Site

log = logging.getLogger("mkdocs.hooks.catalogue")


def on_config(config: Any) -> Any:
    """Make the site; on faults stop with all of them."""
    root = Path(config.config_file_path).parent
    links = os.environ.get("LINKS_STATE") or config.extra.get("links_state")
    try:
        made = site(
            root / config.extra.get("models", "models"),
            root / "overrides" / "catalogue",
            build_of(root, os.environ, config.site_url or ""),
            LinkFile(root / links, datetime.datetime.now(datetime.UTC)) if links else None,
        )
    except InvalidCatalogue as error:
        raise _abort(config, f"Luettelossa on virheitä:\n{error}") from None
    except (MeetingAddresses, UnusableDate) as error:
        raise _abort(config, str(error)) from None
    for notice in made.notices:
        log.warning("%s", notice)
    config.extra["catalogue"] = {"site": made, "build": made.facts.build}
    return config


def on_files(files: Any, config: Any) -> Any:
    """Add every generated page, out of the navigation, and every file beside the pages."""
    structure = _generator(config, "structure.files")
    made = _site(config)
    for page in made.pages.values():
        file = structure.File.generated(
            config,
            f"{page.path}index.md",
            content="",
            inclusion=structure.InclusionLevel.NOT_IN_NAV,
        )
        file.edit_uri = page.edit or None
        files.append(file)
    try:
        for uri, content in made.files.items():
            files.append(structure.File.generated(config, uri, content=content))
    except MeetingAddresses as error:
        raise _abort(config, str(error)) from None
    for file in files.documentation_pages():
        if file.generated_by is None:
            file.edit_uri = f"content/{file.src_uri}"
    return files


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Ready HTML, contents list, title and description of a generated page."""
    made = _site(config)
    ours = made.pages.get(page.url.removeprefix("./"))
    page.meta.setdefault("hide", ["navigation"])
    if ours is None:
        return html
    html = made.renderer.html(ours)
    toc = _generator(config, "structure.toc")
    top = toc.AnchorLink(ours.title, TOP, 1)
    top.children = [toc.AnchorLink(text, anchor, 2) for anchor, text in headings(html)]
    page.toc = toc.TableOfContents([top])
    page.meta |= ours.meta
    return html


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Search entries written from the data: cheaper and better than parsing them back from HTML."""
    search = config.plugins.get("material/search")
    if search is not None:
        search.search_index.entries += [
            {"location": entry.location, "title": entry.title, "text": entry.text}
            for entry in _site(config).search
        ]
    return env


def on_post_build(config: Any) -> None:
    """The canary: an engine that ignores this hook, or leaves pages out, fails instead of publishing less."""
    made = _site(config)
    missing = [
        page.uri for page in made.pages.values() if not (Path(config.site_dir) / page.uri).is_file()
    ]
    if missing:
        raise _abort(
            config,
            f"Sivustogeneraattori jätti kirjoittamatta {len(missing)} sivua {len(made.pages)} sivusta: "
            f"{', '.join(missing[:5])} …",
        )


def _site(config: Any) -> Site:
    made: Site = config.extra["catalogue"]["site"]
    return made


def _abort(config: Any, message: str) -> Exception:
    abort: Exception = _generator(config, "exceptions").Abort(message)
    return abort


def _generator(config: Any, module: str) -> Any:
    return importlib.import_module(f"{type(config).__module__.split('.')[0]}.{module}")
