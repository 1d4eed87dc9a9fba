"""The change report: what becomes of the data and of the pages, in Finnish, as Markdown that holds no other markup."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from catalogue.changes.between import changes
from catalogue.changes.figures import figure_changes
from catalogue.changes.words import KINDS, name_of, sentences
from catalogue.finnish.formats import counted
from catalogue.finnish.words import Unit
from catalogue.review.neighbours import contradicting
from catalogue.review.pages import cell_changes, dead_addresses, number_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalogue.changes.between import Changed
    from catalogue.changes.figures import FigureChange
    from catalogue.facts import Facts

MOST = 60  # lines of one section; the rest is counted
LONGEST = 200  # characters of one text
CHANGED = Unit("tietue muuttuu", "tietuetta muuttuu")
ADDED = Unit("uusi tietue", "uutta tietuetta")
REMOVED = Unit("tietue poistuu", "tietuetta poistuu")
FIGURES = Unit("luku muuttuu", "lukua muuttuu")
TITLE = "Mitä tämä muutos tekee?"
SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~])")


def report(before: Facts, after: Facts) -> str:
    """The whole report; says so when nothing changes."""
    found = changes(before.catalogue, after.catalogue)
    figures = figure_changes(before.catalogue, after.catalogue)
    sections = [
        ("Osoitteet, jotka kuolisivat", _dead(before, after)),
        ("Luvut", _figures(figures)),
        ("Mallit", _records(found, after, ("model", "profile"))),
        ("Vertailujen solut", _cells(before, after)),
        ("Etusivun luvut", _numbers(before, after)),
        ("Ristiriidat", _findings(before, after)),
        ("Sama asia toisaalla eri lukuna", _neighbours(after, figures)),
        ("Muut tietueet", _records(found, after, None)),
    ]
    told = [f"### {heading}\n\n{_cut([*lines])}" for heading, lines in sections if lines]
    body = "\n\n".join(told) or "Aineisto ei muutu."
    return f"## {TITLE}\n\n{_summary(found, figures)}{body}\n"


def _summary(found: tuple[Changed, ...], figures: tuple[FigureChange, ...]) -> str:
    counts = (
        (ADDED, sum(one.what == "added" for one in found)),
        (REMOVED, sum(one.what == "removed" for one in found)),
        (CHANGED, sum(one.what in ("changed", "renamed") for one in found)),
        (FIGURES, len(figures)),
    )
    parts = [counted(count, unit) for unit, count in counts if count]
    return f"{', '.join(parts).capitalize()}.\n\n" if parts else ""


def _dead(before: Facts, after: Facts) -> list[str]:
    return [
        f"- ⚠ {_safe(address)}: lisää vanha tunnus kenttään former\\_ids, tai kerro poistosta "
        "(models/tombstones/)."
        for address in dead_addresses(before, after)
    ]


def _figures(found: Iterable[FigureChange]) -> list[str]:
    lines = []
    for one in found:
        where = f"{_safe(one.id)}, {_safe(one.name)}"
        if not one.before:
            lines.append(f"- Uusi: {where}: {_safe(one.after)} ({_safe(one.sources)})")
        elif not one.after:
            lines.append(f"- Poistui: {where}: {_safe(one.before)} ({_safe(one.sources)})")
        else:
            same = "" if one.sourced else ". ⚠ Lähde ja kohta ovat ennallaan: tarkista luku siitä"
            lines.append(
                f"- {where}: {_safe(one.before)} → {_safe(one.after)} ({_safe(one.sources)}){same}"
            )
    return lines


def _records(found: Iterable[Changed], after: Facts, kinds: tuple[str, ...] | None) -> list[str]:
    """Every record of some kinds (of all others where none are given) with what its cells say."""
    lines = []
    for one in found:
        if (one.kind in kinds) if kinds else one.kind not in ("model", "profile", "discrepancy"):
            record = one.after or one.before
            assert record is not None
            name = name_of(record, one.kind)
            lines.append(f"- **{KINDS[one.kind]} {_safe(one.id)}** {_safe(name)}".rstrip())
            lines += [f"  - {_safe(told)}" for told in _without_figures(one, after)]
    return lines


def _without_figures(one: Changed, after: Facts) -> Iterator[str]:
    """Sentences on the record; its figures have a section of their own."""
    numbers = ("count", "of", "value", "before", "after", "least", "most", "reported", "n", "bound")
    whole = {
        cell.field[1] for cell in one.cells if cell.field[::2] == ("results", "indicator")
    }  # results that are new or gone
    cells = tuple(
        cell
        for cell in one.cells
        if cell.field[0] != "results"
        or (cell.field[1] not in whole and cell.field[-1] not in numbers)
    )
    yield from sentences(replace(one, cells=cells), after.catalogue)


def _cells(before: Facts, after: Facts) -> list[str]:
    return [
        f"- {_safe(one.comparison)} {_safe(one.row)}, {_safe(one.column)}: "
        f"{_or_nothing(one.before)} → {_or_nothing(one.after)}"
        for one in cell_changes(before, after)
    ]


def _numbers(before: Facts, after: Facts) -> list[str]:
    return [
        f"- {_safe(one.name)}: {_safe(one.before)} → {_safe(one.after)}"
        for one in number_changes(before, after)
    ]


def _findings(before: Facts, after: Facts) -> list[str]:
    """Disagreements that appear and go, found by computing or written by an editor."""
    old, new = before.findings, after.findings
    lines = [
        f"- Avautuu: {_safe(key)}: {_safe(new[key].computed)}" for key in new if key not in old
    ]
    lines += [f"- Sulkeutuu: {_safe(key)}" for key in old if key not in new]
    was, now = before.catalogue.discrepancies, after.catalogue.discrepancies
    lines += [
        f"- Uusi merkintä {_safe(key)}: {_safe(now[key].data.known.fi)}"
        for key in now
        if key not in was
    ]
    lines += [f"- Merkintä poistuu: {_safe(key)}" for key in was if key not in now]
    lines += [
        f"- Merkintä muuttuu: {_safe(key)}"
        for key in now
        if key in was and was[key].data != now[key].data
    ]
    return lines


def _neighbours(after: Facts, figures: Iterable[FigureChange]) -> list[str]:
    changed = [one.id for one in figures if one.after]
    return [
        f"- {_safe(one.id)}: {_safe(one.text)}, mutta {_safe(one.other)}: {_safe(one.other_text)}"
        for one in contradicting(after, changed)
    ]


def _or_nothing(text: str) -> str:
    return _safe(text) if text else "(ei riviä)"


def _cut(lines: list[str]) -> str:
    rest = len(lines) - MOST
    more = [f"- … ja {rest} riviä lisää"] if rest > 0 else []
    return "\n".join([*lines[:MOST], *more])


def _safe(text: str) -> str:
    """Text of a proposal as text: nothing in it is markup, a link or a mention of somebody."""
    plain = " ".join(text.split())
    short = plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
    return SPECIAL.sub(r"\\\1", short).replace("@", "@\u200b").replace("://", ":\u200b//")
