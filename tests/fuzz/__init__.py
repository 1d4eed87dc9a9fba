"""Broken catalogues, from a seed: what people, editors and disks do to files, and what nobody would do.

`catalogue(files, seed)` gives a catalogue of files with one to three faults in it; `survives` takes it through loading,
rules and, where it is accepted, every page and file of the site. Anything but a list of problems or a whole site is a
bug. `tried` does so with many seeds: most of them break the smallest catalogue, some the rich one, a few the real one.
The tests run a few; `make fuzz` runs as many as there is time for.
"""

from __future__ import annotations

import datetime
import random
import re
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import golden
from catalogue.cache import Contents, digest
from catalogue.links.store import Refused
from catalogue.load import assemble, checked
from catalogue.problems import InvalidCatalogue
from pages.cases import files_of
from pages.harness import LINKS, folder_files, said

from .output import faults_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TODAY = datetime.date(2026, 12, 1)  # after everything that the three catalogues tell
REAL = Path(__file__).parents[2] / "models"
VALUES = (
    "x", "5", "0", "-1", "1 128", "1,5", "9999999999", "2024", "2024-00", "2024-23/..", "..", "[]", "{}", "[[]]",
    "{a: b}", "~", "", "null", '""', '"', "'", "ä" * 300, "olematon", "Iso_Tunnus", "no", "https://[", "=1+1",
    "{x|luku}", "{%s}", "\u200b", "e\u0308", '"~/ & < \' http-equiv="refresh"', "- 1. - 1. x", "[" * 50, "*", "`",
    "|", "##", "1e999", "nan", "0x10", "1_000", "٣", "½", "2024-02-30", "9999-12-31", "0000", "2024/2023", "../..",
    "con", "\ud7ff\U0001f600", "\u0430ina", "[x](javascript:x)", "<script>x</script>", "{{ 7*7 }}", "-", "@", "\\t=1",
    '"\\u0000"', "omat", "tila", "index", "a" * 80, "a-" * 60, "[~, ~]", "[x, x]", "{fi: ~}", "{fi: x, sv: ''}", "0.1",
)  # fmt: skip
MARKS = "{}[]:,#\"'-|>&*!%@`~ \t\u00a0\ufeff\u2028ä"
MOST_KNOWN = 2000  # contents
SHARED = ("vocabulary/", "sources/", "discrepancies/", "comparisons/")
KINDS = (
    "lose", "double", "value", "value", "part", "part", "key", "cut", "mark", "indent", "move", "swap", "swap", "borrow",
)  # fmt: skip


@dataclass
class Tried:
    """What became of many broken catalogues."""

    counts: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, int] = (0.0, -1)  # seconds of processor time, seed
    broke: dict[str, list[int]] = field(default_factory=dict)  # end of a traceback -> seeds


class Known(Contents):
    """The last contents of files of a run, found as a build finds its own: a fault changes few of them."""

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[str, bytes] = {}

    def get(self, *of: str | bytes) -> bytes | None:
        """What was made of `of`."""
        return self.held.get(digest(*of))

    def put(self, content: bytes, *of: str | bytes) -> None:
        """Keep it for some inputs."""
        self.held[digest(*of)] = content
        if len(self.held) > MOST_KNOWN:
            del self.held[next(iter(self.held))]


def tried(seeds: Iterable[int]) -> Tried:
    """Take the catalogue of every seed through everything; `counts["broke"]` are those that no problem told of."""
    outcome, known = Tried(), Known()
    small, rich, real = worlds()
    for seed in seeds:
        begun = time.process_time()
        world = real if seed % 50 == 0 else rich if seed % 5 == 0 else small
        whole = world is not real or seed % 1000 == 0
        try:
            files = catalogue(world, seed)
            accepted = survives(files, whole=whole, strictly=seed % 7 == 0, known=known)
            outcome.counts["accepted" if accepted else "refused"] += 1
            outcome.counts["printed"] += accepted and whole
        except Exception:
            outcome.counts["broke"] += 1
            told = traceback.format_exc(limit=-3)
            outcome.broke.setdefault(told[:2000], []).append(seed)
        outcome.slowest = max(outcome.slowest, (time.process_time() - begun, seed))
    return outcome


@cache
def worlds() -> tuple[Mapping[str, bytes], Mapping[str, bytes], Mapping[str, bytes]]:
    """The files of the base of the golden cases, of the catalogue of the golden pages, and of the real catalogue."""
    real = {name: raw for name, raw in folder_files(REAL).items() if not name.startswith("schema/")}
    return golden.files_of(golden.BASE), files_of(), real


