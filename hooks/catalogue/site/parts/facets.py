"""What the filters of a list offer; the script compares the ids with the data attributes of the listed things."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One choice; `count` where it is worth telling, `former` ids that a shared address may still have."""

    id: str
    label: str
    count: int | None = None
    former: str = ""


@dataclass(frozen=True)
class Facet:
    """What a list can be filtered by."""

    name: str
    label: str
    options: tuple[Option, ...]
