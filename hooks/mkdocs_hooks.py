"""Hands the catalogue's site to MkDocs or ProperDocs: the only module that knows the site generator. It decides nothing.

Classes are taken from whichever package the events come from.
"""

from __future__ import annotations

import atexit
import datetime
import gc
import importlib
import logging
import os
import posixpath
import re
import shutil
from dataclasses import replace as replaced
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from catalogue.asked import Asked, counter_of, opened
from catalogue.build import LinkFile, Published, publish, site
from catalogue.edition import UnusableDate, build_of
from catalogue.history import history
from catalogue.problems import InvalidCatalogue
from catalogue.site import found
from catalogue.site import frame as frames
from catalogue.site.assets import FOLDER, Assets, Unpackable, packed
from catalogue.site.captions import captioned
from catalogue.site.faults import faults_page, told_page
from catalogue.site.frame import Frame, Layout
from catalogue.site.page import meta
from catalogue.site.parts.addresses import MODELS
from catalogue.site.policy import guarded
from catalogue.site.render import TOP, headings
from catalogue.writing import (
    STAGE,
    MeetingAddresses,
    Out,
    Unwritable,
    replace,
    take_over,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.build import Site

LINK = re.compile(r"(?<!!)\]\((?![a-z]+:|/|#)([^)#\s]+)")  # of Markdown, to somewhere on this site

# What pages written by hand call the site and its repository.
SITE, REPOSITORY = "https://sivusto.invalid", "https://lahdekoodi.invalid"
SERVED = ("127.0.0.1", "localhost")
# Where a message without an account goes when whoever publishes names no address.
REGISTRY = "oman hyvinvointialueesi kirjaamoon, jonka osoite on alueen verkkosivuilla, ja pyydä välittämään se tekijöille"

log = logging.getLogger("mkdocs.hooks.catalogue")


def on_config(config: Any) -> Any:
    """Read and check everything; on faults stop with all of them, or show them in the browser while one edits."""
    config.extra["catalogue"] = {}
    gc.disable()  # see catalogue.memory: nothing of a build is free before its end
    root = Path(config.config_file_path).parent
    links = os.environ.get("LINKS_STATE") or config.extra.get("links_state")
    try:
        made = site(
            root / config.extra.get("models", "models"),
            root / "overrides" / "catalogue",
            replaced(
                build_of(root, os.environ, config.site_url or ""),
                history=history(root, cache=root / ".cache"),
            ),
            LinkFile(root / links, datetime.datetime.now(datetime.UTC)) if links else None,
            root / ".cache",
            root / ".cache" / "desk",
            root / "versiot",
            again=_is_asked(config),
        )
    except InvalidCatalogue as error:
        if _is_served(config):
            log.error("Luettelossa on virheitä, ks. selain:\n%s", error)
            return _faulty(config, faults_page(error.problems, _texts(root, error)))
        raise _abort(config, f"Luettelossa on virheitä:\n{error}") from None
    except UnusableDate as error:
        raise _abort(config, str(error)) from None
    for notice in made.notices:
        log.warning("%s", notice)
    config.extra["catalogue"] = {"site": made, "build": made.facts.build, "assets": _packed(config)}
    return config


def on_pre_build(config: Any) -> None:
    """MkDocs, which empties the folder that it writes, gets one of its own: the site's keeps what is still the same."""
    if _serves_on_demand():
        opened(Path(config.site_dir))
    if not _is_asked(config):
        site_dir = Path(config.site_dir)
        config.extra["catalogue"]["site_dir"] = config.site_dir
        config.site_dir = str(site_dir / STAGE)
        atexit.register(shutil.rmtree, config.site_dir, ignore_errors=True)


def on_files(files: Any, config: Any) -> Any:
    """Add the pages that the navigation names; of the others there are many, and they are written past MkDocs' loop."""
    if _faults(config):
        for file in [*files]:
            files.remove(file)
        files.append(_file(config, "", ""))
        return files
    for path in _site(config).few_made:
        edit = "" if _is_asked(config) else _site(config).few[path].edit
        files.append(_file(config, path, edit))
    written = [file for file in files.documentation_pages() if file.generated_by is None]
    for file in written:
        file.edit_uri = f"content/{file.src_uri}"
    promised = {
        address
        for file in written
        for address in _linked(file)
        if not files.get_file_from_path(address)
    }
    for address in sorted(promised):
        files.append(_promised(config, address))
    config.extra["catalogue"]["promised"] = promised
    for file in [file for file in files if _is_sent_otherwise(config, file.src_uri)]:
        files.remove(file)
    for address, content in _assets(config).files.items():
        files.append(
            _generator(config, "structure.files").File.generated(config, address, content=content)
        )
    return files


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    """Frames are rendered with the navigation."""
    config.extra["catalogue"]["nav"] = nav
    return nav


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Pages written by hand name this site, this repository and the settings, whoever publishes them."""
    markdown = markdown.replace("VALVOJA", config.extra["supervisor"]).replace(
        "ILMAN-TUNNUSTA", config.extra["without_account"] or REGISTRY
    )
    return markdown.replace(f"{SITE}/", config.site_url or "").replace(
        REPOSITORY, config.repo_url or ""
    )


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Ready HTML, contents list, title and description of a generated page."""
    if _faults(config):
        return html
    made, address = _site(config), page.url.removeprefix("./")
    build = made.facts.build
    if address in made.few_made and _is_asked(config):
        return ""
    ours = made.few[address] if address in made.few_made else None
    page.meta.setdefault("hide", ["navigation"])
    if ours is None:  # by hand: the theme prints title and description as they are
        title, description = (str(page.meta.get(name) or "") for name in ("title", "description"))
        page.meta = meta(title, description, wide=False) | {"hide": page.meta["hide"]}
        page.meta["head"] = found.by_hand(page.url, title, description, config.site_url or "")
        page.update_date = str(build.changed.get(page.file.edit_uri, build.today))
        return captioned(html)
    html = made.printed[ours.path][0].html
    page.toc = _contents(config, headings(html))
    page.meta |= ours.meta
    page.update_date = str(ours.changed)
    return html


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Write the pages of which there are many, each into the frame that the theme rendered for its layout.

    Plugins see the frames, not these pages. The sitemap is told in `on_template_context`. A site that is built again
    while it is served writes nothing: each page is made when somebody asks for it.
    """
    if _faults(config):
        return env
    made_frames = _Frames(config, env, files)
    if counter := counter_of(Path(config.site_dir)):
        counter.asked = Asked(_site(config), made_frames.frame, Path(config.site_dir))
        for path in _site(config).few_made:
            files.remove(files.get_file_from_path(f"{path}index.md"))
        config.extra["catalogue"]["published"] = Published((), {})
        return env
    out = Out(
        Path(config.site_dir),
        {page.uri for page in _site(config).few.values()},
        site=Path(config.extra["catalogue"]["site_dir"]),
    )
    try:
        published = publish(_site(config), made_frames.frame, out)
        if os.environ.get("FRAMES"):
            stored = frames.as_json(made_frames.made | made_frames.of_few())
            replace(Path(os.environ["FRAMES"]), stored)
    except (MeetingAddresses, Unwritable) as error:
        raise _abort(config, str(error)) from None
    for address in sorted(config.extra["catalogue"]["promised"]):
        if re.sub(r"index\.md$", "index.html", address) not in out.taken:
            log.warning(
                "Sivulla kansiossa content/ on linkki osoitteeseen, jota ei ole: %s", address
            )
    config.extra["catalogue"] |= {"published": published, "kept": out.kept}
    return env


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    """Templates know the packed files."""
    context["assets"] = _assets(config)
    return context


def on_post_page(output: str, page: Any, config: Any) -> str:
    """With the browser's policy. A page that is there only so that a link to it is known was written before."""
    if _faults(config):
        return _faults(config)
    if page.file.src_uri in config.extra["catalogue"]["promised"]:
        return ""
    content = page.content or ""
    return _guarded(frames.tight(output, content), config, content)


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """The page of errors has its policy, too."""
    if _faults(config):
        return _faults(config)
    return _guarded(output_content, config) if template_name.endswith(".html") else output_content


def on_template_context(context: Any, template_name: str, config: Any) -> Any:
    """Templates know the packed files; the sitemap names every page, whoever wrote it."""
    context["assets"] = _assets(config)
    if template_name == "sitemap.xml" and not _faults(config):
        promised = config.extra["catalogue"]["promised"]
        context["pages"] = [
            *(
                file
                for file in context["pages"]
                if file.src_uri not in promised and _is_listed(config, file.page)
            ),
            *(
                SimpleNamespace(page=_Listed(f"{config.site_url or ''}{path}", day))
                for path, day in config.extra["catalogue"]["published"].days.items()
            ),
        ]
    return context


def _is_listed(config: Any, page: Any) -> bool:
    """Whether readers look for a page; one of something that was taken out is for those who come by an old link."""
    address = page.url.removeprefix("./")
    made = _site(config)
    return address not in made.few_made or made.few[address].listed


def on_post_build(config: Any) -> None:
    """The canary: an engine that ignores this hook, or leaves pages out, fails instead of publishing less."""
    gc.enable()
    if _is_asked(config):
        return
    stage, kept = Path(config.site_dir), config.extra["catalogue"].get("kept", set())
    if not _faults(config):
        _whole(config, stage, kept)
    config.site_dir = config.extra["catalogue"]["site_dir"]
    take_over(stage, Path(config.site_dir), kept)


def _whole(config: Any, stage: Path, kept: set[str]) -> None:
    """Raises `Abort` where a page was not written."""
    made, written = _site(config), config.extra["catalogue"]["published"].pages
    for notice in made.cache.notices:  # no fault of the data, so that a strict build goes on
        log.info("%s", notice)
    wanted = [page.uri for page in made.few.values()] + [f"{path}index.html" for path in written]
    missing = [uri for uri in wanted if uri not in kept and not (stage / uri).is_file()]
    if missing or not made.facts.catalogue.models.keys() <= _models((*made.few, *written)):
        raise _abort(
            config,
            f"Sivustogeneraattori jätti kirjoittamatta {len(missing)} sivua {len(wanted)} sivusta: "
            f"{', '.join(missing[:5])} …",
        )


def on_build_error(error: Any) -> None:
    """A build that ends early leaves the collector as it found it; what the disk did is told in a sentence."""
    gc.enable()
    if isinstance(error, OSError):
        where = f"Tiedostoa tai kansiota {error.filename}" if error.filename else "Sivustoa"
        raise SystemExit(f"{where} ei voi lukea tai kirjoittaa ({error.strerror}).") from None


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Pages of later builds are made when they are asked for, see `catalogue.asked`.

    Whatever stops a build while one edits is shown; MkDocs would let the browser wait until it is mended.
    """
    build, answer, counter = server.builder, server.get_app(), opened(Path(server.root))

    def shown(*arguments: Any) -> None:
        with counter.lock:
            counter.asked = None
            try:
                build(*arguments)
            except (Exception, SystemExit) as error:
                log.error("%s", error)
                for name in ("index.html", "404.html"):
                    replace(Path(server.root) / name, told_page(str(error)))

    def answered(environ: dict[str, Any], start_response: Any) -> Any:
        """The server's answer; a build may begin between the making of a page and its answer, so it is looked for twice."""
        address = _address(server, environ["PATH_INFO"])
        head: list[Any] = []
        for _ in range(2):
            try:
                counter.lay(address)
            except Exception as error:
                log.exception("%s", address)
                start_response("500 Internal Server Error", [("Content-Type", "text/html")])
                return [told_page(str(error)).encode()]
            head.clear()
            body = answer(environ, lambda *told: head.extend(told))
            if not head[0].startswith("404"):
                break
        start_response(*head)
        return body

    server.builder = shown
    server.set_app(answered)
    telling_of_port(server)
    return server


def telling_of_port(server: Any) -> None:
    """A port that cannot be had is told in a sentence."""
    bind = server.server_bind

    def bound() -> None:
        try:
            bind()
        except OSError as error:
            where = ":".join(map(str, server.server_address[:2]))
            raise SystemExit(
                f"Osoitetta {where} ei saa käyttöön ({error.strerror}). "
                "Onko se jo käytössä? Valitse toinen portti: make serve PORT=8001"
            ) from None

    server.server_bind = bound


def _address(server: Any, path: str) -> str:
    """The file that is asked for, from the site's root."""
    asked = path.encode("latin-1").decode("utf-8", "ignore").removeprefix(server.mount_path)
    name = asked.rpartition("/")[2]
    return asked if "." in name else f"{asked.rstrip('/')}/index.html".removeprefix("/")


class _Frames:
    """The theme's page, rendered by the site generator itself: once for each layout, with marks for words."""

    def __init__(self, config: Any, env: Any, files: Any) -> None:
        self.config, self.env = config, env
        self.documents = [*files.documentation_pages()]
        self.known = {file.src_uri: file for file in self.documents}
        self.made: dict[Layout, Frame] = {}

    def frame(self, layout: Layout) -> Frame:
        if layout not in self.made:
            self.made[layout] = Frame.of(layout, self._rendered(layout))
        return self.made[layout]

    def of_few(self) -> dict[Layout, Frame]:
        """Frames of the pages that MkDocs writes itself, for a day without MkDocs."""
        made = _site(self.config)
        layouts = [
            frames.layout_of(first.page, first.html, alone=True)
            for first, *_ in made.printed.values()
        ]
        return {layout: Frame.of(layout, self._rendered(layout)) for layout in layouts}

    def _rendered(self, layout: Layout) -> str:
        """What MkDocs does with a page, with all plugins, except writing it."""
        config, nav = self.config, self.config.extra["catalogue"]["nav"]
        known = self.known.get(f"{layout.path}index.md")
        file = _file(config, layout.path, frames.EDIT if layout.editable else "")
        page = _generator(config, "structure.pages").Page(None, file, config)
        kept = dict(vars(known.page)) if known else {}
        if known:  # a page of the navigation is marked there while it is the current one
            edit_url, page = page.edit_url, known.page
            page.edit_url = edit_url
        page.markdown, page.content = "", frames.CONTENT
        page.meta = meta(
            frames.TITLE, frames.DESCRIPTION if layout.described else "", wide=layout.wide
        ) | {"head": frames.HEAD}
        page.toc = _contents(config, frames.ITEMS if layout.headed else ())
        page.active = True
        context = _generator(config, "commands.build").get_context(
            nav, self.documents, config, page
        )
        context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
        output = self.env.get_template("main.html").render(context)
        rendered: str = config.plugins.on_post_page(output, page=page, config=config)
        page.active = False
        vars(page).update(kept)
        return rendered


class _Listed:
    """A page as the sitemap's template asks for it."""

    is_link, abs_url = False, None

    def __init__(self, address: str, day: str) -> None:
        self.canonical_url, self.update_date = address, day


def _guarded(output: str, config: Any, content: str = "") -> str:
    """While one edits, `serve` puts a script of its own into every page, which no policy can know before."""
    return output if _is_served(config) else guarded(output, content)


def _is_served(config: Any) -> bool:
    return urlsplit(config.site_url or "").hostname in SERVED


def _serves_on_demand() -> bool:
    """Whether this is `mkdocs serve`, which `on_serve` can teach to make pages when they are asked for."""
    command = click.get_current_context(silent=True)
    return bool(command and command.info_name == "serve" and command.params.get("livereload"))


def _is_asked(config: Any) -> bool:
    """Whether the site is served, and a page made when somebody asks for it."""
    return counter_of(Path(config.site_dir)) is not None


def _faulty(config: Any, page: str) -> Any:
    """One page only, at every address, until the files are mended."""
    build = build_of(Path(config.config_file_path).parent, os.environ, config.site_url or "")
    config.extra["catalogue"] = {
        "faults": page,
        "build": build,
        "assets": _packed(config),
        "promised": set(),
    }
    return config


def _faults(config: Any) -> str:
    return str(config.extra["catalogue"].get("faults", ""))


def _texts(root: Path, error: InvalidCatalogue) -> dict[str, str]:
    """The files that the problems are of, as far as they can be read."""
    paths = {problem.path for problem in error.problems}
    found = {path: root / path for path in paths if (root / path).is_file()}
    return {path: file.read_bytes().decode("utf-8", "replace") for path, file in found.items()}


def _packed(config: Any) -> Assets:
    """Styles, scripts and fonts under `content/assets/`, those that every page loads in the order of the configuration."""
    folder = Path(config.docs_dir)
    written = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / FOLDER).rglob("*"))
        if path.is_file()
    }
    try:
        return packed(written, config.extra_css, [str(one) for one in config.extra_javascript])
    except Unpackable as error:
        raise _abort(config, str(error)) from None


