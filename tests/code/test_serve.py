"""A real server of the made-up project: it starts with faults, shows them, and heals by itself; it never keeps one waiting."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

from built import environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE = 120  # seconds for a build on a busy machine
ANSWER = 15  # seconds within which any request is answered, whatever is broken


def asked(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=ANSWER) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return error.read().decode()


def shown(address: str, words: str) -> str:
    """What is at the address, as soon as it says the words."""
    end, text = time.monotonic() + PATIENCE, ""
    while time.monotonic() < end:
        try:
            text = asked(address)
        except (urllib.error.URLError, ConnectionError):
            text = ""
        if words in text:
            return text
        time.sleep(0.3)
    raise AssertionError(f"{words!r} is not at {address}: {text[:300]}")


def test_faults_are_shown_with_their_lines_and_the_site_heals_and_follows_edits_by_itself(
    project_of: Callable[[Path], Path], tmp_path: Path
) -> None:
    project = project_of(tmp_path / "project")
    model = next((project / "models" / "kansallinen").glob("[!r]*.yml"))
    sound = model.read_text(encoding="utf-8")
    model.write_text(sound.replace("name: ", "nimi: ", 1), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project,
        env=environment(SITE_URL=address),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        text = shown(address, "Luettelossa on 1 virhe")
        assert "Tuntematon kenttä ”nimi”. Tarkoititko ”name”?" in text and "Rivi " in text
        assert 'http-equiv="refresh"' in text
        assert "Luettelossa on 1 virhe" in asked(f"{address}mallit/")
        model.write_text(sound, encoding="utf-8")
        assert "http-equiv" not in shown(f"{address}mallit/", "Murupolku")
        name = "name: Juuri muutettu nimi"
        edited = re.sub(r"^name: .*", name, sound, count=1, flags=re.MULTILINE)
        model.write_text(edited, encoding="utf-8")
        shown(f"{address}mallit/kansallinen/{model.stem}/", "Juuri muutettu nimi")
        model.write_text(f"{sound}\nx: [\n", encoding="utf-8")
        shown(f"{address}mallit/", "Luettelossa on")
    finally:
        server.kill()
        server.wait()
