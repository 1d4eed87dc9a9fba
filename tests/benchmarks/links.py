"""1,000 references on loopback: how long a check takes, and how many requests each host gets.

Run by hand: PYTHONPATH=tests:hooks .venv/bin/python -m benchmarks.links [--references 1000] [--hosts 10] [--delay 0 0.05]
One reference in ten fails in one of the ways that servers fail; the rest work.
"""

from __future__ import annotations

import argparse
import datetime
import os
import time
from collections import Counter
from contextlib import ExitStack

from catalogue.linkcheck.polite import Manners, Turns
from catalogue.linkcheck.visitor import visit
from catalogue.links.outcome import WORDS
from linkserver import gone, head_refused, linkserver, moved_to, ok, page, status

ODD = (gone, status(500), status(403), head_refused, moved_to("/uusi"), moved_to("/uusi", 302))


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.links", description=__doc__)
    parser.add_argument("--references", type=int, default=1000)
    parser.add_argument("--hosts", type=int, default=10)
    parser.add_argument("--delay", type=float, nargs="+", default=[0.0, 0.05])
    given = parser.parse_args()
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        os.environ.pop(name, None)
    for delay in given.delay:
        measure(given.references, given.hosts, delay)


def measure(references: int, hosts: int, delay: float) -> None:
    with ExitStack() as stack:
        sites = [stack.enter_context(linkserver()) for _ in range(hosts)]
        for site in sites:
            site.pages = {
                f"/{n}": ODD[n // 10 % len(ODD)] if n % 10 == 0 else ok for n in range(references)
            }
            site.pages["/uusi"] = page("<h1 id='alku'>uusi</h1>")
        urls = [sites[n % hosts].url(f"/{n // hosts}") for n in range(references)]
        turns, started, used = Turns(delay), time.perf_counter(), time.process_time()
        found = visit(
            urls,
            datetime.datetime.now(datetime.UTC),
            Manners(
                delay=delay,
                timeout=5,
                retries=1,
                backoff=0.05,
                endpoints=frozenset(site.endpoint for site in sites),
            ),
            turns,
        )
        took, used = time.perf_counter() - started, time.process_time() - used
    per_host = sorted(turns.requests.values())
    classes = Counter(WORDS[check.outcome] for check in found.values())
    print(
        f"{references} references, {hosts} hosts, delay {delay} s: {took:.1f} s ({used:.1f} s of processor, server included), "
        f"{sum(per_host)} requests, {per_host[0]}-{per_host[-1]} a host, {sum(per_host) / references:.2f} a reference"
    )
    print("   " + ", ".join(f"{count} {words}" for words, count in classes.most_common()))


if __name__ == "__main__":
    main()
