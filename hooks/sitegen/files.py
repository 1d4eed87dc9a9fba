"""The generator's own files and pages: those of the catalogue that it writes, and those that people write in `content/`."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader

from catalogue.site import found
from catalogue.site.assets import FOLDER, Assets, Unpackable, packed
from catalogue.site.captions import captioned
from catalogue.site.compiling import Compiled
from catalogue.site.page import meta
from catalogue.site.render import TOP

from .run import abort, part, run_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LINK = re.compile(r"(?<!!)\]\((?![a-z]+:|/|#)([^)#\s]+)")  # of Markdown, to somewhere on this site
TEMPLATES = "catalogue/"  # under the theme's own folder
# What pages written by hand call the site and its repository.
SITE, REPOSITORY = "https://sivusto.invalid", "https://lahdekoodi.invalid"
# Where a message without an account goes when whoever publishes names no address.
REGISTRY = "oman hyvinvointialueesi kirjaamoon, jonka osoite on alueen verkkosivuilla, ja pyydä välittämään se tekijöille"


def page_file(config: Any, path: str, edit: str) -> Any:
    """A generated page, out of the navigation unless that names it."""
    file = _generated(config, f"{path}index.md")
    file.edit_uri = edit or None
    return file


def promised_file(config: Any, address: str) -> Any:
    """A file that must be known so that links to it hold; it is written with the many, not by the generator."""
    file = _generated(config, address)
    file.copy_file = lambda dirty=False: None
    return file


def assets(config: Any) -> Assets:
    """Styles, scripts and fonts under `content/assets/`, those that every page loads in the order of the settings."""
    folder = Path(config.docs_dir)
    written = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / FOLDER).rglob("*"))
        if path.is_file()
    }
    try:
        return packed(written, config.extra_css, [str(one) for one in config.extra_javascript])
    except Unpackable as error:
        raise abort(config, str(error)) from None


def of_own_folder(config: Any) -> None:
    """The generator copies what stands in the site's own folder of templates, not the theme's ten thousand icons.

    Templates of the frame that did not change are not compiled again.
    """
    made, loader = config.theme.get_env, FileSystemLoader(config.theme.custom_dir)
    site = run_of(config).made

    def environment() -> Any:
        env = made()
        env.list_templates = Environment(loader=loader, autoescape=True).list_templates
        env.bytecode_cache = Compiled(site.cache.contents) if site else None
        return env

    config.theme.get_env = environment


def packed_files(config: Any) -> Iterator[Any]:
    """Styles, scripts and fonts as they are sent."""
    for address, content in run_of(config).assets.files.items():
        yield part(config, "structure.files").File.generated(config, address, content=content)


def is_sent_otherwise(config: Any, address: str) -> bool:
    """What is packed, and what the theme and its templates' folder would add of their own: pages use nothing of it."""
    kept = address.endswith((".txt", ".webp")) or address in run_of(config).assets.files
    return address.startswith((FOLDER, TEMPLATES)) and not kept


def linked(file: Any) -> Iterator[str]:
    """Addresses that a page of `content/` links to, from the folder's root, as sources are named."""
    for target in LINK.findall(file.content_string):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(file.src_uri), target))


def contents_list(config: Any) -> Any:
    """The heading that the link past the menu leads to; the sections under it are listed by the page's script."""
    toc = part(config, "structure.toc")
    return toc.TableOfContents([toc.AnchorLink("", TOP, 1)])


def with_settings(markdown: str, config: Any) -> str:
    """Pages written by hand name this site, this repository and the settings, whoever publishes them."""
    markdown = markdown.replace("VALVOJA", config.extra["supervisor"]).replace(
        "ILMAN-TUNNUSTA", config.extra["without_account"] or REGISTRY
    )
    return markdown.replace(f"{SITE}/", config.site_url or "").replace(
        REPOSITORY, config.repo_url or ""
    )


def by_hand(html: str, page: Any, config: Any) -> str:
    """The content of a page written by hand; the theme prints title and description as they are."""
    build = run_of(config).build
    title, description = (str(page.meta.get(name) or "") for name in ("title", "description"))
    page.meta = meta(title, description)
    page.meta["head"] = found.by_hand(page.url, title, description, config.site_url or "")
    page.update_date = str(build.changed.get(page.file.edit_uri, build.today))
    return captioned(html)


def _generated(config: Any, address: str) -> Any:
    structure = part(config, "structure.files")
    return structure.File.generated(
        config, address, content="", inclusion=structure.InclusionLevel.NOT_IN_NAV
    )
