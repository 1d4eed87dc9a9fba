"""Whatever stands in a file, the checker says what is wrong and never breaks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.hostile import FRAMES, UNITS, filled
from catalogue.load import assemble, checked
from catalogue.problems import InvalidCatalogue
from catalogue.records import PLURALS, Catalogue

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


def check(catalogue_of_the_rest: Catalogue, name: str, raw: bytes) -> None:
    """Check one file together with records that are read already; anything but `InvalidCatalogue` is a bug."""
    part, problems = assemble("models", [(name, raw)])
    rest = catalogue_of_the_rest
    merged: dict[str, Any] = {
        plural: {**getattr(rest, plural), **getattr(part, plural)} for plural in PLURALS.values()
    }
    whole = replace(
        rest, **merged, documents=part.documents, broken=part.broken, faulty=part.faulty
    )
    try:
        checked(whole, problems)
    except InvalidCatalogue as error:
        assert error.problems
        assert all(
            problem.line >= 1 and problem.column >= 1 and problem.message
            for problem in error.problems
        )
        str(error).encode()


@pytest.fixture(scope="module")
def rest(base: Files) -> Catalogue:
    """The base of the golden cases, read."""
    return checked(*assemble("models", sorted(base.items())))


@pytest.fixture(scope="module")
def real_rest(real_files: Files) -> Catalogue:
    """The real vocabularies and sources, read; right or wrong."""
    shared = {
        name: raw
        for name, raw in real_files.items()
        if name.startswith(("vocabulary/", "sources/"))
    }
    return assemble("models", sorted(shared.items()))[0]


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
@settings(max_examples=300)
def test_anything_made_of_the_marks_of_yaml(rest: Catalogue, name: str, text: str) -> None:
    check(rest, name, text.encode())


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_file_name(name: str, folder: str) -> None:
    for path in (f"{name}.yml", f"{folder}/{name}.yml", f"vocabulary/{name}.yml", name):
        if path.strip("/"):
            check(Catalogue(), path, b"name: x\n")


WORDS = [
    "olematon",
    "Iso_Tunnus",
    "1 128",
    "-5",
    "2024-00",
    "9999999999",
    "https://[",
    "[",
    "{}",
    "[[]]",
    "{a: b}",
    "",
    "~",
    "ä" * 500,
]


@st.composite
def mutation(draw: st.DrawFn, text: str) -> str:
    """The text with one to four lines or characters lost, doubled, changed or put elsewhere."""
    for _ in range(draw(st.integers(1, 4))):
        lines = text.split("\n")
        at, to = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        kind = draw(
            st.sampled_from(
                ["lose", "double", "swap", "indent", "dedent", "value", "character", "cut"]
            )
        )
        column = draw(st.integers(0, len(lines[at])))
        if kind == "lose":
            del lines[at]
        elif kind == "double":
            lines.insert(to, lines[at])
        elif kind == "swap":
            lines[at], lines[to] = lines[to], lines[at]
        elif kind == "indent":
            lines[at] = "  " + lines[at]
        elif kind == "dedent":
            lines[at] = lines[at].removeprefix("  ")
        elif kind == "value":
            lines[at] = lines[at].partition(":")[0] + ": " + draw(st.sampled_from(WORDS))
        elif kind == "character":
            lines[at] = (
                lines[at][:column] + draw(st.characters(codec="utf-8")) + lines[at][column + 1 :]
            )
        else:
            lines = [*lines[:at], lines[at][:column]]
        text = "\n".join(lines)
    return text


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_mutation_of_a_real_file(
    real_files: Files, real_rest: Catalogue, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(real_files)))
    check(real_rest, name, data.draw(mutation(real_files[name].decode())).encode())


@given(st.data())
@settings(max_examples=300)
def test_any_mutation_of_a_small_file(base: Files, rest: Catalogue, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(base)))
    check(rest, name, data.draw(mutation(base[name].decode())).encode())


@given(st.data())
@settings(max_examples=200)
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


def test_thousands_of_unknown_fields_are_all_told(rest: Catalogue) -> None:
    text = "".join(f"kentta{index}: x\n" for index in range(2000))
    part, problems = assemble("models", [("mantyla/uusi.yml", text.encode())])
    assert part.broken and sum(problem.rule == "tuntematon-kentta" for problem in problems) == 2000