def _is_sent_otherwise(config: Any, address: str) -> bool:
    """What is packed, and what the theme would add of its own: pages use nothing of it."""
    kept = address.endswith((".txt", ".webp")) or address in _assets(config).files
    return address.startswith(FOLDER) and not kept


def _models(paths: tuple[str, ...]) -> set[str]:
    """Ids of the models whose pages these are."""
    return {path.removeprefix(MODELS).rstrip("/") for path in paths if path.startswith(MODELS)}


def _file(config: Any, path: str, edit: str) -> Any:
    """A generated page of MkDocs, out of the navigation unless that names it."""
    structure = _generator(config, "structure.files")
    file = structure.File.generated(
        config,
        f"{path}index.md",
        content="",
        inclusion=structure.InclusionLevel.NOT_IN_NAV,
    )
    file.edit_uri = edit or None
    return file


def _linked(file: Any) -> Iterator[str]:
    """Addresses that a page of `content/` links to, from the folder's root, as MkDocs names its sources."""
    for target in LINK.findall(file.content_string):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(file.src_uri), target))


def _promised(config: Any, address: str) -> Any:
    """A file that MkDocs must know so that links to it hold; it is written with the many, not by MkDocs."""
    structure = _generator(config, "structure.files")
    file = structure.File.generated(
        config, address, content="", inclusion=structure.InclusionLevel.NOT_IN_NAV
    )
    file.copy_file = lambda dirty=False: None
    return file


def _contents(config: Any, entries: Any) -> Any:
    """The contents list: the heading that the link past the menu leads to, and the sections under it."""
    toc = _generator(config, "structure.toc")
    top = toc.AnchorLink("", TOP, 1)
    top.children = [toc.AnchorLink(text, anchor, 2) for anchor, text in entries]
    return toc.TableOfContents([top])


def _assets(config: Any) -> Assets:
    made: Assets = config.extra["catalogue"]["assets"]
    return made


def _site(config: Any) -> Site:
    made: Site = config.extra["catalogue"]["site"]
    return made


def _abort(config: Any, message: str) -> Exception:
    abort: Exception = _generator(config, "exceptions").Abort(message)
    return abort


def _generator(config: Any, module: str) -> Any:
    return importlib.import_module(f"{type(config).__module__.split('.')[0]}.{module}")
