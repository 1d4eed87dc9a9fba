"""The words that search finds a model by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalogue.finnish.thesaurus import Thesaurus

if TYPE_CHECKING:
    from catalogue.records import Catalogue


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Työkyvyn tuen tiimin asiakkaat", "työkykytiimi"),  # an inflected name
        ("Valmennus noudatti IPS:n kriteerejä", "IPS-toimintamalli"),  # an abbreviation
        ("Mittarina oli WEMWBS", "positiivisen mielenterveyden mittari"),
    ],
)
def test_text_that_uses_one_name_is_found_by_the_others(
    catalogue: Catalogue, text: str, found: str
) -> None:
    assert found in Thesaurus(catalogue.terms).also(text)


def test_name_that_the_text_uses_is_not_told_again(catalogue: Catalogue) -> None:
    assert "WEMWBS" not in Thesaurus(catalogue.terms).also("Mittarina oli WEMWBS")


@pytest.mark.parametrize("text", ["", "Hyteinen rypsi", "Hattu ja takki"])
def test_part_of_a_word_is_not_a_name(catalogue: Catalogue, text: str) -> None:
    assert Thesaurus(catalogue.terms).also(text) == ()
