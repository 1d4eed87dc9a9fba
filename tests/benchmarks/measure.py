"""One command in a process of its own: what it took of the processor and of memory. Other work on the machine does not count."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from browsing import ARGUMENTS, chromium

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 900  # seconds until a served page is given up
SETTINGS = {"SOURCE_DATE_EPOCH": "1796083200", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "hooks"}


@dataclass(frozen=True)
class Spent:
    """Processor seconds, and the largest memory in MiB."""

    seconds: float
    memory: float


@dataclass(frozen=True)
class Served(Spent):
    """What a serving process spent on an edit, and the seconds by the clock until a reader saw it."""

    shown: float


@dataclass(frozen=True)
class Weight:
    """Files of one kind: how many, how many bytes, the largest."""

    kind: str
    files: int
    bytes: int
    largest: int


@dataclass(frozen=True)
class Written:
    """What a folder holds: files, bytes, and of pages the largest made-up model and the largest of all others."""

    files: int
    bytes: int
    model: int
    list: tuple[int, str]
    kinds: tuple[Weight, ...]


def environment(**extra: str) -> dict[str, str]:
    return os.environ | SETTINGS | extra


def run(root: Path, *arguments: str, **extra: str) -> Spent:
    """`python -m <arguments>` in `root`; raises where it does not end well."""
    command = [sys.executable, "-m", *arguments]
    process = subprocess.Popen(
        command, cwd=root, env=environment(**extra), stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Spent(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def written(folder: Path) -> Written:
    sizes = {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file()
    }
    pages = {name: size for name, size in sizes.items() if name.endswith("index.html")}
    models = {
        name for name in pages if re.fullmatch(r"mallit/(?!sivu/)[^/]+/[^/]+/index.html", name)
    }
    return Written(
        len(sizes),
        sum(sizes.values()),
        max((pages[name] for name in models if "/koe-" in name), default=0),
        max((size, name) for name, size in pages.items() if name not in models),
        tuple(weights(sizes)),
    )


def weights(sizes: Mapping[str, int]) -> list[Weight]:
    """The kinds of files by their weight, the heaviest first."""
    found: dict[str, list[int]] = defaultdict(list)
    for name, size in sizes.items():
        found[kind_of(name)].append(size)
    made = [Weight(kind, len(held), sum(held), max(held)) for kind, held in found.items()]
    return sorted(made, key=lambda one: -one.bytes)


def kind_of(name: str) -> str:
    """What a file is: pages of records of a folder, further pages of lists, files of a folder by their ending."""
    folders, ending = name.split("/")[:-1], name.rpartition(".")[2]
    deep = folders[:3] if folders[:1] == ["api"] else folders[:2]
    if ending == "html" and "sivu" in folders:
        return f"{folders[0]}/…/sivu"
    if ending == "html" and folders[:1] != ["avoin-data"]:
        return f"{folders[0]}/*" if len(folders) > 1 else f"{'/'.join(folders)}/"
    return f"{'/'.join(deep)} .{ending}"


def served_edit(
    root: Path, page: str, edited: Path, before: str, after: str, **extra: str
) -> Served:
    """Save `edited` while the site is served and a browser shows `page`: what it costs until that says `after`."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}/"
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=root,
        env=environment(SITE_URL=address, **extra),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(address + page)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
            shown = browser.new_page()
            shown.goto(address + page)
            shown.get_by_role("heading", level=1).filter(has_text=before).wait_for()
            time.sleep(2)  # the first build has ended when its pages show; its threads have not
            spent, saved = _used(process.pid), time.monotonic()
            edited.write_text(
                edited.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8"
            )
            heading = shown.get_by_role("heading", level=1).filter(has_text=after)
            heading.wait_for(timeout=PATIENCE * 1000)
            clock = time.monotonic() - saved
            browser.close()
        return Served(_used(process.pid) - spent, _memory(process.pid), clock)
    finally:
        process.terminate()
        process.wait(timeout=60)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(address: str) -> None:
    """Until something is there."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with (
            contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError),
            urllib.request.urlopen(address, timeout=PATIENCE),
        ):
            return
        time.sleep(0.1)
    raise TimeoutError(address)


def _used(pid: int) -> float:
    """Processor seconds of a process so far."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:  # noqa: PTH123
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _memory(pid: int) -> float:
    with open(f"/proc/{pid}/status", encoding="utf-8") as status:  # noqa: PTH123
        peak = next(line for line in status if line.startswith("VmHWM:"))
    return int(peak.split()[1]) / 1024
