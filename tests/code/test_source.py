"""YAML text becomes plain data whose every value has a place."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from catalogue.reading import source
from catalogue.reading.source import Document, Loc, Unreadable, read

TEXT = """\
# Selitys
name: Malli
list:
  - {a: 1, b: [x, y]}
  - a: 2
    text: >-
      Pitkä
      teksti
"""


def document(text: str) -> Document:
    return read("models/a/b.yml", text.encode())


@pytest.mark.parametrize("text", [TEXT, "a: &b 1", "\ufeffname: ”ä”\n"])
def test_what_is_forgotten_is_the_same_when_it_is_asked_for_again(text: str) -> None:
    try:
        made = document(text)
    except Unreadable:
        made = Document("models/a/b.yml", text.encode(), {"a": "1"}, ())  # looked at event by event
    before = made.said, made.text, made.place(("name",)), made.mark
    made.forget()
    assert not {"said", "text", "root", "ends"} & {*vars(made)}
    assert (made.said, made.text, made.place(("name",)), made.mark) == before


def test_every_scalar_stays_text() -> None:
    assert document("a: 010\nb: no\nc: 2024-01-01\nd: 1.50\ne: ~\nf:\n").said == {
        "a": "010",
        "b": "no",
        "c": "2024-01-01",
        "d": "1.50",
        "e": "~",
        "f": "",
    }


PLACES: dict[Loc, tuple[int, int]] = {
    (): (2, 1),
    ("name",): (2, 7),
    ("list",): (4, 3),
    ("list", 0): (4, 5),
    ("list", 0, "b", 1): (4, 19),
    ("list", 1, "text"): (6, 11),
}


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("loc", PLACES)
def test_place_is_where_the_value_starts_with_and_without_libyaml(
    loader: str, loc: Loc, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "LOADER", getattr(yaml, loader))
    assert document(TEXT).place(loc) == PLACES[loc]


def test_place_of_a_key_is_where_the_key_starts() -> None:
    assert document(TEXT).place(("list", 1, "text"), key=True) == (6, 5)


@pytest.mark.parametrize("loc", [("list", 1, "c"), ("list", 1, "c", 0, "d")])
def test_place_of_what_is_missing_is_the_nearest_that_exists(loc: Loc) -> None:
    assert document(TEXT).place(loc) == (5, 5)


@pytest.mark.parametrize("loc", [("list", 7), ("list", "a"), ("name", "fi")])
def test_place_of_a_step_that_does_not_fit_is_the_nearest_that_exists(loc: Loc) -> None:
    assert document(TEXT).place(loc) == document(TEXT).place(loc[:1])


def test_columns_count_letters_not_bytes() -> None:
    assert document("ä: {öö: x}\n").place(("ä", "öö")) == (1, 9)


def test_windows_line_ends_and_byte_order_mark_move_no_line() -> None:
    marked = document("\ufeff" + TEXT.replace("\n", "\r\n"))
    assert marked.said == document(TEXT).said
    assert marked.place(("list", 1, "text")) == (6, 11)


def test_character_that_yaml_forbids_is_found_on_its_line() -> None:
    with pytest.raises(Unreadable) as caught:
        document("a: ää\nb: öö\nc: \x07\n")
    assert [problem.line for problem in caught.value.problems] == [3]


def test_byte_that_is_not_utf8_is_found_on_its_line() -> None:
    with pytest.raises(Unreadable) as caught:
        read("a.yml", b"a: 1\nb: 2\nc: \xe4\n")
    assert [(problem.line, problem.rule) for problem in caught.value.problems] == [(3, "yaml")]


def test_file_over_a_megabyte_is_refused_before_parsing() -> None:
    with pytest.raises(Unreadable) as caught:
        read("a.yml", b"a" * (source.MAX_BYTES + 1))
    assert "megatavun" in caught.value.problems[0].message


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_without_end_is_refused(opening: str) -> None:
    with pytest.raises(Unreadable) as caught:
        document(opening * 200_000)
    assert len(caught.value.problems) == 1


def test_every_anchor_alias_and_tag_of_a_file_is_told() -> None:
    with pytest.raises(Unreadable) as caught:
        document("a: &x 1\nb: *x\nc: !!int 3\nd: ! 4\n")
    assert [problem.line for problem in caught.value.problems] == [1, 2, 3, 4]


WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=12)
DATA = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


@given(DATA)
def test_what_yaml_writes_is_read_back_as_it_was(data: object) -> None:
    text = yaml.dump(data, allow_unicode=True, default_style='"', default_flow_style=True)
    assert document(text).said == data
