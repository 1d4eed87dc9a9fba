"""Pages past MkDocs' loop are what MkDocs itself would have written, and the core writes them without MkDocs, too."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from built import FRAMES, MADE_UP, ROOT, environment, shared_site
from catalogue.site.frame import CONTENT, STEM, TITLE, Frame, Layout, Unmarked, layout_of, tight
from catalogue.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

HOOK = Path(__file__).parents[1] / "whole.py"


def rendered_by_mkdocs(project: Path) -> Path:
    """The project with a hook after ours that leaves every page to MkDocs."""
    shutil.copy(HOOK, project)
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert "hooks/mkdocs_hooks.py]" in config
    config = config.replace("hooks/mkdocs_hooks.py]", f"hooks/mkdocs_hooks.py, {HOOK.name}]")
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    return project


def pages(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("index.html"))
    }


@pytest.fixture(scope="module")
def sites(
    site: Path,
    other_site: Path,
    project_of: Callable[[Path], Path],
    shared: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Path]:
    """The made-up catalogue built by both generators, by MkDocs page after page, and by the core alone."""
    whole = shared_site(
        shared, "mkdocs", "page-after-page", lambda folder: rendered_by_mkdocs(project_of(folder))
    )
    alone = tmp_path_factory.mktemp("alone") / "site"
    address = re.search(r"https://[^\"]+", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert address
    command = ["catalogue.commands.main", "site", str(shared / FRAMES), str(alone)]
    done = subprocess.run(
        [sys.executable, "-m", *command, "--site-url", address[0]],
        cwd=shared / f"{MADE_UP}-project",
        env=environment(PYTHONPATH="hooks"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {"mkdocs": site, "properdocs": other_site, "whole": whole, "alone": alone}


def test_a_filled_frame_is_what_mkdocs_writes_byte_by_byte(sites: dict[str, Path]) -> None:
    ours, theirs = pages(sites["mkdocs"]), pages(sites["whole"])
    many = [name for name in theirs if name.count("/") > 1]
    assert len(many) > 20
    redirects = ours.keys() - theirs.keys()
    assert all(b'http-equiv="refresh"' in ours[name] for name in redirects)
    assert [name for name in theirs if ours.get(name) != theirs[name]] == []


def test_the_core_alone_writes_the_same_pages_into_stored_frames(sites: dict[str, Path]) -> None:
    theirs, alone = pages(sites["mkdocs"]), pages(sites["alone"])
    content = ROOT / "content"
    addresses = (path.relative_to(content).with_suffix("") for path in content.rglob("*.md"))
    by_hand = {path.parent if path.name == "index" else path for path in addresses}
    assert {name for name in theirs if name not in alone} == {
        f"{path.as_posix()}/index.html" for path in by_hand
    }
    assert [name for name in alone if theirs[name] != alone[name]] == []


def test_the_sitemap_names_every_page_and_search_finds_as_before(sites: dict[str, Path]) -> None:
    def addresses(name: str) -> list[str]:
        told = (sites[name] / "sitemap.xml").read_text(encoding="utf-8")
        return sorted(re.findall(r"<loc>([^<]+)</loc>", told))

    assert addresses("mkdocs") == addresses("whole")
    assert len(addresses("mkdocs")) == len({*addresses("mkdocs")}) > 40


def test_a_theme_that_prints_no_content_stops_the_build() -> None:
    layout = Layout(f"mallit/{STEM}/", described=True, editable=True, headed=False)
    with pytest.raises(Unmarked, match="mallit"):
        Frame.of(layout, "<body></body>")


def test_a_frame_is_filled_and_tells_whether_there_are_sections_to_list() -> None:
    page, sections = _page(), '<h2 id="a">A</h2>'
    layout = layout_of(page, sections)
    frame = Frame.of(layout, f"<main {layout.headed}>{CONTENT}</main>{TITLE}")
    assert frame.filled(page, sections) == f"<main True>{sections}</main>Mallit"
    assert not layout_of(page, "<h2>A</h2>").headed
    assert not layout_of(replace(page, wide=True), sections).headed


def test_indents_of_a_frame_are_left_out_and_a_content_stays_as_it_is() -> None:
    assert tight("<p>\n    a\n\n  b</p>") == "<p>\na\nb</p>"
    assert tight("<ul>\n  <li>\n<a>b</a>\n <li><a>c</a>\n<a>d</a>") == (
        "<ul><li>\n<a>b</a><li><a>c</a>\n<a>d</a>"
    )
    content = "<pre>\n  c</pre>"
    assert tight(f"<p>\n  a{content}\n\n  b", content) == f"<p>\na{content}\nb"


def _page() -> Page:
    return Page("mallit/", "Mallit", "", "models.html", None)
