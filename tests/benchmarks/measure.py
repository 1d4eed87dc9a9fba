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
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
class Written:
    """What a folder holds: files, bytes, and of pages the largest made-up model and the largest of all others."""

    files: int
    bytes: int
    model: int
    list: tuple[int, str]


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
    )


def served_edit(
    root: Path, page: str, edited: Path, before: str, after: str, **extra: str
) -> Spent:
    """Processor seconds of a serving process between saving `edited` and showing `after` at `page`; its memory then."""
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
        _wait(address + page, before)
        time.sleep(2)  # the first build has ended when its pages show; its threads have not
        started = _used(process.pid)
        edited.write_text(
            edited.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8"
        )
        _wait(address + page, after)
        return Spent(_used(process.pid) - started, _memory(process.pid))
    finally:
        process.terminate()
        process.wait(timeout=60)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(address: str, text: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with (
            contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError),
            urllib.request.urlopen(address, timeout=PATIENCE) as answer,
        ):
            if text in answer.read().decode():
                return
        time.sleep(0.1)
    raise TimeoutError(f"{address} never said {text!r}")


def _used(pid: int) -> float:
    """Processor seconds of a process so far."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:  # noqa: PTH123
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _memory(pid: int) -> float:
    with open(f"/proc/{pid}/status", encoding="utf-8") as status:  # noqa: PTH123
        peak = next(line for line in status if line.startswith("VmHWM:"))
    return int(peak.split()[1]) / 1024
