"""One form for all files: fields in the order of the schema, folded texts at one width, no loose white space.

Lines are moved, never written anew, so that every comment stays with the field that it stands above or beside. (A
round trip through ruamel.yaml keeps comments, too, but hangs each on the field before it, and moves it with that.) What
comes out says exactly what went in, or it is not used.
"""

from __future__ import annotations

import itertools
import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args, get_origin

import yaml
from pydantic import BaseModel

from catalogue.answers.messages import bare
from catalogue.reading.source import Unreadable, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH = 120
COMMENT = re.compile(r"#[^\n]*")


@dataclass(frozen=True)
class Entry:
    """A field of a block mapping: its name, its lines (with the comments above it), and the type of its value."""

    name: str
    start: int
    end: int
    kind: Any
    value: yaml.Node


def tidied(path: str, raw: bytes, record: type[BaseModel], *, many: bool) -> bytes:
    """The file in the one form; as it was where it cannot be read or would say something else."""
    try:
        before = read(path, raw)
    except Unreadable:
        return raw
    text = _clean(raw.decode("utf-8"))
    for step in (_ordered, _folded):
        text = step(text, record, many)
    made = text.encode()
    try:
        after = read(path, made)
    except Unreadable:
        return raw
    same = before.said == after.said and _comments(before.text) == _comments(after.text)
    return made if same else raw


def _clean(text: str) -> str:
    """Lines end alike and hold nothing at their ends; there is one blank line at a time, but for texts of their own."""
    plain = "\n".join(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")))
    within = {
        line
        for node in _scalars(yaml.compose(plain, Loader=yaml.SafeLoader))
        if node.style in ("|", ">")
        for line in range(node.start_mark.line + 1, node.end_mark.line)
    }
    made: list[str] = []
    for number, line in enumerate(plain.split("\n")):
        if number in within:
            made.append(line)
        elif line.strip() or (made and made[-1].strip()):
            made.append(line.rstrip())
    return "\n".join(made).strip("\n") + "\n"


def _comments(text: str) -> list[str]:
    return sorted(found.rstrip() for found in COMMENT.findall(text))


def _ordered(text: str, record: type[BaseModel], many: bool) -> str:
    """Fields in the order of their types, from the outermost inwards: each round moves the lines of one mapping."""
    for _ in range(text.count("\n") + 1):
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        lines = text.split("\n")
        moved = next(_moves(root, record, many, lines), None)
        if moved is None:
            return text
        start, end, order = moved
        text = "\n".join([*lines[:start], *order, *lines[end:]])
    return text


def _moves(
    node: yaml.Node | None, kind: Any, many: bool, lines: Sequence[str]
) -> Iterator[tuple[int, int, list[str]]]:
    """The lines of every mapping whose fields stand in another order, and the same lines in the right one."""
    if many and isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _moves(value, kind, False, lines)
        return
    kind = bare(kind)
    if isinstance(node, yaml.SequenceNode):
        item = get_args(kind)[0] if get_origin(kind) is tuple else None
        for value in node.value:
            yield from _moves(value, item, False, lines)
        return
    if not isinstance(node, yaml.MappingNode) or not _is_type(kind):
        return
    if not node.flow_style:
        entries = _entries(node, kind, lines)
        rank = {name: place for place, name in enumerate(kind.model_fields)}
        wanted = sorted(entries, key=lambda one: rank.get(one.name, len(rank)))
        if wanted != entries:
            yield entries[0].start, entries[-1].end, _joined(node, entries, wanted, lines)
    for key, value in node.value:
        if key.value in kind.model_fields:
            yield from _moves(value, kind.model_fields[key.value].annotation, False, lines)


def _entries(node: yaml.MappingNode, kind: type[BaseModel], lines: Sequence[str]) -> list[Entry]:
    """Fields with their lines: a comment or a blank above a field goes with it, but what stands above the first stays."""
    starts = [key.start_mark.line for key, _ in node.value]
    tops = [starts[0]]
    for above, start in itertools.pairwise(starts):
        top = start
        while top - 1 > above and (not lines[top - 1].strip() or _is_note(lines[top - 1])):
            top -= 1
        tops.append(top)
    last = node.value[-1][1].end_mark.line
    end = (
        last if node.value[-1][1].end_mark.column == 0 or _is_block(node.value[-1][1]) else last + 1
    )
    while end - 1 > starts[-1] and not lines[end - 1].strip():
        end -= 1
    return [
        Entry(key.value, top, stop, kind, value)
        for (key, value), top, stop in zip(
            node.value, tops, [*tops[1:], max(end, starts[-1] + 1)], strict=True
        )
    ]


def _joined(
    node: yaml.MappingNode, entries: list[Entry], wanted: list[Entry], lines: Sequence[str]
) -> list[str]:
    """The lines in the wanted order; the dash of a list's item stays on the first of them."""
    column = node.start_mark.column
    lead = lines[entries[0].start][:column]
    made: list[str] = []
    for place, entry in enumerate(wanted):
        own = list(lines[entry.start : entry.end])
        if entry is entries[0] and place:
            own[0] = " " * column + own[0][column:]
        made += own
    while made and not made[0].strip():
        made.append(made.pop(0))
    first = next(number for number, line in enumerate(made) if line.strip() and not _is_note(line))
    made[first] = lead + made[first][column:]
    if "-" in lead:
        made[:first] = [" " * lead.index("-") + line.strip() for line in made[:first]]
    return made


def _is_note(line: str) -> bool:
    return line.lstrip().startswith("#")


def _is_block(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _is_type(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _folded(text: str, record: type[BaseModel], many: bool) -> str:
    """Texts after `>` fill the width; those of more depth, or with a note inside, stay as they are."""
    lines = text.split("\n")
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    for node in sorted(_scalars(root), key=lambda one: -one.start_mark.line):
        if node.style != ">":
            continue
        start, end = node.start_mark.line + 1, node.end_mark.line
        while end > start and not lines[end - 1].strip():
            end -= 1
        own = lines[start:end]
        indent = min((len(line) - len(line.lstrip()) for line in own if line.strip()), default=0)
        if any(line[indent : indent + 1].isspace() for line in own) or any(map(_is_note, own)):
            continue
        lines[start:end] = _filled(own, indent)
    return "\n".join(lines)


def _filled(lines: list[str], indent: int) -> list[str]:
    made: list[str] = []
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            paragraph.append(line.strip())
            continue
        if paragraph:
            made += textwrap.wrap(
                " ".join(paragraph),
                WIDTH,
                initial_indent=" " * indent,
                subsequent_indent=" " * indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
        made.append("")
        paragraph = []
    return made[:-1]


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from _scalars(one)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _scalars(value)
