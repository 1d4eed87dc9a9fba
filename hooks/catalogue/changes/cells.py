"""Two states of one record -> the cells in which they differ, each with its value before and after.

An item of a list is named by what its author calls it (a result by its id), not by its number: a new item in the
middle changes nothing after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from catalogue.finnish.formats import slug
from catalogue.schema.claim import Cite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Path = tuple[str, ...]
NAMED_BY = ("id", "indicator", "reason", "source", "name", "role", "body", "model")
LONGEST = 40  # characters of a name within a path


@dataclass(frozen=True)
class Cell:
    """One value: `field` is the way to it from the record, `before` and `after` its text; empty where there is none."""

    field: Path
    before: str
    after: str


def cells(before: BaseModel | None, after: BaseModel | None) -> tuple[Cell, ...]:
    """What differs, in the order of the fields; of a record that is new or gone every value."""
    return tuple(_differences(before, after, ()))


def text_of_value(value: Any) -> str:
    """A single value, or a short list of them, as one text."""
    if value is None or value == ():
        return ""
    if isinstance(value, Cite):
        return f"{value.id}, {value.at}"
    if isinstance(value, tuple):
        return "; ".join(map(text_of_value, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _differences(before: Any, after: Any, path: Path) -> Iterator[Cell]:
    if before == after:
        return
    either = after if after not in (None, ()) else before
    if isinstance(either, BaseModel):
        for name in type(either).model_fields:
            yield from _differences(_part(before, name), _part(after, name), (*path, name))
    elif _is_list_of_parts(before) or _is_list_of_parts(after):
        yield from _of_lists(before or (), after or (), path)
    else:
        texts = text_of_value(before), text_of_value(after)
        if texts[0] != texts[1]:
            yield Cell(path, *texts)


def _part(whole: Any, name: str) -> Any:
    return getattr(whole, name, None)


def _is_list_of_parts(value: Any) -> bool:
    return (
        isinstance(value, tuple)
        and bool(value)
        and isinstance(value[0], BaseModel)
        and not isinstance(value[0], Cite)
    )


def _of_lists(before: Sequence[Any], after: Sequence[Any], path: Path) -> Iterator[Cell]:
    """Items of one name are one item; what is left is paired in its order where it is replaced."""
    old, new = _named(before), _named(after)
    if old is not None and new is not None:
        for name in dict.fromkeys((*new, *old)):
            yield from _differences(old.get(name), new.get(name), (*path, name))
        return
    matcher = SequenceMatcher(a=[*map(repr, before)], b=[*map(repr, after)], autojunk=False)
    for tag, low, high, start, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        for step in range(max(high - low, end - start)):
            one = before[low + step] if low + step < high else None
            two = after[start + step] if start + step < end else None
            place = start + step if two is not None else low + step
            yield from _differences(one, two, (*path, str(place + 1)))


def _named(items: Sequence[Any]) -> dict[str, Any] | None:
    """The items by their names; nothing when one has none, or two have the same."""
    names = [_name(item) for item in items]
    if not all(names) or len({*names}) < len(names):
        return None
    return dict(zip(names, items, strict=True))


def _name(item: Any) -> str:
    field = next((one for one in NAMED_BY if getattr(item, one, None)), None)
    if field is None:
        return ""
    key = getattr(item, "key", None)
    own = getattr(item, field)
    shown: Callable[[str], str] = str if isinstance(own, str) else slug
    return "/".join(part for part in (shown(str(own))[:LONGEST], key) if part)
