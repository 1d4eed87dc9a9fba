"""The worst servers, one by one: how long a visit takes, how much memory its process, and what is said of it.

Run by hand: PYTHONPATH=tests:hooks .venv/bin/python -m benchmarks.hostile_servers [--timeout 2] [--together]
Each visit has a process of its own; the figure is the most memory that it ever held. `--together`: one for all.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from catalogue.linkcheck.polite import Manners
from catalogue.linkcheck.visitor import visit
from hostileserver import every_kind


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.hostile_servers", description=__doc__)
    parser.add_argument("--timeout", type=float, default=2.0)
    parser.add_argument("--together", action="store_true")
    parser.add_argument("--visit", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.visit:
        json.dump(visited(json.load(sys.stdin), given.timeout), sys.stdout)
        return
    with every_kind() as addresses:
        if given.together:
            made = in_a_process([*addresses.values()], given.timeout)
            print(f"{len(addresses)} servers: {made['seconds']:.1f} s, {made['megabytes']:.0f} MB")
            return
        for name, url in addresses.items():
            made = in_a_process([url], given.timeout)
            outcome, detail = made["found"].get(url, ("not checked", ""))
            print(
                f"{name:30} {made['seconds']:5.1f} s {made['megabytes']:5.0f} MB  {outcome} {detail}"
            )


def in_a_process(urls: list[str], timeout: float) -> Any:
    """What `visited` tells, from a process of its own."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.hostile_servers",
        "--visit",
        "--timeout",
        str(timeout),
    ]
    environment = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    done = subprocess.run(
        command,
        input=json.dumps(urls),
        capture_output=True,
        text=True,
        check=True,
        env=environment | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    return json.loads(done.stdout)


def visited(urls: list[str], timeout: float) -> dict[str, object]:
    """Outcomes by address, the seconds that it took, and the most memory that this process held."""
    endpoints = {(urlsplit(url).hostname or "", urlsplit(url).port or 0) for url in urls}
    manners = Manners(
        delay=0, timeout=timeout, visit=4 * timeout, retries=0, endpoints=frozenset(endpoints)
    )
    started = time.perf_counter()
    found = visit(urls, datetime.datetime.now(datetime.UTC), manners)
    return {
        "seconds": time.perf_counter() - started,
        "megabytes": most_memory(),
        "found": {url: (check.outcome, check.detail) for url, check in found.items()},
    }


def most_memory() -> float:
    """The most megabytes that this process ever held (Linux; rusage would count its parent's as well)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


if __name__ == "__main__":
    main()
