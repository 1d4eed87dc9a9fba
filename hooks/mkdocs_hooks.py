"""Hands the catalogue's site to MkDocs or ProperDocs: their events, each a few lines. It decides nothing.

Only this module and `sitegen`, which it calls, know the site generator.
"""

from __future__ import annotations

import atexit
import datetime
import gc
import logging
import os
import re
import shutil
from dataclasses import replace as replaced
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from catalogue.asked import Asked, counter_of, opened
from catalogue.build import LinkFile, publish, site
from catalogue.edition import UnusableDate, build_of
from catalogue.history import history
from catalogue.memory import rest, wake
from catalogue.problems import InvalidCatalogue
from catalogue.site import frame as frames
from catalogue.site.faults import faults_page
from catalogue.site.parts.addresses import MODELS
from catalogue.site.policy import guarded
from catalogue.writing import STAGE, MeetingAddresses, Out, Unwritable, replace, take_over
from sitegen import files as own
from sitegen.frames import Frames
from sitegen.run import KEY, Run, abort, is_asked, is_served, run_of
from sitegen.serving import answering, serves_on_demand

log = logging.getLogger("mkdocs.hooks.catalogue")


def on_config(config: Any) -> Any:
    """Read and check everything; on faults stop with all of them, or show them in the browser while one edits."""
    rest()
    root = Path(config.config_file_path).parent
    links = os.environ.get("LINKS_STATE") or config.extra.get("links_state")
    try:
        build = build_of(root, os.environ, config.site_url or "")
        run = Run(build, own.assets(config), Path(config.site_dir))
        run.made = site(
            root / config.extra.get("models", "models"),
            root / "overrides" / "catalogue",
            replaced(build, history=history(root, cache=root / ".cache")),
            LinkFile(root / links, datetime.datetime.now(datetime.UTC)) if links else None,
            root / ".cache",
            root / ".cache" / "desk",
            root / "versiot",
            again=is_asked(config),
        )
        run.build = run.made.facts.build
        if not serves_on_demand():  # while one edits, rules ask again
            run.made.facts.catalogue.forget()
    except InvalidCatalogue as error:
        if not is_served(config):
            raise abort(config, f"Luettelossa on virheitä:\n{error}") from None
        log.error("Luettelossa on virheitä, ks. selain:\n%s", error)
        run.faults = faults_page(error.problems, _texts(root, error))
    except UnusableDate as error:
        raise abort(config, str(error)) from None
    for notice in run.made.notices if run.made else ():
        log.warning("%s", notice)
    config.extra[KEY] = run
    return config


def _texts(root: Path, error: InvalidCatalogue) -> dict[str, str]:
    """The files that the problems are of, as far as they can be read."""
    paths = {problem.path for problem in error.problems}
    found = {path: root / path for path in paths if (root / path).is_file()}
    return {path: file.read_bytes().decode("utf-8", "replace") for path, file in found.items()}


def on_pre_build(config: Any) -> None:
    """The generator, which empties the folder that it writes, gets one of its own: the site's keeps what is still the same."""
    own.of_own_folder(config)
    if serves_on_demand():
        opened(Path(config.site_dir))
    if not is_asked(config):
        config.site_dir = str(run_of(config).folder / STAGE)
        atexit.register(shutil.rmtree, config.site_dir, ignore_errors=True)


