"""`python -m fuzz [inputs] [seed]`: broken copies of the made-up and of the real catalogue, and what became of them."""

from __future__ import annotations

import resource
import sys
import time

from . import tried


def main() -> int:
    inputs = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    outcome = tried(range(first, first + inputs))
    for end, seeds in outcome.broke.items():
        print(f"seeds {', '.join(map(str, seeds[:5]))} ({len(seeds)} in all):\n{end}")
    told = ", ".join(f"{count} {what}" for what, count in outcome.counts.most_common())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{inputs} inputs from seed {first}: {told}; {time.process_time():.0f} s of processor time, "
        f"slowest {outcome.slowest[0]:.1f} s (seed {outcome.slowest[1]}), {memory} MiB"
    )
    return 1 if outcome.counts["broke"] else 0


if __name__ == "__main__":
    sys.exit(main())
