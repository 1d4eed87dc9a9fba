"""`make bench`: check, build and edit catalogues of several sizes here, and build them with plain Material, in turn.

Both build the same number of pages with the same texts. The real catalogue alone (0 models more) is measured too and taken
off, so that a page costs what one more model costs: its own page and the page of its source.

Plain Material is given its faster set-up (a pruned navigation); `--full-nav` measures it as it comes. Times are of the
processor; the best of the rounds counts. `edit` is a second build after one model changed. `serve` is what `mkdocs serve`
spends between the saving of a model and its changed page in a browser, and `shown` the same by the clock. `wrong id` is
what one wrong id adds to a check. Each limit is printed with what was measured, what the largest site weighs by kind, and
what a made-up model is like beside a real one: the figures say as much as the two are alike.

All sizes take some 25 minutes on a quiet machine: plain Material and the server are left out of the largest.
"""

from __future__ import annotations

import argparse
import datetime
import os
import shutil
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from catalogue.facts import Build, Facts
from catalogue.load import load
from catalogue.memory import uncollected
from catalogue.problems import InvalidCatalogue
from catalogue.site.sitemap import pages

from .generate import STATES, generate
from .likeness import judged, lines, means, published
from .measure import Served, Spent, Written, run, served_edit, written
from .plain import write_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .likeness import Means

ROOT = Path(__file__).parents[2]
REAL = ("pohjanmaa", "tarmoa")  # the model that is edited
MARK = "Juuri muutettu"
MOST_KINDS = 25


@dataclass(frozen=True)
class Laid:
    """What was laid: its pages, what one wrong id costs, and what its models are like: the made-up ones, if there are any."""

    pages: int
    wrong_id: float
    judged: tuple[str, ...]
    means: Means


@dataclass(frozen=True)
class Row:
    """A size and everything measured of it; `serve` and `plain` where a site was served, and plain Material built, too."""

    models: int
    pages: int
    wrong_id: float
    check: Spent
    build: Spent
    edit: Spent
    serve: Served | None
    site: Written
    means: Means
    plain: Spent | None


@dataclass(frozen=True)
class Limit:
    """What was promised, what was measured, and how much is allowed."""

    name: str
    measured: float
    allowed: float

    @property
    def kept(self) -> bool:
        return self.measured <= self.allowed


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[100, 1000, 3000, 10_000], help="numbers of models"
    )
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument(
        "--plain-up-to", type=int, default=1000, help="largest size that plain Material builds"
    )
    parser.add_argument(
        "--serve-up-to", type=int, default=1000, help="largest size that is served to a browser"
    )
    parser.add_argument(
        "--full-nav",
        action="store_true",
        help="plain Material with its whole navigation on every page",
    )
    parser.add_argument("--alone", action="store_true", help="do not build plain Material")
    given = parser.parse_args()
    print(f"load of the machine: {_load()}", flush=True)
    rows = []
    for size in sorted({0, *given.sizes}):
        with tempfile.TemporaryDirectory(prefix="tyokykymallit-") as name:
            plain = not given.alone and size <= given.plain_up_to
            rows.append(measured(Path(name), size, given, plain=plain))
            print(_line(rows[-1]), flush=True)
    return report(rows)


def measured(folder: Path, size: int, given: argparse.Namespace, *, plain: bool) -> Row:
    """Lay both projects under `folder` and measure them in turn; of several rounds the best."""
    ours = folder / "ours"
    with ProcessPoolExecutor(
        1
    ) as own:  # what it holds would be counted to every process begun here
        laid = own.submit(prepare, folder, size, pruned=not given.full_nav, plain=plain).result()
    served = size <= given.serve_up_to
    rounds = [
        _round(ours, folder / "plain" if plain else None, served=served)
        for _ in range(given.rounds)
    ]
    check, build, edit, serve, other = (
        min((one for one in spent if one), key=lambda one: one.seconds, default=None)
        for spent in zip(*rounds, strict=True)
    )
    assert check and build and edit
    assert serve is None or isinstance(serve, Served)
    site = ours / "site"
    like = laid.means | published(site, laid.judged)
    return Row(
        size, laid.pages, laid.wrong_id, check, build, edit, serve, written(site), like, other
    )


