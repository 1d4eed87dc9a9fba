"""The seam to the site generator: faults stop the build, and an edited file shows at once."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest

from built import MADE_UP, MODEL, build, differing, environment, made_up_project, shared_site

if TYPE_CHECKING:
    from pathlib import Path

FILE = f"models/{MODEL}.yml"
GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
PATIENCE = 120  # seconds; a loaded machine builds slowly


def test_both_generators_build_the_same_site(site: Path, other_site: Path) -> None:
    assert differing(site, other_site, lambda raw: GENERATOR.sub(b"", raw)) == []


def test_two_builds_of_the_same_commit_are_identical(site: Path, shared: Path) -> None:
    again = shared_site(shared, "mkdocs", f"{MADE_UP}-again", made_up_project)
    assert differing(site, again) == []


@pytest.mark.parametrize("generator", ["mkdocs", "properdocs"])
def test_fault_stops_the_build_with_the_list_of_the_checker(tmp_path: Path, generator: str) -> None:
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
    told = subprocess.run(
        [sys.executable, "-m", "catalogue.commands.main", "check"],
        cwd=project,
        env=environment(PYTHONPATH="hooks"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    done = build(generator, project / "site", project)
    assert told.returncode == 1 and done.returncode == 1
    faults = [line for line in told.stdout.splitlines() if FILE in line]
    assert len(faults) == len(told.stdout.splitlines()) >= 1
    printed = " ".join((done.stdout + done.stderr).split())
    assert [fault for fault in faults if " ".join(fault.split()) not in printed] == []
    assert not (project / "site" / "index.html").exists()


def test_edited_file_shows_while_serving(tmp_path: Path) -> None:
    project = made_up_project(tmp_path)
    port = free_port()
    address = f"http://127.0.0.1:{port}/mallit/{MODEL}/"
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project,
        env=environment(SITE_URL=f"http://127.0.0.1:{port}/"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(address, "<h1")
        model = project / FILE
        model.write_text(
            re.sub(
                "^name: .*",
                "name: Juuri muutettu nimi",
                model.read_text(encoding="utf-8"),
                count=1,
                flags=re.MULTILINE,
            ),
            encoding="utf-8",
        )
        wait_for(address, "Juuri muutettu nimi")
    finally:
        server.terminate()
        server.wait(timeout=30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(address: str, text: str) -> None:
    """Wait until the page at `address` says `text`."""
    last = ""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                last = answer.read().decode()
        except (urllib.error.URLError, ConnectionError, TimeoutError) as error:
            last = str(error)
        if text in last:
            return
        time.sleep(0.3)
    pytest.fail(f"{address} never said {text!r}: {last[:500]}")
