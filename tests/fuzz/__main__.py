"""`python -m fuzz [inputs] [seed]`: broken copies of the made-up and of the real catalogue, and what became of them."""

from __future__ import annotations

import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from pages.cases import files_of
from pages.harness import folder_files

from . import catalogue, survives

REAL = Path(__file__).parents[2] / "models"


def main() -> int:
    inputs = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    made_up = files_of()
    real = {name: raw for name, raw in folder_files(REAL).items() if not name.startswith("schema/")}
    counts: Counter[str] = Counter()
    slowest, started = (0.0, -1), time.process_time()
    for seed in range(first, first + inputs):
        whole = seed % 4 != 0  # every fourth is the real catalogue, checked only
        begun = time.process_time()
        try:
            accepted = survives(catalogue(made_up if whole else real, seed), whole=whole)
            counts["accepted" if accepted else "refused"] += 1
        except Exception:
            counts["broke"] += 1
            print(f"seed {seed}:\n{traceback.format_exc(limit=-3)}")
        slowest = max(slowest, (time.process_time() - begun, seed))
    told = ", ".join(f"{count} {what}" for what, count in counts.most_common())
    print(
        f"{inputs} inputs: {told}; {time.process_time() - started:.0f} s of processor time, "
        f"slowest {slowest[0]:.1f} s (seed {slowest[1]})"
    )
    return 1 if counts["broke"] else 0


if __name__ == "__main__":
    sys.exit(main())
