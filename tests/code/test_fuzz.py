"""Whatever stands in a file, the checker says what is wrong and never breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.hostile import FRAMES, UNITS, filled
from catalogue.load import assemble, checked
from catalogue.records import Catalogue
from fuzzing import WORDS, check, mutation

if TYPE_CHECKING:
    from golden import Files

PLACES = [
    "mantyla/uusi.yml",
    "mantyla/region.yml",
    "vocabulary/indicators/uusi.yml",
    "vocabulary/regions.yml",
    "vocabulary/types.yml",
    "sources/uusi.yml",
    "discrepancies/uusi.yml",
    "comparisons/uusi.yml",
]
HUGE_SIZE = 150_000  # characters


@pytest.fixture(scope="module")
def rest(base: Files) -> Catalogue:
    """The base of the golden cases, read."""
    return checked(*assemble("models", sorted(base.items())))


@given(st.sampled_from(PLACES), st.binary(max_size=200))
def test_any_bytes(rest: Catalogue, name: str, raw: bytes) -> None:
    check(rest, name, raw)


@given(st.sampled_from(PLACES), st.text(max_size=200))
def test_any_text(rest: Catalogue, name: str, text: str) -> None:
    check(rest, name, text.encode("utf-8", "surrogatepass"))


YAML_LIKE = st.lists(
    st.sampled_from(
        [
            "\n",
            "\n  ",
            "\n    - ",
            " ",
            "- ",
            ": ",
            "? ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "'",
            '"',
            "|\n",
            ">-\n",
            "#",
            "&a ",
            "*a ",
            "!t ",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "<<",
            "\t",
            "\r",
            "\ufeff",
            "\x00",
            "\u2028",
            "name",
            "sources",
            "a",
            "1",
            "é",
        ]
    ),
    max_size=40,
).map("".join)


@given(st.sampled_from(PLACES), YAML_LIKE)
@settings(max_examples=150)
def test_anything_made_of_the_marks_of_yaml(rest: Catalogue, name: str, text: str) -> None:
    check(rest, name, text.encode())


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_file_name(name: str, folder: str) -> None:
    for path in (f"{name}.yml", f"{folder}/{name}.yml", f"vocabulary/{name}.yml", name):
        if path.strip("/"):
            check(Catalogue(), path, b"name: x\n")


@given(st.data())
@settings(max_examples=100)
def test_any_mutation_of_a_small_file(base: Files, rest: Catalogue, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(base)))
    check(rest, name, data.draw(mutation(base[name].decode())).encode())


@given(st.data())
@settings(max_examples=80)
def test_any_value_in_place_of_any_other(base: Files, rest: Catalogue, data: st.DataObject) -> None:
    lines = base["koivula/valmennus.yml"].decode().split("\n")
    at = data.draw(
        st.sampled_from(
            [index for index, line in enumerate(lines) if ":" in line and "{" not in line]
        )
    )
    value = data.draw(
        st.sampled_from(WORDS) | st.integers().map(str) | st.decimals(allow_nan=True).map(str)
    )
    lines[at] = lines[at].partition(":")[0] + ": " + value
    check(rest, "koivula/valmennus.yml", "\n".join(lines).encode())


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
@pytest.mark.parametrize("frame", FRAMES)
def test_very_much_of_anything_is_checked(rest: Catalogue, unit: str, frame: str) -> None:
    """Work that grows with the square of the size would not end while anyone waits; `benchmarks.hostile` measures it."""
    check(rest, "mantyla/uusi.yml", filled(frame, unit, HUGE_SIZE))


@pytest.mark.parametrize("unit", ["a", "](", "www.-", "<", "&a", "a@", "www.", "http:", "]( "])
def test_very_long_text_in_a_readable_model_is_checked(
    base: Files, rest: Catalogue, unit: str
) -> None:
    text = base["mantyla/neuvonta.yml"].decode() + f"place: '{unit * (HUGE_SIZE // len(unit))}'\n"
    check(rest, "mantyla/neuvonta.yml", text.encode())


@pytest.mark.parametrize("depth", [19, 20, 21, 10_000])
def test_nesting_to_any_depth_is_no_recursion_error(rest: Catalogue, depth: int) -> None:
    for text in (
        f"name: {'[' * depth}{']' * depth}",
        f"name: {'{a: ' * depth}x{'}' * depth}",
        "\n".join(" " * level + "a:" for level in range(min(depth, 1000))),
    ):
        check(rest, "mantyla/uusi.yml", text.encode())


def test_hundreds_of_unknown_fields_are_all_told(rest: Catalogue) -> None:
    text = "".join(f"kentta{index}: x\n" for index in range(400))
    part, problems = assemble("models", [("mantyla/uusi.yml", text.encode())])
    assert part.broken and sum(problem.rule == "tuntematon-kentta" for problem in problems) == 400
