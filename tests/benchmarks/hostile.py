"""Very much of one thing: how long the checker takes, and how that grows when there is twice as much.

Run by hand: PYTHONPATH=tests:hooks .venv/bin/python -m benchmarks.hostile [--size 150000]
Linear work grows by 2, work that goes with the square by 4: such a file would stop a pull request's check for hours.
"""

from __future__ import annotations

import argparse
import time

from catalogue import rules
from catalogue.load import assemble

UNITS = {
    "letters": "a",
    "spaces": " ",
    "line ends": "\n",
    "lists": "[",
    "fields": "{a: ",
    "items": "- a\n",
    "nested items": "- ",
    "questions": "? ",
    "quotes": "'",
    "double quotes": '"',
    "anchors": "&a ",
    "empty links": "[](",
    "www": "www.-",
    "at signs": "a@",
    "dots": "a.",
    "digits": "0",
    "phones": "040 ",
    "tags": "<a ",
    "entities": "&amp",
    "backslashes": "\\",
    "words": "token ",
}
FRAMES = {"file": "{}", "value": "name: '{}'\n", "comment": "# {}\nname: x\n"}


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.hostile", description=__doc__)
    parser.add_argument("--size", type=int, default=150_000, help="characters")
    size = parser.parse_args().size
    print(f"{'':24} {size:>9} {2 * size:>9}  growth")
    for frame in FRAMES:
        for name, unit in UNITS.items():
            once, twice = (seconds(filled(frame, unit, many)) for many in (size, 2 * size))
            print(
                f"{frame:8} {name:15} {once:7.3f} s {twice:7.3f} s  {twice / once:.1f}", flush=True
            )


def filled(frame: str, unit: str, size: int) -> bytes:
    """A file of about `size` characters: `unit` again and again, as the whole file, in a value or in a comment."""
    filling = unit * (size // len(unit))
    return (
        FRAMES[frame]
        .format(filling if frame == "file" else filling.replace("\n", " ").replace("'", " "))
        .encode()
    )


def seconds(raw: bytes) -> float:
    """Processor time of reading the file and running every rule on it."""
    begun = time.process_time()
    catalogue, _ = assemble("models", [("mantyla/uusi.yml", raw)])
    list(rules.check(catalogue))
    return time.process_time() - begun


if __name__ == "__main__":
    main()
