"""No text that the checker lets through makes the Markdown parser recurse to its end or work by the square."""

from __future__ import annotations

import time

import pytest

from catalogue.reading.markdown import html, unshown
from catalogue.schema.scalars import PROSE_LENGTH

UNITS = (
    "[", "![", "](", "[a](", "[a][", "[[]", "[[a](b)", "![[]", "*", "_", "**", "***", "`", "``", "<", "&", ">", "> ",
    "- ", "1. ", "1. - ", "- 1. ", "* - ", "+ ", "1) ", "#", "### ", "(", "\\", "|", "~", '"', "'", "{", "}", "a ",
    "a\n", "\n", "  \n", "*a", "_a_", "*a**", "**a*", "`a", "`a``", "[a]", "[a]:", "- a\n", "- a\n\n", "    - a\n",
    "1. a\n", "> a\n", ">>", "> - ", "- > ", "=\n", "a\n===\n", "a\n---\n", "&amp;", "&#", "<a", "</", "<!--", "<?",
    "a*b_c", "_*", "[]()", "[x]: y\n", "![a](b)", "http://", "<http:", "a@b", "***\n", "- *", "\t", "\t- ", "\\*",
    "[`", "`[", '"(', "[a] (", "*[", "_[", "**[a",
)  # fmt: skip
MOST = 4.0  # seconds of processor time on a loaded machine; the worst is 0.4


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_text_of_the_greatest_length_is_refused_or_shown_in_time(unit: str) -> None:
    text = (unit * PROSE_LENGTH)[:PROSE_LENGTH]
    begun = time.process_time()
    if not list(unshown(text)):
        html(text)
    assert time.process_time() - begun < MOST


@pytest.mark.parametrize("unit", ["[", "![", "1. - ", "- 1. ", "* - ", "1. ", "> "])
def test_what_grows_by_the_square_or_recurses_is_refused_before_it_is_parsed(unit: str) -> None:
    begun = time.process_time()
    assert list(unshown(unit * (PROSE_LENGTH // len(unit))))
    assert time.process_time() - begun < 0.5
