"""Which record an author meant, where the id is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.answers.meant import answer
from catalogue.load import assemble

if TYPE_CHECKING:
    from golden import Files


def test_source_of_the_whole_country_is_meant_in_any_region(base: Files) -> None:
    """A source of another county is not offered; one that tells of all of them is nobody else's."""
    source = b"koko-selvitys: {title: Kansallinen selvitys, publisher: Keksitty, kind: report}\n"
    files = {
        **base,
        "sources/maa.yml": source,
        "sources/koivula-lisa.yml": b"koivula-koko: {title: Koivula}\n",
    }
    catalogue, _ = assemble("models", sorted(files.items()))
    assert "Kirjoita ”koko-selvitys”" in answer(catalogue, "source", "koko-selvityss", "mantyla")
    assert "koivula" not in answer(catalogue, "source", "koko-koivul", "mantyla")
