"""The history of the data in plain words: what became of each model, commit by commit, without what was taken away.

Values that are gone are never told: they may have been taken away because they told of somebody. Files are compared as
plain text values, so that commits of older forms of the files can be read, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from catalogue.finnish.field_names import field_name
from catalogue.finnish.formats import counted
from catalogue.finnish.words import NUMBERS
from catalogue.schema.sections import Sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
APART = (
    "sources",
    "discrepancies",
    "comparisons",
    "vocabulary",
    "corrections",
    "tombstones",
    "schema",
    "published",
)
QUIET = ("reviewed", "former_ids", "sources", "page", "type", "programme")
VALUES = (
    "count",
    "of",
    "value",
    "before",
    "after",
    "least",
    "most",
    "reported",
    "missing",
    "bound",
)
TITLES: dict[str, str] = {
    name: str(info.title).lower() for name, info in Sections.model_fields.items()
}
MOST_TOLD = 4  # fields that are named of one model
FEW_FIGURES = 3


@dataclass(frozen=True)
class Edit:
    """One file on both sides of a commit: its path under the data folder; empty text where it is not."""

    path: str
    before: bytes
    after: bytes


@dataclass(frozen=True)
class News:
    """What became of one model on one day, in words. Figures stand in them as `{key}`: history knows no names of today."""

    day: str
    model: str
    name: str
    told: tuple[str, ...]


def news_of(day: str, edits: Sequence[Edit]) -> Iterator[News]:
    """Of the models among the files of a commit; a file of another form, or of the same data, says nothing."""
    for edit in edits:
        parts = edit.path.removesuffix(".yml").split("/")
        if len(parts) != 2 or parts[0] in APART or parts[1] == "region":
            continue
        before, after = _read(edit.before), _read(edit.after)
        if before is None or after is None:
            continue
        name = _words(after.get("name") or before.get("name")) or parts[1]
        if told := tuple(_told(before, after)):
            yield News(day, "/".join(parts), name, told)


def _told(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    if not before:
        yield "Uusi malli."
    elif not after:
        yield "Malli poistettiin luettelosta."
    else:
        yield from _figures(before.get("results"), after.get("results"))
        changed = [
            name
            for name in after
            if name not in (*QUIET, "results", "sections", "status")
            and before.get(name) != after[name]
        ]
        if before.get("status") != after.get("status"):
            yield "Tilan tietoja tarkennettiin."
        texts = [*_texts(before.get("sections"), after.get("sections")), *map(field_name, changed)]
        if texts:
            more = f" ja {len(texts) - MOST_TOLD} muuta" if len(texts) > MOST_TOLD else ""
            yield f"Muuttui: {', '.join(texts[:MOST_TOLD])}{more}."


def _figures(before: Any, after: Any) -> Iterator[str]:
    """New, corrected and removed figures by what they count; no value that is gone."""
    old, new = _by_id(before), _by_id(after)
    added = [key for key in new if key not in old]
    gone = [key for key in old if key not in new]
    changed = [key for key in new if key in old and _values(old[key]) != _values(new[key])]
    for words, keys in (
        ("Uusia lukuja", added),
        ("Poistettuja lukuja", gone),
        ("Korjattuja lukuja", changed),
    ):
        if keys:
            few = len(keys) <= FEW_FIGURES and keys is not gone
            named = "".join(f"{{{key}}}" for key in keys) if few else ""
            yield f"{words}: {counted(len(keys), NUMBERS)}{named}."


def _by_id(results: Any) -> dict[str, Any]:
    rows = results if isinstance(results, list) else []
    return {
        "/".join(part for part in (row.get("indicator", ""), row.get("key", "")) if part): row
        for row in rows
        if isinstance(row, dict)
    }


def _values(row: dict[str, Any]) -> list[Any]:
    return [row.get(name) for name in VALUES]


def _texts(before: Any, after: Any) -> Iterator[str]:
    old = before if isinstance(before, dict) else {}
    for name, text in (after if isinstance(after, dict) else {}).items():
        if old.get(name) != text:
            yield TITLES.get(name) or name


def _read(raw: bytes) -> dict[str, Any] | None:
    if not raw:
        return {}
    try:
        found = yaml.load(raw, LOADER)  # plain texts only  # noqa: S506
    except (yaml.YAMLError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _words(value: Any) -> str:
    return str(value.get("fi", "")) if isinstance(value, dict) else str(value or "")
