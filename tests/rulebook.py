"""`python -m rulebook`: the authors' page of rules, made of what the rules say of themselves and of their golden cases."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

from catalogue.rules.explained import RULES
from golden import CASES, Files, files_of

PAGE = Path(__file__).parents[1] / "content" / "osallistu" / "saannot.md"
PRIVATE = ("yksityisyys",)  # what must never stand in the repository is no example either
USUAL = 25  # a line of so many cases belongs to the shared pattern, not to the example
MOST, WIDTH = 4, 150
HEAD = """\
---
title: Säännöt
description: Mitä tarkistus vaatii, miksi, ja miten viesti korjataan.
---

# Mitä tarkistus vaatii ja miksi?

Tarkistuksen viestin lopussa on säännön nimi hakasulkeissa, esimerkiksi `[tuntematon-tunnus]`. Tällä sivulla on jokainen
sääntö, sen syy, väärä ja oikea esimerkki ja viesti. Esimerkit ovat samoja, joilla sääntöjä testataan; niiden mallit ja
luvut ovat keksittyjä.
{ .lead }

**Varoitus** ei pysäytä tarkistusta. Jos kohta on kunnossa, kerro se rivin lopussa: `# tarkistettu <sääntö>: miksi`.
Julkinen numero tai osoite merkitään `# julkinen: kenen`.

"""


def text() -> str:
    return HEAD + "\n".join(map(_entry, sorted(RULES)))


def _entry(rule: str) -> str:
    told = RULES[rule]
    failing = [
        case
        for case in sorted((CASES / rule).iterdir())
        if not case.name.startswith("ok-") and (case / "expected.txt").exists()
    ]
    case = next((one for one in failing if one.name == told.case), failing[0])
    line = next(
        one
        for one in (case / "expected.txt").read_text(encoding="utf-8").splitlines()
        if one.endswith(f"[{rule}]")
    )
    passing = next(one for one in sorted((CASES / rule).iterdir()) if one.name.startswith("ok-"))
    path, number, _, message = line.split(":", 3)
    wrong = _line_of(case, path, int(number))
    right = _own_lines(passing)
    parts = [f"## {told.wants} {{ #{rule} }}", f"`[{rule}]` {told.why}"]
    if wrong and rule not in PRIVATE:
        parts.append(f"Väärin:\n\n{_block([wrong])}")
    parts.append(f"Viesti: {_plain(message.strip().removesuffix(f' [{rule}]'))}")
    if right:
        parts.append(f"Oikein:\n\n{_block(right)}")
    return "\n\n".join(parts) + "\n"


def _line_of(case: Path, path: str, number: int) -> str:
    raw = files_of(case).get(path.removeprefix("models/"), b"")
    lines = raw.decode("utf-8", "replace").splitlines()
    shown = lines[number - 1] if number <= len(lines) else ""
    return shown if shown.isprintable() else ""


@cache
def _seen() -> Counter[str]:
    files = (files_of(case).values() for case in CASES.glob("*/*") if case.parent.name != "base")
    return Counter(
        line
        for made in files
        for raw in made
        for line in raw.decode("utf-8", "replace").splitlines()
    )


def _own_lines(case: Path) -> list[str]:
    """What stands in the case's file and not in every other."""
    files: Files = files_of(case)
    lines = [line for raw in files.values() for line in raw.decode("utf-8", "replace").splitlines()]
    own = [line for line in lines if line.strip() and _seen()[line] < USUAL and line.isprintable()]
    return own[:MOST]


def _block(lines: list[str]) -> str:
    cut = [line if len(line) <= WIDTH else f"{line[:WIDTH]} …" for line in lines]
    return "```yaml\n" + "\n".join(cut) + "\n```"


def _plain(message: str) -> str:
    """A message as text: nothing in it is Markdown or HTML."""
    return re.sub(r"[\\`*_{}\[\]<>|#&]", lambda found: f"&#{ord(found.group())};", message)


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
