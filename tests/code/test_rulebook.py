"""Every rule has its entry on the authors' page of rules, made of its golden cases."""

from __future__ import annotations

from catalogue.rules.explained import RULES
from golden import CASES
from rulebook import PAGE, text

APART = {"base", "only-the-cause"}


def test_every_rule_is_explained_and_no_other() -> None:
    assert {*RULES} == {folder.name for folder in CASES.iterdir()} - APART


def test_page_of_rules_is_what_the_rules_and_their_cases_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == text(), (
        "run PYTHONPATH=hooks:tests python -m rulebook"
    )
