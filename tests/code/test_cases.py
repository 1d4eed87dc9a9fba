"""Every golden case gives exactly the problems that it says; every rule has a failing and a passing case."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import catalogue
from catalogue.load import assemble, checked
from catalogue.records import PLURALS
from golden import CASES, Files, files_of, told

CORE = Path(catalogue.__file__).parent
FOLDERS = sorted(folder for folder in CASES.glob("*/*") if folder.parent.name != "base")
ONLY_THE_CAUSE = (
    "only-the-cause"  # not a rule: cases where what follows from a fault must not be told as well
)


@pytest.mark.parametrize("case", FOLDERS, ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_case_gives_exactly_its_problems(case: Path, base: Files) -> None:
    expected = case / "expected.txt"
    assert told(base | files_of(case)) == (
        expected.read_text(encoding="utf-8") if expected.exists() else ""
    )


def test_case_is_in_the_folder_of_the_rule_that_it_shows() -> None:
    for case in FOLDERS:
        expected = case / "expected.txt"
        assert case.name.startswith("ok-") != expected.exists(), case
        if expected.exists() and case.parent.name != ONLY_THE_CAUSE:
            assert f"[{case.parent.name}]\n" in expected.read_text(encoding="utf-8"), case


def test_base_of_the_cases_is_valid_and_holds_every_kind_of_record(base: Files) -> None:
    made = checked(*assemble("models", sorted(base.items())))
    assert {kind for kind, _ in made.all_records()} == set(PLURALS)


def test_every_rule_has_a_failing_and_a_passing_case() -> None:
    failing = {case.parent.name for case in FOLDERS if not case.name.startswith("ok-")} - {
        ONLY_THE_CAUSE
    }
    passing = {case.parent.name for case in FOLDERS if case.name.startswith("ok-")}
    assert failing == passing == rules_in_the_code()


def rules_in_the_code() -> set[str]:
    """The rule of every problem that the core makes, read from the calls."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in CORE.rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {rule for call in calls for rule in _rule_of(call)}


def _rule_of(call: ast.Call) -> list[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in ("problem", "Problem"):
        return []
    words = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
    return [
        word for word in words if isinstance(word, str) and re.fullmatch("[a-z]+(-[a-z]+)*", word)
    ][-1:]
