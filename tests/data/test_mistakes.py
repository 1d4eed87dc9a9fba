"""Of a hundred mistakes that maintainers make, ninety-five are answered so that they know what to do; `python -m mistakes` shows all."""

from __future__ import annotations

import pytest

from mistakes.scorer import scored

ENOUGH = 0.95


@pytest.mark.parametrize("name", ["corpus", "unseen", "second", "twelve", "later", "fresh", "last"])
def test_mistakes_are_answered_so_that_their_maker_knows_what_to_do(name: str) -> None:
    found = scored(name, whole=False)
    poor = [f"{one.case.name}: {one.lacks}" for one in found if one.lacks]
    assert len(poor) <= (1 - ENOUGH) * len(found), poor
