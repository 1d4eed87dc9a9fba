"""What is made quickly is what the slow way makes: paragraphs without a parser, YAML composed in C, numbers in one piece."""

from __future__ import annotations

import re

import nh3
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from catalogue.finnish.formats import GAP, NBSP, unbroken
from catalogue.reading.markdown import (
    ALLOWED,
    DASHED,
    FORMS,
    WORD,
    _parser,
    _renumbered,
    _shown,
    _unnumbered,
    deepest,
    html,
    is_simple,
)
from catalogue.reading.quick import Text
from catalogue.reading.source import _quick, _tree, plain
from catalogue.rules.private_forms import KINDS

WORDS = st.text(st.sampled_from("aäB1 2.,-)\n(:;’”=+_*#>/%\t0123456789"), max_size=40)
MARKUP = re.compile(r"(<(code|pre|script|style)\b.*?</\2>|<[^>]*>)", re.DOTALL)


@given(WORDS)
@example("yksi\nkaksi\n\nkolme")
@example("1. yksi")
@example("a\n- b")
@example("a\n\n\nb")
@settings(max_examples=300, deadline=None)
def test_paragraphs_without_a_parser_are_those_of_the_parser(text: str) -> None:
    parsed = nh3.clean(_parser().reset().convert(text), tags=ALLOWED, attributes={})
    assert html(text) == parsed.replace('"', "&quot;")


@given(st.text(st.sampled_from("aä. –—-•1)\n#|=(>*"), max_size=30))
@example("a\n\n– b")
@settings(max_examples=300, deadline=None)
def test_what_a_quick_look_passes_has_no_form_that_is_not_shown(text: str) -> None:
    if is_simple(text) and not DASHED.search(text):
        assert [name for form, name, _ in FORMS if form.search(text)] == []
        assert deepest(text) == 0 and not _renumbered(text)
        assert set(WORD.findall(_unnumbered(text))) <= _shown(text)


def test_most_texts_need_no_parser() -> None:
    text = "Työhönvalmentaja tapaa asiakkaan 2–3 kertaa viikossa (8/2023–9/2024), 80 % työpaikalla.\n\nToinen kappale."
    assert is_simple(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb: [x, {c: d}]\n",
        'a: "mo\\u00e4"\nb: |\n  rivi\n  toinen\n',
        "a:\n  - b\n  -\n  - 'c'\n",
        "- a\n- b: ~\n",
    ],
)
def test_a_sound_file_says_the_same_either_way(text: str) -> None:
    quick, tree = _quick(text), _tree("x.yml", text, [])
    assert quick is not None and tree is not None
    assert quick[0] == plain(tree)


@pytest.mark.parametrize(
    "text", ["a: &x 1\n", "a: *x\n", "a: !!int 1\n", "a: 1\na: 2\n", "a: [\n", "? [a]\n: b\n", ""]
)
def test_whatever_is_refused_is_looked_at_closely(text: str) -> None:
    assert _quick(text) is None


def slowly(page: str) -> str:
    made, end = [], 0
    for markup in MARKUP.finditer(page):
        made += [GAP.sub(NBSP, page[end : markup.start()]), markup[0]]
        end = markup.end()
    return "".join([*made, GAP.sub(NBSP, page[end:])])


@given(
    st.lists(
        st.sampled_from(
            [
                "1 069",
                " ",
                "80 %",
                "n = 20",
                "<b>",
                "</b>",
                "<code>",
                "</code>",
                '<a b="1 000">',
                "2 ",
            ]
        ),
        max_size=12,
    ).map("".join)
)
@settings(max_examples=300, deadline=None)
def test_numbers_in_one_piece_are_those_between_the_markup(page: str) -> None:
    assert unbroken(page) == slowly(page)


def test_small_letters_are_those_that_a_form_without_regard_to_size_takes() -> None:
    every = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x20000)]))
    letters = "abcdefghijklmnopqrstuvwxyzåäö"
    for letter in letters:
        taken = re.findall(f"(?i){letter}", every)
        assert {Text(one).small for one in taken} == {letter}, taken


PIECES = [
    "SALASANA",
    "ſalasana",
    "tunnus",
    "tunnu",
    "ja",
    "s",
    "on",
    ":",
    "=",
    "x1",
    "Koodi",
    "ovi",
    "oven",
    "pääsy",
    "PIN",
    "pİn",
    "pwd",
    "toKen",
    "api-key",
    "pass",
    "@",
    "(at)",
    "[Ät]",
    "at",
    "ät",
    "miuku",
    "a.b",
    "c.fi",
    ".",
    "-AT-",
    "_at_",
    "(a)",
    "%40",
    "&#64;",
    "&COMM",
    ";",
    "hetu",
    "SOTU",
    "00000",
    "nolla",
    "neljä",
    "DSM-",
    "296.32",
    "FI00",
    "0000",
    "s.",
    "1.1.",
    "1900",
    "kuuta",
    "1.",
    "tammi",
    "Kuja",
    "katu",
    "Tie",
    "väylä",
    "stigen",
    "5",
    "A",
    "asuu",
    "osoitteessa",
    "KOTIOSOITE",
    "Kivi",
    "ghp_",
    "AKIA",
    "Bearer",
    "eyJ",
    "file:",
    "MAILTO:",
    "\\",
    "//",
    "smb:",
    "/home/x",
    "C:/",
    "~/",
    "%ABCD%",
    "sharepoint",
    ".com",
    "/personal/",
    "PRIVATE",
    "KEY",
    "-----",
    "BEGIN",
]


@given(st.lists(st.sampled_from([*PIECES, " ", " ", "\n"]), max_size=7).map("".join))
@settings(max_examples=400, deadline=None)
def test_a_quick_look_sees_whatever_a_form_of_private_things_finds(text: str) -> None:
    for kind in KINDS:
        if kind.quick and kind.form.search(text):
            assert kind.quick.sees(Text(text)), kind.form.pattern
