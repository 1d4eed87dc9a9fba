"""`make bench`: build 100 and 1,000 models here and with plain Material, in turn, and print what a page costs.

Both build the same number of pages with the same texts. The real catalogue alone (0 models more) is measured too and taken
off, so that a page costs what one more model costs: its own page and the page of its source.

Plain Material is given its faster set-up (a pruned navigation); `--full-nav` measures it as it comes. Times are of the
processor; the best of the rounds counts.
"""

from __future__ import annotations

import argparse
import datetime
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from catalogue.facts import Build, Facts
from catalogue.load import load
from catalogue.site.sitemap import pages

from .generate import generate
from .plain import write_plain

ROOT = Path(__file__).parents[2]
LIMIT = 0.4  # of plain Material at the largest size


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[100, 1000], help="numbers of models"
    )
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument(
        "--full-nav",
        action="store_true",
        help="plain Material with its whole navigation on every page",
    )
    parser.add_argument("--alone", action="store_true", help="do not build plain Material")
    given = parser.parse_args()
    sizes = [0, *given.sizes]
    with tempfile.TemporaryDirectory(prefix="tyokykymallit-") as name:
        made = {size: prepare(Path(name) / str(size), size, given) for size in sizes}
        kinds = ["ours"] if given.alone else ["ours", "plain"]
        best: dict[tuple[int, str], float] = {}
        for turn in range(given.rounds):
            for size in sizes:
                for kind in kinds:
                    spent = build(Path(name) / str(size) / kind)
                    print(
                        f"round {turn + 1}: {size:>6} models {kind:<5} {spent:7.1f} s", flush=True
                    )
                    best[size, kind] = min(spent, best.get((size, kind), spent))
    return report(made, best, given.alone)


def prepare(folder: Path, size: int, given: argparse.Namespace) -> int:
    """Lay both projects under `folder`; the number of pages that each has."""
    ours = folder / "ours"
    for name in ("hooks", "overrides", "content"):
        shutil.copytree(ROOT / name, ours / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", ours)
    generate(ours, size)
    started = time.process_time()
    catalogue = load(ours / "models")
    print(f"checking {size:>6} models took {time.process_time() - started:.1f} s", flush=True)
    made = tuple(pages(Facts(catalogue, Build(datetime.date(2026, 1, 1)))))
    if not given.alone:
        write_plain(folder / "plain", made, pruned=not given.full_nav)
    return len(made)


def build(root: Path) -> float:
    """Seconds of processor time that one strict build takes in a process of its own; other work does not count."""
    target = root / "site"
    shutil.rmtree(target, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(target)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1767225600", "NO_MKDOCS_2_WARNING": "1"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=root, env=environment, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def report(made: dict[int, int], best: dict[tuple[int, str], float], alone: bool) -> int:
    """Print the table; 1 when a limit is missed."""

    def cost(size: int, kind: str) -> float:
        """Milliseconds of one page more."""
        return 1000 * (best[size, kind] - best[0, kind]) / (made[size] - made[0])

    print(
        f"\n{'models':>7} {'pages':>7} {'ours s':>8} {'ms/page':>8} {'plain s':>8} {'ms/page':>8} {'ratio':>6}"
    )
    for size, count in made.items():
        ours = f"{size:>7} {count:>7} {best[size, 'ours']:8.1f} {cost(size, 'ours') if size else 0:8.2f}"
        plain = (
            ""
            if alone
            else f" {best[size, 'plain']:8.1f} {cost(size, 'plain') if size else 0:8.2f}"
        )
        print(ours + plain + ("" if alone else f" {best[size, 'ours'] / best[size, 'plain']:6.2f}"))
    print(
        f"largest memory of a build: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB"
    )
    small, *_, large = (size for size in made if size)
    faults = []
    if not alone and best[large, "ours"] / best[large, "plain"] > LIMIT:
        faults.append(f"more than {LIMIT} of plain Material")
    if cost(large, "ours") > cost(small, "ours"):
        faults.append(f"a page costs more at {large} than at {small}")
    print("; ".join(faults) or "within the limits")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