def prepare(folder: Path, size: int, *, pruned: bool, plain: bool) -> Laid:
    """Lay both projects under `folder`."""
    ours = folder / "ours"
    for name in ("hooks", "overrides", "content"):
        shutil.copytree(ROOT / name, ours / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", ours)
    generate(ours, size)
    facts = Facts(load(ours / "models"), Build(datetime.date(2026, 1, 1)))
    count = write_plain(folder / "plain" if plain else None, pages(facts), pruned=pruned)
    ids = tuple(str(record.id) for record in judged(facts))
    with uncollected():  # as in the command
        return Laid(count, _wrong_id(ours / "models"), ids, means(facts))


def _wrong_id(models: Path) -> float:
    """Processor seconds that one wrong id adds to a check of files that were read before."""
    path = models / REAL[0] / f"{REAL[1]}.yml"
    sound = path.read_text(encoding="utf-8")
    started = time.process_time()
    load(models)
    read = time.process_time()
    path.write_text(sound.replace("\ntype: ", "\ntype: x", 1), encoding="utf-8")
    with suppress(InvalidCatalogue):
        load(models)
        raise AssertionError("a wrong id was not noticed")
    path.write_text(sound, encoding="utf-8")
    return time.process_time() - read - (read - started)


def _round(ours: Path, plain: Path | None, *, served: bool) -> tuple[Spent | None, ...]:
    model = ours / "models" / REAL[0] / f"{REAL[1]}.yml"
    text = model.read_text(encoding="utf-8")
    name = next(line for line in text.splitlines() if line.startswith("name:"))
    name = name.removeprefix("name: ")
    for left in (ours / "site", ours / ".cache"):
        shutil.rmtree(left, ignore_errors=True)
    check = run(ours, "catalogue.commands.main", "check")
    build = run(ours, "mkdocs", "build", "--quiet", LINKS_STATE=STATES)
    model.write_text(text.replace(name, f"{name} {MARK}", 1), encoding="utf-8")
    edit = run(ours, "mkdocs", "build", "--quiet", LINKS_STATE=STATES)
    page = f"mallit/{REAL[0]}/{REAL[1]}/"
    assert MARK in (ours / "site" / page / "index.html").read_text(encoding="utf-8")
    serve = (
        served_edit(ours, page, model, MARK, "Nyt taas muutettu", LINKS_STATE=STATES)
        if served
        else None
    )
    model.write_text(text, encoding="utf-8")
    return check, build, edit, serve, run(plain, "mkdocs", "build", "--quiet") if plain else None


def report(rows: list[Row]) -> int:
    """Print the table, what weighs and the limits; 1 when a limit is missed."""
    print(
        f"\n{'models':>7} {'pages':>7} {'check s':>8} {'build s':>8} {'ms/page':>8} {'edit s':>7} {'serve s':>8} "
        f"{'shown s':>8} {'wrong id':>8} {'MiB':>6} {'files':>7} {'site MB':>9} {'plain s':>8} {'ratio':>6}"
    )
    for row in rows:
        print(_line(row, rows[0]))
    print(f"load of the machine: {_load()}\n")
    for line in lines(rows[0].means, rows[-1].means):
        print(line)
    print(f"\nwhat weighs at {rows[-1].models}:")
    for kind in rows[-1].site.kinds[:MOST_KINDS]:
        print(
            f"{kind.bytes / 1e6:9.1f} MB {kind.files:>7} files {kind.largest / 1000:8.1f} kB  {kind.kind}"
        )
    kept = True
    for limit in limits(rows):
        kept = kept and limit.kept
        print(
            f"{'kept  ' if limit.kept else 'MISSED'} {limit.name}: {limit.measured:.3g} (at most {limit.allowed:g})"
        )
    return 0 if kept else 1


def limits(rows: list[Row]) -> Iterator[Limit]:
    """Every promise that the sizes allow to be tested."""
    real, *others = rows
    for row in others:
        if row.plain and row.models >= 1000:
            yield Limit(
                f"build of {row.models} against plain Material",
                row.build.seconds / row.plain.seconds,
                0.15,
            )
        if row.models >= 1000:
            if row.serve:
                yield Limit(
                    f"one edited model of {row.models}, served, against its build",
                    row.serve.seconds / row.build.seconds,
                    0.05,
                )
            yield Limit(
                f"a second build of {row.models} with one edited model against the first",
                row.edit.seconds / row.build.seconds,
                0.05,
            )
        if row.models >= 3000:
            size, name = row.site.list
            yield Limit(f"largest model page of {row.models}, kB", row.site.model / 1000, 120)
            yield Limit(f"largest other page of {row.models}, kB ({name})", size / 1000, 150)
        if row.models >= 10_000:
            yield Limit(
                f"check of {row.models} against its build",
                row.check.seconds / row.build.seconds,
                0.2,
            )
            yield Limit(f"memory of a build of {row.models}, MiB", row.build.memory, 1536)
            yield Limit(f"size of the site of {row.models}, MB", row.site.bytes / 1e6, 600)
            yield Limit(f"files of the site of {row.models}", row.site.files, 50_000)
    assert real.serve
    yield Limit(
        "one edited model of the real catalogue, served, against its build",
        real.serve.seconds / real.build.seconds,
        0.1,
    )
    yield Limit(
        "a second build of the real catalogue with one edited model against the first",
        real.edit.seconds / real.build.seconds,
        0.1,
    )
    for row in rows:
        yield Limit(f"one wrong id among {row.models} more, s", row.wrong_id, 0.446)
    first = next((row for row in others if row.models >= 1000), others[0])
    if others[-1] is not first:
        yield Limit(
            f"a page at {others[-1].models} against one at {first.models}",
            _cost(others[-1], real) / _cost(first, real),
            1.1,
        )


def _cost(row: Row, real: Row) -> float:
    """Milliseconds of one page more."""
    return 1000 * (row.build.seconds - real.build.seconds) / (row.pages - real.pages)


def _line(row: Row, real: Row | None = None) -> str:
    cost = f"{_cost(row, real):8.2f}" if real and row is not real else " " * 8
    serve = f"{row.serve.seconds:8.2f} {row.serve.shown:8.2f}" if row.serve else " " * 17
    line = (
        f"{row.models:>7} {row.pages:>7} {row.check.seconds:8.2f} {row.build.seconds:8.2f} {cost} "
        f"{row.edit.seconds:7.2f} {serve} {row.wrong_id:8.3f} {row.build.memory:6.0f} {row.site.files:>7} "
        f"{row.site.bytes / 1e6:9.1f}"
    )
    if row.plain:
        line += f" {row.plain.seconds:8.2f} {row.build.seconds / row.plain.seconds:6.3f}"
    return line


def _load() -> str:
    return ", ".join(f"{load:.1f}" for load in os.getloadavg()) + f" on {os.cpu_count()} cores"


if __name__ == "__main__":
    sys.exit(main())
