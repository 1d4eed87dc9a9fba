"""Every rule of the style sheets dresses something, and a change of one declaration is a change of one line."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from built import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SHEETS = sorted((ROOT / "content" / "assets").glob("*.css"))
WRITTEN = ("overrides/**/*.html", "content/**/*.js", "content/**/*.md", "hooks/**/*.py")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
TEXT = re.compile(r'"[^"]*"|url\([^)]*\)')
RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
HEAD = re.compile(r"([^{};]+)\{")
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
CELL_IN_CELL = re.compile(r"(?:^|[\s,>])t[dh]\b[^\s,+~>]* t[dh]\b")
TOKEN = re.compile(r"(?<![\w-])(--[\w-]+):")
COMPOSED = re.compile(
    r"([\w-]+-)\{"
)  # `status--{{ kind }}` of a template, `f"gap--{kind}"` of a module


def bare(sheet: Path) -> str:
    """The sheet without comments and quoted texts; as many lines."""
    text = sheet.read_text(encoding="utf-8")
    text = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    return TEXT.sub('""', text)


def flat(head: str) -> str:
    """The selectors without what stands in their brackets."""
    shorter = re.sub(r"\([^()]*\)", "", head)
    return head if shorter == head else flat(shorter)


@cache
def written() -> str:
    """Everything that puts classes on elements: templates, scripts, modules."""
    files = [path for pattern in WRITTEN for path in ROOT.glob(pattern)]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@cache
def words() -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]+", written()))


@cache
def stems() -> tuple[str, ...]:
    return tuple(COMPOSED.findall(written()))


def is_written(name: str) -> bool:
    """Whether the class stands somewhere whole, or can be composed there."""
    return name in words() or name.startswith(stems())


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: str(sheet.stem))
def test_every_declaration_stands_on_its_own_line(sheet: Path) -> None:
    crowded = [
        line
        for line in bare(sheet).splitlines()
        if line.count(";") > 1 or ("{" in line and not line.rstrip().endswith("{"))
    ]
    assert crowded == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: str(sheet.stem))
def test_no_rule_is_for_a_class_that_nothing_has(sheet: Path) -> None:
    named = {name for head in HEAD.findall(bare(sheet)) for name in CLASS.findall(head)}
    assert sorted(name for name in named if not is_written(name)) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: str(sheet.stem))
def test_no_rule_looks_for_a_cell_in_a_cell(sheet: Path) -> None:
    """No table of the pages stands in another, so that such a rule dresses nothing."""
    heads = [head.strip() for head in HEAD.findall(bare(sheet))]
    assert [head for head in heads if CELL_IN_CELL.search(flat(head))] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: str(sheet.stem))
def test_what_a_mask_draws_is_seen_in_forced_colours(sheet: Path) -> None:
    """A browser that forces colours takes the ground away that such a picture is cut of."""
    rules = [(" ".join(head.split()), said) for head, said in RULE.findall(bare(sheet))]
    cut = {head for head, said in rules if "mask: " in said}
    kept = {head for head, said in rules if "forced-color-adjust: none" in said}
    assert sorted(cut - kept) == []


def test_every_token_of_ours_is_used() -> None:
    text = "".join(map(bare, SHEETS))
    ours = {*TOKEN.findall(text)}
    used = {*re.findall(r"var\((--[\w-]+)", text + written())}
    assert sorted(ours - used) == []


@pytest.mark.parametrize(
    "sheet", [sheet for sheet in SHEETS if sheet.stem != "base"], ids=lambda sheet: str(sheet.stem)
)
def test_only_the_lowest_layer_dresses_elements_and_overrules_others(sheet: Path) -> None:
    """Sheets are layers: whatever a component says stands over plain text, without longer selectors or `!important`."""
    text = bare(sheet)
    heads = [head.strip() for head in HEAD.findall(text)]
    plain = [head for head in heads if not re.search(r"[.#:@\[%]|^(from|to)$", head)]
    loud = [line for line in text.splitlines() if "!important" in line]
    ladders = [head for head in heads if ".md-typeset " in head]
    hides = ["  position: absolute !important;"] if sheet.stem == "site" else []
    assert (plain, ladders, loud) == ([], [], hides)
