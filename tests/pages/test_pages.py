"""What every page and file says is what a reader has read and accepted. Rewrite with `make golden`, then read."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import pytest

from pages.cases import CASES, SMALL, difference, files_of, of_its_own
from pages.harness import EXPECTED, TEMPLATES, texts

if TYPE_CHECKING:
    from pathlib import Path

PARTS = {
    "part",  # a made-up catalogue is small: tests/code/test_paging.py
    "citation",
    "compare",
    "compared",
    "contents",
    "external",
    "facets",
    "left",
    "macros",
    "record-id",
    "tiles",
}


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return texts(files_of())


@pytest.mark.parametrize("name", sorted(path.stem for path in EXPECTED.glob("*.txt")))
def test_page_or_file_says_what_was_read(name: str, made: dict[str, str]) -> None:
    expected = (EXPECTED / f"{name}.txt").read_text(encoding="utf-8")
    assert _unlike(expected, made.get(name, "")) == "", "read the difference, then `make golden`"


def test_every_kind_of_file_has_a_golden_text(made: dict[str, str]) -> None:
    assert {path.stem for path in EXPECTED.glob("*.txt")} == set(made)


def test_every_template_has_a_golden_text_or_is_a_part_of_those_that_have(
    made: dict[str, str],
) -> None:
    templates = {path.stem for path in TEMPLATES.glob("*.html")}
    heard = {name.removesuffix(".html") for name in made if name.endswith(".html")}
    assert templates - heard == PARTS


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.name))
def test_case_differs_from_the_base_as_was_read(case: Path, made: dict[str, str]) -> None:
    expected = (case / "expected.diff").read_text(encoding="utf-8")
    told = difference(made, texts(files_of(case)))
    assert _unlike(expected, told) == "", "read the difference, then `make golden`"
    assert told, "the case changes nothing"


def test_catalogue_that_has_hardly_begun_says_what_was_read(made: dict[str, str]) -> None:
    expected = (SMALL / "expected.txt").read_text(encoding="utf-8")
    told = of_its_own(made, texts(files_of(SMALL)))
    assert _unlike(expected, told) == "", "read the difference, then `make golden`"


def _unlike(expected: str, said: str) -> str:
    """What differs, readable; an empty text where nothing does."""
    lines = difflib.unified_diff(
        expected.splitlines(), said.splitlines(), "expected", "said", lineterm="", n=2
    )
    return "\n".join(lines)
