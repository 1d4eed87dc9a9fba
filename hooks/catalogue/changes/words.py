"""A change of a record in plain Finnish: what a reader wants to know, not what the file looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from catalogue.finnish.field_names import field_name
from catalogue.finnish.words import MEANINGS

if TYPE_CHECKING:
    from catalogue.changes.between import Changed
    from catalogue.changes.cells import Cell, Path
    from catalogue.records import Catalogue, Record

KINDS = {
    "programme": "ohjelma",
    "region": "alue",
    "municipality": "kunta",
    "profile": "alueen tiedot",
    "type": "mallityyppi",
    "indicator": "mittari",
    "instrument": "mittaristo",
    "status": "tila",
    "reason": "syy",
    "target_group": "kohderyhmä",
    "population": "perusjoukko",
    "term": "termi",
    "source": "lähde",
    "discrepancy": "ristiriita",
    "comparison": "vertailu",
    "model": "malli",
    "correction": "korjauksen syy",
    "tombstone": "merkintä poistetusta",
}
AROUND = 3  # words kept on both sides of what changed in a text
MOST = 160  # characters shown of one side
QUIET = ("reviewed",)  # a later date of review is no news


def name_of(record: Record[Any], kind: str) -> str:
    """What a record is called."""
    data = record.data
    for field in ("name", "title", "known", "project"):
        value = getattr(data, field, None)
        if value is not None:
            return shortened(str(value))
    return record.id if kind != "profile" else ""


def sentences(one: Changed, catalogue: Catalogue) -> tuple[str, ...]:
    """What became of the record: one sentence for each cell that differs, or one of the whole."""
    if one.what == "added":
        return ("Uudet alueen tiedot." if one.kind == "profile" else f"Uusi {KINDS[one.kind]}.",)
    if one.what == "removed":
        return (f"{KINDS[one.kind].capitalize()} poistui.",)
    moved = (f"Tunnus oli {one.former}, nyt {one.id}.",) if one.former else ()
    told = (cell for cell in one.cells if cell.field[0] not in (*QUIET, "former_ids"))
    return (*moved, *(sentence(cell, catalogue) for cell in told))


def sentence(cell: Cell, catalogue: Catalogue) -> str:
    """`lukumäärä (tulokset, asiakkaat): 37 → 38`."""
    place = place_of(cell.field)
    before, after = word(cell.before, catalogue), word(cell.after, catalogue)
    if not before:
        return f"{place}: lisättiin ”{shortened(after)}”"
    if not after:
        return f"{place}: poistui ”{shortened(before)}”"
    return f"{place}: {' → '.join(f'”{part}”' for part in differing(before, after))}"


def place_of(field: Path) -> str:
    """The last field first, then where it is: `lukumäärä (tulokset, asiakkaat)`."""
    steps = [step for step in field if step != "fi"]
    *around, last = (field_name(step) for step in steps)
    return f"{last} ({', '.join(around)})" if around else last


def word(value: str, catalogue: Catalogue) -> str:
    """A fixed word in Finnish; anything else as it is."""
    for _, words in MEANINGS:
        if value in words:
            return words[value]
    return value


def differing(before: str, after: str) -> tuple[str, str]:
    """The parts of two texts that differ, with a few words around them."""
    old, new = before.split(), after.split()
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    end = 0
    while end < min(len(old), len(new)) - same and old[-1 - end] == new[-1 - end]:
        end += 1
    start = max(0, same - AROUND)
    return _part(old, start, end), _part(new, start, end)


def _part(words: list[str], start: int, end: int) -> str:
    stop = len(words) - max(0, end - AROUND)
    text = " ".join(words[start:stop])
    return f"{'… ' if start else ''}{shortened(text)}{' …' if stop < len(words) else ''}"


def shortened(text: str) -> str:
    """The text on one line, cut where it is long."""
    plain = " ".join(text.split())
    return plain if len(plain) <= MOST else f"{plain[: MOST - 1].rstrip()}…"
