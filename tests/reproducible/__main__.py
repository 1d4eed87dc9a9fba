"""`python -m reproducible [--real] [--python OTHER]`: build in five environments and compare byte by byte.

Of the made-up catalogue, or with `--real` of the project's own. `--python` is the Python of an environment in which
the locked packages are installed; it adds a sixth.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from built import copy_project, made_up_project

from . import MACHINES, Machine, built, different


def main() -> int:
    parser = argparse.ArgumentParser(prog="reproducible", description=__doc__)
    parser.add_argument("--real", action="store_true")
    parser.add_argument("--python", action="append", default=[])
    given = parser.parse_args()
    project = copy_project if given.real else made_up_project
    machines = (*MACHINES, *(Machine(f"toinen Python: {one}", python=one) for one in given.python))
    first: dict[str, str] = {}
    differ = False
    with tempfile.TemporaryDirectory() as made:
        for machine in machines:
            site = built(machine, Path(made) / "kone", project)
            found = different(first or site, site)
            first = first or site
            differ = differ or bool(found)
            told = f"{len(found)} eroaa: {', '.join(found[:5])}" if found else "samat tavut"
            print(f"{machine.name}: {len(site)} tiedostoa, {told}", flush=True)
    return int(differ)


if __name__ == "__main__":
    sys.exit(main())
