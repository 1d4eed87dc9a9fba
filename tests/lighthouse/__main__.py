"""`make lighthouse`: Lighthouse's marks of each kind of page of the real site, as on a phone (or `desktop`).

Run by hand: it takes minutes, and its marks move with the machine. Addresses may be named: python -m lighthouse mallit/
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from browsing import ARGUMENTS, chromium
from built import PATH, build, serving

VERSION = "12.8.2"
COMMAND = os.environ.get(
    "LIGHTHOUSE", f"npm exec --yes --package=lighthouse@{VERSION} -- lighthouse"
)
PAGES = (
    "", "mallit/", "mallit/pohjois-savo/laatuperusteinen-tyohonvalmennus/", "alueet/pohjois-savo/",
    "tyypit/tyokyvyn-tuen-tiimi/", "vertailu/tyohonvalmennuksen-tulokset/",
    "vertailu/omat/?mallit=pohjois-savo/laatuperusteinen-tyohonvalmennus,satakunta/laatuperusteinen-tyohonvalmennus",
    "aukot/", "ristiriidat/", "mittarit/", "mittarit/tyollistyneet/", "lahteet/", "ohjelmat/", "sanasto/", "haku/?q=valmennus",
    "avoin-data/", "osallistu/", "saavutettavuus/",
)  # fmt: skip
MARKS = ("performance", "accessibility", "best-practices", "seo")
NUMBERS = ("first-contentful-paint", "largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time")  # fmt: skip
WEIGHT = "total-byte-weight"


def looked_at(address: str, *, desktop: bool) -> str:
    """One line: the four marks, then what they are made of."""
    command = [
        *shlex.split(COMMAND), address, "--quiet", "--output=json",
        f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}",
        f"--only-categories={','.join(MARKS)}", *(["--preset=desktop"] if desktop else []),
    ]  # fmt: skip
    done = subprocess.run(
        command, capture_output=True, check=True, env=os.environ | {"CHROME_PATH": chromium()}
    )
    told = json.loads(done.stdout)
    marks = "/".join(str(round(100 * told["categories"][mark]["score"])) for mark in MARKS)
    audits = told["audits"]
    numbers = "  ".join(audits[name]["displayValue"] for name in NUMBERS)
    return f"{marks:18}{numbers}  {audits[WEIGHT]['displayValue']}"


def main(arguments: list[str]) -> None:
    desktop = "desktop" in arguments
    site = os.environ.get("SITE")
    with tempfile.TemporaryDirectory() as folder:
        built = Path(site) if site else Path(folder) / "built"
        if not site:
            done = build("mkdocs", built)
            assert done.returncode == 0, done.stderr
        served = Path(folder) / "served"
        served.mkdir()
        (served / PATH).symlink_to(built, target_is_directory=True)
        with serving(served) as address:
            for page in [name for name in arguments if name != "desktop"] or PAGES:
                print(
                    f"{looked_at(f'{address}{PATH}/{page}', desktop=desktop)}  /{page}", flush=True
                )


main(sys.argv[1:])
