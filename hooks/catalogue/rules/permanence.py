"""What was published and is here no more without a word, and words about what is still here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.finnish.words import PUBLISHED
from catalogue.permanence.where import model_of, where_in
from catalogue.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.records import Catalogue, Published


def vanished_without_a_word(catalogue: Catalogue) -> Iterator[Problem]:
    """What was published and is neither here, renamed nor told to be removed."""
    where = where_in(catalogue)
    for entry in where.vanished():
        if not _is_broken(catalogue, entry):
            message = (
                f"{PUBLISHED[entry.kind]} ”{entry.id}” on julkaistu, ja joku voi viitata siihen, mutta sitä ei enää "  # type: ignore[index]
                f"ole. Jos tunnus vaihtui, kirjoita uuteen tietueeseen former_ids: [{_former(entry)}]. Jos tietue "
                "poistettiin, kerro päivä ja syy kansiossa models/tombstones/."
            )
            yield Problem(entry.path, entry.line, 1, "rekisteri", message)
    for (kind, name), record in where.graves.items():
        if where.now(kind, name):
            message = f"{PUBLISHED[record.data.of]} ”{name}” on yhä olemassa tai ohjattu uuteen. Poista tämä merkintä."
            yield record.problem(("id",), "rekisteri", message)


def corrections_of_nothing(catalogue: Catalogue) -> Iterator[Problem]:
    """Reasons told of what neither is nor ever was."""
    where = where_in(catalogue)
    for record in catalogue.corrections.values():
        kind, name = record.data.of, record.data.id
        if where.now(kind, name) or where.gone(kind, name):
            continue
        names = {f"{kind}:{name}", f"{kind}:*", f"model:{model_of(kind, name)}"}
        if names.isdisjoint(catalogue.broken):
            message = f"{PUBLISHED[kind]} ”{name}” ei ole eikä ole ollut luettelossa. Kirjoita sen koko tunnus."
            yield record.problem(("id",), "tuntematon-tunnus", message)


def _former(entry: Published) -> str:
    """The id as the author of a new record writes it."""
    return f"'{entry.id}'" if "#" in entry.id else entry.id


def _is_broken(catalogue: Catalogue, entry: Published) -> bool:
    """Whether it is there, but in a file with faults of its own."""
    names = {f"{entry.kind}:{entry.id}", f"{entry.kind}:*"}
    if model := model_of(entry.kind, entry.id):
        names.add(f"model:{model}")
    told = any(name.startswith("tombstone:") for name in catalogue.broken)  # maybe of this
    return told or not names.isdisjoint(catalogue.broken)
