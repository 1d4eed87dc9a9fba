"""Every fault that the schema finds is said in Finnish, with what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.answers.messages import fields_at, literals_at
from catalogue.load import assemble
from catalogue.schema.model import Model
from catalogue.schema.vocabulary import Indicator

if TYPE_CHECKING:
    from catalogue.reading.source import Loc
    from golden import Files


@pytest.mark.parametrize(
    ("loc", "field"),
    [
        ((), "summary"),
        (("results", 3), "indicator"),
        (("results", 3, "variants", 0), "reported"),
        (("name",), "sv"),
        (("status", "reasons", 0), "effect"),
        (("aims", 0, "outcome"), "state"),
        (("sections",), "idea"),
        (("results", 0, "sources", 1), "at"),
        (("place",), "fi"),
    ],
)
def test_fields_known_at_a_place_are_those_of_its_type(loc: Loc, field: str) -> None:
    assert field in fields_at(Model, loc)


@pytest.mark.parametrize(
    "loc", [("type",), ("results",), ("olematon",), ("results", 0, "count"), ("olematon", 0, "a")]
)
def test_place_without_fields_suggests_none(loc: Loc) -> None:
    assert fields_at(Model, loc) == ()


def test_words_allowed_at_a_place_are_those_of_its_type() -> None:
    assert literals_at(Model, ("status", "reasons", 0, "effect")) == (
        "enabler",
        "barrier",
        "either",
    )
    assert literals_at(Model, ("results", 0, "missing")) == (
        "not_tried",
        "not_measured",
        "not_published",
        "suppressed",
    )
    assert "persons" in literals_at(Indicator, ("counts",))


SOME_FIELDS = st.sampled_from(["fi", "id", "at", "state", "x"])
VALUES = st.recursive(
    st.text(max_size=5) | st.sampled_from(["2024", "8", "6.5", "talous"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(SOME_FIELDS, inner, max_size=2),
    max_leaves=4,
)
MODEL_FIELDS = st.sampled_from(sorted(Model.model_fields))


@given(st.dictionaries(MODEL_FIELDS, VALUES, max_size=6))
def test_no_fault_is_told_in_the_words_of_the_library(base: Files, data: dict[str, Any]) -> None:
    _, problems = assemble("models", [("mantyla/uusi.yml", as_yaml(data).encode())])
    assert problems
    for problem in problems:
        assert "Arvo ei käy (" not in problem.message, problem
        assert not {"Input", "should", "valid", "Field"} & set(problem.message.split()), problem


def as_yaml(data: object) -> str:
    """Flow style YAML, every text in double quotes."""
    if isinstance(data, dict):
        return (
            "{"
            + ", ".join(f"{as_yaml(key)}: {as_yaml(value)}" for key, value in data.items())
            + "}"
        )
    if isinstance(data, list):
        return "[" + ", ".join(map(as_yaml, data)) + "]"
    return '"' + "".join(f"\\U{ord(letter):08x}" for letter in str(data)) + '"'
