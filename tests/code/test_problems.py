"""A problem is a value; text, JSON and GitHub's commands are ways to print it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.problems import (
    InvalidCatalogue,
    Problem,
    as_github,
    as_json,
    as_summary,
    as_text,
    did_you_mean,
)

PROBLEM = Problem("models/pohjanmaa/ips.yml", 42, 5, "arvo", "Arvo ei käy.")


def test_text_is_path_line_column_message_and_rule() -> None:
    assert as_text([PROBLEM]) == "models/pohjanmaa/ips.yml:42:5: Arvo ei käy. [arvo]\n"


def test_no_problems_print_nothing_as_text_and_an_empty_list_as_json() -> None:
    assert (as_text([]), as_github([]), as_json([])) == ("", "", "[]\n")


@given(st.lists(st.text(), max_size=5))
def test_text_has_one_line_a_problem_whatever_the_message_quotes(messages: list[str]) -> None:
    text = as_text(Problem("models/a.yml", 1, 1, "arvo", message) for message in messages)
    assert len(text.splitlines()) == len(messages)


def test_json_holds_every_field() -> None:
    assert json.loads(as_json([PROBLEM])) == [
        {
            "path": "models/pohjanmaa/ips.yml",
            "line": 42,
            "column": 5,
            "rule": "arvo",
            "message": "Arvo ei käy.",
            "severity": "error",
        }
    ]


def test_json_keeps_finnish_letters_readable() -> None:
    assert "käy" in as_json([PROBLEM])


def test_github_shows_the_problem_at_its_line() -> None:
    told = as_github([PROBLEM])
    line = "::error file=models/pohjanmaa/ips.yml,line=42,col=5,title=arvo::Arvo ei käy.\n"
    assert told.startswith(line) and str(PROBLEM) in told


def test_github_tells_a_warning_from_an_error() -> None:
    assert as_github([Problem("a.yml", 1, 1, "arvo", "Katso.", "warning")]).startswith(
        "::warning file=a.yml,"
    )


def test_github_escapes_what_would_end_a_property_or_a_command() -> None:
    told = as_github([Problem("a,b:c.yml", 1, 1, "r", "50 %\n::error::x")])
    assert told.startswith("::error file=a%2Cb%3Ac.yml,line=1,col=1,title=r::50 %25%0A::error::x\n")
    assert not [line for line in told.splitlines()[1:] if line.startswith("::error")]


def test_more_problems_than_github_shows_are_grouped_by_file_and_none_is_lost() -> None:
    problems = [
        Problem(f"models/{file:02}.yml", line, 1, "arvo", f"vika {file}-{line}")
        for file in range(12)
        for line in (3, 7)
    ]
    told = as_github(problems)
    commands = [line for line in told.splitlines() if line.startswith("::error")]
    assert len(commands) == 10
    assert "rivi 3: vika 0-3%0Arivi 7: vika 0-7" in commands[0]
    assert "ja 2 muuta tiedostoa" in commands[-1]
    assert all(f"{one.path}:{one.line}:1: {one.message} [arvo]" in told for one in problems)


def test_summary_has_every_problem_and_takes_nothing_in_it_for_markup() -> None:
    told = as_summary([Problem("models/a.yml", 3, 1, "arvo", "[x](https://uusi.fi) @joku <b>")])
    assert "### models/a.yml" in told and "rivi 3, merkki " in told
    assert "](https://" not in told and "@joku" not in told and "<b>" not in told
    assert "ei ole vikoja" in as_summary([])


def test_invalid_catalogue_carries_its_problems_in_order_of_place() -> None:
    later, other = (
        Problem("models/b.yml", 2, 1, "arvo", "x"),
        Problem("models/a.yml", 10, 1, "arvo", "x"),
    )
    first = Problem("models/a.yml", 9, 1, "arvo", "x")
    error = InvalidCatalogue([later, other, first])
    assert error.problems == (first, other, later)
    assert str(error).splitlines() == [str(first), str(other), str(later)]


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("tyokykykordinaatio", "tyokykykoordinaatio"),
        ("Talous", "talous"),
        ("ips-valmenus", "ips-tyohonvalmennus"),
    ],
)
def test_nearest_known_word_is_suggested(wrong: str, meant: str) -> None:
    known = ["talous", "tyokykykoordinaatio", "ips-tyohonvalmennus", "henkilosto"]
    assert did_you_mean(wrong, known) == f" Tarkoititko ”{meant}”?"


def test_nothing_is_suggested_when_nothing_is_near() -> None:
    assert did_you_mean("xyz", ["talous", "henkilosto"]) == did_you_mean("xyz", []) == ""


def test_suggestion_does_not_depend_on_the_order_of_the_known_words() -> None:
    assert did_you_mean("mallo", ["malli", "malla"]) == did_you_mean("mallo", ["malla", "malli"])
