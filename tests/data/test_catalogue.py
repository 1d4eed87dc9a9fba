"""The real catalogue is valid and holds every kind of record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.records import PLURALS

if TYPE_CHECKING:
    from catalogue.records import Catalogue


def test_real_catalogue_is_valid_without_a_word(catalogue: Catalogue) -> None:
    assert catalogue.warnings == ()


def test_real_catalogue_holds_every_kind_of_record(catalogue: Catalogue) -> None:
    assert {kind for kind, _ in catalogue.all_records()} >= set(PLURALS) - {
        "correction",
        "tombstone",
    }
