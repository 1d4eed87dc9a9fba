"""Data for the pages' scripts in which nothing is said twice; `content/assets/packed.js` reads it.

A text that comes again is a number: its place among the `words`. A text of which a part comes again is told in parts, and
a record in the order of its fields, which stand once among the `shapes`. So data hold texts, truth and nothing, and no
numbers of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import orjson

# Where the sentences of figures and findings are joined.
JOINT = re.compile(r"(?<=: )|(?= \([^()]*\)\. Lähde: )|(?=\. Lähde: )")
IN_PARTS, FIRST_SHAPE = -1, -2  # what an array begins with that is no list
NUMBER = 4  # about what a number costs
LONG = 24  # texts under it are not worth looking into


def packed(value: Any) -> str:
    """The value as JSON to be read by `unpacked`."""
    plain = orjson.loads(orjson.dumps(value))
    times = Counter(_texts(plain, []))
    words = [text for text, count in times.items() if _is_dear(text, count)]
    known = {*words}
    parts = Counter(
        part
        for text, count in times.items()
        if text not in known and _is_joined(text)
        for part in JOINT.split(text) * count
    )
    words += [part for part, count in parts.items() if _is_dear(part, count) and part not in known]
    packer = _Packer({text: number for number, text in enumerate(words)})
    made = packer.of(plain)
    told = {"shapes": [*packer.shapes], "words": words, "value": made}
    return orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE).decode()


def _is_dear(text: str, times: int) -> bool:
    """Whether a list of words makes less of it."""
    return (len(text) - NUMBER) * (times - 1) > NUMBER


def _is_joined(text: str) -> bool:
    return len(text) > LONG and ": " in text


def _texts(value: Any, found: list[str]) -> list[str]:
    """Every text in it after those that were found before."""
    if value.__class__ is str:
        found.append(value)
    elif isinstance(value, list | dict):
        for one in value if isinstance(value, list) else value.values():
            _texts(one, found)
    return found


class _Packer:
    def __init__(self, words: dict[str, int]) -> None:
        self.words = words
        self.shapes: dict[tuple[str, ...], int] = {}

    def of(self, value: Any) -> Any:
        if value.__class__ is str:
            number = self.words.get(value)
            return self._joined(value) if number is None else number
        if value.__class__ is list:
            return [self.of(one) for one in value]
        if value.__class__ is dict:
            shape = self.shapes.setdefault((*value,), FIRST_SHAPE - len(self.shapes))
            return [shape, *[self.of(one) for one in value.values()]]
        return value

    def _joined(self, text: str) -> Any:
        if not _is_joined(text):
            return text
        parts = [self.words.get(part, part) for part in JOINT.split(text)]
        return [IN_PARTS, *parts] if any(part.__class__ is int for part in parts) else text
