"""Data in which nothing is said twice are what they were: tests/js/packed.test.js reads the same file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from catalogue.site.side_by_side.packed import packed
from pages.in_full import unpacked

FILE = Path(__file__).parents[1] / "js" / "packed.json"
SAID = "Koivula, Työhönvalmennus: {}: {} (Valmennuksen aloittaneet; 2023). Lähde: Raportti, luku 2."
VALUE = [
    {
        "id": f"koivula/malli-{number}",
        "said": SAID.format("Asiakkaat", number),
        "notes": [[], ["Valmennuksen aloittaneet: kaikki", "2023"], "-1"],
        "flag": None if number else {"label": "⚠", "url": "ristiriidat/#a"},
        "compares": bool(number),
    }
    for number in range(4)
]
TEXTS = st.text(alphabet="aä: .(;)Lähde{}-1", max_size=60)
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXTS | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=30,
)


def test_the_browser_is_held_to_this_very_data() -> None:
    assert json.loads(FILE.read_text("utf-8")) == {
        "packed": json.loads(packed(VALUE)),
        "value": VALUE,
    }


def test_what_comes_again_is_said_once() -> None:
    made = packed(VALUE)
    assert made.count("Raportti, luku 2") == made.count("Valmennuksen aloittaneet;") == 1
    assert made.count('"said"') == 1
    assert unpacked(made) == VALUE


@given(VALUES)
def test_any_data_are_what_they_were(value: Any) -> None:
    assert unpacked(packed([value, value])) == [value, value]
