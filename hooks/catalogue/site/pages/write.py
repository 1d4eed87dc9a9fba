"""The writing page: where its parts are, and how much they weigh; without them it says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import number

if TYPE_CHECKING:
    from catalogue.facts import Facts


@dataclass(frozen=True)
class WriteView:
    """`parts` is the address of the folder of the page's programs, empty where this build lacks them; `size` in MB."""

    parts: str
    size: str


def write_view(facts: Facts) -> WriteView:
    """The page of writing a record."""
    desk = facts.build.desk
    return WriteView(desk.address, number(desk.megabytes)) if desk else WriteView("", "")
