"""No link of the real site leads nowhere, and one that would is found."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from catalogue.commands.main import main
from catalogue.linkcheck.internal import inspect

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_real_site_has_no_broken_link_or_anchor(site: Path) -> None:
    found = inspect(site)
    assert found.problems == ()
    assert found.pages > 100
    assert found.links > 50 * found.pages


def test_planted_broken_link_is_found_in_the_real_site(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    page = copy / "lahteet" / "index.html"
    planted = '<a href="../mallit/ei-ole/">a</a><a href="../mallit/#ei-ole">b</a></main>'
    page.write_text(
        page.read_text(encoding="utf-8").replace("</main>", planted, 1), encoding="utf-8"
    )
    assert main(["links", "--site", str(copy)]) == 1
    told = capsys.readouterr()
    assert [line.split(":")[0] for line in told.out.splitlines()] == ["lahteet/index.html"] * 2
    assert "2 rikki" in told.err
