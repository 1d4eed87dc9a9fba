"""What an unknown id is answered with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.rules import references
from golden import told

if TYPE_CHECKING:
    import pytest

    from golden import Files


def test_id_that_many_places_name_is_looked_for_once_in_each_region(
    base: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []

    def answer(*of: object) -> str:
        asked.append(of[1:])
        return "Ei ole."

    monkeypatch.setattr(references, "answer", answer)
    name = "mantyla/neuvonta.yml"
    broken = base[name].replace(b"id: yhteenveto", b"id: katosi")
    assert broken.count(b"katosi") > 1
    assert told(base | {name: broken}).count("Ei ole.") > 1
    assert asked == [("source", "katosi", "mantyla")]