def on_files(files: Any, config: Any) -> Any:
    """Add the pages that the navigation names; of the others there are many, and they are written past the generator's loop."""
    run = run_of(config)
    if run.faults:
        for file in [*files]:
            files.remove(file)
        files.append(own.page_file(config, "", ""))
        return files
    for path in run.site.few_made:
        edit = "" if is_asked(config) else run.site.singles[path].first.page.edit
        files.append(own.page_file(config, path, edit))
    written = [file for file in files.documentation_pages() if file.generated_by is None]
    for file in written:
        file.edit_uri = f"content/{file.src_uri}"
    run.promised = {
        address
        for file in written
        for address in own.linked(file)
        if not files.get_file_from_path(address)
    }
    for address in sorted(run.promised):
        files.append(own.promised_file(config, address))
    for file in [file for file in files if own.is_sent_otherwise(config, file.src_uri)]:
        files.remove(file)
    for file in own.packed_files(config):
        files.append(file)
    return files


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    """Frames are rendered with the navigation."""
    run_of(config).nav = nav
    return nav


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Pages written by hand name this site, this repository and the settings, whoever publishes them."""
    return own.with_settings(markdown, config)


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Ready HTML, contents list, title and description of a generated page."""
    run, address = run_of(config), page.url.removeprefix("./")
    if run.faults:
        return html
    if address not in run.site.few_made:
        return own.by_hand(html, page, config)
    if is_asked(config):
        return ""
    single = run.site.singles[address].first
    ours, made = single.page, single.html
    page.toc = own.contents_list(config)
    page.meta |= ours.meta | {"headed": frames.is_headed(ours, made)}
    page.update_date = str(ours.changed)
    return made


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Write the pages of which there are many, each into the frame that the theme rendered for its layout.

    Plugins see the frames, not these pages. The sitemap is told in `on_template_context`. A site that is served writes
    nothing: each page is made when somebody asks for it.
    """
    run = run_of(config)
    if run.faults:
        return env
    made = Frames(config, env, files)
    if counter := counter_of(Path(config.site_dir)):
        counter.asked = Asked(run.site, made.frame, Path(config.site_dir))
        for path in run.site.few_made:
            files.remove(files.get_file_from_path(f"{path}index.md"))
        return env
    out = Out(Path(config.site_dir), {page.uri for page in run.site.few.values()}, site=run.folder)
    try:
        run.published = publish(run.site, made.frame, out)
        if os.environ.get("FRAMES"):
            replace(Path(os.environ["FRAMES"]), frames.as_json(made.made | made.of_few()))
    except (MeetingAddresses, Unwritable) as error:
        raise abort(config, str(error)) from None
    run.kept = out.kept
    for address in sorted(run.promised):
        if re.sub(r"index\.md$", "index.html", address) not in out.taken:
            log.warning(
                "Sivulla kansiossa content/ on linkki osoitteeseen, jota ei ole: %s", address
            )
    return env


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    """Templates know the packed files."""
    context["assets"] = run_of(config).assets
    return context


def on_post_page(output: str, page: Any, config: Any) -> str:
    """With the browser's policy. A page that is there only so that a link to it is known was written before."""
    run, content = run_of(config), page.content or ""
    if page.file.src_uri in run.promised:
        return ""
    return run.faults or _guarded(frames.tight(output, content), config, content)


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """The page of errors has its policy, too."""
    if run_of(config).faults or not template_name.endswith(".html"):
        return run_of(config).faults or output_content
    return _guarded(output_content, config)


def _guarded(output: str, config: Any, content: str = "") -> str:
    """While one edits, `serve` puts a script of its own into every page, which no policy can know before."""
    return output if is_served(config) else guarded(output, content)


def on_template_context(context: Any, template_name: str, config: Any) -> Any:
    """Templates know the packed files; the sitemap names every page that readers look for, whoever wrote it.

    Who edits looks for no page by it: none is made to be named.
    """
    run = run_of(config)
    context["assets"] = run.assets
    if template_name == "sitemap.xml" and not run.faults and not is_asked(config):
        hidden = {page.uri for page in run.site.few.values() if not page.listed}
        context["pages"] = [
            *(
                file
                for file in context["pages"]
                if file.src_uri not in run.promised and file.dest_uri not in hidden
            ),
            *(
                SimpleNamespace(page=_Listed(f"{config.site_url or ''}{path}", day))
                for path, day in run.published.days.items()
            ),
        ]
    return context


class _Listed:
    """A page as the sitemap's template asks for it."""

    is_link, abs_url = False, None

    def __init__(self, address: str, day: str) -> None:
        self.canonical_url, self.update_date = address, day


def on_post_build(config: Any) -> None:
    """The canary: an engine that ignores this hook, or leaves pages out, fails instead of publishing less."""
    run = run_of(config)
    if is_asked(config):
        gc.enable()
        return
    wake()
    stage = Path(config.site_dir)
    if run.made:
        _demand_all(config, run, stage)
    config.site_dir = str(run.folder)
    take_over(stage, run.folder, run.kept)


def _demand_all(config: Any, run: Run, stage: Path) -> None:
    """Raises `Abort` where a page was not written."""
    few, many = run.site.few, run.published.pages
    for notice in run.site.cache.notices:  # no fault of the data, so that a strict build goes on
        log.info("%s", notice)
    wanted = [page.uri for page in few.values()] + [f"{path}index.html" for path in many]
    missing = [uri for uri in wanted if uri not in run.kept and not (stage / uri).is_file()]
    written = {path.removeprefix(MODELS).rstrip("/") for path in (*few, *many)}
    if missing or not run.site.facts.catalogue.models.keys() <= written:
        raise abort(
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
    """Pages are made when they are asked for, see `catalogue.asked`."""
    answering(server)
    return server
