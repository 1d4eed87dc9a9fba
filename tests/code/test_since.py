"""A note of what has changed stands beside a model whose texts name the thing."""

from __future__ import annotations

import pytest

from catalogue.reading.quick import Text
from catalogue.site.parts.since import names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Asiakas tulee TE-toimistosta.", True),
        ("Mukana oli te-toimisto.", False),
        ("Kuntouttavan työtoiminnan asiakkaat.", True),
        ("Esikuntouttavan työn asiakkaat.", False),
        ("Muuta.", False),
    ],
)
def test_a_text_names_what_begins_so(text: str, found: bool) -> None:
    assert names(Text(text), ("TE-toimisto", "kuntouttavan työ")) is found
