"""No link of the real site leads nowhere, and one that would is found: planted and the rest are looked at in one go."""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

from catalogue.commands.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_real_site_has_no_broken_link_or_anchor_but_those_that_are_planted(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site, copy, copy_function=os.link)
    page = copy / "lahteet" / "index.html"
    planted = '<a href="../mallit/ei-ole/">a</a><a href="../mallit/#ei-ole">b</a></main>'
    text = page.read_text(encoding="utf-8").replace("</main>", planted, 1)
    page.unlink()  # the file is the site's, too
    page.write_text(text, encoding="utf-8")
    assert main(["links", "--site", str(copy)]) == 1
    told = capsys.readouterr()
    assert [line.split(":")[0] for line in told.out.splitlines()] == ["lahteet/index.html"] * 2, (
        told.out
    )
    looked = re.search(r"(\d+) sivua, (\d+) linkkiä: 2 rikki", told.err)
    assert looked, told.err
    pages, links = map(int, looked.groups())
    assert pages > 100
    assert links > 50 * pages
