"""The made-up project at its oddest: a model of hostile texts, and two addresses that were visited, published by another."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from built import MODEL
from catalogue.links.outcome import Check, Outcome
from catalogue.links.state import Link, joined, seen
from catalogue.links.store import written

if TYPE_CHECKING:
    from pathlib import Path

    from catalogue.records import Catalogue

NOW = datetime.datetime(2025, 11, 20, 4, tzinfo=datetime.UTC)
WEEK = datetime.timedelta(days=7)
STATE = "links.json"
ELSEWHERE, REPOSITORY = (
    "https://luettelo.esimerkki.fi/oma/",
    "https://koodi.esimerkki.fi/oma/luettelo",
)
HOSTILE = "0; url=//esimerkki.invalid/x\" http-equiv='refresh' & < \"~/ loppu"
FIELDS = {
    "name": r"^name: .*",
    "summary": r"^summary: (?:>-\n(?:  .*\n)+|.*\n)",
    "place": r"^place: .*",
    "organisation": r"^organisation: .*",
}


def made(project: Path, catalogue: Catalogue) -> Path:
    """The project with what is odd in it."""
    model = project / "models" / f"{MODEL}.yml"
    text = model.read_text(encoding="utf-8")
    quoted = HOSTILE.replace("'", "''")
    for field, pattern in FIELDS.items():
        text = re.sub(pattern, "", text, count=1, flags=re.MULTILINE)
        text = f"{field}: '{field} {quoted}'\n{text}"
    model.write_text(text, encoding="utf-8")
    alive, dead = [*visited(catalogue).values()]
    state = written({alive: link(alive, "works"), dead: link(dead, "works", "gone", "gone")})
    (project / STATE).write_text(state, encoding="utf-8")
    return project


def visited(catalogue: Catalogue) -> dict[str, str]:
    """The sources whose addresses were visited: one that answered always, and one that is gone."""
    urls = {key: source.data.url for key, source in catalogue.sources.items() if source.data.url}
    return dict([*urls.items()][:2])


def link(url: str, *outcomes: Outcome) -> Link:
    """The state after weekly visits, the last of them now."""
    found = [
        seen(
            url,
            Check(
                NOW - WEEK * back, outcome, "https://koivula.fi/uusi" if outcome == "moved" else ""
            ),
        )
        for back, outcome in zip(range(len(outcomes) - 1, -1, -1), outcomes, strict=True)
    ]
    made = found[0]
    for one in found[1:]:
        made = joined(made, one)
    return made
