"""`make mutate`: plant faults, print what nobody saw and the share that was caught; fail below the floor.

`--all` plants every fault, else a sample of fixed seed. `--only WORD[:LINE]` takes files whose path holds the word (and
of them one line), `--again FILE` the survivors that a former run printed: of these every fault is planted.
`--raise` writes a higher floor into floor.json; the floor is never lowered.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import Fault, of_module
from .jury import ROOT, modules, spoken, survivors, templates, warm
from .templates import of_template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Faults that change nothing that can be heard, each with the reason. One that no longer fits a line is refused.
EQUAL = {
    "figures/reconcile.py: elements swapped: (_sum, _part, _rate, _impossible, _numerator, _variants,"
    " _direction, _population) -> (_part, _sum, _rate, _impossible, _numerator, _variants, _direction,"
    " _population)": ("each check names its findings itself; whoever prints them sorts them"),
    "figures/comparability.py: attribute: figure.denominator -> figure.n": (
        "of a percentage n is its denominator"
    ),
    "figures/figure.py: attribute: result.least -> result.most": "half of a pair has no shape",
    "site/assets.py: elements swapped: ('.woff2', '.svg', '/first.js') -> ('.svg', '.woff2', '/first.js')": (
        "either ending is sent as it is"
    ),
    "site/paging.py: comparison: size > share -> size >= share": (
        "who needs exactly its share leaves the others the same share"
    ),
    "figures/reconcile.py: meaning of a word: 'numerator' -> 'denominator'": "only the kind of sums is read",
}
FLOOR = Path(__file__).parent / "floor.json"
SURVIVED = re.compile(r"^  survived (?:hooks/catalogue/)?(\S+?):\d+: (.+)$", re.MULTILINE)
SEED, SAMPLE = 9, 400


def planted(only: str = "") -> list[Fault]:
    """Every fault that can be planted, or those of the files (and the line) that `only` names."""
    only, _, line = only.partition(":")
    found: list[Fault] = []
    for path, of in [(path, of_module) for path in modules()] + [
        (path, of_template) for path in templates()
    ]:
        name = path.relative_to(ROOT).as_posix()
        if only in name:
            found += of(name, path.read_text(encoding="utf-8"))
    return [fault for fault in found if not line or fault.line == int(line)]


def survived(output: str) -> set[str]:
    """The names of the faults that a former run printed as survivors."""
    return {f"{path}: {what}" for path, what in SURVIVED.findall(output)}


def main() -> int:
    reader = argparse.ArgumentParser(
        prog="make mutate", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    reader.add_argument("--all", action="store_true", help="plant every fault")
    reader.add_argument("--meant", action="store_true", help="only those that turn a meaning round")
    reader.add_argument("--only", default="", help="only files whose path holds this")
    reader.add_argument(
        "--again", type=Path, help="only what the output in this file calls survived"
    )
    reader.add_argument("--sample", type=int, default=SAMPLE)
    reader.add_argument("--seed", type=int, default=SEED)
    reader.add_argument("--raise", dest="lift", action="store_true", help="raise the floor")
    wanted = reader.parse_args()
    whole = not (wanted.only or wanted.again)
    if wanted.lift and not whole:
        reader.error("--raise needs a run over every file")
    began = time.monotonic()
    every = planted(wanted.only)
    stale = {*EQUAL} - {_name(fault) for fault in every} if whole else set()
    if stale:
        print("EQUAL names what is not there any more:", *stale, sep="\n  ")
        return 2
    every = [fault for fault in every if _name(fault) not in EQUAL]
    if wanted.again:
        names = survived(wanted.again.read_text(encoding="utf-8"))
        every = [fault for fault in every if _name(fault) in names]
    meant = [fault for fault in every if fault.meant]
    chosen = [] if wanted.meant else every
    if not (wanted.all or wanted.again) and len(chosen) > wanted.sample:
        chosen = random.Random(wanted.seed).sample(chosen, wanted.sample)
    judged = [*dict.fromkeys([*meant, *chosen])]
    warm()
    said = spoken()
    print(
        f"{len(judged)} of {len(every)} faults, {sum(map(len, said))} pages and files", flush=True
    )
    left = {*survivors(judged, said, lambda line: print(line, flush=True))}
    for name, of in (("kind", _kind), ("folder", _folder)):
        print(*_table(name, of, judged, left), sep="\n")
    shares = {"meanings": _share(meant, left), "faults": _share(chosen, left)}
    floor = json.loads(FLOOR.read_text(encoding="utf-8"))
    for name, (caught, count) in shares.items():
        if count:
            print(
                f"{name}: {caught} of {count} caught, {100 * caught / count:.1f} % (floor {floor[name]} %)"
            )
    print(f"{time.monotonic() - began:.0f} s")
    if wanted.lift:
        raised = {name: max(floor[name], _floor(*shares[name])) for name in floor}
        FLOOR.write_text(json.dumps(raised, indent=1) + "\n", encoding="utf-8")
    return int(
        whole and any(_floor(*shares[name]) < floor[name] for name in floor if shares[name][1])
    )


def _kind(fault: Fault) -> str:
    return fault.what.partition(":")[0]


def _folder(fault: Fault) -> str:
    return str(Path(fault.path).parent)


def _table(
    name: str, of: Callable[[Fault], str], judged: list[Fault], left: set[Fault]
) -> Iterator[str]:
    """How many were caught of each kind or in each folder."""
    count = Counter(map(of, judged))
    caught = count - Counter(map(of, left))
    yield f"{'caught':>7} {'of':>5}  by {name}"
    yield from (f"{caught[one]:7} {count[one]:5}  {one}" for one in sorted(count))


def _name(fault: Fault) -> str:
    """A fault without its line, which moves."""
    return f"{fault.path.removeprefix('hooks/catalogue/')}: {fault.what}"


def _share(faults: list[Fault], left: set[Fault]) -> tuple[int, int]:
    return len([fault for fault in faults if fault not in left]), len(faults)


def _floor(caught: int, count: int) -> int:
    """The share caught in whole per cent, rounded down."""
    return 100 * caught // count if count else 0


if __name__ == "__main__":
    sys.exit(main())
