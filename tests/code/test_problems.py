"""A problem is a value; text, JSON and GitHub's commands are ways to print it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.problems import InvalidCatalogue, Problem, as_github, as_json, as_text, did_you_mean

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
    assert (
        as_github([PROBLEM])
        == "::error file=models/pohjanmaa/ips.yml,line=42,col=5,title=arvo::Arvo ei käy.\n"
    )


def test_github_tells_a_warning_from_an_error() -> None:
    assert as_github([Problem("a.yml", 1, 1, "arvo", "Katso.", "warning")]).startswith(
        "::warning file=a.yml,"
    )


def test_github_escapes_what_would_end_a_property_or_a_command() -> None:
    assert as_github([Problem("a,b:c.yml", 1, 1, "r", "50 %\n::error::x")]) == (
        "::error file=a%2Cb%3Ac.yml,line=1,col=1,title=r::50 %25%0A::error::x\n"
    )


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
