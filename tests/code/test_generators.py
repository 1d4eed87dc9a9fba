"""The seam to the site generator: two builds are the same, and faults stop a build."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from built import MODEL, build, differing, made_up_project
from catalogue.commands.main import main

if TYPE_CHECKING:
    from pathlib import Path

FILE = f"models/{MODEL}.yml"


def test_two_builds_by_both_generators_are_identical(site: Path, other_site: Path) -> None:
    assert differing(site, other_site) == []


@pytest.mark.parametrize("generator", ["mkdocs", "properdocs"])
def test_fault_stops_the_build_with_the_list_of_the_checker(
    tmp_path: Path,
    generator: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    project = made_up_project(tmp_path)
    model = project / FILE
    model.write_text(
        re.sub(
            "^type: .*",
            "type: olematon\nkentta: x",
            model.read_text(encoding="utf-8"),
            count=1,
            flags=re.MULTILINE,
        ),
        encoding="utf-8",
    )
    monkeypatch.chdir(project)
    assert main(["check"]) == 1
    told = capsys.readouterr().out.splitlines()
    done = build(generator, project / "site", project)
    assert done.returncode == 1
    faults = [line for line in told if FILE in line]
    assert len(faults) == len(told) >= 1
    printed = " ".join((done.stdout + done.stderr).split())
    assert [fault for fault in faults if " ".join(fault.split()) not in printed] == []
    assert not (project / "site" / "index.html").exists()