def catalogue(files: Mapping[str, bytes], seed: int) -> dict[str, bytes]:
    """The files with faults put into one or two of them; the same for the same seed."""
    luck = random.Random(seed)
    names = sorted(files)
    shared = [name for name in names if name.startswith(SHARED)]
    broken = dict(files)
    for _ in range(luck.choice((1, 1, 1, 2))):
        name = luck.choice(shared if luck.random() < 0.5 and shared else names)
        match luck.choices(("text", "lost", "bytes", "twin", "empty"), (90, 4, 3, 2, 1))[0]:
            case "lost":
                broken.pop(name, None)
            case "bytes":
                broken[name] = _bytes(files[name], luck)
            case "twin":
                broken[luck.choice(names).removesuffix(".yml") + "-2.yml"] = files[name]
            case "empty":
                broken[name] = luck.choice((b"", b"{}\n", b"[]\n", b"x\n", b"~\n"))
            case _:
                other = files[luck.choice(names)].decode().split("\n")
                before = broken.get(name, files[name]).decode("utf-8", "replace")
                broken[name] = _mutated(before, other, luck).encode("utf-8", "surrogatepass")
    return broken


def survives(
    files: Mapping[str, bytes],
    *,
    whole: bool = True,
    strictly: bool = False,
    known: Contents | None = None,
) -> bool:
    """Whether the catalogue was accepted. Raises whatever breaks it.

    `whole` prints the site of an accepted one, with the contents that are `known`; `strictly` also reads back what was
    printed.
    """
    try:
        if whole:
            addresses = Counter[str]()
            for one in said(files, TODAY, known):
                addresses[one.address] += one.golden != "search"
                assert not (strictly and [*faults_of(one)]), (one.address, [*faults_of(one)])
            twice = [address for address, count in addresses.items() if count > 1]
            assert not twice, twice
        else:
            models = sorted((name, raw) for name, raw in files.items() if name != LINKS)
            checked(*assemble("models", models, golden.remembered))
    except InvalidCatalogue as error:
        assert all(one.line >= 1 and one.column >= 1 and one.message for one in error.problems)
        str(error).encode()
        return False
    except Refused as error:
        str(error).encode()
        return False
    return True


def _bytes(raw: bytes, luck: random.Random) -> bytes:
    at = luck.randrange(len(raw) + 1)
    return raw[:at] + luck.choice((b"", b"\xff", b"\x00", b"\xe4", b"\r", raw[at:])) + raw[at + 1 :]


def _mutated(text: str, other: list[str], luck: random.Random) -> str:
    """The text with one to three faults; `other` are the lines of some file, to take from."""
    lines = text.split("\n")
    for _ in range(luck.choice((1, 1, 2, 3))):
        at = luck.randrange(len(lines))
        column = luck.randrange(len(lines[at]) + 1)
        match luck.choice(KINDS):
            case "lose":
                del lines[at]
            case "double":
                lines.insert(luck.randrange(len(lines) + 1), lines[at])
            case "value":
                lines[at] = lines[at].partition(":")[0] + ": " + luck.choice(VALUES)
            case "part":
                lines[at] = _other_part(lines[at], luck)
            case "key":
                lines[at] = re.sub(r"\w+", lambda found: found[0] + "x", lines[at], count=1)
            case "cut":
                lines = [*lines[:at], lines[at][:column]]
            case "mark":
                lines[at] = lines[at][:column] + luck.choice(MARKS) + lines[at][column + 1 :]
            case "indent":
                lines[at] = "  " + lines[at]
            case "swap":
                lines[at] = _of_another(lines[at], [*lines, *other], luck)
            case "borrow":
                lines.insert(at, luck.choice(other))
            case _:
                lines.insert(luck.randrange(len(lines)), lines.pop(at))
        lines = lines or [""]
    return "\n".join(lines)


def _other_part(line: str, luck: random.Random) -> str:
    """A line of `{key: value, key: value}` with one pair gone or another value in it."""
    pairs = re.findall(r"\b\w+: [^,{}\[\]]+,? ?", line)
    if not pairs:
        return line + luck.choice(VALUES)
    pair = luck.choice(pairs)
    key = pair.partition(":")[0]
    return line.replace(pair, luck.choice(("", f"{key}: {luck.choice(VALUES)}, ", pair * 2)), 1)


def _of_another(line: str, lines: list[str], luck: random.Random) -> str:
    """The line with the value that another line has under the same key: right in form, wrong in sense."""
    pairs = re.findall(r"(\b\w+): ([^,{}\[\]]+)", line)
    if not pairs:
        return line
    key, value = luck.choice(pairs)
    others = re.findall(rf"\b{key}: ([^,{{}}\[\]]+)", "\n".join(lines))
    return line.replace(f"{key}: {value}", f"{key}: {luck.choice(others or VALUES)}", 1)
